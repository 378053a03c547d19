import { existsSync, readFileSync } from 'node:fs'
import { createSearch, figuresOf, type GroupsPlan, type GroupsProblem, type Progress, replan } from '@telaio/shared/groups'
import { seeded } from '@telaio/shared/testing'

/**
 * Groups: what is reached within so many seconds on one thread, median of seeds 1 to 3, beside the target. Seconds are budgets of a machine with two free cores; the
 * iterations done say how much of them this machine gave.
 */

/** Repeats at five seconds, hard rules kept and sectors even; at one second 1.3 × these + 3. */
const TARGETS: Readonly<Record<string, number>> = {
  '6x4x6': 0,
  '6x5x6': 0,
  '6x6x6': 18,
  '12x5x6': 0,
  '20x5x6': 0,
  '50x5x6': 0,
  '8x4x10': 10,
  '5x3x7': 0,
  '5x5x6': 0,
  '6x4x7': 0,
  '7x7x8': 0,
  '10x6x6': 0,
  '6x4x6+s4': 9,
  '6x5x6+s4': 23,
  '6x6x6+s4': 37,
  '12x5x6+s4': 0,
  '20x5x6+s4': 0,
  '50x5x6+s4': 0,
  '8x4x10+s4': 73,
  '5x3x7+s4': 14,
}
const SEEDS = [1, 2, 3]
const INSTANCES = new URL('../../../shared/groups/', import.meta.url)
type Instance = GroupsProblem & { readonly id: string }
type Judge = (problem: GroupsProblem, plan: GroupsPlan) => { valid: boolean; repeats: number; sector: number; organisation: number }

interface Run {
  readonly progress: Progress
  readonly plan: GroupsPlan
  /** Milliseconds to the best plan, and in all. */
  readonly reached: number
  readonly took: number
}

/** One search within a budget, looked at every few milliseconds. */
function solve(problem: GroupsProblem, seed: number, milliseconds: readonly number[]): Run[] {
  const from = performance.now()
  const search = createSearch(problem, seed)
  let progress = search.progress()
  let reached = performance.now() - from
  return milliseconds.map((budget) => {
    while (!progress.proven && performance.now() - from < budget) {
      const next = search.step(20_000)
      if (next.sector !== progress.sector || next.organisation !== progress.organisation || next.repeats !== progress.repeats)
        reached = performance.now() - from
      progress = next
    }
    return { progress, plan: search.best(), reached, took: performance.now() - from }
  })
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
const line = (...cells: readonly (string | number)[]): void => {
  const widths = [18, 8, 9, 8, 16, 8, 16, 12, 9]
  process.stdout.write(`${cells.map((cell, n) => String(cell).padEnd(widths[n] ?? 12)).join(' ')}\n`)
}
const verdict = (reached: number, target: number | undefined): string => (target === undefined ? '' : reached <= target ? 'ok' : 'MISSED')

/** @param chosen ids of instances; none: all, then 2,000 people, then the re-plan on the day. */
export async function benchGroups(chosen: readonly string[]): Promise<void> {
  if (!existsSync(new URL('public.json', INSTANCES))) {
    process.stdout.write('Groups: ../shared/groups is not there, so its instances were not run\n')
    return
  }
  const instances = JSON.parse(readFileSync(new URL('public.json', INSTANCES), 'utf8')) as Instance[]
  const { evaluate } = (await import(new URL('evaluate.mjs', INSTANCES).href)) as { evaluate: Judge }
  process.stdout.write('Groups: repeats/sector/colleagues, median of seeds 1–3, one thread (* proven best)\n')
  line('instance', 'bound', 'target 1s', '', 'at 1 s', 'target 5s', 'at 5 s', 'ms to best', 'million tries')
  // the compiler's first steps are nobody's seconds
  solve({ meetings: 4, groups: 5, participants: Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, sector: `s${n % 3}` })) }, 1, [500])
  for (const instance of instances) {
    if (chosen.length > 0 && !chosen.includes(instance.id)) continue
    const runs = SEEDS.map((seed) => solve(instance, seed, [1000, 5000]))
    for (const [, run] of runs) {
      const judged = run && evaluate(instance, run.plan)
      if (!judged?.valid || judged.repeats !== run?.progress.repeats)
        throw new Error(`${instance.id}: not a valid plan, or not its figures`)
    }
    const at = (budget: number) => {
      const these = runs.flatMap((run) => run[budget] ?? [])
      const each = (what: 'repeats' | 'sector' | 'organisation') => middle(these.map(({ progress }) => progress[what]))
      const all = `${each('repeats')}/${each('sector')}/${each('organisation')}${these.every(({ progress }) => progress.proven) ? '*' : ''}`
      return { these, repeats: each('repeats'), all }
    }
    const target = TARGETS[instance.id]
    const soon = target === undefined ? undefined : Math.floor(1.3 * target) + 3
    const [one, five] = [at(0), at(1)]
    const bounds = runs[0]?.[0]?.progress.bounds
    line(
      instance.id,
      `${bounds?.repeats}/${bounds?.sector}/${bounds?.organisation}`,
      soon ?? '–',
      verdict(one.repeats, soon),
      one.all,
      target ?? '–',
      `${five.all} ${verdict(five.repeats, target)}`,
      Math.round(middle(five.these.map(({ reached }) => reached))),
      (middle(five.these.map(({ progress }) => progress.iterations)) / 1e6).toFixed(1),
    )
  }
  if (chosen.length > 0) return
  large()
  onTheDay(instances)
}

