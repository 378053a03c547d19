import type { Api } from '@telaio/shared/client'
import type { GroupItem, Items, PersonItem } from '@telaio/shared/view'
import { type Character, inventCast } from '../cast.ts'
import { patiently } from '../client.ts'
import { CannotRehearse } from '../prepare-lab.ts'
import type { Random } from '../random.ts'
import { THEMES } from '../words/answers.ts'

/** By this they are known again: nobody real can have it (RFC 2606). */
const INVENTED = '@prova.example.org'
const RESERVED = /@(?:[\w.-]+\.)?(?:example\.(?:org|com|net)|[\w.-]+\.(?:example|test|invalid))$/i

/** A simulated participant who may come in. */
export interface Joined {
  readonly person: string
  readonly character: Character
  readonly invite: string
}

export interface JoinOptions {
  /** The organiser's. */
  readonly api: Api
  readonly lab: string
  readonly participants: number
  readonly random: Random
  /** Also into a lab in which somebody has a real e-mail address. */
  readonly anyway: boolean
  readonly newCommandId: () => string
}

/** Brings simulated people into a lab: those of before again, others beside them, all in the groups that are there. */
export async function joinLab({ api, lab, participants, random, anyway, newCommandId }: JoinOptions): Promise<Joined[]> {
  const { items } = await patiently(() => api.view(lab))
  const people = Object.values(items.people).filter(({ erased }) => !erased)
  const real = people.filter(({ email }) => email !== null && !RESERVED.test(email))
  if (real.length > 0 && !anyway)
    throw new CannotRehearse(
      `Questo non è un laboratorio di prova: ci sono ${real.length} persone con un indirizzo vero. Se sai quello che fai, aggiungi --anyway.`,
      `This is no rehearsal: ${real.length} people in this lab have a real address. If you know what you are doing, add --anyway.`,
    )
  const sectors = (items.lab['lab']?.sectors ?? []).map(({ id }) => id)
  const cast = inventCast({ participants, facilitators: 0, observers: 0, sectors, themes: THEMES.length }, random).map((one) => ({
    ...one,
    email: one.email.replace(/@.*$/, INVENTED),
  }))
  const known = new Map(people.map((person) => [person.email, person]))
  const missing = cast.filter(({ email }) => !known.has(email))
  if (missing.length > 0) {
    const id = newCommandId()
    await patiently(() =>
      api.send(lab, {
        id,
        type: 'addPeople',
        people: missing.map(({ name, email, organisation, profession, sector, territory }) => ({
          name,
          email,
          organisation,
          profession,
          ...(sector === '' ? {} : { sector }),
          territory,
        })),
      }),
    )
  }
  const there = (await patiently(() => api.view(lab))).items
  const byEmail = new Map(Object.values(there.people).map((person) => [person.email, person]))
  const joined = cast.flatMap((character) => {
    const person = byEmail.get(character.email)
    return person ? [{ person, character }] : []
  })
  const uninvited = joined.flatMap(({ person }) => (person.invited ? [] : [person.id]))
  if (uninvited.length > 0) {
    const id = newCommandId()
    await patiently(() => api.send(lab, { id, type: 'issueInvites', people: uninvited }))
  }
  const moves = seats(
    there,
    joined.map(({ person }) => person),
  )
  if (moves.length > 0) {
    const id = newCommandId()
    await patiently(() => api.send(lab, { id, type: 'movePeople', moves }))
  }
  const { invites } = await patiently(() => api.invites(lab))
  const links = new Map(invites.map(({ person, link }) => [person, link.split('#')[1] ?? '']))
  return joined.map(({ person, character }) => ({ person: person.id, character, invite: links.get(person.id) ?? '' }))
}

/** Whoever sits nowhere in a set of groups is given the smallest of it; sets of which there are no groups are the organiser's to form. */
function seats(items: Items, people: readonly PersonItem[]): { person: string; from: null; to: string }[] {
  const sets = new Map<string, GroupItem[]>()
  for (const group of Object.values(items.groups)) {
    if (group.meeting !== null && items.meetings[String(group.meeting)]?.status === 'closed') continue
    const key = `${group.meeting}/${group.moment}`
    sets.set(key, [...(sets.get(key) ?? []), group])
  }
  return [...sets.values()].flatMap((groups) => {
    const sizes = new Map(groups.map(({ id, size }) => [id, size]))
    return people.flatMap((person) => {
      if (person.groups.some((id) => sizes.has(id))) return []
      const [smallest] = [...sizes].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
      if (!smallest) return []
      sizes.set(smallest[0], smallest[1] + 1)
      return [{ person: person.id, from: null, to: smallest[0] }]
    })
  })
}
