import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileLayer, OpenFile } from './file-layer.ts'

// logs and registers hold what people wrote and who they are: nobody else on the machine reads them
const FILE_MODE = 0o600
const DIRECTORY_MODE = 0o700

/** This machine's file system. */
export const realFiles: FileLayer = {
  async makeDirectory(path) {
    const first = await mkdir(path, { recursive: true, mode: DIRECTORY_MODE })
    if (first === undefined) return
    // every directory that was made has its name in the one above
    for (let made = path; ; made = dirname(made)) {
      await realFiles.syncDirectory(dirname(made))
      if (made === first || made === dirname(made)) return
    }
  },
  async list(directory) {
    const entries = await readdir(directory, { withFileTypes: true }).catch(unlessMissing)
    return (entries ?? []).filter((entry) => entry.isFile()).map((entry) => entry.name)
  },
  async open(path) {
    const handle = await open(path, 'r+').catch(unlessMissing)
    return handle && opened(handle)
  },
  async create(path) {
    return opened(await open(path, 'w+', FILE_MODE))
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  async syncDirectory(path) {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

const opened = (handle: FileHandle): OpenFile => ({
  size: async () => (await handle.stat()).size,
  async read(from, to) {
    const buffer = Buffer.allocUnsafe(Math.max(0, to - from))
    let done = 0
    while (done < buffer.length) {
      const { bytesRead } = await handle.read(buffer, done, buffer.length - done, from + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return buffer.subarray(0, done)
  },
  write: async (bytes, at) => (await handle.write(bytes, 0, bytes.length, at)).bytesWritten,
  truncate: (length) => handle.truncate(length),
  // fdatasync: it also writes the new length, which reading back needs; it leaves out times, which nobody needs
  sync: () => handle.datasync(),
  close: () => handle.close(),
})

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
