import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allMethods } from '../testing/read-methods.ts'
import { smallKit } from '../testing/small-kit.ts'
import { goesOnBoard } from '../lab/index.ts'
import { type Box, touches } from './geometry.ts'
import { heightOf } from './measure.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { planTemplate } from './plan-template.ts'
import { LIMITS } from './sheet.ts'
import { agendaTemplate, canvasTemplate, methodTemplate, SHEETS, type Template } from './templates.ts'

const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height

function check({ items, box }: BoardPlan): void {
  const [frame, ...rest] = items
  expect(frame).toMatchObject({ kind: 'frame', parent: null, box })
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  for (const item of rest) {
    expect(item.parent, item.key).toBe(frame?.key)
    expect(within(item.box, box), `${item.key} leaves the frame`).toBe(true)
    if (item.kind === 'text') {
      const { size = 0, weight = 'regular' } = item.style
      expect(item.box.height, `${item.key} overflows`).toBeGreaterThanOrEqual(Math.floor(heightOf(item.text, item.box.width, size, weight)))
      expect(item.box.width).toBeGreaterThanOrEqual(size * LIMITS.textWidth)
    }
  }
  for (const kinds of [['zone', 'band'], ['text']] as const) {
    const some = rest.filter(({ kind }) => (kinds as readonly PlanItem['kind'][]).includes(kind))
    for (const [i, a] of some.entries())
      for (const b of some.slice(i + 1)) if (!isBadge(a, b)) expect(touches(a.box, b.box), `${a.key} overlaps ${b.key}`).toBe(false)
  }
}
const isBadge = (a: PlanItem, b: PlanItem): boolean => a.key.endsWith('/badge') || b.key.endsWith('/badge')

const canvases = smallKit.meetings.map((meeting) => canvasTemplate(meeting, meeting.canvas.zones))
const agenda = agendaTemplate({ number: 1, title: { it: 'Apertura', en: 'Opening' }, time: '17:30' }, [
  { id: 'a', minutes: 10, kind: 'plenary', title: { it: 'Accoglienza', en: 'Welcome' } },
  {
    id: 'b',
    minutes: 40,
    kind: 'mixed-groups',
    title: { it: 'Un titolo piuttosto lungo '.repeat(6).trim(), en: 'A rather long title '.repeat(6).trim() },
  },
])
const all: readonly Template[] = [...SHEETS, agenda, ...canvases, ...allMethods.map(methodTemplate)]
const named = (id: string): Template => {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

describe('a template as a plan', () => {
  it('[TP1] [TP2] overlaps nothing, leaves no frame and no column, wherever it is put, in either language', () => {
    for (const template of all) for (const language of ['it', 'en'] as const) check(planTemplate(template, language))
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom('it' as const, 'en' as const),
        fc.integer({ min: -1e5, max: 1e5 }),
        fc.integer({ min: -1e5, max: 1e5 }),
        (template, language, left, top) => check(planTemplate(template, language, { left, top })),
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('[TP2] holds whatever somebody calls the zones of a method', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 160, unit: fc.constantFrom('a', 'W', 'i', ' ', 'à', '字', '—') })
      .filter((one) => /\S/.test(one))
    const zone = fc.record({
      title: text,
      question: text,
      lanes: fc.array(text, { maxLength: 9 }),
      expected: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 4 }), (zones) => {
        const both = (said: string) => ({ it: said, en: said })
        check(
          planTemplate(
            canvasTemplate(
              { number: 1, canvas: { title: both('Canvas') } },
              zones.map(({ title, question, lanes, expected }, i) => ({
                id: `z-${i}`,
                title: both(title),
                question: both(question),
                answer: { type: 'cards' as const },
                mayBeAnonymous: false,
                expected,
                ...(lanes.length < 2 ? {} : { lanes: lanes.map((one, n) => ({ id: `l${n}`, title: both(one) })) }),
              })),
            ),
            'it',
          ),
        )
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('[TP3] has a field for each lane: four of a SWOT, two by two', () => {
    const { items } = planTemplate(named('method-swot'), 'it')
    const lanes = items.filter(({ key }) => /^template\/swot\/lane-[a-z]+$/.test(key))
    expect(lanes.map(({ key }) => items.find((one) => one.key === `${key}/title`)?.text)).toEqual([
      'Forze',
      'Debolezze',
      'Opportunità',
      'Minacce',
    ])
    expect(new Set(lanes.map(({ box }) => box.left)).size).toBe(2)
    expect(new Set(lanes.map(({ box }) => box.top)).size).toBe(2)
  })

  it('[TP4] says whose idea a method is and under which licence', () => {
    for (const method of allMethods) {
      const credit = planTemplate(methodTemplate(method), 'en').items.find(({ key }) => key === 'template/credit')
      expect(credit?.text).toContain(method.licence)
      expect(credit?.text).toContain(method.credit.en)
    }
  })

  it('[TP6] an agenda says when each block begins', () => {
    const times = (template: Template) =>
      planTemplate(template, 'it')
        .items.filter(({ key }) => key.endsWith('/time'))
        .map(({ text }) => text)
    expect(times(agenda)).toEqual(['17:30', '17:40'])
    expect(times(agendaTemplate({ number: 1, title: { it: 'a', en: 'a' }, time: null }, smallKit.meetings[0]?.agenda ?? []))[0]).toBe('+0′')
  })

  it('[TP5] has no field for ballots and for what speaks of a person', () => {
    for (const [i, { canvas }] of smallKit.meetings.entries())
      expect(canvases[i]?.zones.map(({ id }) => id)).toEqual(
        canvas.zones.filter(({ answer }) => goesOnBoard(answer.type)).map(({ id }) => id),
      )
  })
})
