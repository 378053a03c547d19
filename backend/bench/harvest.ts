import { harvest } from '@telaio/shared/board'
import { seeded } from '@telaio/shared/testing'
import { onBoard } from '../src/miro/rest-items.ts'
import { judged } from '../src/miro/testing/harvested.ts'
import { workedBoard } from '../src/miro/testing/worked-board.ts'
import type { WorkedBoardSize } from '../src/miro/testing/worked-truth.ts'

const BOARDS = 10_000
const SEED = 7
const LIMITS = { ms10k: 250, ms100k: 4000, growth: 1.2, placed: 0.995 } as const

/** Ten thousand boards against the truth about them, then one board of ten thousand items and one of a hundred thousand. Gives what missed its figure. */
export async function benchHarvest(): Promise<readonly string[]> {
  const missed: string[] = []
  const must = (isMet: boolean, what: string): string => {
    if (!isMet) missed.push(what)
    return isMet ? 'met' : 'MISSED'
  }
  const random = seeded(SEED)
  const sum = { notes: 0, strays: 0, lost: 0, doubled: 0, wrong: 0, missing: 0 }
  for (let n = 0; n < BOARDS; n++) {
    const { notes, strays, lost, doubled, wrong, missingIsRight } = await judged(workedBoard(random))
    sum.notes += notes
    sum.strays += strays
    sum.lost += lost
    sum.doubled += doubled
    sum.wrong += wrong.length
    sum.missing += missingIsRight ? 0 : 1
  }
  const placed = 1 - sum.wrong / (sum.notes + sum.strays)
  process.stdout.write(
    `Harvest: ${BOARDS} boards that people have worked on, seed ${SEED}\n` +
      `  ${sum.notes} notes placed, ${sum.strays} strays listed\n` +
      `  lost ${sum.lost}, doubled ${sum.doubled}, boards with a wrong list of what is missing ${sum.missing}: ${must(sum.lost + sum.doubled + sum.missing === 0, 'lost, doubled')}\n` +
      `  right ${(placed * 100).toFixed(3)} %, at least ${LIMITS.placed * 100} %: ${must(placed >= LIMITS.placed, 'placed')}\n`,
  )

  const [small, large] = [await timeOf({ groups: 12, zones: 9, notes: 90 }), await timeOf({ groups: 60, zones: 9, notes: 180 })]
  const growth = Math.log(large.ms / small.ms) / Math.log(large.items / small.items)
  process.stdout.write(
    'Harvest: speed, best of five\n' +
      `  ${small.items} items in ${small.zones} zones: ${small.ms.toFixed(0)} ms, at most ${LIMITS.ms10k} for 10,000: ${must(small.per10k <= LIMITS.ms10k, '10,000 items')}\n` +
      `  ${large.items} items in ${large.zones} zones: ${large.ms.toFixed(0)} ms, at most ${LIMITS.ms100k} for 100,000: ${must(large.per10k * 10 <= LIMITS.ms100k, '100,000 items')}\n` +
      `  growth n^${growth.toFixed(2)}, at most n^${LIMITS.growth}: ${must(growth <= LIMITS.growth, 'growth')}\n`,
  )
  return missed
}

async function timeOf(size: WorkedBoardSize): Promise<{ items: number; zones: number; ms: number; per10k: number }> {
  const board = workedBoard(seeded(SEED), size)
  const items = await onBoard(board.items, () => Promise.resolve(null))
  let ms = Number.POSITIVE_INFINITY
  for (let n = 0; n < 5; n++) {
    const from = performance.now()
    harvest(items, board.placement)
    ms = Math.min(ms, performance.now() - from)
  }
  return { items: items.length, zones: board.placement.zones.length, ms, per10k: (ms * 10_000) / items.length }
}
