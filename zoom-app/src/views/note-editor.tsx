import type { ZoneItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks'
import type { ShownNote } from '../lab/notes.ts'
import { usePanel } from '../panel/context.ts'
import { answerFrom, faultIn, fieldsFrom, type WrittenType } from '../writing/answers.ts'
import { type Draft, holdsText } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { AnswerText } from './answer-text.tsx'
import { FieldSet } from './fields/field-set.tsx'
import { useToldState } from './use-told-state.ts'

interface Props {
  readonly note: ShownNote
  readonly draft: Draft
  readonly type: WrittenType
  readonly zone: ZoneItem
}

const same = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).filter(([, text]) => text !== '')) ===
  JSON.stringify(Object.entries(b).filter(([, text]) => text !== ''))

/** Corrects a note in its place. Where somebody else of the group changed it meanwhile, both are shown: nobody is overwritten unknowing. */
export function NoteEditor({ note, draft, type, zone }: Props): JSX.Element | null {
  const { writing, send } = usePanel()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [fault, setFault] = useState<ReturnType<typeof faultIn>>(null)
  useLayoutEffect(() => {
    // opened just now; a correction found again after a reload takes no focus
    if (!holdsText(draft)) form.current?.querySelector<HTMLElement>('[data-field]')?.focus()
  }, [])
  const drafts = writing.value?.drafts
  if (!drafts) return null
  const place = { key: draft.key, meeting: draft.meeting, group: draft.group, zone: draft.zone, block: draft.block }
  const theirs = fieldsFrom(note.answer)
  const changed = draft.base !== undefined && !same(theirs, draft.base)
  useToldState(changed ? say(words.changedMeanwhile) : null)
  // read at the moment of the event: a quick hand is ahead of what is drawn
  const written = () => drafts.get(draft.key)?.fields ?? draft.fields
  const submit = (event: Event) => {
    event.preventDefault()
    const fields = written()
    const found = faultIn(type, fields)
    setFault(found)
    if (found) return
    if (!same(fields, theirs)) send({ type: 'editContribution', contribution: note.id, answer: answerFrom(type, fields) })
    drafts.drop(draft.key)
  }
  return (
    <form
      ref={form}
      class="note editing"
      aria-label={say(words.edit)}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        if (event.key === 'Escape') drafts.drop(draft.key)
      }}
    >
      <span id={id} class="visually-hidden">
        {say(words.edit)}
      </span>
      {changed && (
        <div class="strip warn">
          <div>
            <p>{say(words.changedMeanwhile)}</p>
            <AnswerText answer={note.answer} type={zone.answer} />
            <button type="button" class="quiet" onClick={() => drafts.change(place, { fields: theirs, base: theirs })}>
              {say(words.takeTheirs)}
            </button>
          </div>
        </div>
      )}
      <FieldSet
        type={type}
        fields={draft.fields}
        labelledBy={id}
        fault={fault}
        onChange={(field, text) => drafts.change(place, { fields: { ...written(), [field]: text } })}
      />
      {fault && (
        <p class="fault" role="alert">
          {fault.because === 'too-long' ? say(words.tooLong, { over: fault.over ?? 0 }) : say(words.blank)}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {say(words.saveEdit)}
        </button>
        <button type="button" class="quiet" onClick={() => drafts.drop(draft.key)}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  )
}
