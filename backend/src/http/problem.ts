import type { RejectionCode, Rejection } from '@telaio/shared/lab'
import { StoreError, type StoreErrorCode } from '@telaio/shared/ports'
import { type Bilingual, type Issue, issueWords, type Language, sayRejection } from '@telaio/shared/words'
import { WIRE, type WireCode } from './wire-problems.ts'

/** Statuses of refusals. A new code does not compile until it has one. */
const STATUS = {
  forbidden: 403,
  invalid: 422,
  command_id_reused: 422,
  unknown_lab: 404,
  unknown_meeting: 404,
  unknown_block: 404,
  unknown_zone: 404,
  unknown_person: 404,
  unknown_group: 404,
  unknown_contribution: 404,
  unknown_entry: 404,
  unknown_help: 404,
  unknown_join: 404,
  unknown_request: 404,
  unknown_zoom_meeting: 404,
  unknown_sector: 422,
  unknown_canvas_block: 422,
  lab_archived: 409,
  notice_missing: 409,
  meeting_not_open: 409,
  meeting_open: 409,
  another_meeting_open: 409,
  driven_by_other: 409,
  driver_changed: 409,
  cannot_drive: 422,
  block_not_started: 409,
  block_not_running: 409,
  block_not_paused: 409,
  zone_not_in_block: 422,
  answer_unfit: 422,
  not_anonymous: 422,
  not_in_group: 403,
  not_yours: 403,
  reveal_apart: 422,
  already_withdrawn: 409,
  already_redacted: 409,
  already_hidden: 409,
  not_hidden: 409,
  already_decided: 409,
  person_erased: 409,
  role_conflict: 422,
  last_organiser: 409,
  person_twice: 422,
  groups_needed: 409,
  set_locked: 409,
  group_names_alike: 422,
  rooms_busy: 409,
  lease_lost: 409,
  not_zoom_host: 403,
  zoom_meeting_taken: 409,
  entry_changed: 409,
  source_unusable: 422,
  source_left_over: 422,
  entries_elsewhere: 409,
  link_there: 409,
  not_aside: 409,
  already_aside: 409,
  unknown_link: 404,
  unknown_theme: 404,
  theme_changed: 409,
  unknown_comment: 404,
  already_resolved: 409,
  no_rewording: 422,
  unknown_step: 404,
  step_overtaken: 409,
  no_triple: 422,
  part_written: 409,
  plan_changed: 409,
  plan_faulty: 422,
  plan_in_use: 409,
  meeting_held: 409,
  no_commitment: 422,
  title_differs: 422,
  no_board: 409,
  unknown_board: 404,
  unknown_note: 404,
  placement_running: 409,
  unknown_message: 404,
  unknown_spot: 409,
  summary_changed: 409,
  too_few_ballots: 409,
  colour_unreadable: 422,
  logo_unusable: 422,
  nothing_to_do: 409,
} as const satisfies Record<RejectionCode, number>

export const PROBLEM_CODES = [...(Object.keys(STATUS) as RejectionCode[]), ...(Object.keys(WIRE) as WireCode[])]

/** A refusal on its way to the client. Thrown by routes; everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly rejection:
    | Rejection
    | { readonly code: WireCode; readonly field?: string; readonly facts?: Readonly<Record<string, string | number>> }
  /** Further members of the problem document. */
  readonly more: Readonly<Record<string, unknown>>
  /** What stands for `{problem}` in the sentence, where it must be said in the reader's language. */
  readonly problem: Bilingual | undefined
  constructor(rejection: Refusal['rejection'], more: Readonly<Record<string, unknown>> = {}, problem?: Bilingual) {
    super(rejection.code)
    this.name = 'Refusal'
    this.rejection = rejection
    this.more = more
    this.problem = problem
  }
}

/** The refusal of a value that does not fit its schema: which field, and what to do, in the reader's language. */
export function misfit(issue: Issue & { readonly path: readonly PropertyKey[] }, where = ''): Refusal {
  const field = [where, ...issue.path.map(String)].filter(Boolean).join('.')
  const { it, en } = issueWords(issue)
  const name = field || 'body'
  return new Refusal({ code: 'invalid', ...(field ? { field } : {}) }, {}, { it: `${name} ${it}`, en: `${name} ${en}` })
}

export const refuse = (code: WireCode, problem?: string, field?: string): Refusal =>
  new Refusal({ code, ...(problem === undefined ? {} : { facts: { problem } }), ...(field === undefined ? {} : { field }) })

const STORE: Readonly<Record<StoreErrorCode, WireCode | 'unknown_lab'>> = {
  unknown_lab: 'unknown_lab',
  exists: 'internal',
  damaged: 'lab_damaged',
  full: 'storage_full',
  read_only: 'lab_read_only',
  closed: 'stopping',
}

const isWire = (code: string): code is WireCode => code in WIRE

/** The problem document (RFC 9457) for anything thrown, in the reader's language. `reference` names an unexpected fault in the log. */
export function problemOf(
  error: unknown,
  language: Language,
  reference: string,
): { status: number; body: Record<string, unknown>; unexpected: boolean } {
  const refusal =
    error instanceof Refusal
      ? error
      : error instanceof StoreError && error.code !== 'exists'
        ? new Refusal({ code: STORE[error.code] as WireCode })
        : new Refusal({ code: 'internal', facts: { problem: reference } })
  const { code, field } = refusal.rejection
  const facts = refusal.problem ? { ...refusal.rejection.facts, problem: refusal.problem[language] } : refusal.rejection.facts
  const [status, detail] = isWire(code)
    ? [WIRE[code][0], WIRE[code][1][language].replace('{problem}', String(facts?.['problem'] ?? '–'))]
    : [STATUS[code], sayRejection({ code, ...(facts ? { facts } : {}) }, language)]
  const body = {
    type: `urn:telaio:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    detail,
    ...(field === undefined ? {} : { field }),
    ...refusal.more,
  }
  return { status, body, unexpected: code === 'internal' }
}
