import { say } from '@telaio/shared/ui'
import { itemLink } from '@telaio/shared/board'
import type { Spot } from '../lab/boards.ts'
import { boardWords } from '../words/board.ts'
import { usePanel } from './context.ts'
import { type Action, useAction } from './use-action.ts'

/** Going to a place on a board: in this one by Miro's own camera, in another by a tab of its own. */
export function useGo(): Action & { readonly go: (spot: Spot) => Promise<void> } {
  const { host, here, lab, tell } = usePanel()
  const action = useAction()
  return {
    ...action,
    go: async (spot) => {
      if (spot.board !== here.value) {
        const board = lab.items.boards.value[spot.board]
        if (board) window.open(itemLink(board.link, spot.item), '_blank', 'noopener')
        return
      }
      const isThere = await action.run(() => host.show(spot.item, spot.around))
      if (isThere === false) tell(say(boardWords.itemGone))
    },
  }
}
