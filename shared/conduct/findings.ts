import type { StrayReason } from '../lab/index.ts'
import type { BoardNoteItem, Items } from '../view/index.ts'

type Stray = Items['strays'][string]

/** What the last reading of a board left to a person. */
export interface Findings {
  /** Changed on both sides, and nobody has chosen yet. */
  readonly clashes: readonly BoardNoteItem[]
  /** Chosen, and being carried out. */
  readonly settling: number
  readonly missing: readonly BoardNoteItem[]
  readonly refused: readonly BoardNoteItem[]
  readonly moved: readonly BoardNoteItem[]
  readonly doubles: readonly Items['doubles'][string][]
  readonly strays: readonly (readonly [reason: StrayReason, strays: readonly Stray[]])[]
}

/** Those that somebody can mend come first. */
const REASONS: readonly StrayReason[] = ['outside', 'furniture-edited', 'unsupported', 'empty']

export function findingsOf(board: string, { boardNotes, strays, doubles }: Pick<Items, 'boardNotes' | 'strays' | 'doubles'>): Findings {
  const notes = Object.values(boardNotes).filter((note) => note.board === board)
  const clashes = notes.filter(({ state }) => state === 'clash')
  const stray = Object.values(strays).filter((one) => one.board === board)
  return {
    clashes: clashes.filter(({ take }) => take === null),
    settling: clashes.filter(({ take }) => take !== null).length,
    missing: notes.filter(({ state }) => state === 'missing'),
    refused: notes.filter(({ state }) => state === 'refused'),
    moved: notes.filter(({ state, movedTo }) => state === 'written' && movedTo !== null),
    doubles: Object.values(doubles).filter((one) => one.board === board),
    strays: REASONS.flatMap((reason) => {
      const of = stray.filter((one) => one.reason === reason)
      return of.length > 0 ? [[reason, of] as const] : []
    }),
  }
}

/** Strays that somebody may have meant to say something with. */
const asksForSomebody = (reason: StrayReason): boolean => reason === 'outside' || reason === 'furniture-edited'

/** How many things wait for somebody's decision. Moved notes, pictures and empty notes do not. */
export const toDecide = ({ clashes, missing, refused, doubles, strays }: Findings): number =>
  clashes.length +
  missing.length +
  refused.length +
  doubles.length +
  strays.reduce((sum, [reason, of]) => sum + (asksForSomebody(reason) ? of.length : 0), 0)

/** The same over all boards of a lab, with a board that can no longer be written counted as one. */
export const toDecideInAll = (items: Pick<Items, 'boards' | 'boardNotes' | 'strays' | 'doubles'>): number =>
  Object.values(items.boards).reduce(
    (sum, { id, trouble }) => sum + toDecide(findingsOf(id, items)) + (trouble === 'no-access' || trouble === 'gone' ? 1 : 0),
    0,
  )
