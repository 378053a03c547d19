import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { EntryItem, NoteItem } from '@telaio/shared/view'
import { groupName } from '../lab/group-name.ts'
import { useCommand } from '../lab/use-action.ts'
import { NoteAuthor, NoteText } from '../outputs/note-card.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { usePaged } from '../shell/paged.tsx'
import { Asides } from './asides.tsx'
import { compileWords } from './compile-words.ts'
import { draftLine, unusedNotes } from './entries.ts'
import { AsideDialog } from './entry-dialogs.tsx'
import { canvasWords as our } from './words.ts'

/** Notes drawn at a time. */
const STEP = 30

/** Notes that lead to this block and that no entry cites: nobody's voice is dropped unseen. */
export function UnusedNotes({ block, entries }: { readonly block: string; readonly entries: readonly EntryItem[] }): JSX.Element {
  const lab = useLab()
  const { notes: all, zones, asides } = lab.items
  const notes = unusedNotes(block, entries, all.value, zones.value, asides.value)
  const aside = unusedNotes(block, entries, all.value, zones.value).filter(({ id }) => asides.value[id] !== undefined)
  const { shown, more } = usePaged(notes, STEP)
  return (
    <section class="unused" aria-labelledby="unused">
      <h2 id="unused">
        {say(our.unused)} <span class="badge plain">{notes.length}</span>
      </h2>
      <p class="hint">{say(notes.length === 0 ? our.allUsed : our.unusedText)}</p>
      <ul class="notes">
        {shown.map((note) => (
          <Unused key={note.id} note={note} block={block} entries={entries} />
        ))}
      </ul>
      {more((n) => say(our.moreNotes, { n }))}
      <Asides notes={aside} />
    </section>
  )
}

function Unused({
  note,
  block,
  entries,
}: {
  readonly note: NoteItem
  readonly block: string
  readonly entries: readonly EntryItem[]
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const choosing = useSignal(false)
  const settingAside = useSignal(false)
  const place = say(our.sourcePlace, {
    group: groupName(lab.items.groups.value, note.meeting, note.group),
    n: note.meeting,
    zone: note.zone,
  })
  const make = async () => {
    // the same line that compiling would draft
    const text = draftLine(note, lab.items.zones.value, lab.lab.value?.language ?? 'it')
    if (text !== '' && (await command.send({ type: 'addEntry', block, text, sources: [note.id] }))) tell(say(our.added))
  }
  const addTo = async (entry: EntryItem) => {
    const sources = [...entry.sources.map((one) => one.contribution), note.id]
    if (!(await command.send({ type: 'editEntry', entry: entry.id, rev: entry.rev, sources }))) return
    tell(say(our.sourceAdded))
    choosing.value = false
  }
  const told = entries.filter((entry) => !entry.withheld)
  return (
    <li class="note">
      <NoteText note={note} />
      <p class="note-foot">
        <NoteAuthor note={note} />
        <span>{place}</span>
      </p>
      {!choosing.value && <TroubleNote trouble={command.trouble} />}
      {lab.may('addEntry') && (
        <div class="buttons">
          <Button small busy={command.busy} onClick={() => void make()}>
            {say(our.makeEntry)}
          </Button>
          {told.length > 0 && (
            <Button small kind="quiet" onClick={() => (choosing.value = true)}>
              {say(our.addTo)}
            </Button>
          )}
          <Button small kind="quiet" onClick={() => (settingAside.value = true)}>
            {say(compileWords.aside)}
          </Button>
        </div>
      )}
      {settingAside.value && <AsideDialog note={note.id} onClose={() => (settingAside.value = false)} />}
      {choosing.value && (
        <Dialog title={say(our.addToTitle)} onClose={() => (choosing.value = false)}>
          <TroubleNote trouble={command.trouble} />
          <ul class="move-list">
            {told.map((entry) => (
              <li key={entry.id}>
                <button type="button" onClick={() => void addTo(entry)}>
                  {entry.text}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </li>
  )
}
