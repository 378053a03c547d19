import type { JSX } from 'preact'
import type { Kit } from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import { useConsole } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { kitHref } from '../shell/route.ts'
import { placeOf, type ShownFault } from './faults.ts'
import { kitsWords as our } from './words.ts'

export interface CheckPanelProps {
  readonly kit: Kit
  readonly faults: readonly ShownFault[]
  /** Whether each fault has a way to its place; where one only reads, there is none. */
  readonly jumps: boolean
}

/** What is wrong with a kit, in the reader's language, each with a way to its place. */
export function CheckPanel({ kit, faults, jumps }: CheckPanelProps): JSX.Element {
  const { go } = useConsole()
  return (
    <section class="card kit-check" aria-labelledby="kit-check">
      <h2 id="kit-check">{say(our.check)}</h2>
      <p role="status" class={faults.some(({ must }) => must) ? 'over-time' : 'muted'}>
        <Icon name={faults.length === 0 ? 'check' : 'alert'} />{' '}
        {faults.length === 0 ? say(our.checkNone) : count(faults.length, our.faultsOne, our.faultsMany)}
      </p>
      {faults.length > 0 && <p class="small">{say(faults.some(({ must }) => must) ? our.checkMust : our.checkSome)}</p>}
      <ul>
        {faults.map(({ must, path, message }) => {
          const { part, text } = placeOf(kit, path)
          const href = kitHref(kit.name, part)
          return (
            <li key={`${path.join('.')} ${message.it}`} class={must ? 'must' : undefined}>
              <span>{say(message)}</span>
              {jumps ? (
                <a
                  href={href}
                  onClick={(event) => {
                    // also where one is there already: it opens the place once more
                    event.preventDefault()
                    go(href)
                  }}
                >
                  {say(our.goTo, { place: text })}
                </a>
              ) : (
                <span class="muted small">{text}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
