import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { plainText } from '@telaio/shared/board'
import { type Board, BoardError } from '@telaio/shared/ports'
import { MemoryBoard } from '@telaio/shared/testing'
import { BOARD, World } from './testing/world.ts'

const LAG_MS = 5000
const LATE_MS = 3000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 300 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
}

/** A board whose next change is given up, and carried out a while later all the same. */
function lateOnce(board: Board): Board {
  let isNext = true
  return {
    ...board,
    update: async (...given) => {
      if (!isNext) return board.update(...given)
      isNext = false
      setTimeout(() => void board.update(...given), LATE_MS)
      throw new BoardError('unknown', 'no answer')
    },
  }
}

it('[BW8] words that were given up and arrive late never stand over newer ones, and are nobody’s change', async () => {
  const board = new MemoryBoard()
  const opened = lateOnce(board.as('writer'))
  const world = new World({ open: () => opened, settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 } })
  const [ada = ''] = world.people
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  const say = (text: string) => ({ type: 'sentence', text }) as const
  const made = world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: say('una'), private: false }, ada)
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  const contribution = 'contribution' in made ? String(made['contribution']) : ''
  world.do({ type: 'editContribution', contribution, answer: say('due') }, ada)
  await vi.advanceTimersByTimeAsync(1000)
  world.do({ type: 'editContribution', contribution, answer: say('tre') }, ada)
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  expect(board.items.filter(({ kind }) => kind === 'note').map(({ content }) => plainText(content))).toEqual(['tre'])
  expect([...world.lab.boardNotes.values()].map(({ state, text }) => [state, text])).toEqual([['written', 'tre']])
  await world.stop()
})

it.each([
  ['corrected again', 'tre'],
  ['as it was before', 'una'],
])('[BW9] words sent by a life that died before it logged them are nobody’s change: %s', async (_, last) => {
  const board = new MemoryBoard()
  const arm = board.as('writer')
  const state = { kills: true }
  const world: World = new World({
    open: () => ({
      ...arm,
      update: async (...given) => {
        const made = await arm.update(...given)
        if (!state.kills) return made
        state.kills = false
        // the author goes on while no server is there to hear the answer
        world.do({ type: 'editContribution', contribution, answer: say(last) }, ada)
        world.kill()
        return made
      },
    }),
    settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 },
  })
  const [ada = ''] = world.people
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  const say = (text: string) => ({ type: 'sentence', text }) as const
  const made = world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: say('una'), private: false }, ada)
  const contribution = 'contribution' in made ? String(made['contribution']) : ''
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  world.do({ type: 'editContribution', contribution, answer: say('due') }, ada)
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  world.do({ type: 'harvestBoard', board: BOARD })
  await rest(world)
  expect(state.kills).toBe(false)
  expect(board.items.filter(({ kind }) => kind === 'note').map(({ content }) => plainText(content))).toEqual([last])
  expect([...world.lab.boardNotes.values()].map(({ state: is, text }) => [is, text])).toEqual([['written', last]])
  expect(world.lab.contributions.get(contribution)?.answer).toEqual(say(last))
  await world.stop()
})
