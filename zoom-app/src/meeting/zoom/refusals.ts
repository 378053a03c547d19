import { MeetingRefusal, type RefusalCode } from '../meeting.ts'

/** Zoom's numbers in our words (facts/zoom.md §1.4). On the wire the code is text, whatever the types say. */
const CODES: Readonly<Record<string, RefusalCode>> = {
  '10061': 'not-allowed',
  '10075': 'unknown-person',
  '10078': 'unknown-person',
  '10091': 'busy',
  '10092': 'rooms-closed',
  '10093': 'unknown-room',
  '10094': 'unknown-person',
  // "update", "start" and "end" fail while the rooms are between two states, and say so no better
  '10098': 'busy',
  '10100': 'busy',
  '10101': 'busy',
  '10103': 'not-assignable',
  '10116': 'unsupported',
  '10121': 'rooms-open',
  '10150': 'busy',
  '10236': 'unsupported',
  '10284': 'unsupported',
  '10285': 'busy',
  '80004': 'unsupported',
  '80012': 'not-allowed',
  '403': 'not-allowed',
}

/** Seen in the field without a number one could rely on. */
const SAYINGS: readonly (readonly [RegExp, RefusalCode])[] = [
  [/not ready|can ?not edit/i, 'busy'],
  [/no breakout room/i, 'no-rooms'],
  [/took longer than/i, 'no-answer'],
  [/require_meeting_role|permission/i, 'not-allowed'],
  [/app_not_support|not supported/i, 'unsupported'],
]

/** Any rejection of an SDK call as one of ours. */
export function asRefusal(error: unknown): MeetingRefusal {
  if (error instanceof MeetingRefusal) return error
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  const said = [code, message].filter((one) => one !== undefined && one !== '').join(' ')
  const bySaying = typeof message === 'string' ? SAYINGS.find(([pattern]) => pattern.test(message))?.[1] : undefined
  return new MeetingRefusal(bySaying ?? CODES[String(code)] ?? 'failed', said || String(error))
}
