import type { Clock } from '../../zoom/clock.ts'
import { type Board, stoppedTimer } from '../model/board.ts'
import { MiroError } from '../model/errors.ts'

export interface TimerInstance {
  readonly restDuration: number
  readonly status: 'STARTED' | 'STOPPED' | 'PAUSED'
  readonly totalDuration: number
}

export type TimerEvent = 'start' | 'update' | 'finish'

export function timerOf(board: Board, now: number): TimerInstance {
  const { status, totalDuration, endsAt, rest } = board.timer
  return { status, totalDuration, restDuration: status === 'STARTED' ? Math.max(0, endsAt - now) : rest }
}

/** A board's one timer (facts/miro.md §1.5): it tells when it starts, when its course changes, when it ends. */
export function createTimers(clock: Clock, tell: (board: Board, event: TimerEvent) => void) {
  const isOn = ({ timer }: Board) => timer.status !== 'STOPPED'

  function runUntil(board: Board, endsAt: number, totalDuration: number): void {
    const started = { status: 'STARTED', totalDuration, endsAt, rest: 0 } as const
    board.timer = started
    clock.after(Math.max(0, endsAt - clock.now()), () => {
      if (board.timer !== started) return
      board.timer = { ...stoppedTimer, totalDuration }
      tell(board, 'finish')
    })
  }

  const mustBeOn = (board: Board) => {
    if (!isOn(board)) throw new MiroError(400, 'timer', 'Timer is not started')
  }

  return {
    start(board: Board, duration: number) {
      if (isOn(board)) throw new MiroError(400, 'timer', 'Timer is already started')
      if (!(duration > 0)) throw new MiroError(400, 'timer', 'Timer duration must be greater than zero')
      runUntil(board, clock.now() + duration, duration)
      tell(board, 'start')
    },
    stop(board: Board) {
      mustBeOn(board)
      board.timer = { ...stoppedTimer, totalDuration: board.timer.totalDuration }
      tell(board, 'finish')
    },
    pause(board: Board) {
      mustBeOn(board)
      const { restDuration: rest, totalDuration } = timerOf(board, clock.now())
      board.timer = { status: 'PAUSED', totalDuration, endsAt: 0, rest }
      tell(board, 'update')
    },
    resume(board: Board) {
      mustBeOn(board)
      if (board.timer.status === 'PAUSED') runUntil(board, clock.now() + board.timer.rest, board.timer.totalDuration)
      tell(board, 'update')
    },
    prolong(board: Board, duration: number) {
      mustBeOn(board)
      const { timer } = board
      if (timer.status === 'STARTED') runUntil(board, timer.endsAt + duration, timer.totalDuration + duration)
      else board.timer = { ...timer, rest: timer.rest + duration, totalDuration: timer.totalDuration + duration }
      tell(board, 'update')
    },
    /** After a restart: what was running runs on. */
    goOn(board: Board) {
      if (board.timer.status === 'STARTED') runUntil(board, board.timer.endsAt, board.timer.totalDuration)
    },
  }
}
export type Timers = ReturnType<typeof createTimers>
