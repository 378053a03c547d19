/** What the stores tell whoever keeps the server: facts for the log of the process, never a text that somebody wrote. */
export type StoreReport =
  | { readonly what: 'torn'; readonly lab: string /** Bytes of an unfinished write that were cut off. */; readonly bytes: number }
  | { readonly what: 'damaged' /** A lab, its register, or the server's record. */; readonly store: string; readonly reason: string }
  | { readonly what: 'read-only'; readonly store: string; readonly reason: string }
  | { readonly what: 'snapshot-failed'; readonly lab: string; readonly reason: string }
  | { readonly what: 'leftover-removed'; readonly file: string }

export type Report = (report: StoreReport) => void
