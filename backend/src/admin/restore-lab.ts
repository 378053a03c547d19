import type { Lab, NewEvent } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import type { Services } from '../http/services.ts'
import { cardOf } from '../service/labs.ts'
import { foldDump, LabRecord, recordLab } from './lab-record.ts'
import { KEEPER } from './people.ts'
import { AdminRefusal } from './refusal.ts'

export interface Restored {
  readonly seq: number
  readonly title: string
  /** Erasures and redactions that were done once more. */
  readonly again: number
  /** Links, personal ones and the common one, that were brought to where they stood before. */
  readonly invites: number
}

type Stores = Pick<Services, 'store' | 'registers' | 'server'>

/**
 * Puts a lab back, whole or not at all, under a new epoch. Everything is checked before anything is touched; a lab that is there is replaced only
 * where that was asked for, and comes back should the writing fail. What was erased in it since stays erased, and a link that was withdrawn stays dead.
 */
export async function restoreLab(
  services: Stores & Pick<Services, 'labs' | 'newCommandId'>,
  sent: unknown,
  replace: boolean,
): Promise<Restored> {
  const read = LabRecord.safeParse(sent)
  if (!read.success) throw new AdminRefusal('Questo non è un laboratorio salvato da Telaio.', 'This is no lab that Telaio has saved.')
  const record = read.data as LabRecord
  const { lab: id, dump } = record
  const { title } = readable(id, dump)
  const isThere = (await services.store.list()).includes(id)
  if (isThere && !replace)
    throw new AdminRefusal(
      `Il laboratorio ${id} c’è già: per metterci quello salvato aggiungi --replace.`,
      `There is a lab ${id} already: add --replace to put the saved one in its place.`,
    )
  const before = isThere ? await recordLab(id, { labs: services.store, registers: services.registers }).catch(unlessDamaged) : null
  if (isThere) await services.labs.remove(id)
  let seq: number
  try {
    seq = await write(services, record)
  } catch (error) {
    await clear(services, id)
    if (before) await write(services, before)
    throw error
  }
  if (!before) return { seq, title, again: 0, invites: 0 }
  const newer = foldDump(id, before.dump)
  return { seq, title, again: await eraseAgain(services, id, newer), invites: await renewInvites(services, id, newer) }
}

/** What was erased or redacted since the backup was made must not come back with it. Gives how many of these there were. */
async function eraseAgain({ labs, newCommandId }: Pick<Services, 'labs' | 'newCommandId'>, id: string, before: Lab): Promise<number> {
  const { lab } = await labs.head(id)
  const people = [...before.people.values()].filter((person) => person.erased && lab.people.get(person.id)?.erased === false)
  const notes = [...before.contributions.values()].filter((note) => note.redacted && lab.contributions.get(note.id)?.redacted === false)
  for (const { id: person } of people) await labs.perform(id, { id: newCommandId(), type: 'erasePerson', person }, KEEPER)
  for (const { id: contribution } of notes) await labs.perform(id, { id: newCommandId(), type: 'redact', contribution }, KEEPER)
  return people.length + notes.length
}

/**
 * A link that was withdrawn or replaced since the backup must not open the lab again, and the one that replaced it goes on doing so. Versions only grow,
 * and a version that was withdrawn is never issued again: by that it shows which of the two states is the later one. Gives how many links it changed.
 */
async function renewInvites({ labs, store }: Pick<Services, 'labs' | 'store'>, id: string, newer: Lab): Promise<number> {
  const { lab } = await labs.head(id)
  const [last] = await store.events(id, lab.seq - 1)
  const events = [...newer.people.values()].flatMap((then): NewEvent[] => {
    const now = lab.people.get(then.id)
    if (!now || now.erased || then.lastInvite < now.lastInvite) return []
    const issued: NewEvent[] =
      then.lastInvite > now.lastInvite ? [{ type: 'inviteIssued', body: { person: then.id, version: then.lastInvite } }] : []
    const withdrawn = then.invite === null && (now.invite !== null || issued.length > 0)
    return withdrawn ? [...issued, { type: 'inviteWithdrawn', body: { person: then.id } }] : issued
  })
  // the common link's version is the moment it was opened
  const { joinLink: now } = lab
  const { joinLink: then } = newer
  const closed = then === null && now !== null
  const opened = then !== null && then > (now ?? Date.parse(last?.at ?? ''))
  if (closed || opened) events.push({ type: 'joinLinkChanged', body: { version: then } })
  if (events.length > 0) await labs.record(id, () => events)
  return new Set(events.map((event) => ('person' in event.body ? event.body.person : ''))).size
}

function readable(id: string, dump: string): { title: string } {
  try {
    return foldDump(id, dump)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AdminRefusal(
      `Il laboratorio ${id} in questo file è danneggiato e resta com’era (${why}).`,
      `Lab ${id} in this file is damaged; nothing was changed (${why}).`,
    )
  }
}

/** Rows first, as always: the log that names them comes after. */
async function write({ store, registers, server }: Stores, { lab: id, dump, register }: LabRecord): Promise<number> {
  await registers.put(id, register)
  const { lab } = await store.restore(id, dump)
  await server.update((known) => ({ ...known, labs: { ...known.labs, [id]: cardOf(lab) } }))
  return lab.seq
}

/** Takes away what a failed restore has written. */
async function clear({ store, registers }: Stores, id: string): Promise<void> {
  await store.delete(id).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'unknown_lab') throw error
  })
  await registers.delete(id)
}

function unlessDamaged(error: unknown): null {
  if (error instanceof StoreError && error.code === 'damaged') return null
  throw error
}
