import { seeded } from '@telaio/shared/testing'
import { describe, expect, it } from 'vitest'
import { judged } from './testing/harvested.ts'
import { workedBoard } from './testing/worked-board.ts'

/** Ten thousand of them: `npm run bench -- harvest`. */
const BOARDS = 2000
const SEED = 20_261_122

describe('a harvest of boards that people have worked on', () => {
  it(`[HV8] places every note or lists it with its reason: ${BOARDS} boards, none lost, none doubled`, { timeout: 120_000 }, async () => {
    const random = seeded(SEED)
    const met = new Map<string, number>()
    const counts = { notes: 0, strays: 0 }
    for (let n = 0; n < BOARDS; n++) {
      const board = workedBoard(random)
      for (const what of board.disturbances) met.set(what, (met.get(what) ?? 0) + 1)
      const { notes, strays, ...faults } = await judged(board)
      expect(faults, `board ${n}: ${[...board.disturbances].join(', ')}`).toEqual({ lost: 0, doubled: 0, wrong: [], missingIsRight: true })
      counts.notes += notes
      counts.strays += strays
    }
    expect(counts.notes).toBeGreaterThan(BOARDS * 20)
    expect(counts.strays).toBeGreaterThan(BOARDS)
    // every disturbance has been met often: none is only in the generator's text
    expect(met.size).toBeGreaterThanOrEqual(30)
    expect(Math.min(...met.values())).toBeGreaterThan(40)
  })
})
