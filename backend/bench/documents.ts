import { inOwnProcess } from './own-process.ts'

/** Apart from what the other benches load, and with the memory that `telaio` gives its processes (`bin/memory.js`). */
export const benchDocuments = (): Promise<void> => inOwnProcess('./documents-arm.ts', { MALLOC_ARENA_MAX: '4' })
