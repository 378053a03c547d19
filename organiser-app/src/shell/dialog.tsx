import type { ComponentChildren, JSX } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { Button, type ButtonProps } from './button.tsx'
import { words } from './words.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A native modal dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({ title, onClose, wide, children }: DialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} class={wide ? 'dialog wide' : 'dialog'} aria-labelledby={heading} onClose={onClose}>
      <header>
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" icon="close" label={say(words.close)} onClick={() => ref.current?.close()} />
      </header>
      {children}
    </dialog>
  )
}

/** Buttons at the end of a dialog or a form: what it is for, and the way back. */
export function FormEnd({
  submit,
  busy,
  kind = 'primary',
  disabled,
  onCancel,
  children,
}: { readonly submit: string; readonly onCancel?: (() => void) | undefined; readonly children?: ComponentChildren } & Pick<
  ButtonProps,
  'busy' | 'kind' | 'disabled'
>): JSX.Element {
  return (
    <div class="form-end">
      <Button type="submit" kind={kind} {...(busy ? { busy } : {})} {...(disabled === undefined ? {} : { disabled })}>
        {submit}
      </Button>
      {children}
      {onCancel && (
        <Button kind="quiet" onClick={onCancel}>
          {say(words.cancel)}
        </Button>
      )}
    </div>
  )
}
