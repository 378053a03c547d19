import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A sheet over the stage; the app beside it stays in use, so it takes the focus and traps nothing. Escape closes it. */
export function Sheet({
  title,
  closeLabel,
  close,
  children,
}: {
  title: string
  closeLabel: string
  close: () => void
  children: ComponentChildren
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="over" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div class="row">
        <h2 tabIndex={-1} ref={heading} class="grow">
          {title}
        </h2>
        <button type="button" onClick={close}>
          {closeLabel}
        </button>
      </div>
      {children}
    </section>
  )
}
