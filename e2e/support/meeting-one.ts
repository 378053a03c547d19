import { type Api, newCommandId } from '@telaio/shared/client'
import { ZOOM_NUMBER } from './lab.ts'
import type { Product } from './product.ts'

export const ROOMS = ['Torrente', 'Bosco', 'Prato', 'Argine'] as const
export const NAMES = ['Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gaia', 'Hamid', 'Irene', 'Livia', 'Mirko', 'Nadia'] as const
export type Name = (typeof NAMES)[number]
const SECTORS = ['environment', 'culture', 'education', 'social'] as const

const seat = (name: Name): number => NAMES.indexOf(name) % ROOMS.length
export const roomOf = (name: Name): string => ROOMS[seat(name)] ?? ''
export const groupOf = (name: Name): string => `x2-${seat(name) + 1}`
export const together = (name: Name): Name[] => NAMES.filter((other) => seat(other) === seat(name))

export interface MeetingOne {
  readonly id: string
  readonly title: string
  /** Links by name. */
  readonly invites: Readonly<Record<string, string>>
}

/** What stands before meeting 1: twelve people in four groups, the same three for every moment, and Flavia, who facilitates. Nothing has begun. */
export async function meetingOne(product: Product, api: Api): Promise<MeetingOne> {
  const title = 'Lungo il fiume'
  const { id } = await api.makeLab({ id: newCommandId(), title })
  const say = (command: object) => api.send(id, { id: newCommandId(), ...command } as Parameters<Api['send']>[1])
  await say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  const { people } = (await say({
    type: 'addPeople',
    people: [...NAMES.map((name, n) => ({ name, sector: SECTORS[(n + (n >> 2)) % 4] })), { name: 'Flavia', roles: ['facilitator'] }],
  })) as unknown as { people: string[] }
  await say({ type: 'issueInvites', people })
  const groups = (key: string) =>
    ROOMS.map((name, n) => ({ key: `${key}${n + 1}`, name, people: people.slice(0, NAMES.length).filter((_, of) => of % 4 === n) }))
  await say({ type: 'formMixedGroups', meeting: 1, moment: 1, groups: groups('x1-') })
  await say({ type: 'formMixedGroups', meeting: 1, moment: 2, groups: groups('x2-') })
  await say({ type: 'formProjectGroups', groups: groups('g') })
  await say({ type: 'scheduleMeeting', meeting: 1, date: '2026-11-25', time: '17:00', zoomLink: `${product.sandbox}/zoom/${ZOOM_NUMBER}` })
  const { invites } = await api.invites(id)
  return { id, title, invites: Object.fromEntries(invites.map(({ name, link }) => [name, link])) }
}
