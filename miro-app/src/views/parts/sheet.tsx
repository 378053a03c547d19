import { say, useModal } from '@telaio/shared/ui'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { panelWords } from '../../words/panel.ts'
import { Button } from './button.tsx'

export interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Something to look at and choose from, over the panel; closed by its button or by Escape. */
export function Sheet({ title, onClose, children }: SheetProps): JSX.Element {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} class="confirm sheet" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <Button kind="quiet" onClick={() => dialog.current?.close()}>
        {say(panelWords.cancel)}
      </Button>
    </dialog>
  )
}
