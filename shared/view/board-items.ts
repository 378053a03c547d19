import type { BoardNote, Effort, LabBoard, Placement, Progress } from '../lab/index.ts'

/** A board as those who run the lab see it; `waiting`: notes still to be written, changed or taken off · `panel`: written through a panel that is open on it. */
export interface BoardView extends Omit<LabBoard, 'writer' | 'readDue'> {
  readonly panel: boolean
  readonly waiting: number
}

/** How a placement stands and goes on; `placed` of `items` are there. */
export interface PlacementItem extends Placement, Progress {
  readonly placed: number
}

/** What it takes to place an area, and to take it off its board again; null where there is no board, or nothing on it. By area. */
export interface EstimateItem {
  readonly place: Effort | null
  readonly takeBack: Effort | null
}

/** A contribution's note on the board; id `con_…|part`. */
export type BoardNoteItem = Omit<BoardNote, 'text' | 'wrote' | 'passing' | 'x' | 'y'>

/** A frame or a zone on its board, by key of the plan (`m2/g3`, `m2/g3/C2.1`): where a panel can go. */
export interface SpotItem {
  readonly board: string
  readonly item: string
}
