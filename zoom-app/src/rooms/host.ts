import { pause } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import type { Meeting } from '../meeting/meeting.ts'
import { hostingWords } from '../words/hosting.ts'
import type { Say } from '../writing/writing.ts'
import { leaseKey } from './lease-key.ts'
import { createRoomWork, type RoomWork } from './room-work.ts'

/** The host's room work, under this page's own lease. Loaded only where somebody hosts. */
export function startRoomWork({
  meeting,
  sendNow,
  now,
}: {
  meeting: Meeting
  sendNow: (say: Say) => Promise<unknown>
  now: () => number
}): RoomWork {
  return createRoomWork({
    meeting,
    send: sendNow,
    now,
    lease: leaseKey(window),
    wait: pause,
    problemOf: ({ code, said }) => `${say(hostingWords.refusals[code])} (Zoom: ${said})`,
  })
}
