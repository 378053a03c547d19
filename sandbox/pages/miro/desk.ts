import { createContext, useContext } from 'react'
import type { ByHand } from '../../src/miro/client/wire.ts'
import type { BoardView, Store } from './store.ts'
import type { Tool } from './tools.ts'
import type { MiroWords } from './words.ts'

/** What every part of the board's page works with. */
export interface Desk {
  readonly words: MiroWords
  readonly view: Store<BoardView>
  readonly tool: Store<Tool>
  /** The item one is writing in. */
  readonly editing: Store<string | null>
  readonly selection: Store<readonly string[]>
  /** By keyboard: what stays selected when one goes on to the next item. */
  readonly kept: Store<readonly string[]>
  /** How large the board is seen; what is too small to read is not drawn. */
  readonly zoom: Store<number>
  /** Where the view opens: an item, or the whole board. */
  readonly startAt: string | null
  readonly mayEdit: boolean
  /** Does it, and says so where it is refused; the ids of what was made. */
  readonly hand: (action: ByHand) => Promise<readonly string[]>
  readonly resized: (id: string, box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) => void
  readonly select: (ids: readonly string[]) => void
  readonly zoomTo: (ids: readonly string[]) => void
  readonly focusCanvas: () => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside of the board')
  return desk
}
