import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Guess, whoWords as words } from '../../conduct/index.ts'
import type { Items, PersonItem } from '../../view/index.ts'
import { say } from '../language.ts'

interface Props {
  readonly guess: Guess
  readonly groups: Items['groups']
  readonly busy: boolean
  readonly onIs: (person: string) => void
  /** Any other answer: the whole list, somebody new. */
  readonly children: ComponentChildren
}

/** What tells namesakes apart: where somebody comes from, and their groups. */
const apart = ({ organisation, groups: ids }: PersonItem, groups: Items['groups']): string =>
  [...new Set([organisation, ...ids.map((id) => groups[id]?.name)])].filter(Boolean).slice(0, 2).join(', ')

/** Who bears the name somebody gave at the door: one to be confirmed, several to choose from; else the whole list. */
export function WhoIsIt({ guess, groups, busy, onIs, children }: Props): JSX.Element {
  const [isOther, setOther] = useState(false)
  const [first] = guess.people
  if (guess.kind === 'nobody' || isOther || !first) return <>{children}</>
  const isOne = guess.kind === 'one'
  const told = apart(first, groups)
  return (
    <>
      <p>
        {isOne ? say(words.looksLike, { name: first.name }) : say(words.several, { n: guess.people.length })}
        {isOne && told !== '' && <span class="muted"> ({told})</span>}
      </p>
      <div class="buttons">
        {guess.people.map((one) => (
          <button
            key={one.id}
            type="button"
            class={isOne ? 'button primary small' : 'button small'}
            aria-disabled={busy || undefined}
            onClick={() => !busy && onIs(one.id)}
          >
            {isOne
              ? say(words.yes, { name: one.name })
              : say(words.is, { name: [one.name, apart(one, groups)].filter(Boolean).join(', ') })}
          </button>
        ))}
        <button type="button" class="button small" onClick={() => setOther(true)}>
          {say(isOne ? words.another : words.none)}
        </button>
      </div>
    </>
  )
}
