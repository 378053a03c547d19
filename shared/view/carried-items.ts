import type { ShownAnswer } from './shown-answer.ts'

/** A note of an earlier meeting that a zone starts from; id `con_…>m3/C3.4`. `group` null: shown to everybody when the meeting opens. */
export interface CarriedItem {
  readonly contribution: string
  readonly meeting: number
  readonly group: string | null
  readonly zone: string
  readonly from: { readonly meeting: number; readonly group: string; readonly zone: string }
  readonly answer: ShownAnswer
  /** Written or changed after the meeting had begun. */
  readonly late: boolean
  /** Contributions of the zone that began from it. */
  readonly takenUp: readonly string[]
}

/** What the next meeting opens with; id of the contribution. `group` null: everybody's. */
export interface OpeningItem {
  readonly contribution: string
  readonly kind: 'decided' | 'commitment'
  /** The meeting that opens with it. */
  readonly meeting: number
  readonly group: string | null
  readonly from: { readonly meeting: number; readonly group: string; readonly zone: string }
  readonly answer: ShownAnswer
  /** Dots it was given, where it was voted on. */
  readonly dots: number
}
