import { type Meeting, MeetingRefusal } from './meeting.ts'

const none = (): Promise<never> => Promise.reject(new MeetingRefusal('unsupported', 'no meeting around this page'))

/** A plain browser, opened by an invite link: no meeting around it, so nothing is known of rooms and nothing can be done to them. */
export const createPlainMeeting = (): Meeting => ({
  kind: 'none',
  inside: 'browser',
  context: () => Promise.resolve(null),
  me: () => Promise.resolve({ participant: null, name: '', role: 'participant' }),
  place: () => Promise.resolve({ meeting: null, room: null }),
  number: () => Promise.resolve(null),
  refresh: () => Promise.resolve('participant'),
  rooms: () => Promise.resolve(null),
  enterRoom: none,
  roomControls: () => null,
  onChange: () => () => undefined,
  openLink: async (url) => void window.open(url, '_blank', 'noopener'),
  notify: () => Promise.resolve(),
})
