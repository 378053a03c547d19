import type { ComponentChildren, JSX } from 'preact'
import type { Action } from '../lab/use-action.ts'
import { Dialog, FormEnd } from './dialog.tsx'
import { TroubleNote } from './field.tsx'

export interface ConfirmProps {
  readonly title: string
  readonly yes: string
  readonly danger?: boolean
  readonly action: Pick<Action, 'busy' | 'trouble'>
  readonly onYes: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Asks before something that others feel or that cannot be undone; the button says what it does, never just "yes". */
export function Confirm({ title, yes, danger = false, action, onYes, onClose, children }: ConfirmProps): JSX.Element {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          onYes()
        }}
      >
        {children}
        <TroubleNote trouble={action.trouble} />
        <FormEnd submit={yes} kind={danger ? 'danger' : 'primary'} busy={action.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
