import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '@telaio/shared/kit'
import { type FileFault, sayFault } from './fault.ts'
import { readKitFolder } from './read-kit.ts'

/** A kit, or a folder of methods, that cannot be used, with each of its faults. */
export class BadKit extends Error {
  override readonly name = 'BadKit'
  readonly faults: readonly FileFault[]
  constructor(folder: string, faults: readonly FileFault[]) {
    super(`${folder}:\n${faults.map((fault) => `  ${sayFault(fault, 'en')}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads a kit's folder. Throws `BadKit` with every fault. */
export async function loadKit(folder: string): Promise<Kit> {
  const { kit, faults } = await readKitFolder(folder)
  if (!kit) throw new BadKit(folder, faults)
  return kit
}

/** All kits of a folder of kits, by name, which is also their folder's. */
export async function loadKits(folder: string): Promise<Map<string, Kit>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const kits = await Promise.all(
    names.sort().map(async (name) => {
      const kit = await loadKit(join(folder, name))
      if (kit.name === name) return kit
      const message = {
        it: `il kit si chiama «${kit.name}», la cartella «${name}»: scrivi lo stesso nome`,
        en: `the kit is called "${kit.name}", its folder "${name}": write the same name`,
      }
      throw new BadKit(join(folder, name), [{ file: 'kit.yaml', line: null, message }])
    }),
  )
  return new Map(kits.map((kit) => [kit.name, kit]))
}
