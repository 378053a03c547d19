import { fieldOf } from './field.ts'

/** Groups of points for each round, in which no two points meet twice. */
export type Design = readonly (readonly (readonly number[])[])[]

/**
 * A schedule without repeats that mathematics gives for so many people (points 0, 1, …) in so many groups, whose sizes differ by at most 1;
 * null where none is known here. Points are in columns: those of one column (of `groups` points) hardly ever meet, so a sector put in whole columns is even by itself.
 */
export function designFor(people: number, groups: number, rounds: number): Design | null {
  const design = people === 32 && groups === 8 && rounds > 9 ? doubled16() : transversal(people, groups, rounds)
  return design && design.length >= rounds ? design.slice(0, rounds) : null
}

/**
 * Lines over the field with `groups` elements: column j, row s × j + b, a round for each slope s. Two points of different columns lie on one line. Where the columns
 * can be cut into groups of the same size they are one round more; with as many columns as elements this is the affine plane.
 */
function transversal(people: number, groups: number, rounds: number): Design | null {
  const columns = Math.ceil(people / groups)
  const field = columns >= 2 && columns <= groups && rounds <= groups + 1 ? fieldOf(groups) : null
  if (!field) return null
  const design = Array.from({ length: groups }, (_, slope) =>
    Array.from({ length: groups }, (__, start) =>
      Array.from({ length: columns }, (___, column) => column * groups + field.add(field.times(slope, column), start)).filter(
        (point) => point < people,
      ),
    ),
  )
  const whole = people === columns * groups && groups % columns === 0
  if (!whole) return design
  return [...design, Array.from({ length: groups }, (_, group) => Array.from({ length: columns }, (__, n) => group * columns + n))]
}

/**
 * 32 people in fours, ten times: everybody meets everybody but one. Points are four columns of the group Z2 × Z2 × Z2; adding (xor) an element of it keeps the schedule.
 * In a round of the first kind the blocks below go through all eight elements; one of the second kind goes through the four elements of a subgroup, and a second round is
 * the first moved by an element outside it. Found by exact cover of the 72 orbits of pairs.
 */
const WHOLE: readonly (readonly number[])[][] = [
  [
    [0, 3, 5, 6],
    [8, 13, 24, 29],
    [16, 18, 21, 23],
  ],
  [
    [0, 4, 17, 21],
    [8, 11, 12, 15],
    [24, 26, 28, 30],
  ],
  [[0, 10, 23, 25]],
  [[0, 13, 20, 28]],
]
const HALVED: readonly { readonly within: readonly number[]; readonly blocks: readonly (readonly number[])[] }[] = [
  {
    within: [0, 1, 2, 3],
    blocks: [
      [0, 8, 18, 30],
      [4, 15, 20, 27],
    ],
  },
  {
    within: [0, 1, 2, 3],
    blocks: [
      [0, 15, 19, 24],
      [4, 6, 8, 10],
      [20, 23, 29, 30],
    ],
  },
  {
    within: [0, 1, 6, 7],
    blocks: [
      [0, 9, 22, 27],
      [2, 5, 24, 31],
      [10, 12, 18, 20],
    ],
  },
]

function doubled16(): Design {
  const developed = (blocks: readonly (readonly number[])[], by: readonly number[]): number[][] => {
    const found = new Map<string, number[]>()
    for (const block of blocks)
      for (const element of by) {
        const moved = block.map((point) => point ^ element).sort((a, b) => a - b)
        found.set(moved.join(), moved)
      }
    return [...found.values()]
  }
  const all = [0, 1, 2, 3, 4, 5, 6, 7]
  return [
    ...WHOLE.map((blocks) => developed(blocks, all)),
    ...HALVED.flatMap(({ within, blocks }) => {
      const outside = all.find((element) => !within.includes(element)) ?? 0
      return [
        developed(blocks, within),
        developed(
          blocks,
          within.map((element) => element ^ outside),
        ),
      ]
    }),
  ]
}
