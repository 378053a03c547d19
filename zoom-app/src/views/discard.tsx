import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { writingWords as words } from '../words/writing.ts'
import { Sure } from './sure.tsx'

/** Throws a text away, on second thoughts only. */
export function Discard({ onDiscard }: { readonly onDiscard: () => void }): JSX.Element {
  const [asked, setAsked] = useState(false)
  if (asked)
    return (
      <Sure
        name={say(words.discard)}
        text={say(words.discardSure)}
        yes={say(words.discard)}
        onYes={onDiscard}
        onNo={() => setAsked(false)}
      />
    )
  return (
    <button type="button" class="quiet" onClick={() => setAsked(true)}>
      {say(words.discard)}
    </button>
  )
}
