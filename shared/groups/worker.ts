import { serve, type ToWorker } from './worker-protocol.ts'

/** The part of a worker's global scope that is used; in Vite: `new Worker(new URL('@telaio/shared/groups/worker', import.meta.url), { type: 'module' })`. */
declare const self: { onmessage: ((event: { readonly data: ToWorker }) => void) | null; readonly postMessage: (message: unknown) => void }
declare const setTimeout: (work: () => void, milliseconds: number) => unknown

const take = serve(
  (message) => self.postMessage(message),
  (work) => setTimeout(work, 0),
)
self.onmessage = ({ data }) => take(data)
