import type { AttendeeState, ByHand, MeetingState } from '../../src/zoom/wire.ts'
import type { ZoomWords } from './words.ts'

/** What every part of the page works with: the words, the meeting as it is now, and the buttons. */
export interface Client {
  readonly words: ZoomWords
  readonly meeting: MeetingState
  readonly me: AttendeeState
  readonly press: (button: ByHand) => void
}

export const isHosting = ({ me }: Client): boolean => me.role !== 'attendee'

export const roomName = ({ meeting }: Client, id: string | null): string => meeting.rooms.find((room) => room.id === id)?.name ?? ''

export const placeName = (client: Client, room: string | null): string =>
  room === null ? client.words.mainSession : client.words.room(roomName(client, room))

export const roleName = ({ words }: Client, one: AttendeeState): string => words.roles[one.guest ? 'guest' : one.role]

/** "Anna Maria Rossi" → "AR". */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '')
  const first = parts[0]?.[0] ?? '?'
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
