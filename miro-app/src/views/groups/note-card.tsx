import { useSignal } from '@preact/signals'
import { language, noteLine, noteParts, say } from '@telaio/shared/ui'
import type { NoteItem, ZoneItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { groupWords as our } from '../../words/groups.ts'
import { panelWords } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { Since } from '../parts/since.tsx'
import { useNotePlace } from './use-note-place.ts'

/** A note with its author as far as a facilitator may know, and the ways to it on the board. */
export function NoteCard({ note, zone }: { readonly note: NoteItem; readonly zone: ZoneItem | undefined }): JSX.Element {
  const { lab } = usePanel()
  const place = useNotePlace(note)
  const author = lab.items.authors.value[note.id]
  const line = short(noteLine(note, zone, language.value))
  const asking = useSignal<'hide' | 'redact' | null>(null)
  return (
    <li class="note">
      {noteParts(note.answer, zone, language.value).map(({ id, label, text }) => (
        <p key={id} class="note-text">
          {label && <span class="note-label">{say(label)}</span>}
          {text}
        </p>
      ))}
      <p class="muted note-by">
        {note.onBoard ? say(panelWords.writtenOnBoard) : note.anonymous ? say(panelWords.anonymous) : (author?.name ?? '')}
        {' · '}
        <Since at={note.editedAt ?? note.at} />
        {note.late && ` · ${say(our.late)}`}
        {note.shared && ` · ${say(our.shared)}`}
      </p>
      <div class="buttons">
        {place && (
          <GoButton
            spot={place}
            kind="quiet"
            text={say(place.exact ? our.goToNote : our.goNear)}
            label={say(place.exact ? our.goToNoteOf : our.goNearOf, { text: line })}
          />
        )}
        {lab.may('hideContribution') && (
          <Button small kind="quiet" label={say(our.hideOf, { text: line })} onClick={() => (asking.value = 'hide')}>
            {say(our.hide)}
          </Button>
        )}
        {lab.may('redact') && (
          <Button small kind="quiet" label={say(our.redactOf, { text: line })} onClick={() => (asking.value = 'redact')}>
            {say(our.redactShort)}
          </Button>
        )}
      </div>
      {asking.value && <TakeAway note={note} how={asking.value} line={line} onClose={() => (asking.value = null)} />}
    </li>
  )
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

interface TakeAwayProps {
  readonly note: NoteItem
  readonly how: 'hide' | 'redact'
  readonly line: string
  readonly onClose: () => void
}

function TakeAway({ note, how, line, onClose }: TakeAwayProps): JSX.Element {
  const { tell } = usePanel()
  const command = useCommand()
  const isHide = how === 'hide'
  const take = async (): Promise<void> => {
    if (!(await command.send(isHide ? { type: 'hideContribution', contribution: note.id } : { type: 'redact', contribution: note.id })))
      return
    onClose()
    tell(say(isHide ? our.hidden : our.redacted))
  }
  return (
    <Confirm
      title={say(isHide ? our.hideTitle : our.redactTitle)}
      yes={say(isHide ? our.hide : our.redact)}
      isDanger={!isHide}
      action={command}
      onYes={() => void take()}
      onClose={onClose}
    >
      <blockquote>{line}</blockquote>
      <p>{say(isHide ? our.hideText : our.redactText)}</p>
    </Confirm>
  )
}
