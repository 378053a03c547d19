import { type Findings, strayWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useWords } from '../../panel/use-words.ts'
import { harvestWords as our } from '../../words/harvest.ts'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { saidBy } from './said-by.ts'

/** What became no contribution, by the reason: nothing is dropped in silence. */
export function Strays({ strays }: { readonly strays: Findings['strays'] }): JSX.Element | null {
  const words = useWords(strays.flatMap(([, of]) => of.map(({ item }) => item)))
  if (strays.length === 0) return null
  return (
    <Card title={say(our.strays)}>
      {strays.map(([reason, of]) => (
        <details class="reason" key={reason} open={reason !== 'empty' && reason !== 'unsupported'}>
          <summary>
            <h3>
              {say(strayWords[reason].title)} <span class="muted">({of.length})</span>
            </h3>
          </summary>
          <p class="hint">{say(strayWords[reason].text)}</p>
          <ul class="rows">
            {of.map((stray) => {
              const text = saidBy(words.get(stray.item))
              return (
                <li key={stray.item} class="side-by-side">
                  <span class="stray-text">{text}</span>
                  <GoButton spot={stray} text={say(our.strayItem)} label={say(our.strayItemOf, { text })} />
                </li>
              )
            })}
          </ul>
        </details>
      ))}
    </Card>
  )
}
