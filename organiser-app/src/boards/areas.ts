import { boardAmong, meetingArea } from '@telaio/shared/lab'
import type { BoardView, Items, MeetingItem, PlacementItem } from '@telaio/shared/view'

/** The board that an area goes on. */
export const boardFor = (boards: Items['boards'], area: string): BoardView | null => boardAmong(Object.values(boards), area) ?? null

/** How an area stands on its board. */
export type Standing =
  | { readonly kind: 'no-board' }
  | { readonly kind: 'not-placed' }
  /** Placed on a board that is no longer the one it goes on. */
  | { readonly kind: 'elsewhere'; readonly placement: PlacementItem }
  | { readonly kind: 'placing'; readonly placement: PlacementItem }
  | { readonly kind: 'placed'; readonly placement: PlacementItem }
  | { readonly kind: 'taking-back'; readonly placement: PlacementItem }
  | { readonly kind: 'taken-back'; readonly placement: PlacementItem }
  | { readonly kind: 'stopped'; readonly placement: PlacementItem }

export function standingOf(area: string, { boards, placements }: Pick<Items, 'boards' | 'placements'>): Standing {
  const placement = placements[area]
  if (placement?.status === 'requested' || placement?.status === 'started') return { kind: 'placing', placement }
  if (placement?.status === 'taking-back') return { kind: 'taking-back', placement }
  const board = boardFor(boards, area)
  if (board === null) return { kind: 'no-board' }
  if (!placement) return { kind: 'not-placed' }
  // taken off the board it stood on: it may go on the one that is its own by now
  if (placement.status === 'taken-back') return { kind: 'taken-back', placement }
  if (placement.board !== board.id) return { kind: 'elsewhere', placement }
  return { kind: placement.status === 'done' ? 'placed' : 'stopped', placement }
}

/** Meetings whose area goes on this board; the final canvas is null. Empty where another board comes before it. */
export const servedBy = (board: string, boards: Items['boards'], meetings: readonly MeetingItem[]): readonly (number | null)[] =>
  [...meetings.map(({ number }) => number), null].filter(
    (meeting) => boardFor(boards, meeting === null ? 'canvas' : meetingArea(meeting))?.id === board,
  )

/** How many areas wait before this one to be placed on its board, or taken off it: one is done at a time. */
export function aheadOf(area: string, placements: Items['placements']): number {
  const own = placements[area]
  if (!own) return 0
  return Object.values(placements).filter(
    ({ board, status, requestedAt }) =>
      board === own.board && (status === 'requested' || status === 'started' || status === 'taking-back') && requestedAt < own.requestedAt,
  ).length
}
