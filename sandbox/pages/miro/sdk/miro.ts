import { createBoard } from './board.ts'
import { createCommander } from './commander.ts'
import { createDragging } from './dragging.ts'
import { asMiro } from './fits.ts'
import { isHostMessage } from './messages.ts'

/** Built into one classic script, as Miro serves its own: defines `window.miro` in the app's pages. */
const host = window.parent

const commander = createCommander({
  // Whoever frames the app is the board's page; it looks at who speaks, and so do we.
  post: (message) => host.postMessage(message, '*'),
  listen: (receive) =>
    window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source === host && isHostMessage(data)) receive(data)
    }),
})

const board = createBoard(commander, (url) => new URL(url, document.baseURI).href, createDragging(commander, document))
window.miro = asMiro(board)
// Only now does the page know that somebody listens.
void commander.exec('APP_READY')
