import { type BoardHost, HostTrouble } from './board-host.ts'

const silent = (): Promise<never> => Promise.reject(new HostTrouble('silent'))

/** Where Miro's script did not come: nothing can be asked of a board. */
export const noHost: BoardHost = {
  idToken: silent,
  boardId: silent,
  show: silent,
  words: silent,
  recallLab: silent,
  rememberLab: silent,
  onSelect: () => () => undefined,
  notify: silent,
}
