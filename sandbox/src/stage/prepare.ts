import { createHash } from 'node:crypto'
import type { Api } from '@telaio/shared/client'
import type { Prepared } from './keep.ts'
import { BOARD, FACILITATOR, groupsOf, MEETING, NOTICE, PARTICIPANTS, TITLE, ZOOM_NUMBER } from './plan.ts'
import type { Platforms } from './platforms.ts'
import type { Product, Saying } from './product.ts'
import type { Language } from './wire.ts'

export interface PrepareOptions {
  /** The organiser's, signed in by a one-time link. */
  readonly organiser: Api
  readonly platforms: Platforms
  readonly product: Product
  /** Of all that is made: the same seed makes the same lab, however often it is tried. */
  readonly seed: string
  readonly zoomLink: string
  /** Of the lab, and with it of the facilitator's panel. */
  readonly language: Language
  readonly now: () => Date
}

/**
 * Makes the lab of the stage as an organiser and a facilitator would, up to where the newcomer takes over: people, groups, a date, the facilitator's
 * account at Miro, a board of hers. Nothing is placed, opened or written.
 */
export async function prepareLab({ organiser: api, platforms, product, seed, zoomLink, language, now }: PrepareOptions): Promise<Prepared> {
  // a command's id holds its body: tried again with another body (another day, another port), it is another command
  const idOf = (body: unknown): string =>
    createHash('sha256')
      .update(`${seed} ${JSON.stringify(body)}`)
      .digest('hex')
      .slice(0, 32)
  const { id: lab } = await api.makeLab({ id: idOf('lab'), title: TITLE[language], language, timeZone: 'Europe/Rome' })
  const say = (saying: Saying) => api.send(lab, { id: idOf(saying), ...saying })

  await say({ type: 'setNotice', notice: NOTICE })
  const { items } = await api.view(lab)
  const facilitator = items.me['me']?.person ?? ''
  await say({ type: 'changePerson', person: facilitator, row: { name: FACILITATOR.name } })
  const added = await say({ type: 'addPeople', people: PARTICIPANTS.map(({ key: _key, ...person }) => ({ ...person })) })
  const people = added['people'] as readonly string[]
  await say({ type: 'issueInvites', people: [facilitator, ...people] })
  const { pairs, mixed, project } = groupsOf(people)
  await say({ type: 'formMixedGroups', meeting: MEETING, moment: 1, groups: pairs })
  await say({ type: 'formMixedGroups', meeting: MEETING, moment: 2, groups: mixed })
  await say({ type: 'formProjectGroups', groups: project })
  await say({ type: 'scheduleMeeting', meeting: MEETING, ...inRome(now()), zoomLink })

  // her panel signs in by a code from the console; then Miro asks her, and she agrees
  const { code } = await api.panelCode(lab)
  await product.asNobody.signInMiro({ idToken: platforms.idToken(), code })
  const { url } = await api.connectMiro(lab)
  await product.visit(platforms.consent(url))
  const board = platforms.newBoard(BOARD)
  await api.connectBoard(lab, { id: idOf(['board', board]), board, meeting: null })

  const { invites } = await api.invites(lab)
  const keys = new Map([[facilitator, FACILITATOR.key], ...people.map((person, i) => [person, PARTICIPANTS[i]?.key ?? ''] as const)])
  const byKey = invites.map(({ person, link }) => [keys.get(person) ?? person, link.split('#')[1] ?? ''] as const)
  return { lab, board, invites: Object.fromEntries(byKey) }
}

/**
 * Everybody comes into the Zoom meeting and shows their invite there; the facilitator says that this meeting is the lab's. What has been done is left as
 * it is, so this may be asked at every opening of the stage.
 */
export async function bringEverybody(prepared: Prepared, platforms: Platforms, product: Product): Promise<void> {
  const inviteOf = (key: string): string => prepared.invites[key] ?? ''
  const context = platforms.join(FACILITATOR.key, FACILITATOR.name, 'host')
  await product.asNobody.signInZoom({ context, invite: inviteOf(FACILITATOR.key), meetingNumber: ZOOM_NUMBER })
  const zoom = platforms.occurrence()
  const api = await product.asInvited(inviteOf(FACILITATOR.key))
  const { items } = await api.view(prepared.lab)
  const isOurs = Object.values(items.zoomMeetings).some((one) => one.zoom === zoom && one.status === 'bound')
  const id = createHash('sha256').update(`zoom ${zoom}`).digest('hex').slice(0, 32)
  if (!isOurs) await api.send(prepared.lab, { id, type: 'bindZoomMeeting', zoom, meeting: MEETING })
  for (const { key, name } of PARTICIPANTS)
    await product.asNobody.signInZoom({ context: platforms.join(key, name, 'attendee'), invite: inviteOf(key) })
}

/** Day and time in the lab's own zone. */
function inRome(now: Date): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = now.toLocaleString('sv-SE', { timeZone: 'Europe/Rome' }).split(' ')
  return { date, time: time.slice(0, 5) }
}
