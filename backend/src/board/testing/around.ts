import type { Board } from '@telaio/shared/ports'

/** The same board, with something done around every call. */
export function around(board: Board, call: <T>(work: () => Promise<T>) => Promise<T>): Board {
  return {
    info: () => call(() => board.info()),
    create: (items) => call(() => board.create(items)),
    update: (id, kind, change) => call(() => board.update(id, kind, change)),
    remove: (id, kind) => call(() => board.remove(id, kind)),
    item: (id) => call(() => board.item(id)),
    items: () => call(() => board.items()),
  }
}
