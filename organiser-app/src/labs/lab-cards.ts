import type { LabList } from '@telaio/shared/api'
import { type Api, ApiProblem, NoAnswer } from '@telaio/shared/client'
import type { MeetingItem } from '@telaio/shared/view'
import { hasStarted, meetingsInOrder, nextMeeting } from './readiness.ts'

export type LabRow = LabList['labs'][number]

/** What the list says of a lab besides its title. */
export interface LabCard {
  readonly state: 'preparing' | 'going' | 'finished'
  readonly next: MeetingItem | null
  readonly done: number
  readonly of: number
}

export function cardOf(meetings: Readonly<Record<string, MeetingItem>>): LabCard {
  const inOrder = meetingsInOrder(meetings)
  const next = nextMeeting(inOrder)
  return {
    state: next === null ? 'finished' : hasStarted(inOrder) ? 'going' : 'preparing',
    next,
    done: inOrder.filter((one) => one.status === 'closed').length,
    of: inOrder.length,
  }
}

/**
 * The list of labs does not say when the next meeting is, so each lab in work is asked for its view, one after another, newest first.
 * A lab that does not answer simply has no card.
 */
export async function loadCards(
  api: Api,
  labs: readonly LabRow[],
  onCard: (id: string, card: LabCard) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const lab of labs) {
    if (signal.aborted) return
    if (lab.archived || lab.damaged) continue
    try {
      const { items } = await api.view(lab.id)
      if (!signal.aborted) onCard(lab.id, cardOf(items.meetings))
    } catch (error) {
      if (!(error instanceof ApiProblem) && !(error instanceof NoAnswer)) throw error
    }
  }
}
