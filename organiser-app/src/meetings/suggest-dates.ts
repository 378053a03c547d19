import type { Bilingual } from '@telaio/shared/words'
import { addDays } from '@telaio/shared/kit'

export interface SuggestedDate {
  readonly date: string
  /** The holiday that the rhythm would have met, so that the date was put off a week. */
  readonly instead: { readonly date: string; readonly name: Bilingual } | null
}

/** Easter Sunday of a year, by the Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`
}

/** Italy's public holidays that fall on the same day each year. */
const FIXED: Readonly<Record<string, Bilingual>> = {
  '01-01': { it: 'Capodanno', en: 'New Year’s Day' },
  '01-06': { it: 'Epifania', en: 'Epiphany' },
  '04-25': { it: 'Liberazione', en: 'Liberation Day' },
  '05-01': { it: 'Festa dei lavoratori', en: 'Labour Day' },
  '06-02': { it: 'Festa della Repubblica', en: 'Republic Day' },
  '08-15': { it: 'Ferragosto', en: 'Assumption Day' },
  '10-04': { it: 'San Francesco', en: 'Saint Francis' },
  '11-01': { it: 'Ognissanti', en: 'All Saints’ Day' },
  '12-08': { it: 'Immacolata', en: 'Immaculate Conception' },
  '12-25': { it: 'Natale', en: 'Christmas Day' },
  '12-26': { it: 'Santo Stefano', en: 'Saint Stephen’s Day' },
}

/** The Italian public holiday of a date, where it is one. */
export function holidayOn(date: string): Bilingual | null {
  // Saint Francis is a holiday again from 2026 on
  if (date.slice(5) === '10-04' && Number(date.slice(0, 4)) < 2026) return null
  const fixed = FIXED[date.slice(5)]
  if (fixed) return fixed
  const sunday = easter(Number(date.slice(0, 4)))
  if (date === sunday) return { it: 'Pasqua', en: 'Easter' }
  return date === addDays(sunday, 1) ? { it: 'Lunedì dell’Angelo', en: 'Easter Monday' } : null
}

const putOff = (date: string, holiday: (date: string) => Bilingual | null): string =>
  holiday(date) === null ? date : putOff(addDays(date, 7), holiday)

/**
 * Dates in a steady rhythm from the first one. One that meets a public holiday is put off a week and says so; the next ones keep to the rhythm,
 * unless that would bring them too near (half of it or less).
 */
export function suggestDates(
  first: string,
  count: number,
  every: number,
  holiday: (date: string) => Bilingual | null = holidayOn,
): SuggestedDate[] {
  const dates: SuggestedDate[] = []
  let next = first
  for (let i = 0; i < count; i++) {
    const wished = next
    // the first date is the organiser's own choice
    const name = i > 0 ? holiday(wished) : null
    const date = name === null ? wished : putOff(wished, holiday)
    dates.push({ date, instead: name ? { date: wished, name } : null })
    const steady = addDays(wished, every)
    next = Date.parse(steady) - Date.parse(date) <= (every / 2) * 86_400_000 ? addDays(date, every) : steady
  }
  return dates
}
