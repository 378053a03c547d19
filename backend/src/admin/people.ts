import type { Actor } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import { sayRejection } from '@telaio/shared/words'
import type { Services } from '../http/services.ts'
import { AdminRefusal } from './refusal.ts'

export interface FoundPerson {
  readonly lab: string
  readonly title: string
  readonly person: string
  readonly name: string
  readonly email: string | null
}

/** Whoever keeps the server may do in each lab what an organiser may; no person of the lab stands as the author of it. */
export const KEEPER: Actor = { person: null, roles: ['organiser'], editKeys: [] }

/** People by id or e-mail address, in one lab or all; and the labs that could not be read. */
export async function findPeople(
  { store, labs }: Services,
  who: string,
  only: string | null,
): Promise<{ people: FoundPerson[]; damaged: string[] }> {
  const people: FoundPerson[] = []
  const damaged: string[] = []
  const wanted = who.toLowerCase()
  for (const id of await store.list()) {
    if (only !== null && id !== only) continue
    try {
      const { lab, people: rows } = await labs.scene(id)
      for (const person of lab.people.values()) {
        if (person.erased) continue
        const row = rows.get(person.row)
        const { name, email } = row?.kind === 'person' ? row : { name: '', email: undefined }
        if (person.id === who || email?.toLowerCase() === wanted)
          people.push({ lab: id, title: lab.title, person: person.id, name, email: email ?? null })
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      damaged.push(id)
    }
  }
  return { people: people.sort((a, b) => (a.lab + a.person < b.lab + b.person ? -1 : 1)), damaged }
}

/** Erases a person in a lab: the rows of the register are empty when it resolves. */
export async function erasePerson({ labs, newCommandId }: Services, labId: string, person: string): Promise<void> {
  const outcome = await labs.perform(labId, { id: newCommandId(), type: 'erasePerson', person }, KEEPER)
  if (!outcome.ok) throw new AdminRefusal(sayRejection(outcome.rejection, 'it'), sayRejection(outcome.rejection, 'en'))
}
