import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { warnings } from '@telaio/shared/kit'
import { loadKits } from './load-kits.ts'

const kits = await loadKits(fileURLToPath(new URL('../../../shared/kits', import.meta.url)))

describe('the built-in kits, as a facilitator would read them', () => {
  it.each([...kits.values()])('[PLAN7] $name: nothing to mend, and its minutes add up', (kit) => {
    const codes = kit.meetings.flatMap((meeting) =>
      warnings(kit, meeting).filter(({ code, must }) => must || code === 'over-run' || code === 'under-run' || code === 'leads-nowhere'),
    )
    expect(codes).toEqual([])
  })
  it('[PLAN7] of the six-meeting lab is said what is so, and no more', () => {
    const kit = kits.get('cross-sector-lab')
    const said = kit?.meetings.flatMap((meeting) => warnings(kit, meeting).map(({ code, block }) => `${meeting.number} ${code} ${block}`))
    expect(said).toEqual([
      // people meet in pairs and write nothing down
      '1 nothing-written pairs',
      // groups begin to talk at once: nothing in the meeting asks for thinking alone before
      '3 no-silent-work map',
      '4 no-silent-work project',
      '5 no-silent-work stop',
      // the last meeting reads and adopts together
      '6 plenary-long null',
    ])
  })
})
