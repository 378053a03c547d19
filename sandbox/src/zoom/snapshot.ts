import type { LiveMeeting } from './live-meeting.ts'
import { countDownOf, present, quirksOf, topicOf } from './state.ts'
import type { MeetingState } from './wire.ts'

/** The meeting as pages and tests see it. */
export function snapshot(live: LiveMeeting, urlOf: (key: string) => string): MeetingState {
  const { meeting } = live
  return {
    number: meeting.number,
    topic: topicOf(meeting.number),
    running: meeting.running,
    uuid: meeting.uuid,
    occurrence: meeting.occurrence,
    rooms: meeting.rooms.map(({ id, uuid, name }) => ({ id, uuid, name })),
    roomsState: meeting.roomsState,
    closingUntil: meeting.closingUntil,
    settings: { ...meeting.settings, countDown: countDownOf(meeting) },
    quirks: quirksOf(meeting),
    attendees: present(meeting).map((one) => ({
      key: one.key,
      name: one.name,
      role: one.role,
      guest: one.guest,
      url: urlOf(one.key),
      participantUUID: one.participantUUID,
      participantId: one.participantId,
      room: one.room?.id ?? null,
      assigned: one.assigned?.id ?? null,
      offer: one.offer === null || one.offer === 'main' ? one.offer : one.offer.id,
      runningContext: one.runningContext,
      connected: live
        .sessions(one.key)
        .all()
        .some((session) => session.listener !== null),
      quirks: one.quirks,
    })),
  }
}
