import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkKit, type KitMeeting, type LeadsTo } from '@telaio/shared/kit'
import { smallKit } from '@telaio/shared/testing'
import {
  addZone,
  answerOf,
  changeZone,
  duplicateZone,
  judgeable,
  moved,
  newCanvasBlock,
  withAnswer,
  withoutZone,
  writeDuring,
} from './edit-zones.ts'
import { leadChoices, leadKey, leadOf, leadText } from './lead-places.ts'
import { sheetPictures } from './sheet-preview.tsx'

const [first, ...others] = smallKit.meetings
if (!first) throw new Error('the small kit has meetings')
const meeting: KitMeeting = first
const someZone = fc.constantFrom(...meeting.canvas.zones.map(({ id }) => id))
const end: LeadsTo = { to: 'vademecum' }

describe('zones of a canvas', () => {
  it('get numbers that no zone has or had, however they come and go', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('add', 'copy', 'remove'), fc.nat()), { maxLength: 12 }), (steps) => {
        let now = meeting
        const given = new Set(now.canvas.zones.map(({ id }) => id))
        for (const [what, n] of steps) {
          const { zones } = now.canvas
          const of = zones[n % zones.length]?.id ?? ''
          // taking away the last of them lends its number: only what stands counts
          const made = what === 'add' ? addZone(now, [end]) : what === 'copy' ? duplicateZone(now, of) : null
          if (made) {
            expect(zones.map(({ id }) => id)).not.toContain(made.id)
            given.add(made.id)
          }
          now = made?.meeting ?? withoutZone(now, of)
          const ids = now.canvas.zones.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.length).toBeGreaterThan(0)
        }
      }),
    )
  })
  it('leave nothing behind in their meeting when they go', () => {
    fc.assert(
      fc.property(someZone, (id) => {
        const left = withoutZone(meeting, id)
        if (left === meeting) return
        expect(JSON.stringify({ ...left, canvas: left.canvas.zones.map(({ answer: _answer, ...zone }) => zone) })).not.toContain(`"${id}"`)
      }),
    )
  })
  it('are written in the blocks one ticks, in the order of the canvas', () => {
    fc.assert(
      fc.property(someZone, fc.constantFrom(...meeting.agenda.map(({ id }) => id)), fc.boolean(), (zone, block, ticked) => {
        const next = writeDuring(meeting, zone, block, ticked)
        const zones = next.agenda.find(({ id }) => id === block)?.zones ?? []
        expect(zones.includes(zone)).toBe(ticked)
        const order = meeting.canvas.zones.map(({ id }) => id)
        expect(zones).toEqual(zones.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      }),
    )
  })
  it('of another type of answer fit the rules of kits', () => {
    const [zone] = meeting.canvas.zones
    if (!zone) throw new Error('a canvas has zones')
    for (const type of ['cards', 'sentence', 'person', 'term', 'triple', 'commitments', 'votes', 'rating', 'consent', 'table'] as const) {
      const on = judgeable(smallKit.meetings, meeting, zone)[0]?.id ?? ''
      const next = changeZone(meeting, zone.id, (one) => withAnswer({ ...one, mayBeAnonymous: true }, answerOf(type, on)))
      const kit = { ...smallKit, meetings: [next, ...others] }
      const codes = checkKit(kit).filter(({ path }) => path.includes('mayBeAnonymous'))
      expect(codes, type).toEqual([])
    }
  })
  it('move within the list and stay at its ends', () => {
    const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(moved(list, 'b', -1).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(moved(list, 'a', -1)).toBe(list)
    expect(moved(list, 'c', 1)).toBe(list)
  })
})

describe('where results go', () => {
  const places = { meetings: smallKit.meetings, blocks: smallKit.finalCanvas.blocks, here: meeting.number }
  it('each choice reads back as the place it stands for, is named, and makes no circle', () => {
    for (const zone of meeting.canvas.zones)
      for (const { leads } of leadChoices(places, zone.id))
        for (const lead of leads) {
          expect(leadOf(leadKey(lead))).toEqual(lead)
          expect(leadText(places, lead)).not.toBe('')
          const kit = { ...smallKit, meetings: [changeZone(meeting, zone.id, (one) => ({ ...one, leadsTo: [lead] })), ...others] }
          const wrong = checkKit(kit).filter(
            ({ code, path }) => path.includes('leadsTo') && ['circle', 'leads-back', 'unknown-zone', 'unknown-block'].includes(code),
          )
          expect(wrong).toEqual([])
        }
    expect(leadOf('nowhere')).toBeNull()
  })
  it('a place that is gone says so', () => {
    expect(leadText(places, { to: 'block', block: 'B99' })).toContain('B99')
  })
})

describe('the final canvas', () => {
  it('takes twenty blocks, each with a number of its own', () => {
    let blocks = smallKit.finalCanvas.blocks
    for (let next = newCanvasBlock(blocks); next !== null; next = newCanvasBlock(blocks)) {
      expect(blocks.map(({ id }) => id)).not.toContain(next.id)
      blocks = [...blocks, next]
    }
    expect(blocks.length).toBe(20)
  })
})

describe('the preview of a sheet', () => {
  it('shows the words as they are written, escaped, also while they are missing', () => {
    const block = meeting.agenda.find(({ grouping, zones }) => grouping.groups !== 'none' && zones.length > 0)
    const id = block?.zones[0] ?? ''
    const titled = (text: string) =>
      changeZone(meeting, id, (zone) => ({ ...zone, answer: { type: 'cards' }, title: { it: text, en: text } }))
    const drawn = (text: string) =>
      sheetPictures(smallKit, smallKit.sectors, titled(text), 'it')
        .map(({ svg }) => svg)
        .join('')
    expect(drawn('Prova')).toContain('Prova')
    expect(drawn('<b>')).not.toContain('<b>')
    expect(drawn('')).toContain('<svg')
  })
})
