import { type Findings, strayWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { Finding } from './finding.tsx'
import { harvestWords as our } from './harvest-words.ts'
import { ToBoard } from './to-board.tsx'

/** What became no contribution, by the reason. What it says stands on the board only: each is a way there. */
export function Strays({ strays }: { readonly strays: Findings['strays'] }): JSX.Element {
  return (
    <>
      {strays.map(([reason, of]) => {
        const { title, text } = strayWords[reason]
        return (
          <Finding key={reason} title={say(title)} text={say(text)} n={of.length}>
            {of.map((stray, i) => (
              <li key={stray.item} class="stray">
                <ToBoard spot={stray} text={say(our.itemN, { n: i + 1 })} label={say(our.itemOf, { n: i + 1, reason: say(title) })} />
              </li>
            ))}
          </Finding>
        )
      })}
    </>
  )
}
