/** Why a command was refused: a closed set. Words in both languages stand in `words/rejections.ts`, statuses in the backend. */
export const REJECTION_CODES = [
  'forbidden',
  'invalid',
  'command_id_reused',
  'unknown_lab',
  'unknown_meeting',
  'unknown_block',
  'unknown_zone',
  'unknown_person',
  'unknown_group',
  'unknown_contribution',
  'unknown_entry',
  'unknown_help',
  'unknown_join',
  'unknown_request',
  'unknown_zoom_meeting',
  'unknown_sector',
  'unknown_canvas_block',
  'lab_archived',
  'notice_missing',
  'meeting_not_open',
  'meeting_open',
  'another_meeting_open',
  'driven_by_other',
  'driver_changed',
  'cannot_drive',
  'block_not_started',
  'block_not_running',
  'block_not_paused',
  'zone_not_in_block',
  'answer_unfit',
  'not_anonymous',
  'not_in_group',
  'not_yours',
  'reveal_apart',
  'already_withdrawn',
  'already_redacted',
  'already_hidden',
  'not_hidden',
  'already_decided',
  'person_erased',
  'role_conflict',
  'last_organiser',
  'person_twice',
  'groups_needed',
  'group_names_alike',
  'set_locked',
  'rooms_busy',
  'lease_lost',
  'not_zoom_host',
  'zoom_meeting_taken',
  'entry_changed',
  'source_unusable',
  'title_differs',
  'plan_changed',
  'plan_faulty',
  'plan_in_use',
  'meeting_held',
  'no_commitment',
  'no_board',
  'unknown_board',
  'unknown_note',
  'placement_running',
  'unknown_message',
  'unknown_spot',
  'summary_changed',
  'too_few_ballots',
  'colour_unreadable',
  'logo_unusable',
  'nothing_to_do',
] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** A refusal is a value: a code, the field it is about, and the facts its sentence needs. */
export interface Rejection {
  readonly code: RejectionCode
  readonly field?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection }

export const accept = <T>(value: T): Result<T> => ({ ok: true, value })
export const reject = (
  code: RejectionCode,
  field?: string,
  facts?: Rejection['facts'],
): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection: { code, ...(field === undefined ? {} : { field }), ...(facts === undefined ? {} : { facts }) },
})
