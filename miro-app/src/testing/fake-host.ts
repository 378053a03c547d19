import { type BoardHost, HostTrouble, type ItemWords } from '../board/board-host.ts'

/** A board in memory, as the panel sees it: what is on it, who sits there, and what the panel did to it. */
export class FakeHost implements BoardHost {
  readonly items = new Map<string, string>()
  readonly shown: (readonly [item: string, around?: string])[] = []
  readonly notices: string[] = []
  remembered: string | null
  /** How often a proof of who sits here was asked for: each is another. */
  proofs = 0
  isSilent = false
  #listeners = new Set<(items: readonly string[]) => void>()
  readonly #board: string

  constructor({ board = 'board-1', remembered = null }: { board?: string; remembered?: string | null } = {}) {
    this.#board = board
    this.remembered = remembered
  }

  readonly #mustAnswer = (): void => {
    if (this.isSilent) throw new HostTrouble('silent')
  }
  readonly idToken = async (): Promise<string> => {
    this.#mustAnswer()
    return `proof-${++this.proofs}`
  }
  readonly boardId = async (): Promise<string> => this.#board
  readonly show = async (item: string, around?: string): Promise<boolean> => {
    this.#mustAnswer()
    if (!this.items.has(item)) return false
    this.shown.push(around === undefined ? [item] : [item, around])
    return true
  }
  readonly words = async (items: readonly string[]): Promise<ReadonlyMap<string, ItemWords>> => {
    this.#mustAnswer()
    const wordsOf = (text: string | undefined): ItemWords =>
      text === undefined ? { kind: 'gone' } : text === '' ? { kind: 'wordless' } : { kind: 'text', text }
    return new Map(items.map((id) => [id, wordsOf(this.items.get(id))]))
  }
  readonly recallLab = async (): Promise<string | null> => this.remembered
  readonly rememberLab = async (lab: string): Promise<void> => {
    this.remembered = lab
  }
  readonly onSelect = (listener: (items: readonly string[]) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly notify = async (text: string): Promise<void> => {
    this.notices.push(text)
  }

  /** Somebody selects items on the board. */
  select(...items: readonly string[]): void {
    for (const listener of this.#listeners) listener(items)
  }
}
