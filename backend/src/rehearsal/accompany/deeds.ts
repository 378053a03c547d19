import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { Random } from '../random.ts'

/** What somebody does in a block, and when: a part of its length, from 0 to 1. */
export type Deed = { readonly at: number } & (
  | { readonly do: 'write'; readonly zone: string }
  | { readonly do: 'vote'; readonly zone: string }
  | { readonly do: 'reveal' | 'help' | 'done' | 'return' }
  | { readonly do: 'drop' }
)

/** How often things happen. */
const SECOND_CARD = 0.5
const OTHER_ANSWERS = 0.4
const HELP = 0.12
const DROP = 0.15

export interface DeedsOptions {
  readonly block: BlockItem
  readonly zones: readonly ZoneItem[]
  /** Writes what belongs to the group, and says when it is done. */
  readonly isScribe: boolean
  readonly random: Random
}

/** What one person will do in a block, in order: deterministic by its random source. */
export function deedsOf({ block, zones, isScribe, random }: DeedsOptions): Deed[] {
  const deeds: Deed[] = []
  const between = (from: number, to: number): number => from + random.next() * (to - from)
  for (const { id, answer } of zones) {
    const write = (): void => void deeds.push({ at: between(0.08, 0.62), do: 'write', zone: id })
    switch (answer.type) {
      case 'cards':
        write()
        if (random.chance(SECOND_CARD)) write()
        break
      case 'person':
        write()
        break
      case 'sentence':
      case 'table':
        if (isScribe) write()
        break
      case 'votes':
      case 'rating':
      case 'consent':
        deeds.push({ at: between(0.15, 0.8), do: 'vote', zone: id })
        break
      case 'term':
      case 'triple':
      case 'commitments':
      default:
        if (random.chance(OTHER_ANSWERS)) write()
    }
  }
  if (zones.length > 0) deeds.push({ at: between(0.66, 0.76), do: 'reveal' })
  if (block.rooms && random.chance(HELP)) deeds.push({ at: between(0.2, 0.5), do: 'help' })
  if (block.rooms && isScribe) deeds.push({ at: between(0.88, 0.96), do: 'done' })
  if (zones.length > 0 && random.chance(DROP)) {
    const at = between(0.15, 0.5)
    deeds.push({ at, do: 'drop' }, { at: at + between(0.1, 0.3), do: 'return' })
  }
  return deeds.sort((a, b) => a.at - b.at)
}
