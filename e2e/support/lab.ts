import { type Api, createApi, newCommandId } from '@telaio/shared/client'
import type { Answered, CommandInput } from '@telaio/shared/lab'
import type { Product } from './product.ts'

type Wish<C = CommandInput> = C extends CommandInput ? Omit<C, 'id'> : never

export interface ReadyLab {
  readonly id: string
  readonly title: string
  readonly api: Api
  readonly say: (command: Wish) => Promise<Answered>
  /** Writes a note as one of its people. */
  readonly write: (name: string, zone: string, text: string) => Promise<void>
  /** Invite links by name. */
  readonly invites: Readonly<Record<string, string>>
}

/** The number of the sandbox's Zoom meeting that belongs to meeting 1. */
export const ZOOM_NUMBER = '84512345678'

/** A lab with Anna, Bruno and Carla in two groups and meeting 1 open on the sandbox's Zoom, in its block "Carta d'imbarco"; made over the API. */
export async function readyLab(product: Product, title: string): Promise<ReadyLab> {
  const api = await product.api()
  const { id } = await api.makeLab({ id: newCommandId(), title })
  const say = (command: Wish) => api.send(id, { id: newCommandId(), ...command })
  await say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  const names = ['Anna', 'Bruno', 'Carla']
  const { people } = (await say({ type: 'addPeople', people: names.map((name) => ({ name, sector: 'social' })) })) as unknown as {
    people: string[]
  }
  await say({ type: 'issueInvites', people })
  const [anna = '', bruno = '', carla = ''] = people
  const groups = [
    { key: 'x2-1', name: 'Torrente', people: [anna, bruno] },
    { key: 'x2-2', name: 'Bosco', people: [carla] },
  ]
  await say({ type: 'formMixedGroups', meeting: 1, moment: 2, groups })
  await say({ type: 'scheduleMeeting', meeting: 1, date: '2026-11-25', time: '17:00', zoomLink: `${product.sandbox}/zoom/${ZOOM_NUMBER}` })
  await say({ type: 'openMeeting', meeting: 1 })
  await say({ type: 'startBlock', meeting: 1, block: 'boarding-pass' })
  const { invites } = await api.invites(id)
  const links = Object.fromEntries(invites.map(({ name, link }) => [name, link]))
  const write = async (name: string, zone: string, text: string) => {
    const { token } = await createApi({ base: product.url, token: () => null }).signInInvite(links[name]?.split('#')[1] ?? '')
    const own = createApi({ base: product.url, token: () => token })
    await own.send(id, {
      id: newCommandId(),
      type: 'contribute',
      meeting: 1,
      block: 'boarding-pass',
      zone,
      answer: { type: 'cards', text },
    })
  }
  return { id, title, api, say, write, invites: links }
}
