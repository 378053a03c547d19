import { useSignal } from '@preact/signals'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import type { ZoneProgress } from '@telaio/shared/conduct'
import { groupWords as our } from '../../words/groups.ts'
import { panelWords } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { NoteCard } from './note-card.tsx'

/** Notes at once in a panel; the rest on request. */
const SHOWN = 8

/** The notes of one zone of a group, newest first. */
export function NoteList({ progress }: { readonly progress: ZoneProgress }): JSX.Element {
  const { zone, notes } = progress
  const most = useSignal(SHOWN)
  const rest = notes.length - most.value
  return (
    <section class="zone" aria-label={`${zone.id} ${say(zone.title)}`}>
      <h3>
        <span class="zone-id">{zone.id}</span> {say(zone.title)}{' '}
        <span class="muted">{notes.length > 0 ? count(notes.length, panelWords.notesOne, panelWords.notesMany) : say(our.none)}</span>
      </h3>
      <ul class="note-list">
        {notes.slice(0, most.value).map((note) => (
          <NoteCard key={note.id} note={note} zone={zone} />
        ))}
      </ul>
      {rest > 0 && (
        <Button small onClick={() => (most.value += SHOWN)}>
          {say(our.moreMany, { n: Math.min(rest, SHOWN) })}
        </Button>
      )}
    </section>
  )
}
