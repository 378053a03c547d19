import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, language, noteLine, say } from '@telaio/shared/ui'
import type { EntryItem, NoteItem } from '@telaio/shared/view'
import { NoteOnBoard } from '../boards/note-on-board.tsx'
import { groupName } from '../lab/group-name.ts'
import { useCommand } from '../lab/use-action.ts'
import { NoteText } from '../outputs/note-card.tsx'
import { SectorOf } from '../people/sector-counts.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { curateWords } from './curate-words.ts'
import { draftLine } from './entries.ts'
import { canvasWords as our } from './words.ts'

/** "Who said so, where, when?": the notes behind an entry, drawn once somebody asks. */
export function EntrySources({ entry }: { readonly entry: EntryItem }): JSX.Element {
  const lab = useLab()
  const open = useSignal(false)
  if (entry.sources.length === 0) return <p class="sources none muted">{say(our.byHand)}</p>
  // a draft is a note word for word; once reworded it is somebody's own line, with its sources
  const asWritten = entry.sources.some(({ contribution }) => {
    const note = lab.items.notes.value[contribution]
    return note !== undefined && draftLine(note, lab.items.zones.value, lab.lab.value?.language ?? 'it') === entry.text
  })
  return (
    <details class="sources" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        {count(entry.sources.length, our.sourcesOne, our.sourcesMany)}
        {entry.draft && <span class="flag to-see">{say(curateWords.toSee)}</span>}
        {asWritten && <span class="flag">{say(our.draft)}</span>}
      </summary>
      {open.value && (
        <ul class="notes">
          {entry.sources.map((source) => (
            <Source key={source.contribution} entry={entry} source={source} />
          ))}
        </ul>
      )}
    </details>
  )
}

function Source({ entry, source }: { readonly entry: EntryItem; readonly source: EntryItem['sources'][number] }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const note = lab.items.notes.value[source.contribution]
  const zone = lab.items.zones.value[`m${source.meeting}/${source.zone}`]
  const place = say(our.sourcePlace, {
    group: groupName(lab.items.groups.value, source.meeting, source.group),
    n: source.meeting,
    zone: `${source.zone}${zone ? ` ${say(zone.title)}` : ''}`,
  })
  const detach = async () => {
    const sources = entry.sources.map((one) => one.contribution).filter((id) => id !== source.contribution)
    if (await command.send({ type: 'editEntry', entry: entry.id, rev: entry.rev, sources })) tell(say(our.dropped))
  }
  return (
    <li class="note source">
      {note ? <NoteText note={note} /> : <p class="muted">{say(our.sourceGone)}</p>}
      <p class="note-foot">
        <span>{place}</span>
        {note && <AuthorAsConsented note={note} />}
        {note && <NoteOnBoard note={note} text={noteLine(note, zone, language.value)} />}
      </p>
      <TroubleNote trouble={command.trouble} />
      {lab.may('editEntry') && (
        <Button kind="quiet" small busy={command.busy} onClick={() => void detach()}>
          {say(our.dropSource)}
        </Button>
      )}
    </li>
  )
}

/** A canvas goes out into the world: an author appears there by name only where they said yes. */
function AuthorAsConsented({ note }: { readonly note: NoteItem }): JSX.Element {
  const lab = useLab()
  if (note.onBoard) return <span>{say(our.writtenOnBoard)}</span>
  if (note.anonymous) return <span>{say(our.anonymous)}</span>
  const author = lab.items.authors.value[note.id]
  const person = author?.person === undefined ? undefined : lab.items.people.value[author.person]
  const named = person?.consents.name === true && !person.erased
  return (
    <span class="author">
      <SectorOf sector={author?.sector ?? null} short={named} />
      {named ? (
        <>
          {' '}
          {person.name} <span class="muted">({say(our.named)})</span>
        </>
      ) : (
        <span class="muted"> ({say(our.noName)})</span>
      )}
    </span>
  )
}
