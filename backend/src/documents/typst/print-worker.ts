import { parentPort } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'
import { createTypst } from './typst.ts'
import type { Printed, ToPrint } from './printer.ts'

/** Pixels across a picture of a sheet: sharp on a large screen, small enough to send. */
const PICTURE_WIDTH = 2000

const typst = createTypst()

function print({ job, as }: ToPrint): Uint8Array {
  const set = typst.print(job)
  // letters come as outlines: no typeface is looked for
  const options = { fitTo: { mode: 'width' as const, value: PICTURE_WIDTH }, background: '#fff', font: { loadSystemFonts: false } }
  return as === 'png' ? new Resvg(set.toString('utf8'), options).render().asPng() : set
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
