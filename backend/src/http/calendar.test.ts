import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarFile } from '../documents/calendar.ts'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
})
afterAll(() => server.close())

const LINK = 'https://zoom.us/j/84512345678?pwd=aB,c;d'
const organiser = () => server.api(lab.organiser)
const schedule = (meeting: number, more: object) =>
  organiser().send(lab.lab, { id: commandId(), type: 'scheduleMeeting', meeting, ...more })
const file = async (token = lab.organiser, rest = '/calendar.ics') => (await server.api(token).file(lab.lab, rest)).text()
/** Read back by a parser that knows nothing of how it was written. */
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
const iso = (time: ICAL.Time) => time.toJSDate().toISOString()

describe('the calendar file', () => {
  it('has nothing in it while no meeting has a date', async () => {
    expect(eventsIn(await file())).toEqual([])
  })

  it('has each meeting at its instant, summer or winter, as long as it lasts, with its agenda', async () => {
    await schedule(1, { date: '2026-10-24', time: '17:00', zoomLink: LINK })
    await schedule(2, { date: '2026-10-25', time: '17:00' })
    const response = await organiser().file(lab.lab, '/calendar.ics')
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('telaio.ics')
    const text = await response.text()
    const [one, two] = eventsIn(text)
    if (!one || !two) throw new Error('two meetings have dates')
    // Rome leaves summer time in the night between the two
    expect([iso(one.startDate), iso(one.endDate)]).toEqual(['2026-10-24T15:00:00.000Z', '2026-10-24T15:20:00.000Z'])
    expect(iso(two.startDate)).toBe('2026-10-25T16:00:00.000Z')
    expect(one.summary).toContain('One')
    expect(one.description).toContain('17:00 Silent (5 min)\n17:05 Mixed (10 min)')
    expect(decodeURIComponent(String(one.component.getFirstPropertyValue('url')))).toBe(LINK)
    expect(String(one.component.getFirstPropertyValue('url'))).not.toContain('\\')
    expect(one.location).toBe(LINK)
    expect(two.component.getFirstPropertyValue('url')).toBeNull()
    expect(text).toContain('METHOD:PUBLISH')
  })

  it('keeps its UIDs, and counts SEQUENCE up with every change of a date or a plan', async () => {
    const before = eventsIn(await file())
    await schedule(1, { time: '18:00' })
    const moved = eventsIn(await file())
    const view = await organiser().view(lab.lab)
    const meeting = view.items.meetings['1']
    expect(moved.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(moved[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? 0)
    expect(meeting?.time).toBe('18:00')
    expect(new Set(moved.map(({ uid }) => uid)).size).toBe(2)
  })

  it('is for one meeting where one is asked for, and refuses what is none', async () => {
    expect(eventsIn(await file(lab.organiser, '/calendar.ics?meeting=2'))).toHaveLength(1)
    await expect(file(lab.organiser, '/calendar.ics?meeting=x')).rejects.toMatchObject({ status: 422, field: 'meeting' })
  })

  it('is open to everybody of the lab by their own token, and to nobody else', async () => {
    expect(eventsIn(await file(lab.people['Ann']?.token ?? ''))).toHaveLength(2)
    await expect(file('')).rejects.toMatchObject({ status: 401 })
  })

  it('names the reader’s own group beside what is done in groups, and nobody else’s', async () => {
    const { person } = lab.people['Ann'] ?? { person: '' }
    await organiser().send(lab.lab, {
      id: commandId(),
      type: 'formMixedGroups',
      meeting: 1,
      moment: 1,
      groups: [
        { key: 'x1-1', name: 'Tavolo del fiume', people: [person] },
        { key: 'x1-2', name: 'Tavolo del bosco', people: [] },
      ],
    })
    const [one] = eventsIn(await file(lab.people['Ann']?.token ?? ''))
    expect(one?.description).toContain('(10 min) · Tavolo del fiume')
    expect(one?.description).not.toContain('bosco')
    expect(eventsIn(await file())[0]?.description).not.toContain('Tavolo')
  })

  it('shows no more than the reader’s view: a link that is not in it is not in the file', async () => {
    const { items } = await organiser().view(lab.lab)
    const blind = Object.fromEntries(Object.entries(items.meetings).map(([id, meeting]) => [id, { ...meeting, zoomLink: null }]))
    const text = calendarFile({ items: { ...items, meetings: blind }, language: 'it', seq: 1, now: 0 })
    expect(text).not.toContain('zoom.us')
    expect(eventsIn(text)).toHaveLength(2)
  })

  it('folds at 75 octets and escapes, whatever stands in the titles', async () => {
    const { items } = await organiser().view(lab.lab)
    const wild = 'Perché; «così», \\n – 🌱🌊 '.repeat(12).trim()
    const meetings = Object.fromEntries(
      Object.entries(items.meetings).map(([id, meeting]) => [
        id,
        { ...meeting, title: { it: wild, en: wild }, purpose: { it: `${wild}\na capo`, en: wild } },
      ]),
    )
    const text = calendarFile({ items: { ...items, meetings }, language: 'it', seq: 1, now: 0 })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/[^\r]\n/)
    const [one] = eventsIn(text)
    expect(one?.summary).toContain(wild)
    expect(one?.description).toContain(`${wild}\na capo`)
  })

  it('has a meeting without an hour as a whole day', async () => {
    const { items } = await organiser().view(lab.lab)
    const meetings = Object.fromEntries(Object.entries(items.meetings).map(([id, meeting]) => [id, { ...meeting, time: null }]))
    const [one] = eventsIn(calendarFile({ items: { ...items, meetings }, language: 'it', seq: 1, now: 0 }))
    expect(one?.startDate.isDate).toBe(true)
    expect(one?.startDate.toString()).toBe('2026-10-24')
    expect(one?.endDate.toString()).toBe('2026-10-25')
  })
})
