import type { Call } from './call.ts'
import { answer, type Outcome } from './refusals.ts'
import { inSamePlace, topicOf } from './state.ts'
import { usableBy } from './granting.ts'

/** What anyone may ask about themself and the meeting. Bare strings where the SDK wraps them (§2.3). */

export const getRunningContext = ({ me }: Call): Outcome => answer(me.runningContext)

export const getSupportedJsApis = (call: Call): Outcome => answer({ supportedApis: usableBy(call) })

export const getMeetingContext = ({ act }: Call): Outcome =>
  answer({ meetingTopic: topicOf(act.meeting.number), meetingID: act.meeting.number })

export const getMeetingUUID = ({ act, me }: Call): Outcome =>
  answer(me.room ? { meetingUUID: me.room.uuid, parentUUID: act.meeting.uuid } : { meetingUUID: act.meeting.uuid })

export const getUserContext = ({ me }: Call): Outcome =>
  answer({
    status: me.guest ? 'unauthenticated' : 'authorized',
    screenName: me.name,
    // A string here, a number in the room list and in events: so the SDK's types have it.
    participantId: String(me.participantId),
    participantUUID: me.participantUUID,
    role: me.role,
  })

/** The people of the caller's own room, never those of the others (§5.7). */
export const getMeetingParticipants = ({ act, me }: Call): Outcome =>
  answer({
    participants: inSamePlace(act.meeting, me.room).map((one) => ({
      screenName: one.name,
      participantId: String(one.participantId),
      participantUUID: one.participantUUID,
      role: one.role,
    })),
  })

export const getAppContext = ({ me, quirks, session, sealContext }: Call): Outcome =>
  answer({ context: sealContext(quirks.contextFollowsRoom || !session ? me.room : session.openedIn) })
