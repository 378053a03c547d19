import { language } from '@telaio/shared/ui'

/** A local date, as it is said: `mercoledì 29 settembre 2026`. The date has no zone: it is read as the day it names. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat(language.value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  )

export const shortDay = (date: string): string =>
  new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
