import { useSignal } from '@preact/signals'
import {
  bodiesOf,
  explain,
  type GroupBody,
  type GroupingScene,
  groupingWords,
  type GroupSet,
  groupsOf,
  problemOf,
} from '@telaio/shared/grouping'
import { count, say, sayLine } from '@telaio/shared/ui'
import { personName } from '@telaio/shared/ui/seating'
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

interface Found {
  readonly bodies: readonly GroupBody[]
  readonly text: string
}

/** The groups of one set as the solver proposes them, seen before anything is changed. */
export function Propose({
  set,
  scene,
  onFormed,
}: {
  readonly set: GroupSet
  readonly scene: GroupingScene
  readonly onFormed: () => void
}): JSX.Element | null {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const search = useAction()
  const found = useSignal<Found | 'conflict' | 'unlucky' | null>(null)
  const seed = useSignal(0)
  if (!lab.may('formGroupSets')) return null
  const stands = groupsOf(set, lab.items.groups.value)
  const propose = (): Promise<unknown> =>
    search.run(async () => {
      seed.value += 1
      try {
        found.value = await solved(set, scene, seed.value, lab.lab.value?.language ?? 'it')
      } catch {
        found.value = 'unlucky'
      }
      return true
    })
  const take = async ({ bodies }: Found): Promise<void> => {
    const groups = bodies.map((body) => ({ ...body, people: [...body.people] }))
    if (!(await command.send({ type: 'formGroupSets', sets: [{ set: set.id, groups }] }))) return
    found.value = null
    onFormed()
    tell(say(our.formed))
  }
  const proposal = found.value
  return (
    <>
      <Button kind={stands.length > 0 ? 'plain' : 'primary'} busy={search.busy} onClick={() => void propose()}>
        {say(search.busy.value ? our.searching : stands.length > 0 ? our.proposeAgain : our.propose)}
      </Button>
      <div role="status">
        {proposal === 'conflict' && <p class="callout">{say(our.conflict)}</p>}
        {proposal === 'unlucky' && <p class="callout">{say(our.unlucky)}</p>}
      </div>
      {proposal !== null && typeof proposal === 'object' && (
        <Sheet title={say(our.proposal)} onClose={() => (found.value = null)}>
          <p>{proposal.text}</p>
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
  const lines = explain(describePlan(problem, plan).figures, rounds.length).map(sayLine)
  return {
    bodies: bodiesOf(set, plan.meetings[at] ?? [], scene.groups, language),
    text: [...lines, ...(search.progress().proven ? [say(our.proven)] : [])].join(' '),
  }
}
