/** What can be wrong in a kit, or in a method, beyond what its schema sees. Words for each: `words/kit-faults.ts`. */
export type KitFaultCode =
  | 'order'
  | 'minutes'
  | 'twice'
  | 'title-twice'
  | 'foreign-zone'
  | 'unwritten-zone'
  | 'unknown-zone'
  | 'unknown-block'
  | 'not-in-canvas'
  | 'leads-back'
  | 'circle'
  | 'not-led-here'
  | 'written-later'
  | 'no-notes'
  | 'ballot-anonymous'
  | 'person-anonymous'
  | 'no-prompt'
  | 'break-writes'
  | 'grouping'
  | 'rooms'
  | 'no-size'
  | 'other-size'
  | 'moments'
  | 'unknown-method'
  | 'method-minutes'
  | 'most-less'
  | 'method-no-zone'
  | 'method-unwritten'

/** A fault: where (a path such as `meetings.2.agenda.4.zones.0`), which, and what its sentence needs. */
export interface KitFault {
  readonly path: readonly (string | number)[]
  readonly code: KitFaultCode
  readonly facts: Readonly<Record<string, string | number>>
  /** The sentence in English; in the reader's language: `sayKitFault`. */
  readonly message: string
}
