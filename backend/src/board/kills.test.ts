import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemoryBoard } from '@telaio/shared/testing'
import { killedAt, type KillScene, STORIES, unlikePlan } from './testing/kills.ts'
import type { World } from './testing/world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets time pass until nothing is left to do. */
async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 300 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
}

function inMemory(boards: MemoryBoard[]): () => Promise<KillScene> {
  return () => {
    const board = new MemoryBoard({ lagMs: 3000 })
    boards.push(board)
    return Promise.resolve({
      open: () => board.as('writer'),
      items: () => Promise.resolve(board.items),
      byHand: (content, at) => Promise.resolve(board.byHand('note', content, at)),
      settings: { lagMs: 5000, notesPerSecond: 100_000, retryMs: 100 },
      rest,
      close: () => Promise.resolve(),
    })
  }
}

describe.each(STORIES)('[PL5] an area $name', (story) => {
  it('stands as if nothing had happened, killed before and after every single call and record', async () => {
    const boards: MemoryBoard[] = []
    const open = inMemory(boards)
    const whole = await killedAt(open, story, null)
    expect(whole.points).toBeGreaterThan(8)
    if (story.removes) expect(whole.lab.placed.has('m2/g2')).toBe(false)
    if (story.removes) expect(boards.at(-1)?.calls['remove'] ?? 0).toBeGreaterThan(5)
    if (whole.status === 'done') expect(unlikePlan(whole.lab, boards.at(-1)?.items ?? [])).toEqual([])
    for (let at = 0; at < whole.points; at++) {
      const run = await killedAt(open, story, at)
      expect(run.picture, `killed at point ${at}`).toEqual(whole.picture)
      expect(run.status, `killed at point ${at}`).toBe(whole.status)
    }
  }, 60_000)
})
