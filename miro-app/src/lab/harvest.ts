import type { BoardNoteItem, Items } from '@telaio/shared/view'

/** What the last reading of a board left to a person. */
export interface Findings {
  readonly clashes: readonly BoardNoteItem[]
  /** A clash that was decided and is being carried out. */
  readonly settling: number
  readonly missing: readonly BoardNoteItem[]
  readonly refused: readonly BoardNoteItem[]
  readonly moved: readonly BoardNoteItem[]
  readonly doubles: readonly Items['doubles'][string][]
  readonly strays: readonly (readonly [reason: StrayReason, strays: readonly Items['strays'][string][]])[]
}
export type StrayReason = Items['strays'][string]['reason']

/** Those that ask for a decision first. */
const REASONS: readonly StrayReason[] = ['outside', 'furniture-edited', 'unsupported', 'empty']

export function findingsOf(board: string, { boardNotes, strays, doubles }: Pick<Items, 'boardNotes' | 'strays' | 'doubles'>): Findings {
  const notes = Object.values(boardNotes).filter((note) => note.board === board)
  const stray = Object.values(strays).filter((one) => one.board === board)
  const clashes = notes.filter(({ state }) => state === 'clash')
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

/** How many things wait for somebody's decision; moved notes and empty strays do not. */
export const toDecide = ({ clashes, missing, refused, doubles, strays }: Findings): number =>
  clashes.length +
  missing.length +
  refused.length +
  doubles.length +
  strays.reduce((sum, [reason, of]) => sum + (reason === 'empty' ? 0 : of.length), 0)
