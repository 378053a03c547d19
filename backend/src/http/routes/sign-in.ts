import * as z from 'zod'
import { InviteSignIn, OrganiserSignIn, SignedIn, ZoomSignIn } from '@telaio/shared/api'
import type { Actor, Lab } from '@telaio/shared/lab'
import { actorIn, type Claims } from '../../sign-in/claims.ts'
import { readInvite, readOneTimeToken } from '../../sign-in/links.ts'
import { openZoomContext, type ZoomContext } from '../../sign-in/zoom-context.ts'
import { keyedHash } from '../../service/keys.ts'
import { meetingOfZoomNumber } from '../../service/labs.ts'
import type { Services } from '../services.ts'
import { createSignedIn } from '../signed-in.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'

/** Host, co-host or anybody else, by the three spellings that Zoom uses. */
const zoomRole = (role: string | undefined): 'host' | 'co-host' | 'participant' =>
  role === 'host' ? 'host' : ['co-host', 'cohost', 'coHost'].includes(role ?? '') ? 'co-host' : 'participant'

/** Each kind of credential, exchanged for a short-lived bearer token of ours. */
export function signInRoutes({ keys, labs, server, tokens, now, newCommandId, config }: Services): Operation[] {
  const answer = createSignedIn({ keys, tokens })
  const signedIn = async (claims: Claims, lab: Lab | null, status?: SignedIn['status']): Promise<{ json: SignedIn }> => ({
    json: await answer(claims, lab, status),
  })

  /** Claims that an invite gives; a refusal where it is withdrawn, forged, or of a lab that is gone. */
  async function byInvite(text: string): Promise<{ lab: Lab; claims: Claims; common: boolean }> {
    const invite = readInvite(keys.invites, text)
    if (!invite) throw refuse('link_invalid')
    const { lab } = await labs.head(invite.lab).catch(() => {
      throw refuse('link_invalid')
    })
    if (invite.person === null) {
      if (lab.joinLink !== invite.version) throw refuse('link_invalid')
      return { lab, claims: { lab: lab.id }, common: true }
    }
    const person = lab.people.get(invite.person)
    if (!person || person.erased || person.invite !== invite.version) throw refuse('link_invalid')
    return { lab, claims: { lab: lab.id, person: person.id, invite: invite.version }, common: false }
  }

  async function askToJoin(lab: Lab, via: 'link' | 'zoom', name: string, claims: Claims, meeting?: number): Promise<Claims> {
    const actor: Actor = { person: null, roles: [], editKeys: [], ...(claims.zoom ? { zoom: claims.zoom } : {}) }
    const outcome = await labs.perform(
      lab.id,
      {
        id: newCommandId(),
        type: 'requestJoin',
        via,
        name,
        ...(meeting === undefined ? {} : { meeting }),
        ...(claims.subject === undefined ? {} : { subject: claims.subject }),
      },
      actor,
    )
    if (!outcome.ok) throw new Refusal(outcome.rejection)
    return { ...claims, lab: lab.id, join: String(outcome.answer['join']) }
  }

  /** The lab whose meeting this Zoom meeting is bound to: one in work, else an archived one. */
  async function labOfZoom(zoom: string): Promise<Lab | null> {
    const { labs: cards } = await server.read()
    const having = Object.entries(cards).filter(([, card]) => card.bound.includes(zoom))
    const id = (having.find(([, card]) => !card.archived) ?? having[0])?.[0]
    return id === undefined ? null : (await labs.head(id)).lab
  }

  /** A host opens a Zoom meeting whose number stands in a lab: proposed there, for a facilitator to confirm. */
  async function propose(zoom: NonNullable<Claims['zoom']>, number: string | undefined): Promise<void> {
    if (number === undefined || zoom.role === 'participant') return
    const { labs: cards } = await server.read()
    for (const [id, card] of Object.entries(cards)) {
      if (card.archived || !card.zoom.includes(number) || (await labs.isBoundElsewhere(id, zoom.meeting))) continue
      const { lab } = await labs.head(id)
      const meeting = meetingOfZoomNumber(lab, number)
      if (meeting === undefined || lab.zoomMeetings.has(zoom.meeting)) continue
      await labs.perform(
        id,
        { id: newCommandId(), type: 'proposeZoomMeeting', zoom: zoom.meeting, meeting },
        { person: null, roles: [], editKeys: [], zoom },
      )
    }
  }

  /** An invite shown inside Zoom proves who the Zoom user is: from now on the signed context is enough. */
  async function bind(lab: Lab, claims: Claims): Promise<void> {
    const { subject, person } = claims
    if (subject === undefined || person === undefined || lab.subjects.get(subject) === person) return
    await labs.bindPerson(lab.id, person, subject)
  }

  async function byZoom(shown: z.infer<typeof ZoomSignIn>): Promise<{ json: SignedIn }> {
    const { ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret } = config
    if (clientId === undefined || clientSecret === undefined) throw refuse('zoom_not_configured')
    const opened: ZoomContext | null = openZoomContext(shown.context, { clientId, clientSecret, now: now() })
    const main = opened?.pid ?? opened?.mid
    if (!opened || main === undefined) throw refuse('zoom_context_invalid')
    const { json } = await byContext(opened, main, shown)
    const { pid, mid, bmid } = opened
    return { json: pid && mid && bmid && pid !== mid ? { ...json, room: { inside: mid, listed: bmid } } : json }
  }

  async function byContext(
    opened: ZoomContext,
    main: string,
    { meetingNumber, name, invite }: z.infer<typeof ZoomSignIn>,
  ): Promise<{ json: SignedIn }> {
    const zoom = { meeting: main, role: zoomRole(opened.attendrole) }
    const subject = opened.uid === undefined ? {} : { subject: keyedHash(keys.subjects, opened.uid) }
    let claims: Claims = { zoom, ...subject }
    if (invite !== undefined) {
      const shown = await byInvite(invite)
      if (shown.common) {
        if (name === undefined) return signedIn({ ...claims, ...shown.claims }, shown.lab, 'stranger')
        return signedIn(await askToJoin(shown.lab, 'link', name, claims), shown.lab)
      }
      claims = { ...claims, ...shown.claims }
      await bind(shown.lab, claims)
      await propose(zoom, meetingNumber)
      return signedIn(claims, (await labs.head(shown.lab.id)).lab)
    }
    const lab = await labOfZoom(main)
    if (!lab) {
      await propose(zoom, meetingNumber)
      return signedIn(claims, null, 'unbound')
    }
    if (actorIn(lab, claims, [])?.person) return signedIn(claims, lab)
    const waiting =
      subject.subject === undefined
        ? undefined
        : [...lab.joins.values()].find((join) => join.subject === subject.subject && join.status === 'waiting')
    if (waiting) return signedIn({ ...claims, lab: lab.id, join: waiting.id }, lab)
    if (name === undefined) return signedIn({ ...claims, lab: lab.id }, lab)
    return signedIn(await askToJoin(lab, 'zoom', name, claims, lab.zoomMeetings.get(main)?.meeting), lab)
  }

  return [
    operation({
      id: 'signInOrganiser',
      method: 'post',
      path: '/sign-in/organiser',
      summary: 'A one-time link for a token',
      allowed: 'anyone',
      slow: true,
      body: OrganiserSignIn,
      answer: SignedIn,
      handle: async ({ body }) => {
        const link = readOneTimeToken(keys.links, body.token, now())
        if (!link) throw refuse('link_invalid', undefined, 'token')
        let spent = false
        await server.update((record) => {
          spent = link.nonce in record.spent || !(link.account in record.accounts)
          if (spent) return record
          const fresh = Object.entries(record.spent).filter(([, until]) => Date.parse(until) > now())
          return { ...record, spent: { ...Object.fromEntries(fresh), [link.nonce]: new Date(link.expires).toISOString() } }
        })
        if (spent) throw refuse('link_invalid', undefined, 'token')
        return signedIn({ account: link.account }, null, 'in')
      },
    }),
    operation({
      id: 'signInInvite',
      method: 'post',
      path: '/sign-in/invite',
      summary: 'A personal invite, or the common link and a name, for a token',
      allowed: 'anyone',
      slow: true,
      body: InviteSignIn,
      answer: SignedIn,
      handle: async ({ body }) => {
        const { lab, claims, common } = await byInvite(body.invite)
        if (!common) return signedIn(claims, lab)
        return body.name === undefined ? signedIn(claims, lab, 'stranger') : signedIn(await askToJoin(lab, 'link', body.name, claims), lab)
      },
    }),
    operation({
      id: 'signInZoom',
      method: 'post',
      path: '/sign-in/zoom',
      summary: 'A signed Zoom app context for a token',
      allowed: 'anyone',
      slow: true,
      body: ZoomSignIn,
      answer: SignedIn,
      handle: ({ body }) => byZoom(body),
    }),
    operation({
      id: 'renew',
      method: 'post',
      path: '/sign-in/renew',
      summary: 'A token still good for a fresh one',
      allowed: 'signed-in',
      slow: true,
      body: z.strictObject({}),
      answer: SignedIn,
      handle: async ({ claims }) => {
        if (claims.account !== undefined) {
          if (!(await server.read()).accounts[claims.account]) throw refuse('token_invalid')
          return signedIn({ account: claims.account }, null, 'in')
        }
        const lab =
          claims.lab === undefined ? (claims.zoom ? await labOfZoom(claims.zoom.meeting) : null) : (await labs.head(claims.lab)).lab
        const actor = lab && actorIn(lab, claims, [])
        // an invite that was withdrawn, a person who was erased: the token goes with it
        if (claims.person !== undefined && !actor?.person) throw refuse('token_invalid')
        return signedIn(claims, lab, lab || claims.miro ? undefined : 'unbound')
      },
    }),
  ]
}
