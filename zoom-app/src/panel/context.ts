import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Panel } from './panel.ts'
import type { PanelState } from './state.ts'

/** The panel, handed down to every part of the page. */
export const PanelContext = createContext<(Panel & { readonly now: PanelState }) | null>(null)

export function usePanel(): Panel & { readonly now: PanelState } {
  const panel = useContext(PanelContext)
  if (!panel) throw new Error('a part of the panel was shown outside it')
  return panel
}
