import { parentPort, workerData } from 'node:worker_threads'
import { readFonts } from './fonts.ts'
import { paintedPng } from './paint.ts'
import { createTypst } from './typst.ts'
import type { Printed, ToPrint, WithFonts } from './printer.ts'

const typst = createTypst(readFonts((workerData as WithFonts).folder))

/** Set in this thread; what is a picture is painted in another, while the next document is set. */
async function print({ id, job, as }: ToPrint): Promise<void> {
  let printed: Printed
  try {
    const set = typst.print(job)
    printed = { id, bytes: as === 'png' ? await paintedPng(set.toString('utf8')) : set }
  } catch (error) {
    printed = { id, fault: error instanceof Error ? error.message : String(error) }
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not a window
  parentPort?.postMessage(printed)
}

const waiting: ToPrint[] = []
/** One at a time, with a turn of the loop between two: a picture that is painted goes out before the next document is set. */
function next(): void {
  const asked = waiting.shift()
  if (!asked) return
  void print(asked)
  if (waiting.length > 0) setImmediate(next)
}

parentPort?.on('message', (asked: ToPrint) => {
  waiting.push(asked)
  if (waiting.length === 1) setImmediate(next)
})
