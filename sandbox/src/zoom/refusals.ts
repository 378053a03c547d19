/** Zoom's numbers and sentences (facts/zoom.md §1.4); 80004 and 80012 in the words seen in real consoles. */
const sentences = {
  '10001': 'client error',
  '10026': 'Failed to send the app invitation.',
  '10028': 'A maximum of 10 individual invites can be sent at a time. Consider sending to everyone instead!',
  '10061': 'Only the host can perform this action',
  '10075': 'The participant ID is error, please get the newest participant ID.',
  '10078': 'Participant is not in Breakout Room.',
  '10091': 'Can not edit the Breakout Room.',
  '10092': 'Breakout Rooms are not open.',
  '10093': 'The id of the Breakout room is incorrect.',
  '10094': 'The id of the user is incorrect.',
  '10095': 'The count is over the max count.',
  '10096': 'The assignment type is incorrect.',
  '10097': 'Create Breakout Room failed.',
  '10098': 'Update Breakout Room failed.',
  '10099': 'Config Breakout Room failed.',
  '10100': 'Start Breakout Rooms failed.',
  '10101': 'End Breakout Rooms failed.',
  '10102': 'Delete Breakout Room failed.',
  '10103': 'Assign user to Breakout Room failed.',
  '10121': 'Breakout Rooms are already open.',
  '10122': 'Bo count and the name size do not match.',
  '10257': 'DialogHeading is more than 40 characters.',
  '10258': 'MessageText is more than 90 characters.',
  '10284': 'not supported in guest mode',
  '80004': 'No Permission for this API. [code:80004, reason:app_not_support]',
  '80012': 'No Permission for this API. [code:80012, reason:require_meeting_role]',
} as const

export type RefusalCode = keyof typeof sentences

export interface Refused {
  readonly ok: false
  readonly code: string
  readonly message: string
}
export interface Answered {
  readonly ok: true
  readonly result: unknown
}
export type Outcome = Answered | Refused

export const refuse = (code: RefusalCode, message: string = sentences[code]): Refused => ({ ok: false, code, message })
export const answer = (result: unknown): Answered => ({ ok: true, result })
/** Methods without data answer the bare word; the SDK wraps it (§2.3). */
export const success = answer('success')
