import { describe, expect, it } from 'vitest'
import { adjustedMutualInformation, adjustedRand } from './agreement.ts'

/** Values of scikit-learn's documentation of both measures, and by hand. */
describe('agreement of two labellings', () => {
  it('is 1 for the same themes by other names, 0 or less where nothing is shared', () => {
    expect(adjustedMutualInformation([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBeCloseTo(1, 12)
    expect(adjustedRand([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBeCloseTo(1, 12)
    expect(adjustedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBeCloseTo(0, 12)
    expect(adjustedRand([0, 0, 0, 0], [0, 1, 2, 3])).toBeCloseTo(0, 12)
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12)
  })

  it('is what is known for [0 0 1 2] and [0 0 1 1], and for [0 0 0 1 1 1] and [0 0 1 1 2 2]', () => {
    expect(adjustedRand([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571428, 5)
    expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.242424, 5)
    expect(adjustedMutualInformation([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571428, 5)
    expect(adjustedMutualInformation([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.298792, 5)
  })
})
