import { dirname } from 'node:path'
import type { FileLayer, OpenFile } from './file-layer.ts'
import { harmless, inDoubt, isNoRoom } from './store-error.ts'

/** What a file is called while it is written. One name a file, so that a leftover of a crash is overwritten or swept, never forgotten. */
export const FRESH = '.new'

/** The whole of a file; null where there is none. */
export async function readWhole(files: FileLayer, path: string): Promise<Buffer | null> {
  const file = await files.open(path)
  if (!file) return null
  try {
    return await file.read(0, await file.size())
  } finally {
    await file.close()
  }
}

/**
 * Puts a file in place whole: under another name, synced, renamed, its directory synced. Whoever looks, also after a crash, finds the
 * old file or the new one. Throws `read_only` where a sync failed; after any other fault the old file stands untouched.
 */
export async function writeWhole(files: FileLayer, path: string, bytes: Uint8Array, what: string): Promise<void> {
  const fresh = path + FRESH
  try {
    const file = await files.create(fresh)
    try {
      await writeAll(file, bytes, 0)
      await file.sync().catch((error: unknown) => {
        throw isNoRoom(error) ? error : inDoubt(error, what)
      })
    } finally {
      await file.close()
    }
    await files.rename(fresh, path)
  } catch (error) {
    // best effort: where this fails too, the next write or the next start takes the leftover away
    await files.remove(fresh).catch(() => undefined)
    throw harmless(error, what)
  }
  try {
    await files.syncDirectory(dirname(path))
  } catch (error) {
    throw inDoubt(error, what)
  }
}

/** Writes all bytes. A disk that takes only some of them is asked again; one that takes none is full. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const taken = await file.write(done === 0 ? bytes : bytes.subarray(done), at + done)
    if (taken === 0) throw Object.assign(new Error('no byte was taken'), { code: 'ENOSPC' })
    done += taken
  }
}

/** Takes away what a crash left half written in a directory. */
export async function sweepLeftovers(files: FileLayer, directory: string): Promise<string[]> {
  const left = (await files.list(directory)).filter((name) => name.endsWith(FRESH))
  for (const name of left) await files.remove(`${directory}/${name}`)
  // also makes durable the renames of a process that was killed before it could
  await files.syncDirectory(directory)
  return left
}
