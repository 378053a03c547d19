import {
  ConnectBoard,
  ConnectedBoard,
  MiroConnection,
  MiroConsent,
  MiroDisconnected,
  MiroSignedIn,
  MiroSignIn,
  PanelCode,
} from '@telaio/shared/api'
import { type Actor, kitMeeting, type Lab, LabId } from '@telaio/shared/lab'
import { BoardError, type BoardInfo, StoreError } from '@telaio/shared/ports'
import * as z from 'zod'
import { readIdToken } from '../../miro/id-token.ts'
import type { Miro } from '../../miro/miro.ts'
import { signState } from '../../miro/oauth-state.ts'
import { issuePanelCode, redeemPanelCode } from '../../miro/panel-codes.ts'
import type { Claims } from '../../sign-in/claims.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'
import { createSignedIn } from '../signed-in.ts'

const CONDUCT = ['facilitator', 'organiser'] as const
const InLab = z.strictObject({ lab: LabId })
const Empty = z.strictObject({})

const conducts = (lab: Lab, id: string | undefined): boolean => {
  const person = id === undefined ? undefined : lab.people.get(id)
  return person !== undefined && !person.erased && CONDUCT.some((role) => person.roles.includes(role))
}

/** Accounts of other platforms that are this person; the one that the panel runs under first. */
function subjectsOf(lab: Lab, person: string, { miro, subject }: Claims): string[] {
  const mine = [...lab.subjects.entries()].flatMap(([one, of]) => (of === person ? [one] : []))
  return miro && subject !== undefined && mine.includes(subject) ? [subject, ...mine.filter((one) => one !== subject)] : mine
}

