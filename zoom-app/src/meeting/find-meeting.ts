import type { Meeting } from './meeting.ts'
import { createPlainMeeting } from './plain-meeting.ts'
import type { ZoomOptions } from './zoom/zoom-meeting.ts'

export interface Surroundings {
  /** The page's path: `/zoom/` is what Zoom opens, `/join/` what an invite opens. */
  readonly path: string
  readonly findZoom: (options: ZoomOptions) => Promise<Meeting>
}

export interface Found {
  readonly meeting: Meeting
  /** The page was opened as Zoom's panel, and no Zoom answered: it works by invite all the same. */
  readonly silent: boolean
}

/** Finds out where the page is. Only Zoom's own address asks for Zoom, and never for long: a plain page must not hang. */
export async function findMeeting({ path, findZoom }: Surroundings): Promise<Found> {
  if (!/\/zoom(\/|$)/.test(path)) return { meeting: createPlainMeeting(), silent: false }
  try {
    return { meeting: await findZoom({ onAttention: whenAttended }), silent: false }
  } catch {
    return { meeting: createPlainMeeting(), silent: true }
  }
}

const whenAttended = (listener: () => void): void => {
  addEventListener('focus', listener)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener()
  })
}
