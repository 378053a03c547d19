import { clockIn, zonedInstant } from './zoned-time.ts'

export interface Timed {
  readonly id: string
  readonly minutes: number
}

export interface TimedBlock {
  readonly id: string
  /** Minutes from the beginning of the meeting. */
  readonly after: number
  /** The instant it begins (ms); null while the meeting has no date and time. */
  readonly at: number | null
  /** `17:30` in the meeting's time zone. */
  readonly clock: string | null
}

export interface AgendaTimes {
  readonly blocks: readonly TimedBlock[]
  readonly minutes: number
  readonly start: number | null
  readonly end: number | null
}

/** When each block of an agenda begins. Minutes are added to the instant, not to the clock, so a night in which clocks change comes out right. */
export function agendaTimes(blocks: readonly Timed[], date: string | null, time: string | null, zone: string): AgendaTimes {
  const start = date !== null && time !== null ? zonedInstant(date, time, zone) : null
  let after = 0
  const timed = blocks.map((block): TimedBlock => {
    const at = start === null ? null : start + after * 60_000
    const one = { id: block.id, after, at, clock: at === null ? null : clockIn(at, zone) }
    after += block.minutes
    return one
  })
  return { blocks: timed, minutes: after, start, end: start === null ? null : start + after * 60_000 }
}

/** `0:35`, the place of a block in a meeting whose hour is not known yet. */
export const afterText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
