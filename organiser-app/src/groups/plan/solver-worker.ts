import { type Ask, worker } from './jobs.ts'

const take = worker({
  tell: (told) => postMessage(told),
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: () => performance.now(),
})
addEventListener('message', (event: MessageEvent<Ask>) => void take(event.data))
