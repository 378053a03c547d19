import type { ResultItem } from '@telaio/shared/view'

/** A result that has been revealed. */
export type Revealed = Extract<ResultItem, { dots: unknown }>
export const isRevealed = (result: ResultItem): result is Revealed => result.revealed && 'dots' in result

export interface Ranked {
  readonly contribution: string
  readonly value: number
  /** Share of the greatest, for a bar. */
  readonly share: number
}

const ranked = (rows: readonly { contribution: string; value: number }[], most: number): Ranked[] =>
  rows
    .map((row) => ({ ...row, share: most > 0 ? row.value / most : 0 }))
    .sort((a, b) => b.value - a.value || (a.contribution < b.contribution ? -1 : 1))

/** Notes by the dots they were given, most first. */
export const rankDots = ({ dots }: Pick<Revealed, 'dots'>): Ranked[] =>
  ranked(
    Object.entries(dots).map(([contribution, value]) => ({ contribution, value })),
    Math.max(0, ...Object.values(dots)),
  )

/** Fewer answers than this would single somebody out: the mean is then not broken down by criterion. */
export const FEWEST = 5

/** Notes by the mean of all their scores (1 to 5), best first, each with its mean by criterion. */
export function rankScores({
  scores,
}: Pick<Revealed, 'scores'>): (Ranked & { readonly criteria: Readonly<Record<string, number>>; readonly count: number })[] {
  const rows = Object.entries(scores).map(([contribution, byCriterion]) => {
    const cells = Object.values(byCriterion)
    const sum = cells.reduce((total, cell) => total + cell.sum, 0)
    const count = cells.reduce((total, cell) => total + cell.count, 0)
    const people = Math.max(0, ...cells.map((cell) => cell.count))
    const criteria =
      people < FEWEST
        ? {}
        : Object.fromEntries(Object.entries(byCriterion).map(([id, cell]) => [id, cell.count > 0 ? cell.sum / cell.count : 0]))
    return { contribution, value: count > 0 ? sum / count : 0, criteria, count: people }
  })
  return ranked(rows, 5).map((row) => {
    const found = rows.find((one) => one.contribution === row.contribution)
    return { ...row, criteria: found?.criteria ?? {}, count: found?.count ?? 0 }
  })
}
