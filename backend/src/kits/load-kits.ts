import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '@telaio/shared/kit'
import { readKitFolder } from './read-kit-folder.ts'
import type { FileFault } from './yaml-file.ts'

/** `meetings/2.yaml:14: …`, as editors take it. */
export const sayFault = ({ file, line, message }: FileFault): string => `${file}${line === null ? '' : `:${line}`}: ${message}`

/** A kit that cannot be used, with each of its faults. */
export class BadKit extends Error {
  override readonly name = 'BadKit'
  readonly faults: readonly FileFault[]
  constructor(folder: string, faults: readonly FileFault[]) {
    super(`kit ${folder}:\n${faults.map((fault) => `  ${sayFault(fault)}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads a kit's folder. Throws `BadKit` with every fault. */
export async function loadKit(folder: string): Promise<Kit> {
  const { kit, faults } = await readKitFolder(folder)
  if (!kit) throw new BadKit(folder, faults)
  return kit
}

/** All kits of a folder of kits, by name. */
export async function loadKits(folder: string): Promise<Map<string, Kit>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const kits = await Promise.all(names.sort().map((name) => loadKit(join(folder, name))))
  return new Map(kits.map((kit) => [kit.name, kit]))
}
