import { compareWords } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { aboveBounds, type ComparedPlan, ComparePlans } from '@telaio/shared/ui/seating'
import type { JSX } from 'preact'
import { Button } from '../../shell/button.tsx'
import { type Draft, planOf, type Sketch } from './draft.ts'
import { planWords as our } from './words.ts'

/** The choice between even sectors and new people, where there is one; and all proposals side by side. */
export function Sketches({ draft }: { readonly draft: Draft }): JSX.Element | null {
  const all = draft.sketches.value
  if (all.length === 0) return null
  const chosen = draft.chosen.value
  const pair = tradeOffOf(all, chosen)
  return (
    <>
      {pair && <TradeOff draft={draft} even={pair[0]} fresh={pair[1]} chosen={chosen} />}
      {all.length > 1 && <Compare draft={draft} all={all} chosen={chosen} />}
    </>
  )
}

/** Two proposals of one search that put different things first; of the search that the chosen one is of. */
function tradeOffOf(all: readonly Sketch[], chosen: Sketch | null): readonly [Sketch, Sketch] | null {
  const same = all.filter((one) => one.grouping === chosen?.grouping)
  const even = same.find(({ priority }) => priority === 'sectors')
  const fresh = same.find(({ priority }) => priority === 'people')
  return even && fresh ? [even, fresh] : null
}

function TradeOff({
  draft,
  even,
  fresh,
  chosen,
}: {
  readonly draft: Draft
  readonly even: Sketch
  readonly fresh: Sketch
  readonly chosen: Sketch | null
}): JSX.Element {
  return (
    <section class="trade-off" aria-labelledby="trade-off">
      <h3 id="trade-off">{say(our.choose)}</h3>
      <p>{say(our.chooseText, { n: even.progress.repeats - fresh.progress.repeats })}</p>
      <ul class="group-cards">
        {[even, fresh].map((one) => (
          <li key={one.name} class={one === chosen ? 'group-card chosen' : 'group-card'}>
            <h4>{say(one.priority === 'sectors' ? our.sectorsFirst : our.peopleFirst)}</h4>
            <p>
              {say(compareWords.repeats)}: <strong>{one.progress.repeats}</strong>
              <br />
              {say(compareWords.sectorOff)}: <strong>{one.progress.sector}</strong>
            </p>
            <Button pressed={one === chosen} onClick={() => draft.choose(one.name)}>
              {say(our.takeThis, { name: say(compareWords.proposal, { name: one.name }) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Seats in which two plans of the same sets differ. */
function difference(a: Sketch, b: Sketch): number {
  const where = (sketch: Sketch): Map<string, number> =>
    new Map(
      planOf(sketch).meetings.flatMap((groups, round) =>
        groups.flatMap((group, g) => group.map((id): [string, number] => [`${sketch.grouping.rounds[round]?.set.id}|${id}`, g])),
      ),
    )
  const theirs = where(b)
  return [...where(a)].filter(([seat, group]) => theirs.get(seat) !== group).length
}

function Compare({
  draft,
  all,
  chosen,
}: {
  readonly draft: Draft
  readonly all: readonly Sketch[]
  readonly chosen: Sketch | null
}): JSX.Element {
  const plans = all.map((one): ComparedPlan => {
    const { name, progress, at } = one
    const figures = one.facts?.figures ?? null
    return {
      key: name,
      head: (
        <>
          <Button small pressed={one === chosen} onClick={() => draft.choose(name)}>
            {say(compareWords.proposal, { name })}
          </Button>
          <span class="muted">
            {say(one.priority === 'sectors' ? our.sectorsFirst : our.peopleFirst)}, {say(our.seedOf, { n: one.seed })}
            {at > 0 && `, ${say(our.byHand, { n: at })}`}
          </span>
        </>
      ),
      chosen: one === chosen,
      figures,
      maybeBetter: progress.proven && at === 0 ? 0 : figures && aboveBounds(figures, progress.bounds),
      differs: chosen ? difference(one, chosen) : 0,
    }
  })
  return <ComparePlans plans={plans} against={chosen && say(compareWords.proposal, { name: chosen.name })} />
}
