import type { BoardPlan, Point } from '@telaio/shared/board'

export interface PutOptions {
  /** Stops the work: what was made is taken back. */
  readonly signal: AbortSignal
  readonly onProgress: (made: number) => void
}

/** Puts sheets on the board by the panel's own hand, and marks what is to be locked by somebody's. */
export interface DropBoard {
  /** Free room for a sheet, near what this person sees: its top left. */
  readonly freePlace: (size: {
    readonly width: number
    readonly height: number
  }) => Promise<{ readonly left: number; readonly top: number }>
  /** Makes every item of a plan, its frame first; gives their ids in the plan's order. Rejects with `PutStopped`, and then as good as nothing stands. */
  readonly put: (plan: BoardPlan, options: PutOptions) => Promise<readonly string[]>
  /** Marks items on the board for this person, in place of what was marked before; gives how many of them are there. */
  readonly mark: (items: readonly string[]) => Promise<number>
  /** Tells where something of ours was dropped, by its `data-template`, until stopped. */
  readonly onDrop: (listener: (template: string, at: Point) => void) => () => void
}

/** `cancelled`: by the person · `silent`, `refused`: as `HostTrouble` says · `busy`: Miro's credits did not come back in time. */
export type StopReason = 'cancelled' | 'silent' | 'refused' | 'busy'

/** A sheet that was not finished. `standing`: items that could not be taken back · `unsure`: one more may stand, whose answer never came. */
export class PutStopped extends Error {
  readonly why: StopReason
  readonly standing: readonly string[]
  readonly unsure: boolean
  constructor(why: StopReason, standing: readonly string[], unsure: boolean, cause?: unknown) {
    super(`${why}: ${standing.length} items stand`, { cause })
    this.name = 'PutStopped'
    this.why = why
    this.standing = standing
    this.unsure = unsure
  }
}
