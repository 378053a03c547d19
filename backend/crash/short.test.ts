import { expect, it } from 'vitest'
import { childTarget } from './child-target.ts'
import { killRuns } from './kill.ts'
import { powerLossRun } from './power-loss.ts'
import { type RunResult, summarise } from './summary.ts'

// the long form is `npm run test:crash`; a violation there names the seed that repeats it here
const RUNS = 10
const SEED = Math.floor(Math.random() * 1e9)

it('[LS2] [LS3] [LS9] [RS6] a power loss loses nothing that was acknowledged, and leaves nothing half done', async () => {
  const runs: RunResult[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await powerLossRun(SEED + run))
  expect(summarise('power loss', runs)).toMatchObject({ ok: true })
}, 60_000)

it('[LS2] [LS3] [LS9] [RS6] [LF5] so does a SIGKILL', async () => {
  const runs: RunResult[] = []
  await killRuns(childTarget, SEED, RUNS, (run) => runs.push(run))
  const summary = summarise('kill', runs)
  expect(summary).toMatchObject({ ok: true })
  expect(runs.reduce((sum, { acknowledged }) => sum + acknowledged, 0) / RUNS).toBeGreaterThan(100)
}, 60_000)
