import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTimeNotices } from './index.ts'

const minutes = (n: number) => n * 60_000
/** What is said over readings of the time left of one block. */
const over = (...lefts: number[]) => {
  const notices = createTimeNotices()
  return lefts.map((left) => notices('1/work', left))
}

describe('time notices', () => {
  it('[TN1] five minutes, one minute, time up: once each, at the second they come', () => {
    expect(over(minutes(5) + 400, minutes(5) - 600, minutes(5) - 1600)).toEqual([null, 'five', null])
    expect(over(minutes(1) + 1, minutes(1))).toEqual([null, 'one'])
    expect(over(500, -500, -1500)).toEqual([null, 'up', null])
  })
  it('[TN1] a jump says the last one only; what was past when the block was first seen is not said', () => {
    expect(over(minutes(9), -10)).toEqual([null, 'up'])
    expect(over(minutes(4), minutes(3))).toEqual([null, null])
  })
  it('[TN2] a clock that is measured anew says nothing twice; time that somebody added comes again', () => {
    expect(over(minutes(5) + 100, minutes(5) - 50, minutes(5) + 90, minutes(5) - 900)).toEqual([null, 'five', null, null])
    expect(over(minutes(1) + 500, minutes(1) - 500, minutes(6), minutes(5), minutes(1))).toEqual([null, 'one', null, 'five', 'one'])
  })
  it('[TN1] another block is another clock, and none is silence', () => {
    const notices = createTimeNotices()
    expect(notices('1/a', minutes(5) + 1)).toBeNull()
    expect(notices('1/b', minutes(4))).toBeNull()
    expect(notices(null, null)).toBeNull()
    expect(notices('1/a', minutes(1) + 1)).toBeNull()
    expect(notices('1/a', minutes(1) - 1)).toBe('one')
  })
  it('[TN1] [TN2] however the readings fall and the clock wavers, each is said once on the way down', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 20, maxLength: 60 }), fc.nat(2500), (steps, waver) => {
        let left = minutes(6)
        const notices = createTimeNotices()
        const said = [notices('b', left)]
        for (const [i, step] of steps.entries()) {
          left -= step
          said.push(notices('b', left + (i % 2 ? waver : 0)))
        }
        said.push(notices('b', Math.min(left - 3000, -3000)))
        for (const one of ['five', 'one', 'up']) expect(said.filter((each) => each === one).length).toBeLessThanOrEqual(1)
        expect(said.filter(Boolean).at(-1)).toBe('up')
      }),
    )
  })
})
