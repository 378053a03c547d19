import type { Commit, Lab, LabEvent } from '../lab/index.ts'

/** What a change asks of the store. */
export interface Change<R> {
  /** Appended whole or not at all; left out where there is nothing to append (refused, answered before). */
  readonly commit?: Commit
  /** Rewrites every stored event in the same durable step (redaction). Must keep `seq`. */
  readonly rewrite?: (event: LabEvent) => LabEvent
  readonly result: R
}

export interface Committed<R> {
  readonly result: R
  /** The lab the change saw, and the lab after it; the same object where nothing was appended. */
  readonly before: Lab
  readonly after: Lab
}

export interface Head {
  readonly lab: Lab
  /** New after a restore: a client that comes back with another epoch starts afresh. */
  readonly epoch: string
}

/**
 * Logs of labs. Rules LS1–LS12 of `SPEC.md`; one contract suite runs on every adapter (`contracts/lab-store.ts`).
 * Every method may throw a `StoreError`.
 */
export interface LabStore {
  /** Ids of all labs, damaged ones included, sorted. */
  list(): Promise<string[]>
  /** Starts a log with its first commit. Throws `exists` where there is one. */
  create(labId: string, commit: Commit): Promise<Head>
  /**
   * Runs `change` on the newest lab and saves what it gives. Resolves once all it rests on is durable. `change` is synchronous and pure
   * (an async one does not compile); where it throws, nothing is saved and the error is thrown on.
   */
  commit<R>(labId: string, change: (lab: Lab) => Change<R>): Promise<Committed<R>>
  /** The newest durable lab. */
  head(labId: string): Promise<Head>
  /** The log's events after `seq`, in order. */
  events(labId: string, after?: number): Promise<LabEvent[]>
  /** The whole log as text that `restore` takes back: one line a commit. */
  dump(labId: string): Promise<string>
  /** Puts a lab back from a dump, under a new epoch. Throws `damaged` where the dump is not whole, `exists` where the lab is there. */
  restore(labId: string, dump: string): Promise<Head>
  delete(labId: string): Promise<void>
  /** Resolves where the store can write now; throws the reason where it cannot. */
  probe(): Promise<void>
  /** Lets commits under way finish, then lets go of files. */
  close(): Promise<void>
}

/**
 * `unknown_lab` · `exists` · `damaged`: this lab's log is broken and closed, others go on · `full`: no room, nothing was written, try again ·
 * `read_only`: a sync failed, this lab takes no commit until restart · `closed`: the store is.
 */
export type StoreErrorCode = 'unknown_lab' | 'exists' | 'damaged' | 'full' | 'read_only' | 'closed'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
