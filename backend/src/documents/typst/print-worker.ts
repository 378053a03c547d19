import { parentPort } from 'node:worker_threads'
import { paintedPng } from './paint.ts'
import { createTypst } from './typst.ts'
import type { Printed, ToPrint } from './printer.ts'

const typst = createTypst()

function print({ job, as }: ToPrint): Uint8Array {
  const set = typst.print(job)
  return as === 'png' ? paintedPng(set.toString('utf8')) : set
}

parentPort?.on('message', (asked: ToPrint) => {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not a window
    parentPort?.postMessage({ id: asked.id, bytes: print(asked) } satisfies Printed)
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not a window
    parentPort?.postMessage({ id: asked.id, fault: error instanceof Error ? error.message : String(error) } satisfies Printed)
  }
})
