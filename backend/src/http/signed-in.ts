import type { SignedIn } from '@telaio/shared/api'
import type { Lab } from '@telaio/shared/lab'
import type { Keys } from '../service/keys.ts'
import { actorIn, type Claims, type Tokens } from '../sign-in/claims.ts'
import { inviteToken } from '../sign-in/links.ts'
import { refuse } from './problem.ts'

/** What every sign-in answers: a token of ours for these claims, and who they are in the lab, where there is one. */
export const createSignedIn =
  ({ keys, tokens }: { readonly keys: Keys; readonly tokens: Tokens }) =>
  async (claims: Claims, lab: Lab | null, status?: SignedIn['status']): Promise<SignedIn> => {
    const actor = lab && actorIn(lab, claims, [])
    if (lab && !actor?.person && claims.join !== undefined && lab.joins.get(claims.join)?.status === 'refused') throw refuse('join_refused')
    const person = actor?.person ? lab?.people.get(actor.person) : undefined
    const { token, expiresAt } = await tokens.sign(claims)
    const bound = lab && claims.zoom ? lab.zoomMeetings.get(claims.zoom.meeting) : undefined
    return {
      token,
      expiresAt,
      roles: [...(actor?.roles ?? [])],
      status: status ?? (actor?.person ? 'in' : claims.join === undefined ? 'stranger' : 'waiting'),
      lab: lab?.id ?? null,
      person: actor?.person ?? null,
      join: claims.join ?? null,
      meeting: bound?.status === 'bound' ? bound.meeting : null,
      zoomRole: claims.zoom?.role ?? null,
      title: lab?.title ?? null,
      notice: lab?.notice ?? null,
      invite:
        lab && person && claims.join !== undefined && person.invite !== null
          ? inviteToken(keys.invites, lab.id, person.id, person.invite)
          : null,
    }
  }
