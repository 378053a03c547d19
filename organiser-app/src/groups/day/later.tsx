import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { bodiesOf, type Grouping, problemOf } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { sceneOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../../lab/use-action.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import type { Solution } from '../plan/jobs.ts'
import type { Planner } from '../plan/planner.ts'
import { dayWords as our } from './words.ts'

const SECONDS = 4

type Found = { readonly grouping: Grouping; readonly solution: Solution; readonly before: number } | 'fine'

/** After a change of today the later meetings are planned again beside the page, and offered if that is better; nothing is changed by itself. */
export function Later({ planner }: { readonly planner: Planner }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const found = useSignal<Found | null>(null)
  useEffect(() => {
    let here = true
    const look = async (): Promise<void> => {
      const scene = sceneOf(lab, lab.sets.value)
      const formed = problemOf(scene, { form: [] })
      // formed, not held, not locked: the mixed moments to come. Project groups stay the same to the end.
      const form = formed.rounds.flatMap(({ set, state }) => (state === 'kept' && set.kind === 'mixed' ? [set.id] : []))
      if (form.length === 0) {
        found.value = 'fine'
        return
      }
      const grouping = problemOf(scene, { form })
      const now = await planner.describe(grouping.problem, grouping.now)
      const { solutions } = await planner.solve(grouping.problem, { seed: 1, seconds: SECONDS })
      const [solution] = solutions
      if (!here) return
      const isBetter =
        solution !== undefined &&
        solution.facts.figures.sector <= now.figures.sector &&
        solution.facts.figures.repeats < now.figures.repeats
      found.value = isBetter ? { grouping, solution, before: now.figures.repeats } : 'fine'
    }
    // the feed may bring today's moves after their answer
    const timer = setTimeout(() => void look(), 700)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [])
  const offer = found.value
  if (offer === null) return <p class="hint">{say(our.laterLooking)}</p>
  if (offer === 'fine') return <p class="hint">{say(our.laterFine)}</p>
  const take = async () => {
    const { grouping, solution } = offer
    const language = lab.lab.value?.language ?? 'it'
    const sets = grouping.rounds.flatMap(({ set, state }, n) =>
      state === 'open'
        ? [
            {
              set: set.id,
              groups: bodiesOf(set, solution.plan.meetings[n] ?? [], lab.items.groups.value, language).map((body) => ({
                ...body,
                people: [...body.people],
              })),
            },
          ]
        : [],
    )
    if (!(await command.send({ type: 'formGroupSets', sets }))) return
    tell(say(our.applied))
    found.value = 'fine'
  }
  return (
    <div class="callout" role="status">
      <div>
        <strong>{say(our.laterTitle)}</strong>
        <p>{say(our.laterText, { now: offer.solution.facts.figures.repeats, before: offer.before })}</p>
        <TroubleNote trouble={command.trouble} />
        <div class="buttons">
          {lab.may('formGroupSets') && (
            <Button busy={command.busy} onClick={() => void take()}>
              {say(our.laterApply)}
            </Button>
          )}
          <Button kind="quiet" onClick={() => (found.value = 'fine')}>
            {say(our.laterDrop)}
          </Button>
        </div>
      </div>
    </div>
  )
}
