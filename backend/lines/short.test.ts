import { expect, it } from 'vitest'
import { makeDevice } from './device.ts'
import { runSchedules } from './schedule.ts'

// the long form is `npm run test:lines`
const RUNS = 20
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

it('[LN1] [LN2] [LN3] over lost, late, doubled and overtaken messages, reloads, sleep, other networks and kills: each note once', async () => {
  makeDevice()
  const runs = await runSchedules(SEED, RUNS)
  for (const { seed, faults } of runs) expect.soft(faults, `seed ${seed}`).toEqual([])
  const sum = (of: (run: (typeof runs)[number]) => number): number => runs.reduce((total, run) => total + of(run), 0)
  // the weather was there, and people wrote in it
  expect(sum(({ notes }) => notes)).toBeGreaterThan(10 * RUNS)
  for (const met of ['lostBefore', 'lostAfter', 'twice', 'broken', 'cuts', 'moves'] as const)
    expect(
      sum((run) => run.met[met]),
      met,
    ).toBeGreaterThan(0)
  expect(sum(({ kills }) => kills)).toBeGreaterThan(0)
  expect(sum(({ atBoard, boardTwice }) => Math.min(atBoard, boardTwice))).toBeGreaterThan(0)
}, 240_000)
