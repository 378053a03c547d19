import type { OpenPages } from '../client/open-pages.ts'
import type { LiveBoard } from '../model/live-board.ts'
import type { World } from '../world.ts'
import { presentAllSdk } from './present-sdk.ts'

/** Tells the app in every open tab what happens on its board (facts/miro.md §1.4): copies make no items:create. */
export function followBoards(world: World, pages: OpenPages): void {
  const followed = new WeakSet<LiveBoard>()
  const follow = () => {
    for (const live of world.boards.values()) {
      if (followed.has(live)) continue
      followed.add(live)
      const { board } = live
      live.watch(({ created, updated, gone }) => {
        if (pages.on(board.id).length === 0) return
        const tell = (event: string, items: readonly object[]) => items.length > 0 && pages.toApps(board.id, event, { items })
        tell('items:create', presentAllSdk(board, created))
        tell('experimental:items:update', presentAllSdk(board, updated))
        tell(
          'items:delete',
          presentAllSdk(
            board,
            gone.filter(({ type }) => type !== 'tag'),
          ),
        )
      })
    }
  }
  follow()
  world.watch(follow)
}
