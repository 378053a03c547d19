import * as z from 'zod/mini'

/** A moment: UTC, ISO 8601, milliseconds. Written so that text order is time order. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be a moment such as 2026-01-31T09:30:00.000Z'),
  z.refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text, 'must be a moment that exists'),
)
export type Instant = z.infer<typeof Instant>

export const instantOf = (ms: number): Instant => new Date(ms).toISOString()
export const msOf = (instant: Instant): number => Date.parse(instant)

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
/** An IANA time zone, such as Europe/Rome. */
export const TimeZone = z.string().check(z.maxLength(60), z.refine(isZone, 'must be a time zone such as Europe/Rome'))

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
export const LocalDate = z.string().check(z.refine(isDate, 'must be a date such as 2026-09-29'))
export const LocalTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 17:30'))
