import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkKit, Kit, type KitFault } from '@telaio/shared/kit'
import { parse } from 'yaml'

/** A kit that cannot be used, with each of its faults. */
export class BadKit extends Error {
  override readonly name = 'BadKit'
  readonly faults: readonly KitFault[]
  constructor(folder: string, faults: readonly KitFault[]) {
    super(`kit ${folder}:\n${faults.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`)
    this.faults = faults
  }
}

const readYaml = async (file: string): Promise<unknown> => parse(await readFile(file, 'utf8'))

/** Reads a kit folder: `kit.yaml`, `final-canvas.yaml`, and a file for each meeting in `meetings/`. Throws `BadKit` with every fault. */
export async function loadKit(folder: string): Promise<Kit> {
  const names = (await readdir(join(folder, 'meetings'))).filter((name) => /\.ya?ml$/.test(name))
  const meetings = (await Promise.all(names.map((name) => readYaml(join(folder, 'meetings', name))))) as { number?: number }[]
  const whole = {
    ...((await readYaml(join(folder, 'kit.yaml'))) as object),
    meetings: meetings.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    finalCanvas: await readYaml(join(folder, 'final-canvas.yaml')),
  }
  const read = Kit.safeParse(whole)
  if (!read.success) throw new BadKit(folder, read.error.issues.map(({ path, message }) => ({ path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)), message })))
  const faults = checkKit(read.data)
  if (faults.length > 0) throw new BadKit(folder, faults)
  return read.data
}

/** All kits of a folder of kits, by name. */
export async function loadKits(folder: string): Promise<Map<string, Kit>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const kits = await Promise.all(names.sort().map((name) => loadKit(join(folder, name))))
  return new Map(kits.map((kit) => [kit.name, kit]))
}
