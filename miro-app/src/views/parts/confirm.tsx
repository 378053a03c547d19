import { say, useModal } from '@telaio/shared/ui'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Action } from '../../panel/use-action.ts'
import { panelWords } from '../../words/panel.ts'
import { Button } from './button.tsx'
import { TroubleNote } from './trouble-note.tsx'

export interface ConfirmProps {
  readonly title: string
  readonly yes: string
  readonly isDanger?: boolean
  readonly action: Pick<Action, 'busy' | 'trouble'>
  readonly onYes: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Asks before something that others feel or that cannot be undone; the button says what it does, never just "yes". */
export function Confirm({ title, yes, isDanger = false, action, onYes, onClose, children }: ConfirmProps): JSX.Element {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <TroubleNote trouble={action.trouble} />
      <div class="buttons">
        <Button kind={isDanger ? 'danger' : 'primary'} busy={action.busy} onClick={onYes}>
          {yes}
        </Button>
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          {say(panelWords.cancel)}
        </Button>
      </div>
    </dialog>
  )
}
