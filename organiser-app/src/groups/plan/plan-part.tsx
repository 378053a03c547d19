import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { bodiesOf, type Grouping, groupsOf } from '@telaio/shared/grouping'
import type { Conflict } from '@telaio/shared/groups'
import { count, say } from '@telaio/shared/ui'
import { sceneOf } from '@telaio/shared/ui/seating'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { Field, TroubleNote } from '../../shell/field.tsx'
import { useCommand } from '../../lab/use-action.ts'
import { Icon } from '../../shell/icon.tsx'
import { boundText } from './bound-text.ts'
import { Conflicts } from './conflicts.tsx'
import { createDraft, type Draft, groupingOf, planOf, type Wanted } from './draft.ts'
import type { Step } from './jobs.ts'
import { type Planner, usePlanner } from './planner.ts'
import { Preferences } from './preferences.tsx'
import { SetTable } from './set-table.tsx'
import { Sketches } from './sketches.tsx'
import { SketchView } from './sketch-view.tsx'
import { TakeOut } from './take-out.tsx'
import { Wishes } from './wishes.tsx'
import { planWords as our } from './words.ts'

/** A search that runs, or what it ended in. */
export interface Searching {
  readonly step: Signal<Step | null>
  readonly busy: Signal<boolean>
  readonly wrong: Signal<string | null>
  readonly conflicts: Signal<{ readonly grouping: Grouping; readonly conflicts: readonly Conflict[] } | null>
}

/** All the groups of a lab planned together: what to form, what was found, and what hands make of it. */
export function PlanPart(): JSX.Element {
  const lab = useLab()
  const planner = usePlanner()
  const kept = useRef<Draft | null>(null)
  const draft = (kept.current ??= createDraft(planner))
  const wanted = useSignal<Wanted>({ form: openSets(sceneOf(lab, lab.sets.value)), counts: {}, facilitators: 'out', seconds: 5, seed: 1 })
  const searching: Searching = { step: useSignal(null), busy: useSignal(false), wrong: useSignal(null), conflicts: useSignal(null) }
  const search = () => void find(planner, draft, groupingOf(sceneOf(lab, lab.sets.value), wanted.value), wanted.value, searching)
  const sketch = draft.chosen.value
  const may = lab.may('formGroupSets')
  const again = draft.sketches.value.length > 0
  return (
    <>
      <p class="lead">{say(our.lead)}</p>
      <SetTable wanted={wanted} />
      <Wishes />
      {may && (
        <form
          class="card form search"
          onSubmit={(event) => {
            event.preventDefault()
            if (again) wanted.value = { ...wanted.value, seed: wanted.value.seed + 1 }
            search()
          }}
        >
          <div class="fields">
            <Field name="seconds" label={say(our.seconds)}>
              {(props) => (
                <input
                  {...props}
                  class="field short"
                  type="number"
                  min={1}
                  max={120}
                  value={wanted.value.seconds}
                  onInput={(event) => (wanted.value = { ...wanted.value, seconds: event.currentTarget.valueAsNumber || 5 })}
                />
              )}
            </Field>
            <Field name="seed" label={say(our.seed)} hint={say(our.seedHint)}>
              {(props) => (
                <input
                  {...props}
                  class="field short"
                  type="number"
                  min={1}
                  value={wanted.value.seed}
                  onInput={(event) => (wanted.value = { ...wanted.value, seed: event.currentTarget.valueAsNumber || 1 })}
                />
              )}
            </Field>
          </div>
          <label class="tick">
            <input
              type="checkbox"
              checked={wanted.value.facilitators === 'rotating'}
              onChange={(event) => (wanted.value = { ...wanted.value, facilitators: event.currentTarget.checked ? 'rotating' : 'out' })}
            />
            {say(our.facilitators)}
          </label>
          <p class="hint">{say(our.facilitatorsHint)}</p>
          <div class="buttons">
            <Button type="submit" kind={again ? 'plain' : 'primary'} busy={searching.busy} disabled={wanted.value.form.size === 0}>
              {say(again ? our.another : our.start)}
            </Button>
            {searching.busy.value && <Button onClick={() => planner.stop()}>{say(our.stop)}</Button>}
            {wanted.value.form.has('project') && <Preferences wanted={wanted} />}
          </div>
          {wanted.value.form.size === 0 && <p class="muted">{say(our.nothingToForm)}</p>}
          <Running searching={searching} />
        </form>
      )}
      {searching.conflicts.value && (
        <Conflicts
          conflicts={searching.conflicts.value.conflicts}
          rounds={searching.conflicts.value.grouping.rounds}
          onGivenUp={() => {
            searching.conflicts.value = null
            // the wish is gone from the view once the command is answered
            search()
          }}
        />
      )}
      <Sketches draft={draft} />
      {sketch && (
        <SketchView key={sketch.name} draft={draft} sketch={sketch}>
          {may && <Accept draft={draft} />}
        </SketchView>
      )}
      <TakeOut />
    </>
  )
}

