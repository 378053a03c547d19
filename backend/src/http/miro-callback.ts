import type { RequestHandler } from 'express'
import { readState, spendState } from '../miro/oauth-state.ts'
import { type Outcome, sendCallbackPage } from './miro-callback-page.ts'
import type { Services } from './services.ts'

/** Where Miro sends the browser back to; it stands in the app's settings there. */
export const CALLBACK_PATH = '/oauth/miro/callback'

const text = (value: unknown): string => (typeof value === 'string' && value.length <= 4096 ? value : '')

/** The end of a person's way through Miro's consent: tokens kept, the account bound to the person, a page that says how it went. */
export function miroCallback({ miro, labs, server, keys, now }: Services): RequestHandler {
  async function finish(query: Readonly<Record<string, unknown>>): Promise<Outcome> {
    if (!miro) return { kind: 'not_configured' }
    const { oauth, accounts, subjectOf } = miro
    const state = await readState(keys.states, text(query['state']), now())
    if (state === 'invalid' || state === 'expired') return { kind: state }
    if (!(await spendState(server, state, now()))) return { kind: 'used' }
    if (query['error'] !== undefined) return { kind: query['error'] === 'access_denied' ? 'denied' : 'failed' }
    const code = text(query['code'])
    if (code === '') return { kind: 'invalid' }

    const head = await labs.head(state.lab).catch(() => null)
    const person = head?.lab.people.get(state.person)
    const mayConduct = person && !person.erased && person.roles.some((role) => role === 'facilitator' || role === 'organiser')
    if (!head || !mayConduct) return { kind: 'not_allowed' }

    const asked = await oauth.exchange(code)
    if (asked.kind !== 'given') return { kind: 'failed' }
    const { tokens } = asked
    if (tokens.user === null || tokens.team === null) {
      await oauth.revoke(tokens.access)
      return { kind: 'failed' }
    }
    const owner = { user: tokens.user, team: tokens.team }
    const subject = subjectOf(owner)
    // a consent given by somebody else, or for another team, would let the caller work in their name
    const of = head.lab.subjects.get(subject)
    const isSomebodyElse = of !== undefined && of !== state.person && head.lab.people.get(of)?.erased === false
    const unfit =
      state.subject !== undefined && state.subject !== subject
        ? 'other_account'
        : isSomebodyElse && state.subject !== subject
          ? 'other_person'
          : null
    if (unfit) {
      await oauth.revoke(tokens.access)
      return { kind: unfit }
    }
    await labs.bindPerson(state.lab, state.person, subject)
    await accounts.keep(subject, tokens, owner)
    return { kind: 'done', title: head.lab.title }
  }

  return async (request, response) => {
    response.locals['operation'] = 'miroCallback'
    sendCallbackPage(response, await finish(request.query))
  }
}
