import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { entryWords } from '../../words/entry.ts'
import { panelWords } from '../../words/panel.ts'

export const Starting = ({ opening = false }: { readonly opening?: boolean }): JSX.Element => (
  <main class="entry" aria-busy="true">
    <Loom />
    <p class="muted">{say(opening ? panelWords.opening : entryWords.starting)}</p>
  </main>
)

/** Four threads, one cloth: the sign of the house. */
export const Loom = (): JSX.Element => (
  <svg class="loom" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
    <path class="thread-environment" d="M8 14h9m6 0h17" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
    <path class="thread-culture" d="M8 34h17m6 0h9" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
    <path class="thread-education" d="M20 8v23m0 6v3" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
    <path class="thread-social" d="M28 8v3m0 6v23" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
  </svg>
)
