import type { Language } from '../words/bilingual.ts'

/** What somebody wrote, as themes are looked for in it. */
export interface Note {
  readonly id: string
  /** As written; HTML of a board is read as its reader sees it. */
  readonly text: string
}

/** What an organiser settled by hand for one theme. Nothing of it is ever changed by a suggestion. */
export interface HandTheme {
  readonly id: string
  readonly title: string
  /** Notes put or accepted into it. */
  readonly notes: readonly string[]
  /** Notes that were suggested for it and refused: they are not suggested for it again. */
  readonly refused: readonly string[]
}

export interface ThemeOptions {
  /** `auto`: told for each note by its words. */
  readonly language?: Language | 'auto'
  /** How many themes; by default as many as that many notes bear. */
  readonly count?: number
  readonly seed?: number
  /** Whether words of the field are known to share a subject (`field.ts`); they do by default. */
  readonly subjects?: boolean
  /** Vectors of an embedding model by note id, all of one length. Notes without one are judged by their words alone. */
  readonly vectors?: ReadonlyMap<string, ArrayLike<number>>
}
