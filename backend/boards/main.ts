import { parseArgs } from 'node:util'
import { countOf, restStorms, type StormRun } from '../src/board/testing/rest-storm.ts'
import { DESCRIPTION, isDescribed } from '../src/miro/testing/described-requests.ts'
import { labOnBoard } from './lab-on-board.ts'
import { measurePace } from './pace.ts'

const HELP = `Boards: storms of faults over HTTP against the sandbox, a whole rehearsed lab on a board, and how soon notes stand there.

  --runs N    storms (300)
  --seed N    the first storm's seed; the same seed does the same things and meets faults by the same dice, real time decides what falls together (random)
  --meetings N  of the lab, from the first (6)
  --only storms|lab|pace
`

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    meetings: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const runs = Number(values.runs ?? 300)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const meetings = Number(values.meetings ?? 6)
const { only } = values
if (
  !Number.isSafeInteger(runs) ||
  runs < 1 ||
  !Number.isSafeInteger(seed) ||
  !Number.isSafeInteger(meetings) ||
  meetings < 1 ||
  meetings > 6 ||
  (only !== undefined && !['storms', 'lab', 'pace'].includes(only))
) {
  process.stderr.write(HELP)
  process.exit(2)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
let ok = true
const violations = (where: string, faults: readonly string[]): void => {
  if (faults.length === 0) return
  ok = false
  say(`VIOLATION, ${where}:`)
  for (const fault of faults.slice(0, 20)) say(`  ${fault}`)
  if (faults.length > 20) say(`  and ${faults.length - 20} more`)
}

function tellRun({ seed: own, weather, acknowledged, kills, requests, met, notes, strays, doubles, seconds, faults }: StormRun): void {
  say(
    `seed ${own} (${weather}): ${acknowledged} acknowledged, ${kills} kills, ${requests} requests, ${notes} notes, ${strays} strays, ${doubles} doubles, ${seconds.toFixed(1)} s; ${listed(met)}`,
  )
  violations(`seed ${own}`, faults)
}

async function storms(): Promise<void> {
  const done = await restStorms(seed, runs, tellRun)
  const sum = (of: (run: StormRun) => number): number => done.reduce((total, run) => total + of(run), 0)
  const bad = done.filter(({ faults }) => faults.length > 0)
  const met = countOf(done.flatMap((run) => Object.entries(run.met).flatMap(([kind, times]) => Array.from({ length: times }, () => kind))))
  say(
    `storms: ${done.length} runs, ${sum((run) => run.acknowledged)} acknowledged, ${sum((run) => run.kills)} kills, ${sum((run) => run.requests)} requests, ${sum((run) => run.notes)} notes, ${sum((run) => run.doubles)} doubles listed, ${sum((run) => Number(run.slow))} runs on too busy a machine (second copies let be), ${sum((run) => run.mistaken)} very late copies of old words taken for new, ${bad.length} runs with violations${bad.length === 0 ? '' : ` (seeds ${bad.map((run) => run.seed).join(', ')})`}`,
  )
  say(`  ${listed(met)}`)
}

async function lab(): Promise<void> {
  const { numbers, faults } = await labOnBoard({ seed, participants: 25, groups: 5, meetings, say })
  say(`a whole lab on a board: ${listed(numbers)}`)
  if (!isDescribed) say(`SKIPPED: requests were not held against Miro’s description, since ${DESCRIPTION} is not there`)
  violations('a whole lab on a board', faults)
}

async function pace(): Promise<void> {
  const { trickle, burst } = await measurePace()
  say(`two notes a second: on the board ${trickle.p50} ms after the answer (p50), ${trickle.p95} ms (p95), at most ${trickle.most} ms`)
  say(`a hundred notes at once: the first after ${burst.firstMs} ms, all after ${burst.seconds.toFixed(1)} s, ${burst.perSecond} a second`)
}

say(`seed ${seed}`)
if (only === undefined || only === 'pace') await pace()
if (only === undefined || only === 'storms') await storms()
if (only === undefined || only === 'lab') await lab()
process.exitCode = ok ? 0 : 1
