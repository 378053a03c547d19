import { say, useModal } from '@telaio/shared/ui'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { panelWords } from '../words/panel.ts'

/** A native dialog: it holds the focus, closes on Escape, and gives the focus back. */
export function Modal({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}): JSX.Element {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // a press beside the dialog lands on the dialog itself
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <div class="modal-inner">
        <div class="modal-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {say(panelWords.close)}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
