import { describe, expect, it } from 'vitest'
import { hrefOf, kitHref, type KitPart, methodHref, newLabFrom, type Place, readRoute } from './route.ts'

const places: Place[] = [
  { room: 'overview' },
  { room: 'calendar' },
  { room: 'boards' },
  { room: 'settings' },
  { room: 'meeting', meeting: 2, tab: 'plan' },
  { room: 'meeting', meeting: 2, tab: 'edit' },
  { room: 'meeting', meeting: 2, tab: 'run-sheet' },
  { room: 'meeting', meeting: 2, tab: 'conduct' },
  { room: 'people', tab: 'list' },
  { room: 'people', tab: 'import' },
  { room: 'groups', set: 'project' },
  { room: 'groups', set: 'm1-2' },
  { room: 'canvas', block: null },
  { room: 'canvas', block: 'B12' },
]

describe('the address', () => {
  it('of every place reads back as that place', () => {
    for (const place of places) expect(readRoute(hrefOf('lab_1', place))).toEqual({ page: 'lab', lab: 'lab_1', place })
  })
  it('of every part of a kit, and of a method, reads back as that', () => {
    const parts: KitPart[] = [
      { part: 'read' },
      { part: 'edit' },
      { part: 'final-canvas' },
      { part: 'meeting', meeting: 2, at: null },
      { part: 'meeting', meeting: 12, at: 'C12.3' },
    ]
    for (const part of parts) expect(readRoute(kitHref('my-kit', part))).toEqual({ page: 'kit', kit: 'my-kit', part })
    expect(readRoute('#/kits')).toEqual({ page: 'kits' })
    expect(readRoute('#/kits/my-kit/meetings/x')).toEqual({ page: 'lost' })
    expect(readRoute(methodHref('troika-consulting'))).toEqual({ page: 'methods', method: 'troika-consulting' })
    expect(readRoute(newLabFrom('my-kit'))).toEqual({ page: 'new-lab', kit: 'my-kit' })
  })
  it('leads somewhere whatever it says', () => {
    expect(readRoute('')).toEqual({ page: 'labs' })
    expect(readRoute('#/labs/new')).toEqual({ page: 'new-lab', kit: null })
    expect(readRoute('#/labs/lab_1/meetings/x')).toEqual({ page: 'lost' })
    expect(readRoute('#/nowhere')).toEqual({ page: 'lost' })
    expect(readRoute('#/labs/%E0%A4%A')).toMatchObject({ page: 'lab', lab: '%E0%A4%A' })
  })
})
