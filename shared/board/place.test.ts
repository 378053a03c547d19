import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/index.ts'
import { effortOf } from './effort.ts'
import { boxAround, touches } from './geometry.ts'
import { changedParts, marksOf } from './marks.ts'
import { clearPlace, placementWork } from './place.ts'
import { planMeeting } from './plan-meeting.ts'

const BOARD = 'b1'
const number = fc.integer({ min: -20_000, max: 20_000 })
const box = fc
  .tuple(number, number, fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
  .map(([left, top, width, height]) => ({ left, top, width, height }))

describe('where an area begins', () => {
  it('[PL1] covers nothing that is there, and is the place wished for where that is free', () => {
    fc.assert(
      fc.property(fc.record({ x: number, y: number }), box, fc.array(box, { maxLength: 30 }), (wished, size, obstacles) => {
        const at = clearPlace(wished, size, obstacles)
        const area = { left: at.x, top: at.y, width: size.width, height: size.height }
        expect(obstacles.filter((one) => touches(one, area))).toEqual([])
        expect(at.x).toBeGreaterThanOrEqual(wished.x)
        if (at.x !== wished.x) expect(obstacles.length).toBeGreaterThan(0)
        expect(clearPlace(at, size, obstacles)).toEqual(at)
      }),
    )
  })
  it('[PL1] knows how far a turned item reaches', () => {
    const bar = boxAround({ x: 0, y: 3000 }, 6000, 10, 90)
    const at = clearPlace({ x: -500, y: 0 }, { width: 1000, height: 1000 }, [bar])
    expect(at.x).toBeGreaterThan(0)
  })
})

describe('what is to be done', () => {
  const plan = (lab: SmallLab, left = 0) => planMeeting(lab.lab, 2, { left, top: 0 })
  const placed = () => {
    const lab = new SmallLab()
    const marks = marksOf(plan(lab))
    lab.record([
      { type: 'boardConnected', body: { board: BOARD, meeting: null, name: 'B', link: 'https://b.example', writer: null } },
      { type: 'itemsPlaced', body: { board: BOARD, items: [...marks].map(([key, mark]) => ({ key, item: `i-${key}`, mark })) } },
    ])
    return lab
  }
  it('[PL2] is nothing where nothing changed; a frame that moves changes no mark but its own', () => {
    const lab = placed()
    expect(placementWork(lab.lab, 'm2', BOARD, plan(lab))).toEqual({
      frames: [],
      others: [],
      unsure: [],
      update: [],
      stale: [],
      forget: [],
    })
    const moved = placementWork(lab.lab, 'm2', BOARD, plan(lab, 5000))
    expect(moved.update.every((one) => one.plan.kind === 'frame')).toBe(true)
    expect(moved.update.length).toBeGreaterThan(1)
  })
  it('[PL2] tells words, looks and place apart', () => {
    const lab = placed()
    const items = plan(lab).items
    const item = items.find(({ kind }) => kind === 'text')
    if (!item) throw new Error('no text')
    const mark = (one: typeof item) => marksOf({ items: [one], box: one.box }).get(one.key) ?? ''
    expect(changedParts(mark(item), mark({ ...item, text: 'other' }))).toEqual({ words: true, looks: false, place: false })
    expect(changedParts(mark(item), mark({ ...item, style: { ink: '#000000' } }))).toEqual({ words: false, looks: true, place: false })
    expect(changedParts(mark(item), mark({ ...item, box: { ...item.box, left: item.box.left + 9 } }))).toMatchObject({
      words: false,
      place: true,
    })
  })
  it('[PL3] what the board refused is not asked for again by itself, nor what stands in a frame that was refused; by the next placement it is', () => {
    const lab = placed()
    lab.record([
      { type: 'itemsPlacing', body: { board: BOARD, keys: ['m2/g1'], marks: [marksOf(plan(lab)).get('m2/g1') ?? ''] } },
      { type: 'itemsLeft', body: { board: BOARD, keys: ['m2/g1'], why: 'refused', problem: 'too wide' } },
      { type: 'itemsUnplaced', body: { keys: ['m2/g1/C2.1'] } },
    ])
    expect(placementWork(lab.lab, 'm2', BOARD, plan(lab))).toMatchObject({ frames: [], others: [] })
    lab.do(lab.fay, { type: 'placeArea', area: 'm2' })
    const work = placementWork(lab.lab, 'm2', BOARD, plan(lab))
    expect([...work.frames, ...work.others].map(({ key }) => key)).toEqual(['m2/g1', 'm2/g1/C2.1'])
  })
})

describe('how long it takes', () => {
  it('[PL4] is what Miro asks for: 100 credits an item made, 500 an item taken off, of 100,000 a minute', () => {
    expect(effortOf({}).seconds).toBe(0)
    expect(effortOf({ frames: 2, others: 41 })).toMatchObject({ items: 43, calls: 2 + 3 + 2, credits: 43 * 100 + 200 })
    // two hundred a minute, and a tenth is left to others
    expect(effortOf({ removals: 1000 }).seconds).toBeGreaterThanOrEqual(300)
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (a, b) => {
        const [less, more] = [effortOf({ removals: Math.min(a, b) }), effortOf({ removals: Math.max(a, b) })]
        expect(less.seconds).toBeLessThanOrEqual(more.seconds)
      }),
    )
  })
})
