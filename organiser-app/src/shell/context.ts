import { signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LabStore } from '../lab/lab-store.ts'
import { keyInHash } from '../sign-in/link.ts'
import type { Session } from '../sign-in/session.ts'
import { type Route, readRoute } from './route.ts'

/** Says something to whoever looks, and to whoever listens: shown for a while, read out once. */
export interface Said {
  readonly id: number
  readonly text: string
  /** A way back, where there is one. */
  readonly undo: (() => void) | null
}

/** What every screen of the console may need. */
export interface Console {
  readonly session: Session
  readonly route: { readonly value: Route }
  readonly said: { value: Said | null }
  readonly tell: (text: string, undo?: () => void) => void
  readonly go: (href: string) => void
}

export function createConsole(session: Session): Console {
  const route = signal<Route>(readRoute(location.hash))
  const said = signal<Said | null>(null)
  let count = 0
  addEventListener('hashchange', () => {
    if (keyInHash(location.hash) === null) route.value = readRoute(location.hash)
  })
  return {
    session,
    route,
    said,
    tell: (text, undo) => {
      said.value = { id: ++count, text, undo: undo ?? null }
    },
    go: (href) => {
      location.hash = href
      route.value = readRoute(href)
    },
  }
}

export const ConsoleContext = createContext<Console | null>(null)
export const LabContext = createContext<LabStore | null>(null)

export function useConsole(): Console {
  const found = useContext(ConsoleContext)
  if (!found) throw new Error('no console around this view')
  return found
}

/** The lab around this view. */
export function useLab(): LabStore {
  const found = useContext(LabContext)
  if (!found) throw new Error('no lab around this view')
  return found
}
