import { describe, expect, it } from 'vitest'
import { hrefOf, type Place, readRoute } from './route.ts'

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
  it('leads somewhere whatever it says', () => {
    expect(readRoute('')).toEqual({ page: 'labs' })
    expect(readRoute('#/labs/new')).toEqual({ page: 'new-lab' })
    expect(readRoute('#/labs/lab_1/meetings/x')).toEqual({ page: 'lost' })
    expect(readRoute('#/nowhere')).toEqual({ page: 'lost' })
    expect(readRoute('#/labs/%E0%A4%A')).toMatchObject({ page: 'lab', lab: '%E0%A4%A' })
  })
})
