import { harvest } from '@telaio/shared/board'
import { onBoard } from '../rest-items.ts'
import type { Truth, WorkedBoard } from './worked-truth.ts'

export interface Judged {
  readonly notes: number
  readonly strays: number
  /** Items that a harvest forgot, listed twice, or took for something else; zones and contributions wrongly (not) missing. */
  readonly lost: number
  readonly doubled: number
  readonly wrong: readonly { readonly item: string; readonly found: Truth | undefined; readonly truth: Truth | undefined }[]
  readonly missingIsRight: boolean
}

/** A board harvested as the product does it, judged by what the generator knows. */
export async function judged({ items, placement, truth }: WorkedBoard): Promise<Judged> {
  const { contributions, strays, missing } = harvest(await onBoard(items, () => Promise.resolve(null)), placement)
  const listed = new Map<string, Truth>()
  for (const { item, ...note } of contributions) listed.set(item, note)
  for (const { item, ...stray } of strays) listed.set(item, stray)
  const lost = [...truth.items.keys()].filter((id) => !listed.has(id))
  const wrong = [...listed].filter(([id, found]) => !isSame(found, truth.items.get(id)))
  return {
    notes: contributions.length,
    strays: strays.length,
    lost: lost.length,
    doubled: contributions.length + strays.length - listed.size,
    wrong: wrong.map(([item, found]) => ({ item, found, truth: truth.items.get(item) })),
    missingIsRight: missing.join() === truth.missing.join(),
  }
}

function isSame(found: Truth, wanted: Truth | undefined): boolean {
  if (!wanted || found.text !== wanted.text) return false
  if ('reason' in found) return 'reason' in wanted && found.reason === wanted.reason
  return 'zone' in wanted && found.zone === wanted.zone && found.contribution === wanted.contribution
}
