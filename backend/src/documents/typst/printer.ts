import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { readFonts } from './fonts.ts'
import type { PrintJob } from './typst.ts'

export interface ToPrint {
  readonly id: number
  readonly job: PrintJob
  readonly as: 'pdf' | 'svg' | 'png'
}
/** A folder of further typefaces. */
export interface WithFonts {
  readonly folder: string | null
}
export type Printed = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string }

/** Sets documents one after another, beside the thread that serves labs. */
export interface Printer {
  readonly print: (job: PrintJob, as: ToPrint['as']) => Promise<Buffer>
  /** Opens the thread, which takes a moment, while what it will print is still being composed. */
  readonly warm: () => void
  /** True where one of its typefaces has this character. */
  readonly has: (codePoint: number) => boolean
  readonly close: () => Promise<void>
}

/** After so long without work the thread goes, and its typefaces with it. */
const IDLE_MS = 60_000

/** The thread's own share of JavaScript is small: a document's data and its bytes. What it needs not keep young is memory saved. */
const LIMITS = { maxYoungGenerationSizeMb: 8 }

/** Built, the thread runs its file; from source it must first learn to read TypeScript, which Node 20 does not hand on to threads. */
function openWorker(workerData: WithFonts): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./print-worker.js', import.meta.url), { resourceLimits: LIMITS, workerData })
  const reader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href
  const source = new URL('./print-worker.ts', import.meta.url).href
  return new Worker(`import(${JSON.stringify(reader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`, {
    eval: true,
    execArgv: ['--conditions=@telaio/source'],
    resourceLimits: LIMITS,
    workerData,
  })
}

/** `folder`: of further typefaces, for letters that ours lack; an error in Italian and English where it is of no use. */
export function createPrinter(folder: string | null = null): Printer {
  // our own are read when the first letter beyond everyday ones is met, somebody else's at once
  let known = folder === null ? undefined : readFonts(folder).has
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0
  const waiting = new Map<number, { readonly done: (bytes: Buffer) => void; readonly fail: (error: Error) => void }>()

  const drop = (error: Error): void => {
    worker = undefined
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }
  const rest = (): void => {
    clearTimeout(idle)
    idle = setTimeout(() => void stop(), IDLE_MS)
    idle.unref()
  }
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    const going = worker
    worker = undefined
    await going?.terminate()
  }

  function start(): Worker {
    const started = openWorker({ folder })
    started.unref()
    started.on('message', (printed: Printed) => {
      const one = waiting.get(printed.id)
      waiting.delete(printed.id)
      if (waiting.size === 0) {
        started.unref()
        rest()
      }
      if ('bytes' in printed) one?.done(Buffer.from(printed.bytes.buffer, printed.bytes.byteOffset, printed.bytes.byteLength))
      else one?.fail(new Error(printed.fault))
    })
    started.on('error', (error: unknown) => {
      if (worker === started) drop(error instanceof Error ? error : new Error(String(error)))
    })
    started.on('exit', () => {
      if (worker === started) drop(new Error('the printer stopped'))
    })
    return started
  }

  return {
    warm: () => {
      if (worker) return
      worker = start()
      rest()
    },
    has: (codePoint) => (known ??= readFonts().has)(codePoint),
    print: (job, as) =>
      new Promise((done, fail) => {
        clearTimeout(idle)
        worker ??= start()
        // while there is work the process waits for it
        worker.ref()
        const id = ++last
        waiting.set(id, { done, fail })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not a window
        worker.postMessage({ id, job, as } satisfies ToPrint)
      }),
    close: async () => {
      await stop()
      for (const { fail } of waiting.values()) fail(new Error('closed'))
      waiting.clear()
    },
  }
}
