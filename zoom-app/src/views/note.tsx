import type { ZoneItem } from '@telaio/shared/view'
import { say, SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Place, ShownNote } from '../lab/notes.ts'
import { usePanel } from '../panel/context.ts'
import { fieldsFrom, textOf, type WrittenType } from '../writing/answers.ts'
import { editDraftKey, holdsText } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { AnswerText } from './answer-text.tsx'
import { Icon } from './icon.tsx'
import { NoteEditor } from './later-editor.ts'
import { Sure } from './sure.tsx'

interface Props {
  readonly note: ShownNote
  readonly type: WrittenType
  readonly zone: ZoneItem
  readonly place: Place
  readonly mayCorrect: boolean
}

/** One note with its author and state; mine can be corrected, shown, withdrawn. */
export function Note({ note, type, zone, place, mayCorrect }: Props): JSX.Element {
  const { lab, writing, send, online } = usePanel()
  const [sure, setSure] = useState(false)
  const drafts = writing.value?.drafts
  const draft = drafts?.all.value[editDraftKey(note.id)]
  const sectors = lab.items.value.lab['lab']?.sectors ?? []
  const me = lab.items.value.me['me']
  const sector = sectors.find(({ id }) => id === (note.mine && !note.anonymous ? me?.sector : note.author?.sector))
  // what has no id of the server's yet cannot be named to it
  const there = note.id.startsWith('con_')
  const short = textOf(note.answer).slice(0, 60)
  const named = (action: string) => say(words.actionsOn, { action, text: short })
  const edit = () =>
    drafts?.change(
      { key: editDraftKey(note.id), ...place, block: '' },
      draft && holdsText(draft) ? {} : { fields: fieldsFrom(note.answer), base: fieldsFrom(note.answer) },
    )

  if (draft && there) return <NoteEditor note={note} draft={draft} type={type} zone={zone} />
  return (
    <article
      class={[
        'note',
        sector ? `thread-${sector.thread}` : '',
        note.private ? 'private' : '',
        note.state === 'waiting' ? 'waiting' : '',
      ].join(' ')}
    >
      <AnswerText answer={note.answer} type={zone.answer} />
      <div class="note-foot">
        <p class="by muted">
          {sector && <SectorMark sector={sector} short />}
          <span>
            {note.anonymous
              ? say(words.someone)
              : note.mine
                ? say(words.you)
                : note.author?.name || (sector ? say(sector.title) : say(words.someone))}
          </span>
          {note.mine && note.anonymous && <Badge icon="mask">{say(words.you)}</Badge>}
          {note.private && <Badge icon="lock">{say(words.isPrivate)}</Badge>}
          {note.state !== 'there' && <Badge icon="wait">{say(online.value ? words.isSending : words.isWaiting)}</Badge>}
          {note.late && <Badge>{say(words.late)}</Badge>}
          {note.edited && <Badge>{say(words.isEdited)}</Badge>}
          {note.hidden && <Badge>{say(words.isHidden)}</Badge>}
        </p>
        {there && mayCorrect && !sure && (
          <div class="note-actions">
            <button type="button" class="quiet" aria-label={named(say(words.edit))} onClick={edit}>
              {say(words.edit)}
            </button>
            {note.mine && note.private && (
              <button
                type="button"
                class="quiet"
                aria-label={named(say(words.reveal))}
                onClick={() => send({ type: 'revealNotes', meeting: place.meeting, contributions: [note.id] })}
              >
                {say(words.reveal)}
              </button>
            )}
            {note.mine && (
              <button type="button" class="quiet" aria-label={named(say(words.withdraw))} onClick={() => setSure(true)}>
                {say(words.withdraw)}
              </button>
            )}
          </div>
        )}
      </div>
      {sure && (
        <Sure
          name={named(say(words.withdraw))}
          text={say(words.withdrawSure)}
          yes={say(words.withdraw)}
          onYes={() => send({ type: 'withdrawContribution', contribution: note.id })}
          onNo={() => setSure(false)}
        />
      )}
    </article>
  )
}

const Badge = ({ icon, children }: { readonly icon?: 'lock' | 'wait' | 'mask'; readonly children: string }): JSX.Element => (
  <span class="badge">
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
