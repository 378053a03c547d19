import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { groupName } from '../lab/group-name.ts'
import { NoteCard } from '../outputs/note-card.tsx'
import { useLab } from '../shell/context.ts'
import { hrefOf } from '../shell/route.ts'
import { conductWords as our } from './words.ts'

/** As many as fit a screen or two: the rest is on the outputs page. */
const SHOWN = 20

/** What was written last, newest first, with what can be done about it. */
export function NoteStream({ meeting }: { readonly meeting: number }): JSX.Element {
  const lab = useLab()
  const latest = useComputed(() =>
    Object.values(lab.items.notes.value)
      .filter((note) => note.meeting === meeting)
      .sort((a, b) => ((a.editedAt ?? a.at) < (b.editedAt ?? b.at) ? 1 : -1))
      .slice(0, SHOWN),
  )
  return (
    <section aria-labelledby="stream">
      <div class="section-head">
        <h2 id="stream">{say(our.stream)}</h2>
        {latest.value.length > 0 && <a href={hrefOf(lab.id, { room: 'meeting', meeting, tab: 'outputs' })}>{say(our.streamMore)}</a>}
      </div>
      {latest.value.length === 0 ? (
        <p class="muted">{say(our.streamEmpty)}</p>
      ) : (
        <ul class="notes stream">
          {latest.value.map((note) => (
            <NoteCard key={note.id} note={note} place={`${groupName(lab.items.groups.value, note.meeting, note.group)}, ${note.zone}`} />
          ))}
        </ul>
      )}
    </section>
  )
}
