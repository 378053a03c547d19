import type { LabList } from '@telaio/shared/api'

export type LabRow = LabList['labs'][number]

/** What the list says of a lab besides its title. */
export interface LabCard {
  readonly state: 'preparing' | 'going' | 'finished'
  /** The first meeting that is still to come, and the open one. */
  readonly next: LabRow['next']
  readonly open: number | null
  readonly done: number
  readonly of: number
}

export function cardOf({ next, open, closed, meetings }: Pick<LabRow, 'next' | 'open' | 'closed' | 'meetings'>): LabCard {
  const state = next === null && open === null ? 'finished' : open !== null || closed > 0 ? 'going' : 'preparing'
  return { state, next, open, done: closed, of: meetings }
}
