import { type Api, createApi, newCommandId } from '@telaio/shared/client'
import { ZOOM_NUMBER } from './lab.ts'
import type { Product } from './product.ts'

/** A client of the sandbox's Zoom without a page: what the panel in it would say to Zoom, said over HTTP. */
async function enterZoom(product: Product, name: string, role: 'host' | 'attendee') {
  const base = `${product.sandbox}/zoom/api/meetings/${ZOOM_NUMBER}/attendees`
  const post = async <T>(url: string, body: object): Promise<T> => {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { key, participantUUID } = await post<{ key: string; participantUUID: string }>(base, { name, role })
  const session = newCommandId()
  const call = (apiName: string, data: object) =>
    post<{ result: { context: string } }>(`${base}/${key}/calls`, { session, call: { jsCallId: apiName, apiName, data } })
  // an app says first what it is going to use
  await call('config', { js_api_lists: ['getAppContext'], version: '0.16' })
  const door = createApi({ base: product.url, token: () => null })
  const signIn = async (invite?: string) => {
    const { context } = (await call('getAppContext', {})).result
    return door.signInZoom({ context, meetingNumber: ZOOM_NUMBER, ...(invite === undefined ? {} : { invite }) })
  }
  return { participantUUID, signIn }
}

/**
 * Participants without a page: what the panel in each of their Zoom clients says to the sandbox and to the server, said over HTTP. Thirty-six pages with a
 * feed each are more than a small machine draws; the host's panel, which makes the rooms, is a real page all the same.
 */
export async function joinZoom(
  product: Product,
  person: { readonly name: string; readonly invite: string },
  meeting: number,
): Promise<void> {
  const { participantUUID, signIn } = await enterZoom(product, person.name, 'attendee')
  const { token, lab } = await signIn(person.invite.split('#')[1] ?? '')
  const own: Api = createApi({ base: product.url, token: () => token })
  await own.send(lab ?? '', { id: newCommandId(), type: 'reportZoomSeen', meeting, participant: participantUUID })
}

/** A host without a page, whose word on rooms a test can choose: every stage that Zoom may bring about can be seen in the panels of others. */
export async function hostZoom(product: Product): Promise<{ readonly signIn: () => Promise<Api> }> {
  const { signIn } = await enterZoom(product, 'Marta', 'host')
  // proposes the Zoom meeting, until somebody has confirmed it
  await signIn()
  return {
    signIn: async () => {
      const { token } = await signIn()
      return createApi({ base: product.url, token: () => token })
    },
  }
}

/** Where everybody is in the sandbox's Zoom: name of the room by name of the attendee; null in the main session. */
export async function roomsInZoom(product: Product): Promise<Map<string, string | null>> {
  const answer = await fetch(`${product.sandbox}/zoom/api/meetings/${ZOOM_NUMBER}`)
  const { rooms, attendees } = (await answer.json()) as {
    rooms: { id: string; name: string }[]
    attendees: { name: string; room: string | null }[]
  }
  return new Map(attendees.map(({ name, room }) => [name, rooms.find(({ id }) => id === room)?.name ?? null]))
}
