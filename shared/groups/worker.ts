import { serve, type ToWorker } from './worker-protocol.ts'

/** The part of a worker's global scope that is used; in Vite: `import Worker from '@telaio/shared/groups/worker?worker'`. */
declare const self: { readonly addEventListener: (type: 'message', take: (event: { readonly data: ToWorker }) => void) => void }
declare const postMessage: (message: unknown) => void
declare const setTimeout: (work: () => void, milliseconds: number) => unknown

const take = serve(
  (message) => postMessage(message),
  (work) => setTimeout(work, 0),
)
self.addEventListener('message', ({ data }) => take(data))
