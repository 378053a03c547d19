import type { JSX } from 'preact'
import { type Choice, groupingWords as our, type Names } from '../../grouping/index.ts'
import { sayCosts } from '../grouping-text.ts'
import { count, say } from '../language.ts'

export interface ChoiceListProps {
  readonly choices: readonly Choice[]
  readonly names: Names
  readonly onMove: (to: number) => void
  readonly onSwap: (other: string) => void
}

/** Where somebody may go, group by group, with what it costs; under each, the exchange that costs least. */
export function ChoiceList({ choices, names, onMove, onSwap }: ChoiceListProps): JSX.Element {
  return (
    <ul class="move-list">
      {choices.map(({ to, people, costs, swap }) => (
        <li key={to}>
          <button type="button" onClick={() => onMove(to)}>
            <strong>{names.group(to)}</strong>
            <span class="muted">{count(people, our.peopleOne, our.peopleMany)}</span>
            <span class="choice-cost">{sayCosts(costs, names)}</span>
          </button>
          {swap && (
            <button type="button" class="swap" onClick={() => onSwap(swap.with)}>
              <span>{say(our.swapWith, { name: names.person(swap.with) })}</span>
              <span class="choice-cost">{sayCosts(swap.costs, names)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
