import { parseArgs } from 'node:util'
import { childTarget } from './child-target.ts'
import { killRuns } from './kill.ts'
import { powerLossRun } from './power-loss.ts'
import { serverTarget } from './server-target.ts'
import { type RunResult, summarise } from './summary.ts'

const HELP = `Crashes the stores at random moments and checks that nothing acknowledged is lost.

  --runs N    runs of each kind (200)
  --short     10 runs of each kind
  --seed N    the first run's seed; the same seed makes the same simulated run (random)
  --only power|kill
  --stores    kill the stores alone in a process of their own instead of the server (faster)
`

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    short: { type: 'boolean' },
    seed: { type: 'string' },
    only: { type: 'string' },
    stores: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const runs = Number(values.runs ?? (values.short ? 10 : 200))
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
if (
  !Number.isSafeInteger(runs) ||
  runs < 1 ||
  !Number.isSafeInteger(seed) ||
  (values.only !== undefined && !['power', 'kill'].includes(values.only))
) {
  process.stderr.write(HELP)
  process.exit(2)
}

const progress = (name: string, done: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${name} ${done}/${runs}${done === runs ? '\n' : ''}`)
}

process.stdout.write(`seed ${seed}\n`)
let ok = true
const tell = (name: string, results: readonly RunResult[]) => {
  const summary = summarise(name, results)
  process.stdout.write(`${summary.text}\n`)
  ok &&= summary.ok
}

if (values.only !== 'kill') {
  const results: RunResult[] = []
  for (let run = 0; run < runs; run++) {
    results.push(await powerLossRun(seed + run))
    progress('power loss', run + 1)
  }
  tell('power loss on the simulated disk', results)
}
if (values.only !== 'power') {
  const results: RunResult[] = []
  const target = values.stores ? childTarget : serverTarget
  await killRuns(target, seed, runs, (run) => {
    results.push(run)
    progress('kill', results.length)
  })
  tell(`SIGKILL of ${target.name}`, results)
}
process.exitCode = ok ? 0 : 1
