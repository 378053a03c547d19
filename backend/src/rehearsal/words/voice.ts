import type { ZoneItem } from '@telaio/shared/view'
import type { Character } from '../cast.ts'
import type { Random } from '../random.ts'
import type { Theme } from './theme.ts'

/** Somebody about to write: who, where, on what. */
export interface Voice {
  readonly random: Random
  /** What their group works on; before there are project groups, what they themselves care about. */
  readonly theme: Theme
  readonly who: Character
  readonly zone: ZoneItem
  readonly lane?: string
  /** A note of an earlier meeting that they start from. */
  readonly source?: string
}

/** What they write: one text, or one for each part of the answer. */
export type Words = string | Readonly<Record<string, string>>
export type Phrase = (voice: Voice) => Words

/** Who does it: never a name, which would stand in the log. */
export const WHO = ['io', 'io', 'io con un collega', 'in due', 'chi tiene il calendario', 'il nostro gruppo'] as const

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** As people write on notes: most end with a full stop, some do not. */
export const said = (random: Random, text: string): string => capital(random.chance(0.7) && !/[.!?…]$/.test(text) ? `${text}.` : text)

/** One of the sector's own, or of any where the sector is another. */
export function ofSector<T>(random: Random, bySector: Readonly<Record<string, readonly T[]>>, sector: string): T {
  return random.pick(bySector[sector] ?? Object.values(bySector).flat())
}
