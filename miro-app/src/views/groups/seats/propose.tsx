import { useSignal } from '@preact/signals'
import {
  bodiesOf,
  compareWords,
  explain,
  type GroupBody,
  type GroupingScene,
  groupingWords,
  type GroupSet,
  groupsOf,
  problemOf,
} from '@telaio/shared/grouping'
import type { PlanFigures } from '@telaio/shared/groups'
import { count, say, sayLine } from '@telaio/shared/ui'
import { aboveBounds, type ComparedPlan, ComparePlans, personName } from '@telaio/shared/ui/seating'
import type { JSX } from 'preact'
import { usePanel } from '../../../panel/context.ts'
import { useAction, useCommand } from '../../../panel/use-action.ts'
import { seatWords as our } from '../../../words/seats.ts'
import { Button } from '../../parts/button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleNote } from '../../parts/trouble-note.tsx'
import { SectorOf } from './sector-of.tsx'

/** One set alone is found at once, or nearly. */
const SEARCH_MS = 1000
/** Some hundredths of a second: the panel stays quick. */
const SLICE = 200_000

/** So many proposals stand beside one another; the oldest goes. */
const MOST = 3

/** Where everybody is in one plan of the set, and what is counted of it with all other moments. */
export interface Seated {
  /** Key of the group, by person. */
  readonly seats: ReadonlyMap<string, string>
  readonly figures: PlanFigures
}

interface Found extends Seated {
  /** A, B, C, …: proposals are spoken of by letter. */
  readonly name: string
  readonly bodies: readonly GroupBody[]
  readonly text: string
  readonly maybeBetter: number
}

/** The groups of one set as the solver proposes them, seen and compared before anything is changed. `now`: the groups that stand. */
export function Propose({
  set,
  scene,
  now,
  onFormed,
}: {
  readonly set: GroupSet
  readonly scene: GroupingScene
  readonly now: Seated | null
  readonly onFormed: () => void
}): JSX.Element | null {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const search = useAction()
  const found = useSignal<readonly Found[]>([])
  const shown = useSignal<string | null>(null)
  const trouble = useSignal<'conflict' | 'unlucky' | null>(null)
  const seed = useSignal(0)
  if (!lab.may('formGroupSets')) return null
  const stands = groupsOf(set, lab.items.groups.value)
  const close = (): void => {
    shown.value = null
    found.value = []
  }
  const propose = (): Promise<unknown> =>
    search.run(async () => {
      seed.value += 1
      trouble.value = null
      try {
        const one = await solved(set, scene, seed.value, lab.lab.value?.language ?? 'it')
        if (one === 'conflict') trouble.value = one
        else {
          found.value = [...found.value, one].slice(-MOST)
          shown.value = one.name
        }
      } catch {
        trouble.value = 'unlucky'
      }
      return true
    })
  const take = async ({ bodies }: Found): Promise<void> => {
    const groups = bodies.map((body) => ({ ...body, people: [...body.people] }))
    if (!(await command.send({ type: 'formGroupSets', sets: [{ set: set.id, groups }] }))) return
    close()
    onFormed()
    tell(say(our.formed))
  }
  const proposal = found.value.find(({ name }) => name === shown.value)
  return (
    <>
      <Button kind={stands.length > 0 ? 'plain' : 'primary'} busy={search.busy} onClick={() => void propose()}>
        {say(search.busy.value ? our.searching : stands.length > 0 ? our.proposeAgain : our.propose)}
      </Button>
      <div role="status">
        {trouble.value === 'conflict' && <p class="callout">{say(our.conflict)}</p>}
        {trouble.value === 'unlucky' && <p class="callout">{say(our.unlucky)}</p>}
      </div>
      {proposal && (
        <Sheet title={say(compareWords.proposal, { name: proposal.name })} onClose={close}>
          <p role="status">{proposal.text}</p>
          <Compare all={found.value} shown={proposal} now={now} onShow={(name) => (shown.value = name)} />
          {proposal.bodies.map(({ key, name, people }) => (
            <section key={key} class="seat-group">
              <h3>
                {name} <span class="muted">{count(people.length, groupingWords.peopleOne, groupingWords.peopleMany)}</span>
              </h3>
              <ul class="plain-rows">
                {people.map((id) => (
                  <li key={id} class="seat">
                    <SectorOf sector={lab.items.people.value[id]?.sector ?? null} />
                    <span class="seat-name">{personName(lab, id)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {stands.some(({ size }) => size > 0) && <p class="callout">{say(our.replaces)}</p>}
          <TroubleNote trouble={command.trouble} />
          <div class="buttons">
            <Button kind="primary" busy={command.busy} onClick={() => void take(proposal)}>
              {say(our.take)}
            </Button>
            <Button busy={search.busy} onClick={() => void propose()}>
              {say(search.busy.value ? our.searching : our.another)}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  )
}

/** What stands now and what was proposed, side by side; one touch shows another proposal. */
function Compare({
  all,
  shown,
  now,
  onShow,
}: {
  readonly all: readonly Found[]
  readonly shown: Found
  readonly now: Seated | null
  readonly onShow: (name: string) => void
}): JSX.Element | null {
  if (all.length + (now ? 1 : 0) < 2) return null
  const differs = (one: Seated): number => [...shown.seats].filter(([person, key]) => one.seats.get(person) !== key).length
  const standing: ComparedPlan[] = now
    ? [{ key: 'now', head: say(compareWords.now), chosen: false, figures: now.figures, maybeBetter: null, differs: differs(now) }]
    : []
  // the newest first: the panel is narrow
  const proposed = all.toReversed().map(
    (one): ComparedPlan => ({
      key: one.name,
      head: (
        <Button small pressed={one === shown} label={say(compareWords.proposal, { name: one.name })} onClick={() => onShow(one.name)}>
          {one.name}
        </Button>
      ),
      chosen: one === shown,
      figures: one.figures,
      maybeBetter: one.maybeBetter,
      differs: differs(one),
    }),
  )
  return <ComparePlans plans={[...standing, ...proposed]} against={say(compareWords.proposal, { name: shown.name })} />
}

async function solved(set: GroupSet, scene: GroupingScene, seed: number, language: 'it' | 'en'): Promise<Found | 'conflict'> {
  const { createSearch, describePlan, findConflicts } = await import('@telaio/shared/groups')
  // in the set's own round everything is open, whatever has begun: it is this set that is asked for
  const { problem, rounds } = problemOf(scene, { form: [set.id] }, set.id)
  if (findConflicts(problem).length > 0) return 'conflict'
  const search = createSearch(problem, seed)
  for (const until = performance.now() + SEARCH_MS; !search.progress().proven && performance.now() < until; ) {
    search.step(SLICE)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  const plan = search.best()
  const at = rounds.findIndex((round) => round.set.id === set.id)
  const { figures } = describePlan(problem, plan)
  const { proven, bounds } = search.progress()
  const bodies = bodiesOf(set, plan.meetings[at] ?? [], scene.groups, language)
  const lines = explain(figures, rounds.length).map(sayLine)
  return {
    name: String.fromCharCode(64 + (seed % 26 || 26)),
    bodies,
    seats: new Map(bodies.flatMap(({ key, people }) => people.map((person): [string, string] => [person, key]))),
    figures,
    maybeBetter: proven ? 0 : aboveBounds(figures, bounds),
    text: [...lines, ...(proven ? [say(our.proven)] : [])].join(' '),
  }
}
