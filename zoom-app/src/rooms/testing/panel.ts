import { createRoomWork, type RoomWork } from '../room-work.ts'
import type { FakeMeeting } from './fake-meeting.ts'
import type { RoomLog } from './room-log.ts'

export const LEASE = 'lease-of-this-page-0001'

/** One panel over a meeting and a log. Time passes only while it waits; the view follows the log at each wait. */
export function panel(
  zoom: FakeMeeting,
  log: RoomLog,
  lease = LEASE,
): { readonly work: RoomWork; readonly until: (holds: () => boolean, meanwhile?: () => void) => Promise<void> } {
  let waits = 0
  let ended = () => undefined as void
  const work = createRoomWork({
    meeting: zoom.meeting,
    send: log.send,
    now: () => log.now,
    lease,
    problemOf: (refusal) => refusal.said,
    wait: async (ms, signal) => {
      waits += 1
      if (waits > 400) throw new Error('the work never ends')
      log.now += ms
      await Promise.resolve()
      if (signal.aborted) return
      before?.()
      work.give(log.task)
      if (until?.()) {
        work.stop()
        ended()
      }
    },
  })
  let until: (() => boolean) | undefined
  let before: (() => void) | undefined
  return {
    work,
    /** Works until this holds at a moment of waiting. */
    until: (holds: () => boolean, meanwhile?: () => void) =>
      new Promise<void>((resolve) => {
        until = holds
        before = meanwhile
        ended = resolve
        work.give(log.task)
      }),
  }
}

/** Zoom's rooms are open, and the log says so. */
export const opened = (zoom: FakeMeeting, log: RoomLog) => () => zoom.open && log.task.stage === 'open'
