import { type Box, boxAround, carried, centreOf } from '../board/index.ts'
import { type Board, BoardError, type BoardItem, type BoardItemChange, type MadeItem, type NewBoardItem } from '../ports/board.ts'

/** What may go wrong with a call. `lost`: carried out, but no answer comes · `late`: it comes after a while · the others surely do nothing. */
export type BoardFault = 'lost' | 'late' | 'busy' | 'failed' | null

export interface MemoryBoardOptions {
  /** Asked before each call. */
  readonly fault?: (call: string) => BoardFault
  /** How long the list of items lags behind, in ms of `now`. */
  readonly lagMs?: number
  readonly now?: () => number
  readonly wait?: (ms: number) => Promise<void>
}

interface Kept {
  item: BoardItem
  /** Since when the list shows it. */
  listed: number
}

/** A board in memory that keeps the rules of the port, and can fail as a platform does. Shared by everyone who opens it, as a real one is. */
export class MemoryBoard {
  readonly #items = new Map<string, Kept>()
  readonly #options: Required<MemoryBoardOptions>
  #ids = 0
  /** Calls made, by name. */
  readonly calls: Record<string, number> = {}

  constructor({
    fault = () => null,
    lagMs = 0,
    now = Date.now,
    wait = (ms) => new Promise((done) => void setTimeout(done, ms)),
  }: MemoryBoardOptions = {}) {
    this.#options = { fault, lagMs, now, wait }
  }

  /** Everything that is really there. */
  get items(): readonly BoardItem[] {
    return [...this.#items.values()].map(({ item }) => item)
  }

  /** As somebody at the board does it by hand. */
  byHand(kind: BoardItem['kind'], content: string, at: { readonly x: number; readonly y: number }, by = 'somebody'): string {
    return this.#add({ kind, type: kind, parent: null, box: boxAround(at, 199, 228), content, by, createdAt: null, modifiedAt: null })
  }

  change(id: string, patch: Partial<BoardItem>): void {
    const kept = this.#items.get(id)
    if (kept) kept.item = { ...kept.item, ...patch }
  }

  delete(id: string): void {
    this.#items.delete(id)
  }

  /** This board as one account sees it. */
  as(account: string): Board {
    const call = async <T>(name: string, work: () => T): Promise<T> => {
      this.calls[name] = (this.calls[name] ?? 0) + 1
      const fault = this.#options.fault(name)
      if (fault === 'busy') throw new BoardError('busy', 'too many requests')
      if (fault === 'failed') throw new BoardError('unknown', 'a fault of the server’s')
      if (fault === 'late') await this.#options.wait(5)
      const done = work()
      if (fault === 'lost') throw new BoardError('unknown', 'no answer')
      return done
    }
    return {
      info: () => call('info', () => ({ id: 'board', name: 'Board', link: 'https://board.example/board' })),
      create: (items) =>
        call('create', () => {
          for (const item of items) this.#check(item)
          return items.map((item): MadeItem => ({ id: this.#add(this.#made(item, account)), content: item.content }))
        }),
      update: (id, _kind, { content, place }: BoardItemChange) =>
        call('update', () => {
          const kept = this.#items.get(id)
          if (!kept) throw new BoardError('gone', `no item ${id}`)
          const before = kept.item
          kept.item = {
            ...kept.item,
            ...(content === undefined ? {} : { content }),
            ...(place ? { box: place.box, parent: place.parent?.id ?? null } : {}),
          }
          // what stands in a frame goes along with it
          if (before.kind === 'frame' && place)
            for (const one of this.#items.values())
              if (one.item.parent === id) one.item = { ...one.item, box: carried(one.item.box, before.box, place.box) }
          return { id, content: kept.item.content }
        }),
      remove: (id) => call('remove', () => void this.#items.delete(id)),
      item: (id) => call('item', () => this.#items.get(id)?.item ?? null),
      items: () =>
        call('items', () => [...this.#items.values()].filter(({ listed }) => listed <= this.#options.now()).map(({ item }) => item)),
    }
  }

  #made({ kind, parent, box, content }: NewBoardItem, by: string): Omit<BoardItem, 'id'> {
    const at: Box = kind === 'note' ? boxAround(centreOf(box), 199, 228) : box
    return { kind, type: kind, parent: parent?.id ?? null, box: at, content, by, createdAt: null, modifiedAt: null }
  }

  #add(item: Omit<BoardItem, 'id'>): string {
    this.#ids += 1
    const id = `i${this.#ids}`
    this.#items.set(id, { item: { ...item, id }, listed: this.#options.now() + this.#options.lagMs })
    return id
  }

  #check({ kind, parent, box }: NewBoardItem): void {
    if (kind === 'frame' && Math.min(box.width, box.height) < 100) throw new BoardError('refused', 'a frame is at least 100 wide and high')
    if (parent && this.#items.get(parent.id)?.item.kind !== 'frame') throw new BoardError('refused', 'no such frame')
  }
}