/** 2,000 people in 400 groups, six times, five sectors. */
function large(): void {
  const random = seeded(1)
  const participants = Array.from({ length: 2000 }, (_, n) => ({ id: `p${n}`, sector: `s${Math.floor(random() * 5)}` }))
  const problem: GroupsProblem = { meetings: 6, groups: 400, participants }
  for (const { progress, plan, reached, took } of solve(problem, 1, [10_000])) {
    const { repeats, sector, sizes } = figuresOf(problem, plan)
    const pairs = 6 * 400 * 10
    process.stdout.write(
      `2,000 people, 400 groups, 6 meetings, at most 10 s\n  target: valid, balanced, below 1 % of ${pairs} pairs repeated\n  reached: sizes off ${sizes}, sector ${sector}, ${((100 * repeats) / pairs).toFixed(2)} % repeated, ${Math.round(reached)} ms to best, ${Math.round(took)} ms in all${progress.proven ? ', proven best' : ''}\n`,
    )
  }
}

/** Five of sixty absent in meeting 4, 200 draws. */
function onTheDay(instances: readonly Instance[]): void {
  const instance = instances.find(({ id }) => id === '12x5x6+s4')
  if (!instance) return
  const [run] = solve(instance, 1, [5000])
  if (!run) return
  const random = seeded(4)
  const draws = 200
  const sums = { moves: 0, extra: 0, repeats: 0, sector: 0, later: 0 }
  const times: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const absent = instance.participants.map(({ id }) => id)
    while (absent.length > 5) absent.splice(Math.floor(random() * absent.length), 1)
    const from = performance.now()
    const proposal = replan(instance, run.plan, 4, { absent, seed: draw })
    times.push(performance.now() - from)
    if (!('plan' in proposal)) throw new Error('no wishes, yet a contradiction')
    sums.moves += proposal.moves.length
    sums.extra += proposal.moves.length - proposal.leastMoves
    sums.repeats += proposal.figures.repeats
    sums.sector += proposal.figures.sector
    sums.later += proposal.laterMoves
  }
  const mean = (sum: number): string => (sum / draws).toFixed(2)
  process.stdout.write(
    `On the day: 5 of 60 absent in meeting 4, ${draws} draws\n  target: at most 200 ms; moves on average at most 1 above the fewest possible; repeats on average at most 0.5; later meetings untouched\n  reached: median ${middle(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms; moves ${mean(sums.moves)}, ${mean(sums.extra)} above the fewest; repeats ${mean(sums.repeats)}; sector ${mean(sums.sector)}; later moves ${sums.later}\n`,
  )
}
