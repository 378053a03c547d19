import { parseArgs } from 'node:util'
import { makeDevice } from './device.ts'
import { runSchedules, type Schedule } from './schedule.ts'

const HELP = `Lines: meetings in which every message between app, server and board may be lost, late, doubled or overtaken, tabs are reloaded, laptops closed,
networks changed and the server killed. At the end every note that its author saw as sent is in the log once, and on the board once where all may see it.

  --runs N       schedules (300)
  --seed N       the first one's seed; the same seed does the same, real time decides what falls together (random)
  --together N   so many at a time (4)
`

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, together: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const runs = Number(values.runs ?? 300)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const together = Number(values.together ?? 4)
if (![runs, seed, together].every(Number.isSafeInteger) || runs < 1 || together < 1) {
  process.stderr.write(HELP)
  process.exit(2)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
say(`seed ${seed}`)
makeDevice()
const done = await runSchedules(
  seed,
  runs,
  ({ seed: own, notes, late, kills, seconds, faults }) => {
    say(`seed ${own}: ${notes} notes, ${late} late, ${kills} kills, ${seconds.toFixed(1)} s${faults.length > 0 ? '  VIOLATION' : ''}`)
    for (const fault of faults.slice(0, 10)) say(`  ${fault}`)
  },
  together,
)
const sum = (of: (run: Schedule) => number): number => done.reduce((total, run) => total + of(run), 0)
const bad = done.filter(({ faults }) => faults.length > 0)
say(
  `lines: ${done.length} schedules, ${sum((run) => run.notes)} notes kept (${sum((run) => run.late)} late), ${sum((run) => run.kills)} kills, ${sum((run) => run.reloads)} reloads, ${sum((run) => run.invites)} invites renewed, ` +
    `${bad.length} with violations${bad.length > 0 ? ` (seeds ${bad.map((run) => run.seed).join(', ')})` : ''}`,
)
say(
  `  app to server: ${sum(({ met }) => met.lostBefore)} lost on the way, ${sum(({ met }) => met.lostAfter)} answers lost, ${sum(({ met }) => met.twice)} arrived twice, ${sum(({ met }) => met.broken)} feeds broken, ${sum(({ met }) => met.cuts)} cuts, ${sum(({ met }) => met.moves)} other networks`,
)
say(
  `  server to board: ${sum((run) => run.atBoard)} faults, ${sum((run) => run.boardTwice)} writes arrived twice, ${sum((run) => run.doubles)} second copies listed`,
)
process.exitCode = bad.length > 0 ? 1 : 0
