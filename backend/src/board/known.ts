import { type Box, centreOf, type Point } from '@telaio/shared/board'
import { type Board, BoardError, type BoardItem, type BoardItemKind } from '@telaio/shared/ports'

/** How long the place of a zone or a frame is believed without looking again, in ms: people move them, seldom. */
const BELIEVED_MS = 20_000

const NOTHING: ReadonlySet<string> = new Set()

interface Place {
  readonly item: BoardItem | null
  readonly at: number
}

/** What a writer remembers of one board between its steps: places of shapes, and where notes stand. Rebuilt by a reading; nothing durable. */
export class KnownBoard {
  readonly #board: Board
  readonly #now: () => number
  readonly #places = new Map<string, Place>()
  /**
   * When a call may last have been under way whose outcome nobody knows (ms): the end of the last one that was left without an answer; at first this moment,
   * since an earlier life of the server may have died with one. What is read within the platform's lag after it proves nothing.
   */
  doubtSince: number
  #notes: Map<string, Point> | null = null
  readonly #tried = new Map<string, Set<string>>()
  /** What we took off: the list goes on showing it for a while, and nothing else says any more that it was ours. */
  readonly #gone = new Set<string>()
  #reading: { readonly items: readonly BoardItem[]; readonly at: number } | null = null

  constructor(board: Board, now: () => number) {
    this.#board = board
    this.#now = now
    this.doubtSince = now()
  }

  /** Every item, read now; what was remembered is replaced. */
  async read(): Promise<readonly BoardItem[]> {
    const startedAt = this.#now()
    const items = (await this.#board.items()).filter(({ id }) => !this.#gone.has(id))
    const at = this.#now()
    this.#reading = { items, at: startedAt }
    this.#places.clear()
    this.#notes = new Map()
    for (const item of items) {
      if (item.kind === 'frame' || item.kind === 'shape') this.#places.set(item.id, { item, at })
      if (item.kind !== 'frame') this.#notes.set(item.id, centreOf(item.box))
    }
    return items
  }

  /** The last reading where it began so recently, else one made now; with the moment it began at (ms). */
  async recent(ms: number): Promise<{ readonly items: readonly BoardItem[]; readonly at: number }> {
    const known = this.#reading
    if (known && this.#now() - known.at <= ms) return known
    const at = this.#now()
    return { items: await this.read(), at }
  }

  /** A frame that was just made: where it is need not be asked. */
  made(id: string, box: Box): void {
    const item: BoardItem = {
      id,
      kind: 'frame',
      type: 'frame',
      parent: null,
      box,
      content: '',
      by: null,
      createdAt: null,
      modifiedAt: null,
    }
    this.#places.set(id, { item, at: this.#now() })
  }

  /** A shape or frame as it is now, or was a moment ago; null where it is gone. */
  async place(id: string): Promise<BoardItem | null> {
    const known = this.#places.get(id)
    if (known && this.#now() - known.at < BELIEVED_MS) return known.item
    const item = await this.#board.item(id)
    this.#places.set(id, { item, at: this.#now() })
    return item
  }

  /** A zone's shape and the frame it stands in. Throws `gone` where either is not there. */
  async zone(id: string): Promise<{ readonly shape: BoardItem; readonly parent: { readonly id: string; readonly box: Box } | null }> {
    const shape = await this.place(id)
    if (!shape) throw new BoardError('gone', `the zone ${id} is gone`)
    if (shape.parent === null) return { shape, parent: null }
    const frame = await this.place(shape.parent)
    return { shape, parent: frame && { id: frame.id, box: frame.box } }
  }

  /** Centres of everything that may be a note. Reads the board where it never was. */
  async taken(except: ReadonlySet<string>): Promise<Point[]> {
    if (this.#notes === null) await this.read()
    return [...(this.#notes ?? [])].flatMap(([id, point]) => (except.has(id) ? [] : [point]))
  }

  wrote(id: string, box: Box): void {
    this.#notes?.set(id, centreOf(box))
  }

  removed(id: string): void {
    this.#gone.add(id)
    if (this.#reading) this.#reading = { ...this.#reading, items: this.#reading.items.filter((item) => item.id !== id) }
    this.#notes?.delete(id)
  }

  /** Words are on their way to an item. Until an answer comes, nobody knows whether and when they arrive: they are ours wherever they are read. */
  trying(id: string, text: string): void {
    const texts = this.#tried.get(id) ?? new Set()
    this.#tried.set(id, texts.add(text))
  }

  /** An item was answered for: what was tried before is settled. */
  settled(id: string): void {
    this.#tried.delete(id)
  }

  /** Words that we sent to an item without hearing what became of them. */
  tried(id: string): ReadonlySet<string> {
    return this.#tried.get(id) ?? NOTHING
  }

  /** A shape or frame was changed; what stands in a frame goes with it. */
  changed(id: string, kind: BoardItemKind): void {
    if (kind === 'frame') this.forget()
    else this.#places.delete(id)
  }

  /** Something was not where it was believed to be. */
  forget(): void {
    this.#places.clear()
    this.#notes = null
    this.#reading = null
  }
}
