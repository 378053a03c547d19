import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '@telaio/shared/testing'
import type { FileLayer } from '../files/file-layer.ts'
import { realFiles } from '../files/real-files.ts'
import { SimulatedDisk } from '../files/testing/simulated-disk.ts'

/** Somewhere for a store to stand, in a test. */
export interface Place {
  readonly directory: string
  /** The files as a process started now sees them. */
  readonly files: () => FileLayer
  /** Every byte of every file. */
  readonly text: () => Promise<string>
  readonly remove: () => Promise<void>
}

export async function realPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'telaio-store-'))
  const text = async (): Promise<string> => {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    const read = entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8').catch(() => null))
    const texts = await Promise.all(read)
    // a file was renamed while we looked: look again
    return texts.includes(null) ? text() : texts.join('\n')
  }
  return { directory, files: () => realFiles, text, remove: () => rm(directory, { recursive: true, force: true }) }
}

export async function simulatedPlace(): Promise<Place> {
  const disk = new SimulatedDisk(seeded(1))
  await disk.files().makeDirectory('/data')
  return {
    directory: '/data',
    files: () => disk.files(),
    text: async () => Buffer.from(disk.text(), 'latin1').toString('utf8'),
    remove: async () => undefined,
  }
}
