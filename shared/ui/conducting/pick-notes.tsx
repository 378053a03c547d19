import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Collections } from '../../view/index.ts'
import { count, language, say } from '../language.ts'
import { noteParts } from '../note-parts.ts'
import { conductingWords as words } from './words.ts'

export interface PickNotesProps {
  readonly zones: readonly Collections['zones'][]
  /** Those that can be chosen. */
  readonly notes: readonly Collections['notes'][]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Notes by zone, each with a box to tick. */
export function PickNotes({ zones, notes, chosen, onChoose }: PickNotesProps): JSX.Element {
  const id = useId()
  const toggle = (note: string, isIn: boolean): void => {
    const next = new Set(chosen)
    if (isIn) next.add(note)
    else next.delete(note)
    onChoose(next)
  }
  return (
    <div class="pick-notes" role="group" aria-labelledby={id}>
      <p id={id}>{count(chosen.size, words.pickedOne, words.picked)}</p>
      {zones.map((zone) => {
        const here = notes.filter((note) => note.zone === zone.id)
        return (
          here.length > 0 && (
            <fieldset key={zone.id}>
              <legend>
                {zone.id} {say(zone.title)}
              </legend>
              {here.map((note) => (
                <label key={note.id} class="choice">
                  <input
                    type="checkbox"
                    checked={chosen.has(note.id)}
                    onChange={({ currentTarget }) => toggle(note.id, currentTarget.checked)}
                  />
                  <span>
                    {noteParts(note.answer, zone, language.value)
                      .map(({ text }) => text)
                      .join(' – ')}
                  </span>
                </label>
              ))}
            </fieldset>
          )
        )
      })}
    </div>
  )
}
