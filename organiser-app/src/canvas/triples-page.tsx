import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { TriplePart } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { NoteItem } from '@telaio/shared/view'
import { groupName } from '../lab/group-name.ts'
import { useCommand } from '../lab/use-action.ts'
import { NoteAuthor, NoteText } from '../outputs/note-card.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { TextField } from '../shell/text-field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { usePaged } from '../shell/paged.tsx'
import { CanvasTabs } from './canvas-tabs.tsx'
import { compileWords as our, partWords } from './compile-words.ts'
import { missingParts } from './entries.ts'
import { whoIs } from './who.ts'
import { canvasWords } from './words.ts'

/** Triples drawn at a time. */
const STEP = 20

/** Triples that lack a part, to be completed by an organiser; and those that were. */
export function TriplesPage(): JSX.Element {
  const lab = useLab()
  const all = useComputed(() =>
    Object.values(lab.items.notes.value)
      .filter((note) => note.answer.type === 'triple' && !note.hidden)
      .sort((a, b) => a.meeting - b.meeting || (a.at < b.at ? -1 : 1)),
  )
  const missing = all.value.filter((note) => missingParts(note).length > 0)
  const completed = all.value.filter((note) => note.completed !== undefined)
  const { shown, more } = usePaged(missing, STEP)
  return (
    <Page title={say(our.tabTriples)} lead={say(our.triplesLead)}>
      <CanvasTabs here="triples" />
      <OrganisersOnly />
      <section aria-labelledby="missing">
        <h2 id="missing">
          {say(our.triplesMissing)} <span class="badge plain">{missing.length}</span>
        </h2>
        {missing.length === 0 && <p class="hint">{say(our.triplesWhole)}</p>}
        <ul class="notes triples">
          {shown.map((note) => (
            <Triple key={note.id} note={note} />
          ))}
        </ul>
        {more((n) => say(our.moreHere, { n }))}
      </section>
      {completed.length > 0 && (
        <section aria-labelledby="completed">
          <h2 id="completed">{say(our.triplesCompleted)}</h2>
          <ul class="notes triples">
            {completed.map((note) => (
              <Triple key={note.id} note={note} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Triple({ note }: { readonly note: NoteItem }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const place = say(canvasWords.sourcePlace, {
    group: groupName(lab.items.groups.value, note.meeting, note.group),
    n: note.meeting,
    zone: note.zone,
  })
  return (
    <li class="note">
      <NoteText note={note} />
      <p class="note-foot">
        <NoteAuthor note={note} />
        <span>{place}</span>
      </p>
      {Object.entries(note.completed ?? {}).map(([part, by]) => (
        <p class="note-foot" key={part}>
          <span class="flag">{say(our.completedBy, { part: say(partWords[part as TriplePart]), name: whoIs(lab, by) })}</span>
          {lab.may('completeTriple') && (
            <Button
              small
              kind="quiet"
              busy={command.busy}
              onClick={() => void command.send({ type: 'completeTriple', contribution: note.id, part: part as TriplePart, text: '' })}
            >
              {say(our.takeBackPart)}
            </Button>
          )}
        </p>
      ))}
      <TroubleNote trouble={command.trouble} />
      {lab.may('completeTriple') && missingParts(note).map((part) => <Missing key={part} note={note} part={part} />)}
    </li>
  )
}

function Missing({ note, part }: { readonly note: NoteItem; readonly part: TriplePart }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const text = useSignal('')
  const fill = async () => {
    if (await command.send({ type: 'completeTriple', contribution: note.id, part, text: text.value.trim() })) tell(say(our.filledIn))
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void fill()
      }}
    >
      <TextField
        name="text"
        label={say(our.missingPart, { part: say(partWords[part]) })}
        trouble={command.trouble}
        mend={our.badPart}
        text={text}
        rows={2}
      />
      <TroubleNote trouble={command.trouble} fields={['text']} />
      <Button type="submit" small busy={command.busy}>
        {say(our.fillIn)}
      </Button>
    </form>
  )
}
