import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LinkKind } from '@telaio/shared/lab'
import { language, noteLine, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { LINK_WORDS } from '@telaio/shared/words'
import { useCommand } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { TextField } from '../shell/text-field.tsx'
import { ChangedMeanwhile, useAsSeen, useWritingOver } from './as-seen.tsx'
import { refOf } from './choice.ts'
import { compileWords as our } from './compile-words.ts'
import { Chooser, short, useOthers } from './entry-chooser.tsx'
import { canvasWords } from './words.ts'

/** Entries that are read again in full before they are set aside. */
const ASIDE_SHOWN = 4

interface DialogOf {
  readonly entry: EntryItem
  readonly onClose: () => void
}

export function SplitDialog({ entry, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const seen = useAsSeen([entry])
  useWritingOver(entry.id)
  const first = useSignal(entry.text)
  const second = useSignal('')
  /** Which parts each source goes to. */
  const given = useSignal<Readonly<Record<string, readonly number[]>>>(
    Object.fromEntries(entry.sources.map(({ contribution }) => [contribution, [0]])),
  )
  const lineOfNote = (id: string): string => {
    const note = lab.items.notes.value[id]
    return note ? noteLine(note, lab.items.zones.value[`m${note.meeting}/${note.zone}`], language.value) : say(canvasWords.sourceGone)
  }
  const split = async () => {
    const [read] = seen.entries
    if (!read) return
    const parts = [first.value, second.value].map((text, i) => ({
      text: text.trim(),
      sources: entry.sources.map((one) => one.contribution).filter((id) => given.value[id]?.includes(i)),
    }))
    if (!(await command.send({ type: 'splitEntry', ...refOf(read), parts }))) return
    tell(say(our.splitDone))
    onClose()
  }
  const part = (i: number, label: string, text: typeof first) => (
    <>
      <TextField name={`parts.${i}.text`} label={label} trouble={command.trouble} mend={canvasWords.badText} text={text} rows={3} />
      {entry.sources.length > 0 && (
        <fieldset class="ticks">
          <legend>{say(our.sourcesOf)}</legend>
          {entry.sources.map(({ contribution: id }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={given.value[id]?.includes(i) ?? false}
                onChange={(event) => {
                  const others = (given.value[id] ?? []).filter((one) => one !== i)
                  given.value = { ...given.value, [id]: event.currentTarget.checked ? [...others, i] : others }
                }}
              />
              <span>{short(lineOfNote(id))}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
  return (
    <Dialog title={say(our.splitTitle)} onClose={onClose} wide>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <ChangedMeanwhile
          seen={seen}
          onAgain={() => {
            const [now] = seen.again()
            if (!now) return onClose()
            first.value = now.text
            given.value = Object.fromEntries(now.sources.map(({ contribution }) => [contribution, given.value[contribution] ?? [0]]))
          }}
        />
        {entry.sources.length > 0 && <p class="hint">{say(our.splitLead)}</p>}
        {part(0, say(our.firstPart), first)}
        {part(1, say(our.secondPart), second)}
        {seen.changed.length === 0 && <TroubleNote trouble={command.trouble} fields={['parts.0.text', 'parts.1.text']} />}
        <FormEnd submit={say(our.splitNow)} busy={command.busy} disabled={seen.changed.length > 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

export function LinkDialog({ entry, onClose }: DialogOf): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const others = useOthers(entry)
  const other = useSignal(others[0]?.id ?? '')
  const kind = useSignal<LinkKind>('leads-to')
  const link = async () => {
    if (!(await command.send({ type: 'linkEntries', from: entry.id, to: other.value, kind: kind.value }))) return
    tell(say(our.linked))
    onClose()
  }
  return (
    <Dialog title={say(our.linkTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        <blockquote>{entry.text}</blockquote>
        <Field name="kind" label={say(our.linkKind)}>
          {(props) => (
            <select {...props} value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value as LinkKind)}>
              {Object.entries(LINK_WORDS).map(([id, words]) => (
                <option key={id} value={id}>
                  {say(words)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Chooser name="to" label={say(our.linkTo)} value={other.value} others={others} onChange={(id) => (other.value = id)} />
        <TroubleNote trouble={command.trouble} />
        <FormEnd submit={say(our.linkNow)} busy={command.busy} disabled={others.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** Sets entries, or a note, aside with a reason. */
export function AsideDialog({
  entries = [],
  note,
  onClose,
}: {
  readonly entries?: readonly EntryItem[]
  readonly note?: string
  readonly onClose: () => void
}): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const seen = useAsSeen(entries)
  const reason = useSignal('')
  const setAside = async () => {
    const done = await command.send({
      type: 'setAside',
      reason: reason.value.trim(),
      contributions: note === undefined ? [] : [note],
      ...(seen.entries.length === 0 ? {} : { entries: seen.entries.map(refOf) }),
    })
    if (!done) return
    tell(say(our.asideDone))
    onClose()
  }
  return (
    <Dialog title={say(our.asideTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void setAside()
        }}
      >
        {seen.entries.slice(0, ASIDE_SHOWN).map((entry) => (
          <blockquote key={entry.id}>{entry.text}</blockquote>
        ))}
        {seen.entries.length > ASIDE_SHOWN && <p class="muted">{say(our.andMore, { n: seen.entries.length - ASIDE_SHOWN })}</p>}
        <ChangedMeanwhile
          seen={seen}
          onAgain={() => {
            if (seen.again().length === 0 && note === undefined) onClose()
          }}
        />
        <p class="hint">{say(note === undefined ? (entries.length > 1 ? our.asideEntries : our.asideEntry) : our.asideNote)}</p>
        <Field name="reason" label={say(our.reason)} trouble={command.trouble} mend={our.badReason}>
          {(props) => (
            <input
              {...props}
              required
              maxLength={300}
              value={reason.value}
              onInput={(event) => (reason.value = event.currentTarget.value)}
            />
          )}
        </Field>
        {seen.changed.length === 0 && <TroubleNote trouble={command.trouble} fields={['reason']} />}
        <FormEnd submit={say(our.asideNow)} busy={command.busy} disabled={seen.changed.length > 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
