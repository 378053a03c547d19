import type { Answer, Contribution, Lab } from '../lab/index.ts'
import { groupIdOf, isBallot } from '../lab/index.ts'
import type { AuthorItem, EntryItem, NoteItem } from './items.ts'
import type { ShownAnswer } from './shown-answer.ts'
import type { Scene } from './viewer.ts'

/** A person's name from the register as it is now; empty where the person was erased. */
export function nameOf({ people }: Scene, row: string): string {
  const found = people.get(row)
  return found?.kind === 'person' ? found.name : ''
}

export function shownAnswer({ people }: Scene, answer: Answer): ShownAnswer {
  if (answer.type !== 'person') return answer
  const row = answer.row === null ? undefined : people.get(answer.row)
  return { type: 'person', text: row?.kind === 'answer' ? row.text : '' }
}

export const noteItem = (scene: Scene, note: Contribution): NoteItem => ({
  id: note.id,
  meeting: note.meeting,
  group: note.group,
  zone: note.zone,
  block: note.block,
  lane: note.lane,
  answer: shownAnswer(scene, note.answer),
  at: note.at,
  editedAt: note.editedAt,
  // whose ballot came late is no more to be known than whose it is
  late: note.late && !isBallot(note.answer.type),
  shared: note.shared,
  anonymous: note.author === null && note.editKey !== null,
  derivedFrom: note.derivedFrom,
  settled: note.settled,
  ...(note.board === null ? {} : { onBoard: true as const }),
  ...(Object.keys(note.completed).length === 0 ? {} : { completed: note.completed }),
})

/** Neither private nor gone; a ballot is never shown as a note, only counted – but the reason of an objection is, without its author. */
export const isShown = (note: Contribution): boolean =>
  !note.private &&
  !note.withdrawn &&
  !note.redacted &&
  (!isBallot(note.answer.type) || (note.answer.type === 'consent' && /\S/.test(note.answer.reason ?? '')))

export const readersOf = (note: Contribution): string => groupIdOf(note.meeting, note.group)

/** The author with name: for those who may know it. Undefined where none is stored, or where the ballot is secret. */
export function authorItem(scene: Scene, note: Contribution): AuthorItem | undefined {
  if (note.author === null || isBallot(note.answer.type)) return undefined
  const person = scene.lab.people.get(note.author)
  return { person: note.author, name: person ? nameOf(scene, person.row) : '', sector: person?.sector ?? null }
}

export function entryItem(lab: Lab, id: string): EntryItem | undefined {
  const entry = lab.entries.get(id)
  if (!entry) return undefined
  return {
    id: entry.id,
    block: entry.block,
    text: entry.text,
    position: entry.position,
    compiled: entry.compiled,
    draft: !entry.accepted,
    withheld: entry.withheld,
    rev: entry.rev,
    sources: entry.sources.flatMap((contribution) => {
      const note = lab.contributions.get(contribution)
      return note ? [{ contribution, meeting: note.meeting, group: note.group, zone: note.zone }] : []
    }),
  }
}
