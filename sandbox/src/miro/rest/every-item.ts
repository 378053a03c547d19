import { type Board, itemsOf } from '../model/board.ts'
import { compareIds } from '../model/late-index.ts'
import type { Links } from './links.ts'
import { presentItem } from './present.ts'

/** Every item as the list would give it, all pages joined, as things are now: no token, no credits, no late index. For tests. */
export const everyItem = (board: Board, links: Links): object[] =>
  itemsOf(board)
    .toSorted((a, b) => compareIds(a.id, b.id))
    .map((item) => presentItem(board, item, links))
