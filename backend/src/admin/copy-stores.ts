import { labToJson } from '@telaio/shared/lab'
import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'

/** Stores of one kind or another: a data directory today, a database tomorrow. */
export interface AllStores {
  readonly labs: LabStore
  readonly registers: RegisterStore
  readonly server: ServerStore
}

/** A copy that is not what it was copied from. */
export class BadCopy extends Error {
  override readonly name = 'BadCopy'
}

/**
 * Copies everything from one set of stores into another, empty one, through their ports, and checks each lab by folding both and comparing.
 * Whoever is connected begins anew: a lab has a new epoch wherever it is written whole.
 */
export async function copyStores(from: AllStores, to: AllStores, onLab: (done: number, of: number) => void): Promise<number> {
  const labs = await from.labs.list()
  for (const [i, id] of labs.entries()) {
    onLab(i, labs.length)
    await to.registers.put(id, (await from.registers.rows(id)).toJSON())
    await to.labs.restore(id, await from.labs.dump(id))
    await compare(id, from, to)
  }
  const record = await from.server.read()
  await to.server.update(() => record)
  const kits = await from.server.kits()
  await to.server.updateKits(() => kits)
  if (JSON.stringify(await to.server.kits()) !== JSON.stringify(kits)) throw new BadCopy('organisers’ kits')
  if (JSON.stringify(await to.server.read()) !== JSON.stringify(record)) throw new BadCopy('the server’s record')
  return labs.length
}

async function compare(id: string, from: AllStores, to: AllStores): Promise<void> {
  const textOf = async ({ labs, registers }: AllStores): Promise<string> =>
    JSON.stringify([labToJson((await labs.head(id)).lab), await labs.events(id), await registers.rows(id)])
  if ((await textOf(from)) !== (await textOf(to))) throw new BadCopy(`lab ${id}`)
}
