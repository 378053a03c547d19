import type { HandTheme } from './note.ts'
import type { Suggestion } from './suggest.ts'

type Hand = readonly HandTheme[]
const change = (hand: Hand, theme: string, to: (mine: HandTheme) => HandTheme): Hand =>
  hand.map((mine) => (mine.id === theme ? to(mine) : mine))
const without = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one)
const withOne = (list: readonly string[], one: string): readonly string[] => (list.includes(one) ? list : [...list, one])

/** Puts a note into a theme, for good; what was refused before may be put there by hand. */
export const acceptInto = (hand: Hand, theme: string, note: string): Hand =>
  change(hand, theme, (mine) => ({ ...mine, notes: withOne(mine.notes, note), refused: without(mine.refused, note) }))

/** Keeps a note out of a theme: it is not suggested for it again. */
export const refuseFrom = (hand: Hand, theme: string, note: string): Hand =>
  change(hand, theme, (mine) => ({ ...mine, notes: without(mine.notes, note), refused: withOne(mine.refused, note) }))

/** Accepts what is suggested for a theme from a score on. A model's suggestions are accepted one by one: these stay as they are. */
export const acceptAbove = (hand: Hand, theme: string, suggestions: readonly Suggestion[], line: number): Hand =>
  suggestions
    .filter((one) => one.theme === theme && one.by === 'words' && one.score >= line)
    .reduce((now, { note }) => acceptInto(now, theme, note), hand)
