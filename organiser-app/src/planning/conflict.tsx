import type { JSX } from 'preact'
import { type KitMeeting, type PlanDifference, planDifferences } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { Icon } from '../shell/icon.tsx'
import { titleOf } from './agenda-block.tsx'
import { fieldWords, planningWords as our } from './words.ts'

function textOf(before: KitMeeting, after: KitMeeting, { block, what, fields }: PlanDifference): string {
  const of = (plan: KitMeeting) => plan.agenda.find(({ id }) => id === block)
  const [was, is] = [of(before), of(after)]
  const found = is ?? was
  const title = found ? titleOf(found) : ''
  const names = fields.map((field) => {
    if (field === 'minutes' && was && is) return say(our.diffMinutes, { from: was.minutes, to: is.minutes })
    const name = fieldWords[field]
    return name ? say(name) : field
  })
  if (what === 'added') return say(our.diffAdded, { title })
  if (what === 'removed') return say(our.diffRemoved, { title })
  if (what === 'order') return say(our.diffOrder)
  return block === null ? say(our.diffMeeting, { fields: names.join(', ') }) : say(our.diffChanged, { title, fields: names.join(', ') })
}

function Differences({
  before,
  after,
  title,
}: {
  readonly before: KitMeeting
  readonly after: KitMeeting
  readonly title: string
}): JSX.Element {
  const list = planDifferences(before, after)
  return (
    <div>
      <h3>{title}</h3>
      <ul class="plain-list">
        {list.length === 0 && <li>{say(our.nothing)}</li>}
        {list.map((one) => (
          <li key={`${one.what} ${one.block}`}>{textOf(before, after, one)}</li>
        ))}
      </ul>
    </div>
  )
}

export interface ConflictProps {
  /** What both began from. */
  readonly base: KitMeeting
  readonly mine: KitMeeting
  readonly theirs: KitMeeting
  readonly onSettle: (take: 'mine' | 'theirs') => void
}

/** Two people changed one plan: what each did, side by side, and a choice that loses neither. */
export function Conflict({ base, mine, theirs, onSettle }: ConflictProps): JSX.Element {
  return (
    <section class="callout danger conflict" role="alert" aria-labelledby="conflict">
      <Icon name="alert" />
      <div>
        <h2 id="conflict">{say(our.conflictTitle)}</h2>
        <p>{say(our.conflictLead)}</p>
        <div class="conflict-sides">
          <Differences before={base} after={mine} title={say(our.conflictMine)} />
          <Differences before={base} after={theirs} title={say(our.conflictTheirs)} />
        </div>
        <div class="buttons">
          <Button onClick={() => onSettle('mine')}>{say(our.keepMine)}</Button>
          <Button onClick={() => onSettle('theirs')}>{say(our.takeTheirs)}</Button>
        </div>
      </div>
    </section>
  )
}
