import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Collections, NoteItem } from '@telaio/shared/view'
import type { LabStore } from '../../lab/lab-store.ts'
import { useCommand } from '../../lab/use-action.ts'
import { useConsole, useLab } from '../../shell/context.ts'
import { Dialog, FormEnd } from '../../shell/dialog.tsx'
import { Field, TroubleNote } from '../../shell/field.tsx'
import { TextField } from '../../shell/text-field.tsx'
import { compileWords as our } from '../compile-words.ts'
import { draftLine } from '../entries.ts'
import { canvasWords } from '../words.ts'

type Theme = Collections['themes']
interface DialogOf {
  readonly theme: Theme
  readonly onClose: () => void
}

/** A block of the canvas, or none. */
export function BlockField({
  value,
  onChange,
  none = true,
}: {
  readonly value: string | null
  readonly onChange: (block: string | null) => void
  readonly none?: boolean
}): JSX.Element {
  const lab = useLab()
  const blocks = Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position)
  return (
    <Field name="block" label={say(none ? our.themeBlock : our.intoBlock)}>
      {(props) => (
        <select {...props} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
          {none && <option value="">{say(our.anyBlock)}</option>}
          {blocks.map((block) => (
            <option key={block.id} value={block.id}>
              {block.id} {say(block.title)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function RenameDialog({ theme, onClose }: DialogOf): JSX.Element {
  const command = useCommand()
  const title = useSignal(theme.title)
  const block = useSignal(theme.block)
  const save = async () => {
    if (title.value.trim() === theme.title && block.value === theme.block) return onClose()
    if (await command.send({ type: 'renameTheme', theme: theme.id, rev: theme.rev, title: title.value.trim(), block: block.value }))
      onClose()
  }
  return (
    <Dialog title={say(our.rename)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TitleField title={title} command={command} />
        <BlockField value={block.value} onChange={(one) => (block.value = one)} />
        <TroubleNote trouble={command.trouble} fields={['title']} />
        <FormEnd submit={say(our.saveTheme)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

export function TitleField({
  title,
  command,
}: {
  readonly title: { value: string }
  readonly command: ReturnType<typeof useCommand>
}): JSX.Element {
  return (
    <Field name="title" label={say(our.themeTitle)} trouble={command.trouble} mend={our.badTitle}>
      {(props) => (
        <input {...props} required maxLength={300} value={title.value} onInput={(event) => (title.value = event.currentTarget.value)} />
      )}
    </Field>
  )
}

export function MergeThemeDialog({ theme, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const others = Object.values(lab.items.themes.value).filter(({ id }) => id !== theme.id)
  const from = useSignal(others[0]?.id ?? '')
  const merge = async () => {
    const other = lab.items.themes.value[from.value]
    if (!other) return
    if (!(await command.send({ type: 'mergeThemes', theme: theme.id, rev: theme.rev, from: other.id, fromRev: other.rev }))) return
    tell(say(our.themesMerged))
    onClose()
  }
  return (
    <Dialog title={say(our.mergeTheme)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void merge()
        }}
      >
        <Field name="from" label={say(our.mergeThemeInto)}>
          {(props) => (
            <select {...props} value={from.value} onChange={(event) => (from.value = event.currentTarget.value)}>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title || say(our.nameless)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TroubleNote trouble={command.trouble} />
        <FormEnd submit={say(our.mergeNow)} busy={command.busy} disabled={others.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

const lineIn = (lab: LabStore, note: NoteItem | undefined): string =>
  note ? draftLine(note, lab.items.zones.value, lab.lab.value?.language ?? 'it') : say(canvasWords.sourceGone)

export function SplitThemeDialog({ theme, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const title = useSignal('')
  const chosen = useSignal<readonly string[]>([])
  const split = async () => {
    const contributions = [...chosen.value]
    if (!(await command.send({ type: 'splitTheme', theme: theme.id, rev: theme.rev, title: title.value.trim(), contributions }))) return
    tell(say(our.themeSplit))
    onClose()
  }
  return (
    <Dialog title={say(our.splitTheme)} onClose={onClose} wide>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <TitleField title={title} command={command} />
        <fieldset class="ticks">
          <legend>{say(our.splitChoose)}</legend>
          {theme.notes.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.value.includes(id)}
                onChange={(event) =>
                  (chosen.value = event.currentTarget.checked ? [...chosen.value, id] : chosen.value.filter((one) => one !== id))
                }
              />
              <span>{lineIn(lab, lab.items.notes.value[id])}</span>
            </label>
          ))}
        </fieldset>
        <TroubleNote trouble={command.trouble} fields={['title']} />
        <FormEnd submit={say(our.splitNow)} busy={command.busy} disabled={chosen.value.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** A theme becomes a line of the canvas, with its notes as sources. */
export function EntryFromTheme({ theme, onClose }: DialogOf): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const text = useSignal(theme.title)
  const block = useSignal(theme.block ?? Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position)[0]?.id ?? '')
  const add = async () => {
    // notes that were hidden or withdrawn since are no sources any more
    const sources = theme.notes.filter((id) => lab.items.notes.value[id] && !lab.items.notes.value[id].hidden).slice(0, 500)
    if (!(await command.send({ type: 'addEntry', block: block.value, text: text.value.trim(), sources }))) return
    tell(say(canvasWords.added))
    onClose()
  }
  return (
    <Dialog title={say(our.entryFromTheme)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField name="text" label={say(canvasWords.newText)} trouble={command.trouble} mend={canvasWords.badText} text={text} rows={3} />
        <BlockField none={false} value={block.value} onChange={(one) => (block.value = one ?? block.value)} />
        <TroubleNote trouble={command.trouble} fields={['text']} />
        <FormEnd submit={say(our.fromTheme)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
