/** What a reader takes in at a glance: the rules of composition, here and nowhere else. */
export const limits = {
  /** Sentences of the poster, and characters of each. */
  poster: { sentences: 12, characters: 140 },
  /** Statements of the manifesto. */
  manifesto: { least: 7, most: 10 },
  /** What stands in a block of the map's sheet; the rest goes to its appendix. `room`: characters of a whole block. */
  map: { items: 5, characters: 280, room: 640, links: 3 },
  /** Names in one list. */
  post: { characters: 600 },
} as const

/** Words a reader takes in a minute. */
const WORDS_A_MINUTE = 200
/** How long a text takes to read, in whole minutes, at least one. */
export const readingMinutes = (texts: readonly string[]): number =>
  Math.max(1, Math.round(texts.reduce((sum, text) => sum + (text.match(/\S+/gu)?.length ?? 0), 0) / WORDS_A_MINUTE))
