import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { SaidFileFault } from '@telaio/shared/api'
import { ApiProblem } from '@telaio/shared/client'
import { count, say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { useConsole } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { kitHref } from '../shell/route.ts'
import { NameField } from './name-field.tsx'
import { kitsWords as our } from './words.ts'

/** Takes a kit's folder as a zip file; whatever is wrong in it is listed by file and line. */
export function UploadDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { session, go, tell } = useConsole()
  const action = useAction()
  const file = useSignal<File | null>(null)
  const name = useSignal('')
  const asked = useSignal(false)
  const upload = async () => {
    asked.value = true
    const chosen = file.value
    if (!chosen) return
    const wished = name.value.trim()
    const saved = await action.run(async () =>
      session.api.uploadKit(new Uint8Array(await chosen.arrayBuffer()), wished === '' ? undefined : wished),
    )
    if (!saved) return
    tell(say(our.uploaded))
    go(kitHref(saved.name, { part: 'read' }))
  }
  const cause = action.trouble.value?.cause
  const faults = cause instanceof ApiProblem ? cause.fileFaults : []
  return (
    <Dialog title={say(our.uploadTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void upload()
        }}
      >
        <p>{say(our.uploadLead)}</p>
        <Field name="file" label={say(our.file)} wrong={asked.value && !file.value ? say(our.noFile) : null}>
          {(props) => (
            <input
              {...props}
              type="file"
              accept=".zip,application/zip"
              onChange={(event) => (file.value = event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
        <NameField
          label={say(our.uploadName)}
          optional
          value={name.value}
          onChange={(next) => (name.value = next)}
          trouble={action.trouble}
        />
        {faults.length > 0 ? <FileFaults faults={faults} /> : <TroubleNote trouble={action.trouble} fields={['name']} />}
        <FormEnd submit={say(our.uploadNow)} busy={action.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function FileFaults({ faults }: { readonly faults: readonly SaidFileFault[] }): JSX.Element {
  return (
    <div class="callout danger file-faults" role="alert">
      <div>
        <p>
          <strong>{count(faults.length, our.fileFaultsOne, our.fileFaultsMany)}</strong>
        </p>
        <ul>
          {faults.map(({ file, line, message }) => (
            <li key={`${file} ${line} ${message.it}`}>
              <code>{line === null ? file : say(our.fileLine, { file, line })}</code> {say(message)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
