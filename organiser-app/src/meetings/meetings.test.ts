import { describe, expect, it } from 'vitest'
import { addDays, afterText, agendaTimes, clockIn, dateIn, daysBetween, zonedInstant } from '@telaio/shared/kit'
import { projectTimes } from './projected-times.ts'
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

describe('the agenda as it runs', () => {
  const at = (minute: number) => Date.parse('2026-10-13T15:00:00Z') + minute * 60_000
  const run = (minute: number, minutes: number, more: object = {}) => ({
    status: 'ended' as const,
    startedAt: iso(at(minute)),
    pausedAt: null,
    pausedMs: 0,
    endedAt: null,
    length: minutes * 60_000,
    extended: 0,
    ...more,
  })
  const blocks = (b: ReturnType<typeof run> | null) => [
    { id: 'a', minutes: 10, run: run(3, 10) },
    { id: 'b', minutes: 20, run: b },
    { id: 'c', minutes: 30, run: null },
  ]
  it('expects what comes from where the running block will end', () => {
    const running = run(15, 20, { status: 'running', extended: 5 * 60_000 })
    const projected = projectTimes(blocks(running), 'b', at(20))
    expect(projected?.blocks.map((one) => one.at)).toEqual([at(3), at(15), at(40)])
    expect(projected?.end).toBe(at(70))
  })
  it('is pushed on by a pause and by running over time', () => {
    const paused = run(15, 20, { status: 'paused', pausedAt: iso(at(18)) })
    expect(projectTimes(blocks(paused), 'b', at(28))?.blocks[2]?.at).toBe(at(45))
    const over = run(15, 20, { status: 'running' })
    expect(projectTimes(blocks(over), 'b', at(50))?.blocks[2]?.at).toBe(at(50))
  })
  it('has no time for blocks that were left out', () => {
    const [a, , c] = blocks(null)
    if (!a || !c) throw new Error('no blocks')
    const skipped = ['left', 'out'].map((id) => ({ id, minutes: 20, run: null }))
    const projected = projectTimes([a, ...skipped, { ...c, run: run(20, 30, { status: 'running' }) }], 'c', at(25))
    expect(projected?.blocks.map((one) => one.at)).toEqual([at(3), null, null, at(20)])
  })
  it('goes on from now between two blocks, and says nothing before the first', () => {
    expect(projectTimes(blocks(null), null, at(30))?.blocks[1]).toEqual({ id: 'b', at: at(30), begun: false })
    expect(
      projectTimes(
        blocks(null).map((block) => ({ ...block, run: null })),
        null,
        at(0),
      ),
    ).toBeNull()
  })
})
