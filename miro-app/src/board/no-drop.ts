import type { DropBoard } from './drop-board.ts'
import { HostTrouble } from './board-host.ts'

const silent = (): Promise<never> => Promise.reject(new HostTrouble('silent'))

/** Where Miro's script did not come: nothing can be put on a board. */
export const noDrop: DropBoard = { freePlace: silent, put: silent, mark: silent, onDrop: () => () => undefined }
