/**
 * Demo dates: plausible, not historical. The percorso laboratoriale of 2021 ran from 29 September to 15 December; a fortnightly Wednesday, with the
 * holiday of 8 December left out, gives these.
 */
const DATES = ['2021-09-29', '2021-10-13', '2021-10-27', '2021-11-10', '2021-11-24', '2021-12-15']
const FORTNIGHT = 14 * 24 * 3600_000

export const TIME = '14:30'
export const ZONE = 'Europe/Rome'

/** The date of a meeting; after those known, every other Wednesday. */
export function dateOf(meeting: number): string {
  const known = DATES[meeting - 1]
  if (known !== undefined) return known
  const last = Date.parse(DATES.at(-1) ?? '')
  return new Date(last + (meeting - DATES.length) * FORTNIGHT).toISOString().slice(0, 10)
}

/** The moment (ms) of a local date and time. */
export function momentOf(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(asUtc)
  return asUtc - (Date.parse(`${shown.replace(' ', 'T')}.000Z`) - asUtc)
}
