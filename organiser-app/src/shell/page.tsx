import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { words } from './words.ts'

/** False until the first screen is drawn: that one leaves the focus where the browser put it. */
let moved = false

export interface PageProps {
  readonly title: string
  /** A line above the title that says whose it is. */
  readonly over?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A screen: its heading takes the focus when one comes to it, so that whoever does not see the page knows where they are. */
export function Page({ title, over, lead, actions, wide, children }: PageProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (moved) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    moved = true
  }, [])
  useEffect(() => {
    document.title = `${title} · ${say(words.product)}`
  }, [title])
  return (
    <div class={wide ? 'page wide' : 'page'}>
      <header class="page-head">
        <div>
          {over !== undefined && <p class="over">{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p class="lead">{lead}</p>}
        </div>
        {actions !== undefined && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export interface Tab {
  readonly href: string
  readonly label: string
  readonly here: boolean
  readonly count?: number
}

/** Pages that belong together, as links: each has its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }): JSX.Element {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.here ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span class="badge">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Nothing there yet: what this place is for, and the first thing to do. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}): JSX.Element {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
      {action !== undefined && <div class="empty-action">{action}</div>}
    </div>
  )
}
