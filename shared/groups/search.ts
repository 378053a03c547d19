import { anneal, chancesAt, roomForChances } from './anneal.ts'
import { Best } from './best.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { designFor, type Design } from './designs.ts'
import { type Model, modelOf, planOf } from './model.ts'
import type { GroupsPlan, GroupsProblem } from './problem.ts'
import { Random } from './random.ts'
import { dealt, level, seatWished } from './start.ts'
import { State } from './state.ts'
import { SymmetricSearch, symmetriesFor } from './symmetric.ts'

/** How far a search has come. */
export interface Progress {
  readonly iterations: number
  readonly sector: number
  readonly organisation: number
  readonly repeats: number
  readonly bounds: Bounds
  /** No plan is better: every term is at its bound, in the order that counts. */
  readonly proven: boolean
}

/** A search that goes on for as long as it is asked to. The same problem, seed and number of iterations give the same plan, in whatever steps. */
export interface Search {
  /** Goes on until so many iterations in all are done, or the best is proven. */
  readonly step: (iterations: number) => Progress
  readonly best: () => GroupsPlan
  readonly progress: () => Progress
}

/** Iterations are counted in steps of so many: about a millisecond. */
const STEP = 20_000

/** @param problem checked (`check`): without faults and without contradictions. Throws where its wishes contradict each other. */
export function createSearch(problem: GroupsProblem, seed: number): Search {
  const model = modelOf(problem)
  const bounds = boundsOf(model)
  const best = new Best(model, {
    sector: bounds.sector,
    ruled: model.ruledAtBest + bounds.organisation * model.weights.organisation,
    repeats: bounds.repeats,
  })
  const running = search(model, bounds, best, new Random(seed))
  let iterations = running.next().value ?? 0
  const progress = (): Progress => ({
    iterations,
    sector: best.sector,
    organisation: Math.round((best.ruled - model.ruledAtBest) / model.weights.organisation),
    repeats: best.repeats,
    bounds,
    proven: best.proven,
  })
  return {
    step: (more) => {
      const until = iterations + more
      while (iterations < until && !best.proven) {
        const next = running.next()
        if (next.done) break
        iterations += next.value
      }
      return progress()
    },
    best: () => planOf(model, best.seats),
    progress,
  }
}

/** Ranges of temperature, in repeats: where a search freezes depends on the size of the groups and on how much there is to avoid. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
  [0.44, 0.26],
  [0.5, 0.34],
  [0.28, 0.16],
]

/** Yields how many iterations were done since it last did. */
function* search(model: Model, bounds: Bounds, best: Best, random: Random): Generator<number, void> {
  const wished = seatWished(model)
  if (!wished) throw new Error('the wishes of this problem contradict each other: check it first')
  const state = new State(model)
  const begin = (): number => {
    state.set(dealt(model, wished, random))
    const tries = Math.min(400_000, 100 * model.people * model.meetings)
    level(state, random, tries)
    best.offer(state)
    return state.sector > 0 ? STEP : 0
  }
  yield begin()
  if (model.meetings === 0 || model.people === 0) return
  const chances = roomForChances(model.weights.repeat)
  function* run([from, to]: readonly [number, number], tries: number): Generator<number, void> {
    const steps = Math.ceil(tries / STEP)
    const fall = (to / from) ** (1 / steps)
    let temperature = from * model.weights.repeat
    for (let n = 0; n < steps; n++) {
      chancesAt(temperature, chances)
      temperature *= fall
      yield anneal(state, random, chances, STEP, best)
      if (best.proven) return
    }
  }
  const uniform = isUniform(model)
  const design = uniform && bounds.repeats === 0 ? designFor(model.people, model.groups[0] ?? 1, model.meetings) : null
  if (design) {
    state.set(placed(model, design))
    best.offer(state)
    yield* settle(state, random, best)
    yield* run([0.2, 0.14], 1_000_000)
    yield begin()
  }
  // where there is room for all, this is enough
  yield* run([0.25, 0.14], 400_000 + 40 * model.people * model.meetings)
  const symmetric = uniform && model.sectors === 1 ? symmetricRuns(model, random) : null
  const first = 1_000_000 + 50 * model.people * model.meetings
  const reached = RANGES.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; !best.proven; round++) {
    if (symmetric) {
      const found: Design | null = yield* symmetric(round)
      if (found) {
        state.set(placed(model, found))
        best.offer(state)
        if (best.proven) return
        yield* run([0.2, 0.14], STEP * 10)
      }
    }
    const order = [...RANGES.keys()].sort((a, b) => (reached[a] ?? 0) - (reached[b] ?? 0))
    const chosen = round === 0 ? order : round === 1 ? order.slice(0, 2) : [order[round % 3 === 1 ? 1 : 0] ?? 0]
    for (const range of chosen) {
      yield begin()
      yield* run(RANGES[range] ?? [0.4, 0.2], first * [1, 4, 16, 24, 24, 48][Math.min(round, 5)]!)
      reached[range] = Math.min(round < 2 ? Number.POSITIVE_INFINITY : (reached[range] ?? 0), state.cost)
      if (best.proven) return
    }
  }
}