/** Miro's panel: who is there, the codes that say so, the consent to work on boards, and boards themselves. */
export function miroRoutes({ keys, labs, server, tokens, miro, publicUrl, config, now }: Services): Operation[] {
  const signedIn = createSignedIn({ keys, tokens })
  const set = (): Miro => {
    if (!miro) throw refuse('miro_not_configured')
    return miro
  }
  const personOf = (actor: Actor | null): string => {
    if (!actor?.person) throw new Refusal({ code: 'unknown_lab' })
    return actor.person
  }

  /** Labs that this account conducts or organises, the newest first. */
  async function labsOf(subject: string): Promise<Lab[]> {
    const { labs: cards } = await server.read()
    const ids = Object.entries(cards).flatMap(([id, card]) => (card.subjects?.includes(subject) ? [id] : []))
    const read = await Promise.all(
      ids.map(async (id) => {
        try {
          return [(await labs.head(id)).lab]
        } catch (error) {
          // a damaged lab is closed; the others go on
          if (error instanceof StoreError) return []
          throw error
        }
      }),
    )
    const mine = read.flat().filter((lab) => conducts(lab, lab.subjects.get(subject)))
    return mine.sort((a, b) => Number(a.archived) - Number(b.archived) || (a.createdAt < b.createdAt ? 1 : -1))
  }

  /** The holder of a code is, from now on, this account. */
  async function bind(code: string, lab: string | undefined, subject: string): Promise<string> {
    const holder = await redeemPanelCode(server, keys.codes, code, lab, now())
    if (!holder) throw refuse('panel_code_invalid', undefined, 'code')
    const { lab: of } = await labs.head(holder.lab)
    // somebody who has lost the role meanwhile
    if (!conducts(of, holder.person)) throw refuse('panel_code_invalid', undefined, 'code')
    await labs.bindPerson(holder.lab, holder.person, subject)
    return holder.lab
  }

  async function signIn({ idToken, code, lab: asked }: MiroSignIn): Promise<MiroSignedIn> {
    const { app, subjectOf } = set()
    const user = await readIdToken(idToken, app, now())
    if (!user) throw refuse('miro_token_invalid', undefined, 'idToken')
    const subject = subjectOf(user)
    const wanted = code === undefined ? asked : await bind(code, asked, subject)
    const mine = await labsOf(subject)
    const lab = mine.find(({ id }) => id === wanted) ?? mine[0] ?? null
    const claims: Claims = { subject, miro: { team: user.team }, ...(lab ? { lab: lab.id } : {}) }
    return { ...(await signedIn(claims, lab)), labs: mine.map(({ id, title }) => ({ id, title })) }
  }

  /** The board as the first of these accounts sees it that may open it; a refusal that says what is in the way of the others. */
  async function openBoard(subjects: readonly string[], board: string): Promise<{ info: BoardInfo; writer: string }> {
    const { boards } = set()
    let problem = refuse('miro_not_connected')
    for (const writer of subjects) {
      const opened = boards.open(writer, board)
      if (!opened) continue
      try {
        const info = await opened.info()
        if (info.mayWrite !== false) return { info, writer }
        problem = refuse('board_read_only', undefined, 'board')
      } catch (error) {
        if (!(error instanceof BoardError)) throw error
        const isAway = error.code === 'busy' || error.code === 'unknown'
        // the account's tokens may have gone in the attempt
        const isLost = !isAway && (await set().accounts.state(writer)) !== 'connected'
        if (!isLost) problem = isAway ? refuse('miro_unreachable') : refuse('board_closed', undefined, 'board')
      }
    }
    throw problem
  }

  return [
    operation({
      id: 'signInMiro',
      method: 'post',
      path: '/sign-in/miro',
      summary: 'The id-token of Miro’s panel for a token, with a code from the console the first time',
      allowed: 'anyone',
      slow: true,
      body: MiroSignIn,
      answer: MiroSignedIn,
      handle: async ({ body }) => ({ json: await signIn(body) }),
    }),
    operation({
      id: 'makePanelCode',
      method: 'post',
      path: '/labs/:lab/panel-code',
      summary: 'A code that the caller types in Miro’s panel, once, within ten minutes',
      allowed: CONDUCT,
      params: InLab,
      body: Empty,
      answer: PanelCode,
      handle: async ({ params, actor }) => {
        set()
        return { json: await issuePanelCode(server, keys.codes, { lab: params.lab, person: personOf(actor) }, now()) }
      },
    }),
    operation({
      id: 'getMiro',
      method: 'get',
      path: '/labs/:lab/miro',
      summary: 'Whether the caller’s account at Miro is connected',
      allowed: CONDUCT,
      params: InLab,
      answer: MiroConnection,
      handle: async ({ params, actor, claims }) => {
        const { lab } = await labs.head(params.lab)
        const states = miro
          ? await Promise.all(subjectsOf(lab, personOf(actor), claims).map((subject) => miro.accounts.state(subject)))
          : []
        const connected = states.includes('connected')
        const connection: MiroConnection = {
          configured: miro !== null,
          connected,
          lost: !connected && states.includes('lost'),
          appUrl: `${publicUrl()}/miro/`,
          webUrl: config.MIRO_WEB_URL,
        }
        return { json: connection }
      },
    }),
    operation({
      id: 'connectMiro',
      method: 'post',
      path: '/labs/:lab/miro/connect',
      summary: 'Where the caller lets us work on Miro’s boards for them, in a tab of its own',
      allowed: CONDUCT,
      params: InLab,
      body: Empty,
      answer: MiroConsent,
      handle: async ({ params, actor, claims }) => {
        const { oauth } = set()
        const fromPanel = claims.miro && claims.subject !== undefined ? { subject: claims.subject } : {}
        const state = await signState(keys.states, { lab: params.lab, person: personOf(actor), ...fromPanel }, now())
        return { json: { url: oauth.consentUrl(state, claims.miro?.team) } }
      },
    }),
    operation({
      id: 'disconnectMiro',
      method: 'post',
      path: '/labs/:lab/miro/disconnect',
      summary: 'Forget the caller’s account at Miro, and end its tokens there',
      allowed: CONDUCT,
      params: InLab,
      body: Empty,
      answer: MiroDisconnected,
      handle: async ({ params, actor, claims }) => {
        const { accounts } = set()
        const { lab } = await labs.head(params.lab)
        return { json: { connected: false, revoked: await accounts.forget(subjectsOf(lab, personOf(actor), claims)) } }
      },
    }),
    operation({
      id: 'connectBoard',
      method: 'post',
      path: '/labs/:lab/boards',
      summary: 'Connect a board of Miro’s that the caller’s account opens',
      allowed: CONDUCT,
      params: InLab,
      body: ConnectBoard,
      answer: ConnectedBoard,
      handle: async ({ params, body: { board, meeting }, actor, claims }) => {
        const { lab } = await labs.head(params.lab)
        if (lab.archived) throw new Refusal({ code: 'lab_archived' })
        if (meeting !== null && !kitMeeting(lab, meeting))
          throw new Refusal({ code: 'unknown_meeting', field: 'meeting', facts: { meeting } })
        const { info, writer } = await openBoard(subjectsOf(lab, personOf(actor), claims), board)
        const former = lab.boards.get(info.id)?.writer
        const writes = former != null && (await set().accounts.state(former)) === 'connected'
        const after = await labs.record(params.lab, ({ boards }) => {
          const known = boards.get(info.id)
          // connected already, and whoever writes there still can: opening the panel again is no event
          const stands =
            writes && known?.writer === former && known.meeting === meeting && known.trouble !== 'no-access' && known.trouble !== 'gone'
          return stands ? [] : [{ type: 'boardConnected', body: { board: info.id, meeting, link: info.link, writer, name: info.name } }]
        })
        return { json: { board: info.id, link: after.boards.get(info.id)?.link ?? info.link } }
      },
    }),
  ]
}
