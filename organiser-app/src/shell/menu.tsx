import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

/** Further actions behind one button: a native `details` that closes on Escape, after a choice, and when the focus leaves it. */
export function Menu({ label, children }: { readonly label: string; readonly children: ComponentChildren }): JSX.Element {
  const ref = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (ref.current) ref.current.open = false
  }
  return (
    <details
      class="menu"
      ref={ref}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !ref.current?.open) return
        event.preventDefault()
        close()
        ref.current.querySelector('summary')?.focus()
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || !ref.current?.contains(event.relatedTarget)) close()
      }}
    >
      <summary aria-label={label} title={label}>
        <span aria-hidden="true">⋯</span>
      </summary>
      <div
        class="menu-list"
        onClickCapture={(event) => {
          if (!(event.target instanceof HTMLElement) || !event.target.closest('button')) return
          close()
          // before the choice does its work: a dialog that it opens gives the focus back to where it was
          ref.current?.querySelector('summary')?.focus()
        }}
      >
        {children}
      </div>
    </details>
  )
}
