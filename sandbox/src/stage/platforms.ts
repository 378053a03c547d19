import { signIdToken } from '../miro/auth/id-token.ts'
import { AuthorizeQuery, decide } from '../miro/auth/oauth-routes.ts'
import type { Miro } from '../miro/miro-app.ts'
import { isItem } from '../miro/model/entities.ts'
import type { User } from '../miro/world.ts'
import type { Meetings } from '../zoom/meetings.ts'
import { join } from '../zoom/people.ts'
import { FACILITATOR, ZOOM_NUMBER } from './plan.ts'

/** What people do at Zoom and at Miro before and during the play, by the sandbox's own hand. */
export interface Platforms {
  /** Lets somebody into the meeting, who stays where they are if they are in it; what Zoom signs about them. */
  readonly join: (key: string, name: string, role: 'host' | 'attendee') => string
  /** The occurrence of the meeting that goes on. */
  readonly occurrence: () => string
  readonly newBoard: (name: string) => string
  readonly hasBoard: (board: string) => boolean
  /** What Miro signs about the facilitator. */
  readonly idToken: () => string
  /** The facilitator agrees: where the browser would go then. */
  readonly consent: (url: string) => string
  /** Writes a sticky note by hand, low in the middle of an item, where people put one. */
  readonly stick: (board: string, onItem: string, text: string) => void
}

export function createPlatforms(meetings: Meetings, miro: Miro): Platforms {
  const { world, oauth, hands } = miro
  const live = meetings.at(ZOOM_NUMBER)
  const facilitator = (): User => world.meet(FACILITATOR.name)
  const team = (): string => facilitator().teamIds[0] ?? ''
  return {
    join(key, name, role) {
      const joined = live.run((act) => join(act, { key, name, role, guest: false }))
      // somebody else was made host meanwhile: she comes in all the same
      const there = joined.ok ? joined : live.run((act) => join(act, { key, name, role: 'coHost', guest: false }))
      if (!there.ok) throw new Error(`${name} cannot come into the meeting: ${there.code}`)
      return live.call(there.attendee, null).sealContext(there.attendee.room)
    },
    occurrence: () => live.meeting.uuid,
    newBoard: (name) => world.makeBoard({ name, teamId: team(), ownerId: facilitator().id }).board.id,
    hasBoard: (board) => world.boards.has(board),
    idToken() {
      const iat = Math.floor(world.options.clock.now() / 1000)
      const exp = iat + world.effectiveQuirks().idTokenSeconds
      return signIdToken(
        { sub: world.options.clientId, iss: 'miro', team: team(), user: facilitator().id, iat, exp },
        world.options.clientSecret,
      )
    },
    consent(url) {
      const asked = AuthorizeQuery.parse(Object.fromEntries(new URL(url).searchParams))
      const to = decide(oauth, { ...asked, user: facilitator().key, team: team(), approve: true })
      if (!to) throw new Error('the facilitator is in no team of Miro')
      return to.href
    },
    stick(board, onItem, text) {
      const one = world.board(board)
      const under = one.board.entities.get(onItem)
      if (!under || !isItem(under)) throw new Error(`no item ${onItem} on the board`)
      hands(one, facilitator(), { do: 'create', kind: 'sticky_note', x: under.x, y: under.y + under.height / 4, text })
    },
  }
}
