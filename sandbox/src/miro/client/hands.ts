import type { LiveBoard } from '../model/live-board.ts'
import type { Timers } from '../sdk/timers.ts'
import { mustEdit, type User, type World } from '../world.ts'
import { actByHand } from './by-hand.ts'
import type { ByHand, HandDone } from './wire.ts'

const minute = 60_000

/** Everything that a person can do with their own hands, on the board's page or through the control API. */
export function createHands(world: Pick<World, 'tell'>, timers: Timers) {
  return (live: LiveBoard, user: User, hand: ByHand): HandDone => {
    mustEdit(live.board, user)
    const { board, history, run } = live
    if (hand.do === 'undo' || hand.do === 'redo') {
      const go = hand.do === 'undo' ? history.undo : history.redo
      run(user.id, go)
      return { ids: [] }
    }
    if (hand.do === 'rename') {
      board.name = hand.name
      world.tell()
      return { ids: [] }
    }
    if (hand.do === 'timer') {
      if (hand.timer === 'start') timers.start(board, (hand.minutes ?? 5) * minute)
      else timers[hand.timer](board)
      return { ids: [] }
    }
    return { ids: run(user.id, (act) => actByHand(act, hand), { undoable: true }) }
  }
}
export type Hands = ReturnType<typeof createHands>