/** Sets that nobody has formed, held or locked: what one most likely wants to form. */
function openSets(scene: ReturnType<typeof sceneOf>): ReadonlySet<string> {
  const { rounds } = groupingOf(scene, {
    form: new Set(scene.sets.map(({ id }) => id)),
    counts: {},
    facilitators: 'out',
    seconds: 1,
    seed: 1,
  })
  return new Set(rounds.flatMap(({ set, state }) => (state === 'open' && groupsOf(set, scene.groups).length === 0 ? [set.id] : [])))
}

async function find(planner: Planner, draft: Draft, grouping: Grouping, { seed, seconds }: Wanted, searching: Searching): Promise<void> {
  const { busy, step, wrong, conflicts } = searching
  if (busy.value || !grouping.rounds.some(({ state }) => state === 'open') || grouping.problem.participants.length === 0) return
  busy.value = true
  wrong.value = null
  conflicts.value = null
  try {
    const solved = await planner.solve(grouping.problem, { seed, seconds }, (next) => (step.value = next))
    if (solved.conflicts.length > 0) conflicts.value = { grouping, conflicts: solved.conflicts }
    else draft.add(grouping, solved.solutions, seed)
  } catch (error) {
    wrong.value = error instanceof Error ? error.message : String(error)
  } finally {
    busy.value = false
    step.value = null
  }
}

function Running({ searching }: { readonly searching: Searching }): JSX.Element {
  const step = searching.step.value
  return (
    <div role="status" class="running">
      {searching.busy.value && step && (
        <>
          <p>
            <strong>{say(step.priority === 'people' ? our.searchingPeople : our.searching)}</strong>{' '}
            <span class="tabular">{say(our.soFar, { repeats: step.progress.repeats, sector: step.progress.sector })}</span>
          </p>
          <progress max={1} value={step.gone} aria-label={say(our.searching)} />
          <p class="hint">{boundText(step.progress)}</p>
        </>
      )}
      {searching.wrong.value !== null && (
        <p class="wrong">
          <Icon name="alert" /> {say(our.failed, { why: searching.wrong.value })}
        </p>
      )}
    </div>
  )
}

/** Takes the proposal: all its groups at once, or none. */
function Accept({ draft }: { readonly draft: Draft }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const sketch = draft.chosen.value
  if (!sketch) return null
  const groups = lab.items.groups.value
  const open = sketch.grouping.rounds.flatMap((round, n) => (round.state === 'open' ? [{ round, n }] : []))
  const replaced = open.filter(({ round }) => groupsOf(round.set, groups).some(({ size }) => size > 0)).length
  const accept = async () => {
    const sets = open.map(({ round: { set }, n }) => ({
      set: set.id,
      groups: bodiesOf(set, planOf(sketch).meetings[n] ?? [], groups, lab.lab.value?.language ?? 'it').map((body) => ({
        ...body,
        people: [...body.people],
      })),
    }))
    if (!(await command.send({ type: 'formGroupSets', sets }))) return
    tell(say(our.accepted))
    draft.clear()
  }
  return (
    <div class="form-end accept">
      {replaced > 0 && <p class="callout">{count(replaced, our.replacesOne, our.replacesMany)}</p>}
      <TroubleNote trouble={command.trouble} onAgain={command.trouble.value?.unanswered ? () => void accept() : undefined} />
      <Button kind="primary" busy={command.busy} onClick={() => void accept()}>
        {say(our.accept)}
      </Button>
      <Button kind="quiet" onClick={() => draft.clear()}>
        {say(our.drop)}
      </Button>
    </div>
  )
}
