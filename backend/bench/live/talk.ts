/** What a bench asks of the server that it started beside itself, and what comes back. */
export type Ask =
  | { readonly ask: 'usage'; readonly gc: boolean }
  | { readonly ask: 'sizes'; readonly author: number; readonly group: number; readonly staff: number; readonly here: number }
  | { readonly ask: 'stop' }

export interface Usage {
  /** Bytes: resident, and what the garbage collector knows of. */
  readonly rss: number
  readonly heap: number
  /** Microseconds of processor so far. */
  readonly cpu: number
  readonly feeds: number
}

/** Who follows, by what they see: their index is that of `tokens`. */
export interface Ready {
  readonly port: number
  readonly lab: string
  /** Participants first, in groups of five, then those who run the lab. */
  readonly tokens: readonly string[]
  readonly organiser: string
}

export const GROUP_SIZE = 5
export const STAFF = 6
