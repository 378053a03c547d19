import { open } from 'node:fs/promises'
import type { FileLayer, OpenFile } from '../store/files/file-layer.ts'
import { realFiles } from '../store/files/real-files.ts'

/**
 * The machine's files for looking only: what is read is real, what is written goes nowhere. Stores opened on it mend in memory what a crash left
 * behind, and leave every byte on the disk as it was.
 */
export const readOnlyFiles: FileLayer = {
  makeDirectory: async () => undefined,
  list: (directory) => realFiles.list(directory),
  open: async (path) => {
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (!handle) return null
    let length = (await handle.stat()).size
    return {
      ...NOWHERE,
      size: async () => length,
      read: async (from, to) => {
        const buffer = Buffer.alloc(Math.max(0, Math.min(to, length) - from))
        let done = 0
        while (done < buffer.length) {
          const { bytesRead } = await handle.read(buffer, done, buffer.length - done, from + done)
          if (bytesRead === 0) break
          done += bytesRead
        }
        return buffer.subarray(0, done)
      },
      truncate: async (to) => {
        length = Math.min(length, to)
      },
      close: () => handle.close(),
    }
  },
  create: async () => NOWHERE,
  rename: async () => undefined,
  remove: async () => undefined,
  syncDirectory: async () => undefined,
}

const NOWHERE: OpenFile = {
  size: async () => 0,
  read: async () => Buffer.alloc(0),
  write: async (bytes) => bytes.length,
  truncate: async () => undefined,
  sync: async () => undefined,
  close: async () => undefined,
}
