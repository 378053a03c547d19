/** An actor as the map of alliances asks: name, sector, nature, influence, interest (ids of the kit's options). */
type Actor = readonly [name: string, sector: string, nature: string, influence: string, interest: string]

/**
 * What a project group of a rehearsed lab works on, in pieces that fit together. Invented: no such place, no such people. Pieces of sentences begin in lower
 * case and have no full stop; the grammar puts them together.
 */
export interface Theme {
  /** Name of the group. */
  readonly name: string
  /** `sul lungofiume` */
  readonly here: string
  /** Whom it is about, as a group of words that stands after any preposition: `chi abita vicino al fiume`. */
  readonly who: string
  /** Infinitive: what the group wants. */
  readonly aim: string
  /** Subjunctive, after «così che». */
  readonly change: string
  readonly titles: readonly string[]
  /** The question as a neighbour would put it. */
  readonly plain: readonly string[]
  /** Why somebody cannot face it alone. */
  readonly cares: readonly string[]
  readonly places: readonly string[]
  /** Who lives it daily and is not here. */
  readonly absent: readonly string[]
  readonly causes: {
    readonly environment: readonly string[]
    readonly culture: readonly string[]
    readonly education: readonly string[]
    readonly social: readonly string[]
  }
  /** Future tense: what happens if nobody acts. */
  readonly effects: readonly string[]
  /** Experience, where and with whom, what made it possible. */
  readonly experiences: readonly (readonly [string, string, string])[]
  readonly actors: readonly Actor[]
  /** Nouns with their article: what is put in common. */
  readonly pool: readonly string[]
  /** Infinitives. */
  readonly actions: readonly string[]
  /** Need, cost, who gives it, what is missing. */
  readonly needs: readonly (readonly [string, string, string, string])[]
  readonly permits: readonly string[]
  /** Present tense: how we shall notice. */
  readonly signs: readonly string[]
  readonly risks: readonly string[]
  /** Goal of the Agenda 2030 (id of the kit's option) and how it is touched. */
  readonly goals: readonly (readonly [string, string])[]
}
