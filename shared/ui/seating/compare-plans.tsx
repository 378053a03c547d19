import type { ComponentChildren, JSX } from 'preact'
import { compareWords as our } from '../../grouping/index.ts'
import type { PlanFigures } from '../../groups/index.ts'
import { say } from '../language.ts'

/** A plan among others: what stands over its column, and what is counted of it. */
export interface ComparedPlan {
  readonly key: string
  readonly head: ComponentChildren
  readonly chosen: boolean
  /** Null while they are counted. */
  readonly figures: PlanFigures | null
  /** By how much another plan could be better, at most; null: not known. */
  readonly maybeBetter: number | null
  /** Places in which it differs from the chosen one. */
  readonly differs: number
}

/** By how much a plan is above what is surely the least: so much better another could be, at most. */
export const aboveBounds = (figures: Figures, bounds: Figures): number =>
  Math.max(0, figures.repeats - bounds.repeats) + Math.max(0, figures.sector - bounds.sector)

type Figures = Pick<PlanFigures, 'repeats' | 'sector'>

/** Plans side by side, a column each. `against`: what the chosen one is called. */
export function ComparePlans({
  plans,
  against,
}: {
  readonly plans: readonly ComparedPlan[]
  readonly against: string | null
}): JSX.Element {
  const row = (title: string, read: (plan: ComparedPlan) => string | number): JSX.Element => (
    <tr>
      <th scope="row">{title}</th>
      {plans.map((plan) => (
        <td key={plan.key} class={plan.chosen ? 'chosen' : ''}>
          {read(plan)}
        </td>
      ))}
    </tr>
  )
  const counted = (title: string, read: (figures: PlanFigures) => string | number): JSX.Element =>
    row(title, ({ figures }) => (figures ? read(figures) : '…'))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say(our.proposals)}>
      <table class="compare">
        <caption>{say(our.proposals)}</caption>
        <thead>
          <tr>
            <td />
            {plans.map(({ key, head, chosen }) => (
              <th key={key} scope="col" class={chosen ? 'chosen' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted(say(our.repeats), ({ repeats }) => repeats)}
          {counted(say(our.sectorOff), ({ sector }) => sector)}
          {counted(say(our.colleagues), ({ organisation }) => organisation)}
          {counted(say(our.metRange), ({ met }) => [met.min, met.median, met.max].join('\u00A0·\u00A0'))}
          {row(say(our.certainty), ({ maybeBetter: n }) => (n === null ? '–' : n === 0 ? say(our.provenShort) : say(our.maybe, { n })))}
          {against !== null && row(say(our.differs, { name: against }), ({ chosen, differs }) => (chosen ? '–' : differs))}
        </tbody>
      </table>
    </div>
  )
}
