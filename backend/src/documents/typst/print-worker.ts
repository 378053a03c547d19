import { parentPort, workerData } from 'node:worker_threads'
import { readFonts } from './fonts.ts'
import { paintedPng } from './paint.ts'
import { createTypst } from './typst.ts'
import type { Printed, ToPrint, WithFonts } from './printer.ts'

const typst = createTypst(readFonts((workerData as WithFonts).folder))

/** Set in this thread; what is a picture is painted in another, while the next document is set. */
function print({ id, job, as }: ToPrint): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not a window
  const answer = (printed: Printed): void => parentPort?.postMessage(printed)
  const fail = (error: unknown): void => answer({ id, fault: error instanceof Error ? error.message : String(error) })
  try {
    const set = typst.print(job)
    if (as === 'png') paintedPng(set.toString('utf8')).then((bytes) => answer({ id, bytes }), fail)
    else answer({ id, bytes: set })
  } catch (error) {
    fail(error)
  }
  typst.forget(job)
}

const waiting: ToPrint[] = []
/** One at a time, with a turn of the loop between two: a picture that is painted goes out before the next document is set. */
function next(): void {
  const asked = waiting.shift()
  if (!asked) return
  print(asked)
  if (waiting.length > 0) setImmediate(next)
}

parentPort?.on('message', (asked: ToPrint) => {
  waiting.push(asked)
  if (waiting.length === 1) setImmediate(next)
})
