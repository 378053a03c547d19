import type { Kit } from '../kit/index.ts'

/** What is no lab's. Plain data, one record; small, since it is written whole. */
export interface ServerRecord {
  /** Labs by id: what sign-in and the list of labs must know without opening every log. */
  readonly labs: Readonly<Record<string, LabCard>>
  readonly accounts: Readonly<Record<string, Account>>
  /** Links that were used, with the moment after which they may be forgotten. */
  readonly spent: Readonly<Record<string, string>>
  /** Answers to `POST /api/labs`, by command id: the keyed hash of its body and the lab it made. */
  readonly made: Readonly<Record<string, { readonly hash: string; readonly lab: string }>>
  /** Accounts at a board's platform that let us work for them, by keyed hash of the account. */
  readonly connections: Readonly<Record<string, Connection>>
  /** Codes that were shown and not typed yet, by keyed hash of the code. */
  readonly panelCodes: Readonly<Record<string, { readonly lab: string; readonly person: string; readonly until: string }>>
}

export interface Connection {
  /** The account's tokens, encrypted; null where the platform takes them no more and the person must connect again. */
  readonly sealed: string | null
  /** When the person let us. */
  readonly at: string
}

export interface LabCard {
  readonly createdAt: string
  readonly archived: boolean
  /** Accounts that have a role in it. */
  readonly accounts: readonly string[]
  /** Numbers in the Zoom links of its meetings: who opens one of them as host is proposed to this lab. */
  readonly zoom: readonly string[]
  /** Zoom meeting of a signed context, where a facilitator has bound it. */
  readonly bound: readonly string[]
  /** Accounts of other platforms (keyed hashes) of those who conduct or organise. Missing in a card written before they were thought of. */
  readonly subjects?: readonly string[]
  /** Where its meetings stand. Missing in a card written before it was thought of. */
  readonly meetings?: {
    /** The first that is still to come. */
    readonly next: { readonly meeting: number; readonly date: string | null; readonly time: string | null } | null
    /** The open one. */
    readonly open: number | null
    /** How many are over, and how many there are. */
    readonly closed: number
    readonly of: number
  }
}

export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** Issuer and subject of OpenID Connect, where it came that way. */
  readonly subject: string | null
  readonly createdAt: string
}

/** A kit that an organiser made from another, and changes. It may have faults: a draft is kept as it is. */
export interface OwnKit {
  readonly name: string
  readonly kit: Kit
  /** Account that may change it. */
  readonly owner: string
  /** Counted up at each save, from 1. */
  readonly rev: number
  /** When it was saved last. */
  readonly at: string
}
export type OwnKits = Readonly<Record<string, OwnKit>>

/** Rules SS1–SS4 of `SPEC.md`. Methods may throw a `StoreError`. */
export interface ServerStore {
  read(): Promise<ServerRecord>
  /** Runs `change` on the newest record and saves what it gives, durable before it resolves; one at a time. */
  update(change: (record: ServerRecord) => ServerRecord): Promise<ServerRecord>
  /** Kits of organisers' own, by name. */
  kits(): Promise<OwnKits>
  /** As `update`, of the kits; they are apart since each is larger than all the rest. */
  updateKits(change: (kits: OwnKits) => OwnKits): Promise<OwnKits>
  close(): Promise<void>
}

export const EMPTY_SERVER_RECORD: ServerRecord = { labs: {}, accounts: {}, spent: {}, made: {}, connections: {}, panelCodes: {} }
