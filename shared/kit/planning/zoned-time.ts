/** What clocks in `zone` show at an instant, read as if it were UTC (ms). The difference to the instant is the zone's offset then. */
function wallClock(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

const offsetAt = (instant: number, zone: string): number => wallClock(instant, zone) - Math.floor(instant / 1000) * 1000

/**
 * The instant (ms) at which clocks in `zone` show this date and time. A time that summer time skips is read as the clock goes on from the
 * hour before; a time that comes twice is the first of the two.
 */
export function zonedInstant(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const day = 86_400_000
  // the offsets in force around that day; where they differ, the earlier one is tried first
  const candidates = [offsetAt(wall - day, zone), offsetAt(wall + day, zone)].map((offset) => wall - offset)
  const exact = candidates.filter((instant) => wallClock(instant, zone) === wall)
  return exact.length > 0 ? Math.min(...exact) : (candidates[0] ?? wall)
}

/** `17:30`, as clocks in `zone` show it. */
export const clockIn = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(instant)

/** `2026-09-29`, the date in `zone` at an instant. */
export const dateIn = (instant: number, zone: string): string => new Date(wallClock(instant, zone)).toISOString().slice(0, 10)

/** Whole days from one date to another, both as `2026-09-29`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000)

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
