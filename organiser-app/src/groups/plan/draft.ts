import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { GroupsPlan, PlanFacts, Progress } from '@telaio/shared/groups'
import { type Asked, type Grouping, type GroupingScene, type MoveOf, moveIn, problemOf, swapIn, type SwapOf } from '@telaio/shared/grouping'
import type { Solution } from './jobs.ts'
import type { Planner } from './planner.ts'

/** A plan on the table: as it was found, and what hands have made of it since. */
export interface Sketch {
  readonly name: string
  readonly priority: Solution['priority']
  readonly grouping: Grouping
  readonly progress: Progress
  readonly seed: number
  /** Every state it has had; `at` is the one of now. */
  readonly plans: readonly GroupsPlan[]
  readonly at: number
  /** Null while they are being counted. */
  readonly facts: PlanFacts | null
}

export interface Draft {
  readonly sketches: ReadonlySignal<readonly Sketch[]>
  readonly chosen: ReadonlySignal<Sketch | null>
  readonly add: (grouping: Grouping, solutions: readonly Solution[], seed: number) => void
  readonly choose: (name: string) => void
  readonly move: (move: MoveOf) => void
  readonly swap: (swap: SwapOf) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly clear: () => void
}

export const planOf = (sketch: Sketch): GroupsPlan => sketch.plans[sketch.at] ?? { meetings: [] }

/** A, B, … Z, AA: proposals are spoken of by letter. */
const letter = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : `${letter(Math.floor(n / 26) - 1)}${letter(n % 26)}`)

/** Proposals on the table: none of them changes the lab before it is taken. */
export function createDraft(planner: Pick<Planner, 'describe'>): Draft {
  const sketches = signal<readonly Sketch[]>([])
  const name = signal<string | null>(null)
  const chosen = computed(() => sketches.value.find((one) => one.name === name.value) ?? null)
  let made = 0
  const put = (next: Sketch): void => {
    sketches.value = sketches.value.map((one) => (one.name === next.name ? next : one))
  }
  const goTo = (sketch: Sketch, plans: readonly GroupsPlan[], at: number): void => {
    put({ ...sketch, plans, at, facts: null })
    const plan = plans[at]
    if (!plan) return
    void planner.describe(sketch.grouping.problem, plan).then((facts) => {
      const now = sketches.value.find((one) => one.name === sketch.name)
      // somebody may have gone on meanwhile
      if (now && planOf(now) === plan) put({ ...now, facts })
    })
  }
  const change = (by: (plan: GroupsPlan) => GroupsPlan): void => {
    const sketch = chosen.value
    if (!sketch) return
    const before = planOf(sketch)
    const after = by(before)
    if (after !== before) goTo(sketch, [...sketch.plans.slice(0, sketch.at + 1), after], sketch.at + 1)
  }
  return {
    sketches,
    chosen,
    add: (grouping, solutions, seed) => {
      const fresh = solutions.map(
        ({ priority, plan, facts, progress }): Sketch => ({
          name: letter(made++),
          priority,
          grouping,
          progress,
          seed,
          plans: [plan],
          at: 0,
          facts,
        }),
      )
      sketches.value = [...sketches.value, ...fresh]
      name.value = fresh[0]?.name ?? name.value
    },
    choose: (next) => {
      name.value = next
    },
    move: (move) => change((plan) => moveIn(plan, move)),
    swap: (swap) => change((plan) => swapIn(plan, swap)),
    undo: () => {
      const sketch = chosen.value
      if (sketch && sketch.at > 0) goTo(sketch, sketch.plans, sketch.at - 1)
    },
    redo: () => {
      const sketch = chosen.value
      if (sketch && sketch.at < sketch.plans.length - 1) goTo(sketch, sketch.plans, sketch.at + 1)
    },
    clear: () => {
      sketches.value = []
      name.value = null
    },
  }
}

/** What is asked for on the page of all meetings, kept while one looks elsewhere in the lab. */
export interface Wanted {
  readonly form: ReadonlySet<string>
  readonly counts: Readonly<Record<string, number>>
  readonly facilitators: NonNullable<Asked['facilitators']>
  readonly seconds: number
  readonly seed: number
}

export const groupingOf = (scene: GroupingScene, { form, counts, facilitators }: Wanted): Grouping =>
  problemOf(scene, { form: [...form], counts, facilitators })
