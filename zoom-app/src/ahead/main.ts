import { askAhead, keptText } from './ask-ahead.ts'

/** A script of its own, small enough to be there long before the panel (`vite.config.ts`). */
window.telaioAhead = askAhead({
  path: location.pathname,
  hash: location.hash,
  kept: keptText(() => localStorage),
  now: Date.now(),
  fetch: (url, init) => fetch(url, init),
})
