import { describe, expect, it } from 'vitest'
import { addDays, afterText, agendaTimes, clockIn, dateIn, daysBetween, zonedInstant } from '@telaio/shared/kit'
import { holidayOn, suggestDates } from './suggest-dates.ts'

const iso = (ms: number) => new Date(ms).toISOString()

describe('zoned time', () => {
  it('knows winter and summer time', () => {
    expect(iso(zonedInstant('2026-01-14', '17:30', 'Europe/Rome'))).toBe('2026-01-14T16:30:00.000Z')
    expect(iso(zonedInstant('2026-07-14', '17:30', 'Europe/Rome'))).toBe('2026-07-14T15:30:00.000Z')
    expect(iso(zonedInstant('2026-07-14', '17:30', 'Asia/Kathmandu'))).toBe('2026-07-14T11:45:00.000Z')
  })
  it('reads a skipped hour as the clock goes on, and a doubled one as the first', () => {
    expect(iso(zonedInstant('2026-03-29', '02:30', 'Europe/Rome'))).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(zonedInstant('2026-10-25', '02:30', 'Europe/Rome'))).toBe('2026-10-25T00:30:00.000Z')
    expect(iso(zonedInstant('2026-10-25', '04:00', 'Europe/Rome'))).toBe('2026-10-25T03:00:00.000Z')
  })
  it('gives back the clock and the date of a zone', () => {
    const instant = Date.parse('2026-09-28T22:30:00Z')
    expect(clockIn(instant, 'Europe/Rome')).toBe('00:30')
    expect(dateIn(instant, 'Europe/Rome')).toBe('2026-09-29')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('agenda times', () => {
  const blocks = [
    { id: 'a', minutes: 10 },
    { id: 'b', minutes: 110 },
    { id: 'c', minutes: 30 },
  ]
  it('follow from the start, across a change of clocks too', () => {
    const { blocks: timed, minutes, end } = agendaTimes(blocks, '2026-10-25', '01:30', 'Europe/Rome')
    expect(timed.map((one) => one.clock)).toEqual(['01:30', '01:40', '02:30'])
    expect(minutes).toBe(150)
    expect(iso(end ?? 0)).toBe('2026-10-25T02:00:00.000Z')
  })
  it('say the distance from the beginning where there is no hour', () => {
    const { blocks: timed, end } = agendaTimes(blocks, null, '17:00', 'Europe/Rome')
    expect(timed.map((one) => afterText(one.after))).toEqual(['0:00', '0:10', '2:00'])
    expect(end).toBeNull()
  })
})

describe('suggested dates', () => {
  it('keep the 2021 rhythm, and put the 8th of December off a week', () => {
    const dates = suggestDates('2021-09-29', 6, 14)
    expect(dates.map((one) => one.date)).toEqual(['2021-09-29', '2021-10-13', '2021-10-27', '2021-11-10', '2021-11-24', '2021-12-15'])
    expect(dates.at(-1)?.instead).toEqual({ date: '2021-12-08', name: { it: 'Immacolata', en: 'Immaculate Conception' } })
    expect(dates.slice(0, 5).every((one) => one.instead === null)).toBe(true)
  })
  it('never bring two meetings too near', () => {
    expect(
      suggestDates('2026-10-13', 6, 14)
        .map((one) => one.date)
        .slice(-2),
    ).toEqual(['2026-12-15', '2026-12-29'])
    const dates = suggestDates('2026-12-01', 3, 7, (date) => (date === '2026-12-08' ? { it: 'x', en: 'x' } : null))
    expect(dates.map((one) => one.date)).toEqual(['2026-12-01', '2026-12-15', '2026-12-22'])
  })
  it('know movable and fixed holidays', () => {
    expect(holidayOn('2026-04-06')?.it).toBe('Lunedì dell’Angelo')
    expect(holidayOn('2027-03-28')?.en).toBe('Easter')
    expect(holidayOn('2025-10-04')).toBeNull()
    expect(holidayOn('2026-10-04')).not.toBeNull()
    expect(holidayOn('2026-11-11')).toBeNull()
  })
})
