import type { Box } from './geometry.ts'
import type { TextLink } from './text.ts'

/**
 * Which of Miro's items a plan item becomes. `zone`, `band` and `carried` are shapes: a zone is the area in which notes count as answers; `carried` holds the words of a
 * contribution of an earlier meeting.
 */
export type PlanKind = 'frame' | 'zone' | 'band' | 'text' | 'carried'

export interface PlanStyle {
  /** Background, `#rrggbb`; absent for none. */
  readonly fill?: string
  readonly ink?: string
  /** Font size in board units. */
  readonly size?: number
  readonly weight?: 'regular' | 'bold'
  readonly align?: 'left' | 'center'
  /** Border colour; absent for none. */
  readonly border?: string
}

/** One item of a board as data: where it stands, what it says, how it looks. No id of Miro's, no clock, no randomness. */
export interface PlanItem {
  /**
   * Stable through changes of text and place: `m2/g3`, `m2/g3/C2.1`, `m2/g3/C2.1/title`. Names the item in the placement. Where the item repeats the words of a
   * contribution, the key's last part is its id (`m3/g2/C3.4/from/con_…`), and no other key ends so.
   */
  readonly key: string
  readonly kind: PlanKind
  /** The frame it stands in; null for a frame on the board. */
  readonly parent: string | null
  readonly box: Box
  /** Plain text; lines break at line breaks. A frame's is its title. */
  readonly text: string
  readonly style: PlanStyle
  /** A last line of links: where the words come from. */
  readonly links?: readonly TextLink[]
}

export interface BoardPlan {
  readonly items: readonly PlanItem[]
  readonly box: Box
}

/** Everything that is a zone's own shape, by zone key (`m2/g3/C2.1`). */
export const zonesIn = (plan: BoardPlan): PlanItem[] => plan.items.filter((item) => item.kind === 'zone')
