import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

/** A part of a screen with its heading. */
export function Card({
  title,
  children,
  tone,
}: {
  readonly title: string
  readonly children: ComponentChildren
  readonly tone?: 'calling'
}): JSX.Element {
  const id = useId()
  return (
    <section class={tone ? `card ${tone}` : 'card'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
