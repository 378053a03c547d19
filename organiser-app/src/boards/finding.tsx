import type { ComponentChildren, JSX } from 'preact'

export interface FindingProps {
  readonly title: string
  readonly text: string
  readonly n: number
  /** Drawn open: somebody has to choose. */
  readonly open?: boolean
  readonly hands?: ComponentChildren
  readonly children: ComponentChildren
}

/** One kind of thing that a reading left: its name and number, what it means, and the list. */
export function Finding({ title, text, n, open = false, hands, children }: FindingProps): JSX.Element {
  return (
    <details class="finding" open={open}>
      <summary>
        <h3>{title}</h3>
        <span class="badge plain">{n}</span>
      </summary>
      <div class="finding-body">
        <p class="muted">{text}</p>
        {hands}
        <ul class="found">{children}</ul>
      </div>
    </details>
  )
}
