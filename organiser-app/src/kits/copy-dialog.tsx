import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { freeId, Slug } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { useAction } from '../lab/use-action.ts'
import { TwoLanguages } from '../planning/two-languages.tsx'
import { useConsole } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { kitHref } from '../shell/route.ts'
import { NameField } from './name-field.tsx'
import { kitsWords as our } from './words.ts'

export interface CopyDialogProps {
  readonly from: string
  readonly title: Bilingual
  /** Names that are in use, as far as this page knows. */
  readonly taken: readonly string[]
  readonly onClose: () => void
}

/** Makes a kit of one's own from another. */
export function CopyDialog({ from, title, taken, onClose }: CopyDialogProps): JSX.Element {
  const { session, go, tell } = useConsole()
  const action = useAction()
  const own = useSignal<Bilingual>({ it: `${title.it} (copia)`, en: `${title.en} (copy)` })
  const name = useSignal(freeId(`${from.slice(0, 34)}-copy`, taken))
  const copy = async () => {
    const { it, en } = own.value
    const saved = await action.run(() => session.api.copyKit({ from, name: name.value.trim(), title: { it: it.trim(), en: en.trim() } }))
    if (!saved) return
    tell(say(our.copied))
    go(kitHref(saved.name, { part: 'edit' }))
  }
  const ready = own.value.it.trim() !== '' && own.value.en.trim() !== '' && Slug.safeParse(name.value.trim()).success
  return (
    <Dialog title={say(our.copyOf, { title: say(title) })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void copy()
        }}
      >
        <TwoLanguages name="title" label={say(our.copyTitle)} value={own.value} onChange={(next) => (own.value = next)} />
        <NameField label={say(our.name)} value={name.value} onChange={(next) => (name.value = next)} trouble={action.trouble} />
        <TroubleNote trouble={action.trouble} fields={['name']} />
        <FormEnd submit={say(our.makeCopy)} busy={action.busy} disabled={!ready} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
