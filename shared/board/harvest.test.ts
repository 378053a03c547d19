import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardItem } from '../ports/board.ts'
import { boxAround, holds, turned } from './geometry.ts'
import { harvest } from './harvest.ts'

let ids = 0
const item = (kind: BoardItem['kind'], x: number, y: number, content: string, more: Partial<BoardItem> = {}): BoardItem => ({
  id: `i${(ids += 1)}`,
  kind,
  type: kind,
  parent: null,
  box: boxAround({ x, y }, 200, 228),
  content,
  by: 'u1',
  createdAt: null,
  modifiedAt: null,
  ...more,
})
const shape = (x: number, y: number, width: number, height: number, rotation = 0): BoardItem =>
  item('shape', x, y, '', { box: boxAround({ x, y }, width, height, rotation) })
const zoneOf = (key: string, { id }: BoardItem) => ({ key, item: id })
const NONE = { furniture: [], written: [] }

describe('a harvest', () => {
  it('[HV1] gives a note to the smallest zone that holds its centre, wherever the zone stands', () => {
    const big = shape(0, 0, 4000, 4000)
    const small = shape(500, 500, 600, 600)
    const inside = item('note', 500, 700, '<p>in the small one</p>')
    const beside = item('note', -900, -900, '<p>in the big one</p>')
    const { contributions } = harvest([big, small, inside, beside], {
      zones: [zoneOf('m1/g1/C1.1', big), zoneOf('m1/g1/C1.2', small)],
      ...NONE,
    })
    expect(contributions).toEqual([
      { item: inside.id, zone: 'm1/g1/C1.2', text: 'in the small one' },
      { item: beside.id, zone: 'm1/g1/C1.1', text: 'in the big one' },
    ])
  })

  it('[HV1] sees a zone that was turned as it stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -179, max: 179 }),
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -300, max: 300 }),
        (rotation, dx, dy) => {
          const zone = shape(100, -50, 2000, 700, rotation)
          // laid out in the upright zone, carried along as it turns
          const note = item('note', 0, 0, '<p>x</p>', { box: turned(zone.box, boxAround({ x: 100 + dx, y: -50 + dy }, 200, 228)) })
          expect(harvest([zone, note], { zones: [zoneOf('m1/g1/C1.1', zone)], ...NONE }).contributions).toHaveLength(1)
          const away = item('note', 0, 0, '<p>x</p>', {
            box: turned(zone.box, boxAround({ x: 100 + dx, y: -50 + (dy < 0 ? -351 : 351) }, 200, 228)),
          })
          expect(harvest([zone, away], { zones: [zoneOf('m1/g1/C1.1', zone)], ...NONE }).strays).toMatchObject([{ reason: 'outside' }])
          expect(holds(zone.box, { x: 100, y: -50 })).toBe(true)
        },
      ),
    )
  })

  it('[HV2] takes sticky notes, texts, cards and shapes, and reads them as a person does', () => {
    const zone = shape(0, 0, 4000, 4000)
    const notes = [
      item('note', 0, 0, '<p>Più &amp; meno &lt;3 &#xE8; <b>qui</b></p>'),
      item('text', 300, 0, '<p>uno</p><p>due</p>'),
      item('card', 600, 0, 'Una   carta'),
      item('shape', 900, 0, 'due<br>righe'),
    ]
    const { contributions, strays } = harvest([zone, ...notes], { zones: [zoneOf('m2/all/C2.1', zone)], ...NONE })
    expect(contributions.map(({ text }) => text)).toEqual(['Più & meno <3 è qui', 'uno due', 'Una carta', 'due righe'])
    expect(strays).toEqual([])
  })

  it('[HV3] lists what fits nowhere, with its reason', () => {
    const zone = shape(0, 0, 1000, 1000)
    const typed = { ...shape(5000, 0, 1000, 1000), content: '<p>scritto nel campo</p>' }
    const title = item('text', 0, -900, '<p>Il titolo, ritoccato</p>')
    const image = item('other', 0, 0, '', { type: 'image' })
    const far = item('note', 9000, 0, '<p>lontano</p>')
    const empty = item('note', 0, 0, '<p>   </p>')
    const frame = item('frame', 0, 0, 'Un gruppo')
    const { strays, contributions } = harvest([zone, typed, title, image, far, empty, frame], {
      zones: [zoneOf('m1/g1/C1.1', zone), zoneOf('m1/g1/C1.2', typed)],
      furniture: [{ item: title.id, text: 'Il titolo' }],
      written: [],
    })
    expect(contributions).toEqual([])
    expect(strays).toEqual([
      { item: typed.id, reason: 'furniture-edited', text: 'scritto nel campo' },
      { item: title.id, reason: 'furniture-edited', text: 'Il titolo, ritoccato' },
      { item: image.id, reason: 'unsupported', text: '' },
      { item: far.id, reason: 'outside', text: 'lontano' },
      { item: empty.id, reason: 'empty', text: '' },
    ])
  })

  it('[HV4] says which zones and which contributions are missing, and knows its own notes again', () => {
    const zone = shape(0, 0, 1000, 1000)
    const known = item('note', 0, 0, '<p>nota</p>')
    const found = harvest([zone, known], {
      zones: [zoneOf('m1/g1/C1.1', zone), { key: 'm1/g2/C1.1', item: 'gone' }],
      furniture: ['frame'],
      written: [
        { item: known.id, contribution: 'con_1', text: 'nota' },
        { item: 'also-gone', contribution: 'con_2', text: 'altra' },
        { item: 'gone-too', contribution: 'con_2', text: 'altra' },
      ],
    })
    expect(found).toEqual({
      contributions: [{ item: known.id, zone: 'm1/g1/C1.1', text: 'nota', contribution: 'con_1' }],
      strays: [],
      missing: ['m1/g2/C1.1', 'con_2'],
    })
  })

  it('[HV3] loses no item of any board: each is a contribution, a stray, a frame or ours', () => {
    const kinds: BoardItem['kind'][] = ['frame', 'shape', 'text', 'note', 'card', 'other']
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...kinds),
            x: fc.integer({ min: -3000, max: 3000 }),
            y: fc.integer({ min: -3000, max: 3000 }),
            content: fc.constantFrom('', '<p>x</p>', '<p> </p>'),
          }),
          { maxLength: 40 },
        ),
        (drawn) => {
          const zone = shape(0, 0, 2000, 2000)
          const items = drawn.map(({ kind, x, y, content }) => item(kind, x, y, content))
          const { contributions, strays } = harvest([zone, ...items], { zones: [zoneOf('m1/g1/C1.1', zone)], ...NONE })
          const listed = new Set([...contributions, ...strays].map((one) => one.item))
          expect(listed.size).toBe(contributions.length + strays.length)
          for (const one of items) expect(listed.has(one.id), one.kind).toBe(one.kind !== 'frame')
        },
      ),
    )
  })
})