/** Everybody there every time, always as many groups, nothing behind and no wishes: then a plan is a schedule of points, whoever they are. */
function isUniform({ problem, people, present, groups, history, seatCost }: Model): boolean {
  return (
    present.every((here) => here.length === people) &&
    groups.every((many) => many === groups[0]) &&
    !problem.together?.length &&
    !history.some((times) => times > 0) &&
    !seatCost.some((costs) => costs !== 0)
  )
}

/** People take the points of a design, sector by sector, the largest first. */
function placed(model: Model, design: Design): Int32Array {
  const { people, maxSeats, capacity, sectorOf, sectors, meetings } = model
  const many = new Int32Array(sectors)
  for (const sector of sectorOf) many[sector]!++
  const person = Int32Array.from({ length: people }, (_, n) => n).sort((a, b) => {
    const [x, y] = [sectorOf[a] ?? 0, sectorOf[b] ?? 0]
    return (many[y] ?? 0) - (many[x] ?? 0) || x - y || a - b
  })
  const seats = new Int32Array(meetings * maxSeats).fill(-1)
  for (let meeting = 0; meeting < meetings; meeting++)
    for (const [group, points] of (design[meeting] ?? []).entries())
      for (const [seat, point] of points.entries())
        seats[meeting * maxSeats + group * (capacity[meeting] ?? 0) + seat] = person[point] ?? -1
  return seats
}

/** Lets people change points in all meetings at once, which keeps every repeat as it is, while that makes the plan better. */
function* settle(state: State, random: Random, best: Best): Generator<number, void> {
  const { people, meetings } = state.model
  const exchange = (a: number, b: number): void => {
    for (let meeting = 0; meeting < meetings; meeting++)
      state.swap(meeting, state.seatOf[meeting * people + a] ?? 0, state.seatOf[meeting * people + b] ?? 0)
  }
  // each of these tries is as dear as many of the others; they end where nothing was gained for as many as there are pairs
  const rounds = Math.ceil((people * people) / 100)
  for (let idle = 0; idle < rounds && !best.proven; idle++) {
    const start = state.cost
    for (let tried = 0; tried < 50; tried++) {
      const a = random.belowLarge(people)
      const b = random.belowLarge(people)
      if (a === b) continue
      const before = state.cost
      exchange(a, b)
      if (state.cost > before) exchange(a, b)
    }
    best.offer(state)
    if (state.cost < start) idle = 0
    yield STEP / 4
  }
}

/** Annealing of schedules with a symmetry: all of them shortly, then the promising ones for longer and longer. */
function symmetricRuns(model: Model, random: Random): (round: number) => Generator<number, Design | null> {
  const groups = model.groups[0] ?? 1
  const all = symmetriesFor(model.people, model.meetings).map((symmetry) => new SymmetricSearch(model.people, groups, symmetry))
  return function* runs(round) {
    let best: SymmetricSearch | null = null
    const tries = round === 0 ? 50_000 : 150_000 * Math.min(3, round)
    const order = [...all].sort((a, b) => a.bestCost - b.bestCost || a.symmetry.base - b.symmetry.base)
    for (const one of order.slice(0, round === 0 ? all.length : Math.max(2, all.length >> round)))
      for (let again = 0; again < 2; again++) {
        const before = one.bestCost
        // these tries are dearer than those of the other search
        yield 4 * one.run(random, tries)
        if (one.bestCost < before && one.bestCost <= (best?.bestCost ?? Number.POSITIVE_INFINITY)) best = one
        if (one.bestCost === 0) return one.design()
      }
    return best?.design() ?? null
  }
}
