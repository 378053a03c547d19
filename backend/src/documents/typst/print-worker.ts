import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { createTypst } from './typst.ts'
import type { Printed, ToPrint } from './printer.ts'

/** Pixels across a picture of a sheet: sharp on a large screen, small enough to send. */
const PICTURE_WIDTH = 1800

const typst = createTypst()
let wasm: Promise<void> | undefined

async function print({ job, as }: ToPrint): Promise<Uint8Array> {
  const set = typst.print(job)
  if (as !== 'png') return set
  wasm ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await wasm
  const drawing = new Resvg(set.toString('utf8'), { fitTo: { mode: 'width', value: PICTURE_WIDTH }, background: '#fff' })
  const picture = drawing.render()
  const png = picture.asPng()
  picture.free()
  drawing.free()
  return png
}

parentPort?.on('message', (asked: ToPrint) => {
  print(asked).then(
    (bytes) => parentPort?.postMessage({ id: asked.id, bytes } satisfies Printed),
    (error: unknown) =>
      parentPort?.postMessage({ id: asked.id, fault: error instanceof Error ? error.message : String(error) } satisfies Printed),
  )
})
