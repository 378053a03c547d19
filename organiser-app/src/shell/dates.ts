import { language } from '@telaio/shared/ui'

const locale = (): string => (language.value === 'it' ? 'it-IT' : 'en-GB')

/** Dates are shown for the day they name, whatever the zone of this machine. */
const ofDate = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T12:00Z`))

/** `mercoledì 29 settembre 2026` */
export const longDate = (date: string): string => ofDate(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** `mer 29 set` */
export const shortDate = (date: string): string => ofDate(date, { weekday: 'short', day: 'numeric', month: 'short' })
/** `29 set` */
export const dayMonth = (date: string): string => ofDate(date, { day: 'numeric', month: 'short' })

/** `29 set, 17:42`, in a given zone. */
export const momentText = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(Date.parse(instant))

/** `17:42`, in a given zone. */
export const timeText = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(Date.parse(instant))

/** `tra 3 giorni`, `oggi`, `ieri`. */
export const inDays = (days: number): string => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day')

/** `2 minuti fa`, `adesso`. */
export function ago(ms: number): string {
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  const seconds = Math.round(ms / 1000)
  if (seconds < 45) return format.format(0, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return format.format(-minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.round(hours / 24), 'day')
}
