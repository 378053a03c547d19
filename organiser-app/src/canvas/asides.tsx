import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Collections, NoteItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { NoteText } from '../outputs/note-card.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { usePaged } from '../shell/paged.tsx'
import { compileWords as our } from './compile-words.ts'
import { whoIs } from './who.ts'

/** Notes drawn at a time. */
const STEP = 20

/** Notes that somebody set aside: which, who, why, and the way back. */
export function Asides({ notes }: { readonly notes: readonly NoteItem[] }): JSX.Element | null {
  const lab = useLab()
  const { shown, more } = usePaged(notes, STEP)
  if (notes.length === 0) return null
  return (
    <details class="asides">
      <summary>
        <h2>
          {say(our.asides)} <span class="badge plain">{notes.length}</span>
        </h2>
      </summary>
      <ul class="notes">
        {shown.map((note) => {
          const aside = lab.items.asides.value[note.id]
          return aside ? <AsideNote key={note.id} note={note} aside={aside} /> : null
        })}
      </ul>
      {more((n) => say(our.moreHere, { n }))}
    </details>
  )
}

function AsideNote({ note, aside }: { readonly note: NoteItem; readonly aside: Collections['asides'] }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const takeUp = async () => {
    if (await command.send({ type: 'takeUp', contribution: note.id })) tell(say(our.takenUp))
  }
  return (
    <li class="note">
      <NoteText note={note} />
      <p class="note-foot">{say(our.asideBy, { name: whoIs(lab, aside.by), reason: aside.reason })}</p>
      <TroubleNote trouble={command.trouble} />
      {lab.may('takeUp') && (
        <Button small busy={command.busy} onClick={() => void takeUp()}>
          {say(our.takeUp)}
        </Button>
      )}
    </li>
  )
}
