import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { language, noteParts, say } from '@telaio/shared/ui'
import type { NoteItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { SectorOf } from '../people/sector-counts.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { timeText } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Menu } from '../shell/menu.tsx'
import { outputWords as our } from './words.ts'

/** What a note says, part by part. */
export function NoteText({ note }: { readonly note: NoteItem }): JSX.Element {
  const lab = useLab()
  const zone = lab.items.zones.value[`m${note.meeting}/${note.zone}`]
  const parts = noteParts(note.answer, zone, language.value)
  const lane = zone?.lanes?.find((one) => one.id === note.lane)
  return (
    <>
      {lane && <p class="note-lane">{say(lane.title)}</p>}
      {parts.map((part, i) =>
        part.label === null ? (
          <p class="note-text" key={i}>
            {part.text}
          </p>
        ) : (
          <p class="note-text part" key={i}>
            <span class="muted">{say(part.label)}</span>
            {part.text}
          </p>
        ),
      )}
    </>
  )
}

/** Who wrote it, as far as those who run the lab may know. */
export function NoteAuthor({ note }: { readonly note: NoteItem }): JSX.Element {
  const lab = useLab()
  if (note.onBoard) return <span>{say(our.writtenOnBoard)}</span>
  if (note.anonymous) return <span>{say(our.anonymous)}</span>
  const author = lab.items.authors.value[note.id]
  if (!author) return <></>
  return (
    <span class="author">
      <SectorOf sector={author.sector} short /> {author.name || say(our.erasedAuthor)}
    </span>
  )
}

export interface NoteCardProps {
  readonly note: NoteItem
  /** The group's name and zone, where the list does not already say them. */
  readonly place?: string
}

/** A note with its author, its flags, and what those who conduct may do with it. */
export function NoteCard({ note, place }: NoteCardProps): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const redacting = useSignal(false)
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const flags = [
    note.hidden ? say(our.hidden) : null,
    note.shared ? say(our.inPlenary) : null,
    note.late ? say(our.late) : null,
    note.editedAt !== null ? say(our.edited) : null,
    note.derivedFrom !== null ? say(our.derived) : null,
  ].filter((one) => one !== null)
  const hide = async (hidden: boolean): Promise<void> => {
    if (await command.send({ type: hidden ? 'hideContribution' : 'unhideContribution', contribution: note.id }))
      tell(say(hidden ? our.hiddenDone : our.shownAgain), () => void hide(!hidden))
  }
  const share = async () => {
    if (await command.send({ type: 'shareNotes', meeting: note.meeting, contributions: [note.id] })) tell(say(our.shared))
  }
  const redact = async () => {
    if (!(await command.send({ type: 'redact', contribution: note.id }))) return
    tell(say(our.redacted))
    redacting.value = false
  }
  return (
    <li class={note.hidden ? 'note hidden-note' : 'note'}>
      <NoteText note={note} />
      <p class="note-foot">
        <NoteAuthor note={note} />
        {place !== undefined && <span>{place}</span>}
        <span class="time">{timeText(note.at, zone)}</span>
        {flags.map((flag) => (
          <span class="flag" key={flag}>
            {flag}
          </span>
        ))}
      </p>
      {lab.may('redact') && (
        <Menu label={say(our.actions)}>
          {lab.may('shareNotes') && !note.shared && note.group !== 'all' && !note.hidden && (
            <button type="button" onClick={() => void share()}>
              {say(our.share)}
            </button>
          )}
          {lab.may('hideContribution') && (
            <button type="button" onClick={() => void hide(!note.hidden)}>
              {say(note.hidden ? our.unhide : our.hide)}
            </button>
          )}
          <button type="button" class="danger" onClick={() => (redacting.value = true)}>
            {say(our.redact)}
          </button>
        </Menu>
      )}
      {!redacting.value && <TroubleNote trouble={command.trouble} />}
      {redacting.value && (
        <Confirm
          title={say(our.redactTitle)}
          yes={say(our.redactNow)}
          danger
          action={command}
          onYes={() => void redact()}
          onClose={() => (redacting.value = false)}
        >
          <blockquote>
            <NoteText note={note} />
          </blockquote>
          <ul class="plain-list">
            <li>{say(our.redact1)}</li>
            <li>{say(our.redact2)}</li>
            <li>{say(our.redact3)}</li>
          </ul>
        </Confirm>
      )}
    </li>
  )
}
