import { say } from '@telaio/shared/ui'
import type { ShownAnswer, ZoneItem } from '@telaio/shared/view'
import type { ComponentChildren, JSX } from 'preact'
import { readableIn } from '../lab/notes.ts'
import { zoneItem } from '../lab/now.ts'
import { carriedTo, groupName } from '../lab/opening.ts'
import { usePanel } from '../panel/context.ts'
import { fieldsFrom, isWritten } from '../writing/answers.ts'
import { draftKey, holdsText } from '../writing/draft.ts'
import { panelWords } from '../words/panel.ts'
import { writingWords as words } from '../words/writing.ts'
import { AnswerText } from './answer-text.tsx'
import { OthersNote } from './others-note.tsx'

/** What a zone starts from, to be read and taken up as the beginning of a new note: what earlier meetings brought, and other zones of this one. */
export function StartFrom({ zone, group }: { readonly zone: ZoneItem; readonly group: string }): JSX.Element | null {
  const { lab } = usePanel()
  const items = lab.items.value
  const carried = carriedTo(items, { meeting: zone.meeting, group, zone: zone.id })
  const here = (zone.from ?? []).flatMap((from) => readableIn(items, from)).filter((note) => note.meeting === zone.meeting)
  const count = carried.length + here.length
  if (count === 0) return null
  return (
    <details class="start-from" open={count <= 3}>
      <summary>
        {say(words.startFrom)} ({count})
      </summary>
      <ul class="notes">
        {carried.map((one) => {
          const from = zoneItem(items, one.from.meeting, one.from.zone)
          return (
            <li key={one.contribution}>
              <article class="note carried">
                <AnswerText answer={one.answer} type={from?.answer} />
                <p class="by muted">
                  <span>
                    {[say(panelWords.meetingN, { n: one.from.meeting }), groupName(items, one.from), from && say(from.title)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {one.late && <span class="badge">{say(words.late)}</span>}
                  {one.takenUp.length > 0 && <span class="badge">{say(words.takenUp)}</span>}
                </p>
                <TakeUp zone={zone} group={group} source={one.contribution} answer={one.answer} />
              </article>
            </li>
          )
        })}
        {here.map((note) => (
          <li key={note.id}>
            <OthersNote note={note}>
              <TakeUp zone={zone} group={group} source={note.id} answer={note.answer} />
            </OthersNote>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface TakeUpProps {
  readonly zone: ZoneItem
  readonly group: string
  readonly source: string
  readonly answer: ShownAnswer
}

/** One text, so that the one can begin the other. */
const isOneText = (type: ShownAnswer['type']): boolean => type === 'cards' || type === 'sentence'

/** Puts it into the field as the beginning of an own note, where the field is free and asks for the like. */
function TakeUp({ zone, group, source, answer }: TakeUpProps): ComponentChildren {
  const { now, writing } = usePanel()
  const drafts = writing.value?.drafts
  const key = draftKey(zone.meeting, group, zone.id)
  const draft = drafts?.all.value[key]
  const free = !draft || !holdsText(draft)
  const like =
    isWritten(zone.answer) &&
    zone.answer.type !== 'table' &&
    (answer.type === zone.answer.type || (isOneText(answer.type) && isOneText(zone.answer.type)))
  if (!free || !like || !now.standing.value.writes) return null
  return (
    <div class="note-actions">
      <button
        type="button"
        class="quiet"
        onClick={() =>
          drafts?.change(
            { key, meeting: zone.meeting, group, zone: zone.id, block: now.block.value?.id ?? '' },
            { fields: fieldsFrom(answer), derivedFrom: source },
          )
        }
      >
        {say(words.takeUp)}
      </button>
    </div>
  )
}
