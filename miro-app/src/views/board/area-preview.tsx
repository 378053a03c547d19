import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { sheetWords as our } from '../../words/sheets.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** What placing would put on the board, drawn by the server, which knows the whole lab. Fetched when it is opened. */
export function AreaPreview({ area }: { readonly area: string }): JSX.Element {
  const { lab, api } = usePanel()
  const picture = useSignal<string | null>(null)
  const action = useAction()
  const draw = async (): Promise<void> => {
    const id = lab.id.value
    if (id !== null) picture.value = (await action.run(() => api.areaPreview(id, area))) ?? picture.value
  }
  return (
    <details
      class="area-preview"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && picture.value === null) void draw()
      }}
    >
      <summary>{say(our.preview)}</summary>
      <div class="step">
        {picture.value === null ? (
          action.busy.value && <p class="hint">{say(our.previewLoading)}</p>
        ) : (
          <>
            {/* our own server's drawing, in which every word is escaped */}
            <div class="template-picture" dangerouslySetInnerHTML={{ __html: picture.value }} />
            <p class="hint">{say(our.previewText)}</p>
          </>
        )}
        <TroubleNote trouble={action.trouble} />
        {(picture.value !== null || action.trouble.value) && (
          <Button small busy={action.busy} onClick={() => void draw()}>
            {say(our.previewAgain)}
          </Button>
        )}
      </div>
    </details>
  )
}
