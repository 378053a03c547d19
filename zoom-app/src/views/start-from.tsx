import type { ZoneItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { readableIn } from '../lab/notes.ts'
import { zoneItem } from '../lab/now.ts'
import { usePanel } from '../panel/context.ts'
import { fieldsFrom, isWritten } from '../writing/answers.ts'
import { draftKey, holdsText } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { OthersNote } from './others-note.tsx'

/** What earlier meetings brought to this zone: to be read, and taken up as the beginning of a new note. */
export function StartFrom({ zone, group }: { readonly zone: ZoneItem; readonly group: string }): JSX.Element | null {
  const { lab, now, writing } = usePanel()
  const items = lab.items.value
  const sources = (zone.from ?? [])
    .flatMap((from) => readableIn(items, from))
    .filter((note) => note.meeting < zone.meeting || note.zone !== zone.id)
  if (sources.length === 0) return null
  const key = draftKey(zone.meeting, group, zone.id)
  const drafts = writing.value?.drafts
  const draft = drafts?.all.value[key]
  const free = !draft || !holdsText(draft)
  const takeUp = (note: (typeof sources)[number]) =>
    drafts?.change(
      { key, meeting: zone.meeting, group, zone: zone.id, block: now.block.value?.id ?? '' },
      { fields: fieldsFrom(note.answer), derivedFrom: note.id },
    )
  return (
    <details class="start-from" open={sources.length <= 3}>
      <summary>
        {say(words.startFrom)} ({sources.length})
      </summary>
      <ul class="notes">
        {sources.map((note) => (
          <li key={note.id}>
            <OthersNote note={note}>
              {free &&
                now.standing.value.writes &&
                isWritten(zone.answer) &&
                zoneItem(items, note.meeting, note.zone)?.answer.type === zone.answer.type &&
                zone.answer.type !== 'table' && (
                  <div class="note-actions">
                    <button type="button" class="quiet" onClick={() => takeUp(note)}>
                      {say(words.takeUp)}
                    </button>
                  </div>
                )}
            </OthersNote>
          </li>
        ))}
      </ul>
    </details>
  )
}
