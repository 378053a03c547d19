import type { FileLayer } from '../files/file-layer.ts'
import { readWhole, writeAll } from '../files/write-whole.ts'

/** Changes a file behind the store's back, as damage or another program would. */
export async function tamper(files: FileLayer, path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const bytes = (await readWhole(files, path)) ?? Buffer.alloc(0)
  const file = await files.create(path)
  await writeAll(file, change(bytes), 0)
  await file.sync()
  await file.close()
}

/** The lines of a file, each without its newline. */
export async function linesOf(files: FileLayer, path: string): Promise<string[]> {
  return ((await readWhole(files, path)) ?? Buffer.alloc(0)).toString('utf8').split('\n').slice(0, -1)
}

/** The bytes with the one at `at` changed. */
export function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  return flipped
}
