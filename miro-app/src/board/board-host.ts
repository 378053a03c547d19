/** Words of an item of the board: its text, or that it is no longer there. */
export type ItemWords = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'wordless' } | { readonly kind: 'gone' }

/** The board around the panel, in our words: all that the panel asks of Miro. Any call may reject with `HostTrouble`. */
export interface BoardHost {
  /** Proof of who sits here and in which team, made anew at each call: it lives for minutes. */
  readonly idToken: () => Promise<string>
  readonly boardId: () => Promise<string>
  /**
   * Brings an item into this person's sight, with what is `around` it where that is known (a note with its zone), and marks it. False where it is no
   * longer on the board; then nothing moves.
   */
  readonly show: (item: string, around?: string) => Promise<boolean>
  /** What items say to a reader now. */
  readonly words: (items: readonly string[]) => Promise<ReadonlyMap<string, ItemWords>>
  /** The lab that was last opened on this very board, by whomever; null where none was. */
  readonly recallLab: () => Promise<string | null>
  readonly rememberLab: (lab: string) => Promise<void>
  /** Tells of what people select on the board, from now until stopped; what `show` marks is not told. */
  readonly onSelect: (listener: (items: readonly string[]) => void) => () => void
  /** Says something over the board, where whoever conducts is looking. */
  readonly notify: (text: string) => Promise<void>
}

/** `silent`: the board did not answer in time · `refused`: it answered with a fault of its own. */
export class HostTrouble extends Error {
  readonly code: 'silent' | 'refused'
  constructor(code: 'silent' | 'refused', cause?: unknown) {
    super(cause instanceof Error ? `${code}: ${cause.message}` : code, { cause })
    this.name = 'HostTrouble'
    this.code = code
  }
}
