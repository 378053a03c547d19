import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import { useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { PREVIEWS, type PreviewName } from './names.ts'
import { useRest } from './review.ts'
import { documentWords as our } from './words.ts'

/** The poster, the map or the manifesto as it would be printed now. */
export function Preview({ language }: { readonly language: Language }): JSX.Element {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  const name = useSignal<PreviewName>('poster')
  const url = useSignal<string | null>(null)
  const shown = name.value
  const { entries, documents, canvasBlocks } = lab.items
  useRest(
    action,
    async (isHere) => {
      const file = await action.run(async () => (await session.api.file(lab.id, `/documents/${shown}.${language}.svg`)).blob())
      if (!file || !isHere()) return
      if (url.value !== null) URL.revokeObjectURL(url.value)
      url.value = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
    },
    [shown, language, entries.value, documents.value, canvasBlocks.value],
    url.value === null,
  )
  useEffect(
    () => () => {
      if (url.value !== null) URL.revokeObjectURL(url.value)
    },
    [],
  )
  const label = say(PREVIEWS.find(([one]) => one === shown)?.[1] ?? our.poster)
  return (
    <section class="card document-preview" aria-labelledby="documents-preview">
      <h2 id="documents-preview">{say(our.preview)}</h2>
      <Field name="preview" label={say(our.previewOf)}>
        {(props) => (
          <select {...props} value={shown} onChange={(event) => (name.value = event.currentTarget.value as PreviewName)}>
            {PREVIEWS.map(([one, words]) => (
              <option key={one} value={one}>
                {say(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p class="hint">{say(our.previewHint)}</p>
      <TroubleNote trouble={action.trouble} />
      <p class="visually-hidden" role="status">
        {action.busy.value ? say(our.drawing) : url.value === null ? '' : say(our.drawn)}
      </p>
      {url.value === null ? (
        <p class="loading">{say(our.drawing)}</p>
      ) : (
        <div class="document-frame">
          <img src={url.value} alt={say(our.previewAlt, { name: label })} aria-busy={action.busy.value} />
        </div>
      )}
    </section>
  )
}
