import type { JSX } from 'preact'
import { whyLine } from '@telaio/shared/grouping'
import type { Move } from '@telaio/shared/groups'
import { say } from '@telaio/shared/ui'
import { dayWords as our } from './words.ts'

/** Who moves from where to where, and why. */
export function MoveList({
  moves,
  away,
  nameOf,
  groupOf,
  awayFrom,
}: {
  readonly moves: readonly Move[]
  readonly away: readonly string[]
  readonly nameOf: (person: string) => string
  /** By the solver's number, from 1. */
  readonly groupOf: (group: number) => string
  readonly awayFrom: (person: string) => number
}): JSX.Element {
  return (
    <ul class="day-moves">
      {moves.map((move) => {
        const facts = { name: nameOf(move.participant), from: move.from === null ? '' : groupOf(move.from), to: groupOf(move.to) }
        const { text, facts: more } = whyLine(move)
        return (
          <li key={move.participant}>
            <strong>{say(move.from === null ? our.into : our.from, facts)}</strong>{' '}
            <span class="muted">
              {say(our.why, { why: say(text, more) })}
              {move.knownHere > 0 && ` · ${say(our.meets, { n: move.knownHere })}`}
            </span>
          </li>
        )
      })}
      {away.map((id) => (
        <li key={id} class="muted">
          {say(our.out, { name: nameOf(id), from: groupOf(awayFrom(id)) })}
        </li>
      ))}
    </ul>
  )
}
