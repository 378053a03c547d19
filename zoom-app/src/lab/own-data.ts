import type { RegisterAnswer } from '@telaio/shared/api'
import type { Collections, Items, MineItem } from '@telaio/shared/view'

/** What somebody takes away of their own data (GDPR art. 15 and 20). */
export interface OwnData {
  readonly lab: { readonly id: string; readonly title: string }
  readonly downloadedAt: string
  /** The register's row with consents, answers about oneself, and the notes that bear one's name. */
  readonly me: RegisterAnswer['people'][number]
  /** When the panel was open in each meeting, and in which group. */
  readonly attended: readonly Omit<Collections['myAttended'], 'person'>[]
  /** Notes written without a name: the lab does not know whose they are, this device does. */
  readonly notesWithoutName: readonly Pick<MineItem, 'id' | 'meeting' | 'zone' | 'answer' | 'at'>[]
}

/** Of what the server answers only one's own row: an organiser is told everybody's. */
export function ownDataOf(register: RegisterAnswer, items: Items, now: number): OwnData {
  const person = items.me['me']?.person
  const me = register.people.find((one) => one.person === person)
  const lab = items.lab['lab']
  if (!me || !lab) throw new Error('nobody is in')
  return {
    lab: { id: lab.id, title: lab.title },
    downloadedAt: new Date(now).toISOString(),
    me,
    attended: Object.values(items.myAttended).map(({ meeting, stays }) => ({ meeting, stays })),
    notesWithoutName: Object.values(items.mine)
      .filter((note) => note.anonymous)
      .map(({ id, meeting, zone, answer, at }) => ({ id, meeting, zone, answer, at })),
  }
}
