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
import { compileWords as our } from './compile-words.ts'
import { canvasWords } from './words.ts'

interface DialogOf {
  readonly entry: EntryItem
  readonly onClose: () => void
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)

/** Entries one can choose among: those of the same block first. */
function useOthers(entry: EntryItem): EntryItem[] {
  const lab = useLab()
  return Object.values(lab.items.entries.value)
    .filter((one) => one.id !== entry.id && !one.withheld)
    .sort(
      (a, b) =>
        Number(b.block === entry.block) - Number(a.block === entry.block) ||
        Number(a.block.slice(1)) - Number(b.block.slice(1)) ||
        a.position - b.position,
    )
}

function Chooser({
  label,
  name,
  value,
  others,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly others: readonly EntryItem[]
  readonly onChange: (id: string) => void
}): JSX.Element {
  return (
    <Field name={name} label={label}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.block} · {short(one.text)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function MergeDialog({ entry, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const others = useOthers(entry)
  const other = useSignal(others[0]?.id ?? '')
  const joined = (id: string): string => [entry.text, lab.items.entries.value[id]?.text ?? ''].filter(Boolean).join('\n').slice(0, 4000)
  const text = useSignal(joined(other.value))
  const merge = async () => {
    const found = lab.items.entries.value[other.value]
    if (!found) return
    const entries = [entry, found].map(({ id, rev }) => ({ entry: id, rev }))
    if (!(await command.send({ type: 'mergeEntries', entries, text: text.value.trim() }))) return
    tell(say(our.merged))
    onClose()
  }
  return (
    <Dialog title={say(our.mergeTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void merge()
        }}
      >
        <Chooser
          name="other"
          label={say(our.mergeWith)}
          value={other.value}
          others={others}
          onChange={(id) => {
            other.value = id
            text.value = joined(id)
          }}
        />
        <TextField name="text" label={say(our.mergedText)} trouble={command.trouble} mend={canvasWords.badText} text={text} rows={5} />
        <TroubleNote trouble={command.trouble} fields={['text']} />
        <FormEnd submit={say(our.mergeNow)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

export function SplitDialog({ entry, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
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
    const parts = [first.value, second.value].map((text, i) => ({
      text: text.trim(),
      sources: entry.sources.map((one) => one.contribution).filter((id) => given.value[id]?.includes(i)),
    }))
    if (!(await command.send({ type: 'splitEntry', entry: entry.id, rev: entry.rev, parts }))) return
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
        {entry.sources.length > 0 && <p class="hint">{say(our.splitLead)}</p>}
        {part(0, say(our.firstPart), first)}
        {part(1, say(our.secondPart), second)}
        <TroubleNote trouble={command.trouble} fields={['parts.0.text', 'parts.1.text']} />
        <FormEnd submit={say(our.splitNow)} busy={command.busy} onCancel={onClose} />
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

/** Sets an entry, or a note, aside with a reason. */
export function AsideDialog({
  entry,
  note,
  onClose,
}: {
  readonly entry?: EntryItem
  readonly note?: string
  readonly onClose: () => void
}): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const reason = useSignal('')
  const setAside = async () => {
    const done = await command.send({
      type: 'setAside',
      reason: reason.value.trim(),
      contributions: note === undefined ? [] : [note],
      ...(entry === undefined ? {} : { entry: { entry: entry.id, rev: entry.rev } }),
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
        {entry && <blockquote>{entry.text}</blockquote>}
        <p class="hint">{say(entry ? our.asideEntry : our.asideNote)}</p>
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
        <TroubleNote trouble={command.trouble} fields={['reason']} />
        <FormEnd submit={say(our.asideNow)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
