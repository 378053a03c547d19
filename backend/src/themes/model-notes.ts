import { type Contribution, type Lab, lineOf } from '@telaio/shared/lab'
import { seen } from '@telaio/shared/themes'

/** A note says its theme in its beginning; models read no more. */
const TEXT_MAX = 2000

/**
 * The text of a note as a model may read it; null: it is not asked about this note. Never asked about: what is hidden, withdrawn, removed or private, and names of
 * people. Where texts leave the machine, nor about notes whose author chose to be nobody, or has left the lab for good: they never agreed to that.
 */
export function textForModel(lab: Lab, id: string, away: boolean): string | null {
  const note = lab.contributions.get(id)
  if (!note || note.hidden || note.withdrawn || note.redacted || note.private || note.answer.type === 'person') return null
  if (away && isShy(lab, note)) return null
  const text = seen(lineOf(note.answer) ?? '').slice(0, TEXT_MAX)
  return text === '' ? null : text
}

const isShy = (lab: Lab, note: Contribution): boolean =>
  note.author === null ? note.editKey !== null : (lab.people.get(note.author)?.erased ?? true)
