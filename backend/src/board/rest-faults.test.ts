import { expect, it } from 'vitest'
import { restStorms } from './testing/rest-storm.ts'

// the long form is `npm run test:boards`
const RUNS = 15
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

it('[BW1] [BW2] [BW3] [BW4] the same over HTTP, through the real adapter, with people at the board', async () => {
  const runs = await restStorms(SEED, RUNS)
  for (const { seed, faults } of runs) expect.soft(faults, `seed ${seed}`).toEqual([])
  const met = new Set(runs.flatMap((run) => Object.keys(run.met)))
  expect([...met]).toEqual(
    expect.arrayContaining(['tooManyRequests', 'serverError', 'serverErrorAfter', 'lost', 'unreachable', 'late', 'given up, done later']),
  )
}, 120_000)
