import { say } from '@telaio/shared/ui'
import { itemLink } from '@telaio/shared/board'
import type { Spot } from '../lab/boards.ts'
import { boardWords } from '../words/board.ts'
import { sheetWords } from '../words/sheets.ts'
import { usePanel } from './context.ts'
import { type Action, useAction } from './use-action.ts'

/** Going to a place on a board: in this one by Miro's own camera, in another by a tab of its own. What bears a name is named to whoever cannot see it. */
export function useGo(): Action & { readonly go: (spot: Spot, name?: string) => Promise<void> } {
  const { host, here, lab, tell, announce } = usePanel()
  const action = useAction()
  return {
    ...action,
    go: async (spot, name) => {
      if (spot.board !== here.value) {
        const board = lab.items.boards.value[spot.board]
        if (board) window.open(itemLink(board.link, spot.item), '_blank', 'noopener')
        return
      }
      const isThere = await action.run(() => host.show(spot.item, spot.around))
      if (isThere === false) tell(name === undefined ? say(boardWords.itemGone) : say(sheetWords.gone, { name }))
      else if (isThere && name !== undefined) announce(say(sheetWords.arrived, { name }))
    },
  }
}
