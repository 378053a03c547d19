import * as z from 'zod/mini'
import { CommandId, Consents, PersonId, Role } from '../lab/index.ts'
import { Bilingual } from '../words/bilingual.ts'

const Column = z.enum(['name', 'email', 'organisation', 'profession', 'sector', 'territory'])

/** A row that cannot be taken as it is: which line of the file, which column, why, and the mend. */
export const RowProblem = z.strictObject({ line: z.int(), column: z.nullable(Column), value: z.string(), problem: Bilingual })
export type RowProblem = z.infer<typeof RowProblem>

/** What a file of people would bring in. Nothing is stored by looking. */
export const ImportPreview = z.strictObject({
  /** How the file was read: its encoding, its separator, which of its columns is which. */
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  separator: z.enum([',', ';', '\t']),
  columns: z.record(z.string(), z.string()),
  good: z.array(
    z.strictObject({
      line: z.int(),
      name: z.string(),
      email: z.optional(z.string()),
      organisation: z.optional(z.string()),
      profession: z.optional(z.string()),
      sector: z.optional(z.string()),
      territory: z.optional(z.string()),
    }),
  ),
  bad: z.array(RowProblem),
  /** Rows that bring nobody in, with the reason: merged with another, refunded, in the lab already. They keep nothing from being imported. */
  skipped: z.array(RowProblem),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportQuery = z.strictObject({
  id: CommandId,
  /** `good`: keep the good rows though others are bad. */ keep: z._default(z.enum(['all', 'good']), 'all'),
})
export const ImportAnswer = z.strictObject({ seq: z.int(), people: z.array(PersonId), left: z.array(RowProblem) })

/** Personal data: all of them for organisers, one's own for everybody else. */
export const RegisterAnswer = z.strictObject({
  people: z.array(
    z.strictObject({
      person: PersonId,
      name: z.string(),
      email: z.nullable(z.string()),
      organisation: z.nullable(z.string()),
      sector: z.nullable(z.string()),
      profession: z.string(),
      territory: z.string(),
      roles: z.array(Role),
      consents: Consents,
      /** Answers of type *person*, as written. */
      answers: z.array(z.strictObject({ contribution: z.string(), zone: z.string(), text: z.string() })),
      /** Own notes of every other type: what the right of access asks for. Only in one's own row. */
      notes: z.array(z.strictObject({ contribution: z.string(), zone: z.string(), part: z.string(), text: z.string(), at: z.string() })),
    }),
  ),
})
export type RegisterAnswer = z.infer<typeof RegisterAnswer>

export const InvitesAnswer = z.strictObject({
  invites: z.array(z.strictObject({ person: PersonId, name: z.string(), email: z.nullable(z.string()), link: z.string() })),
  /** The lab's common link; null when it is closed. */
  common: z.nullable(z.string()),
  /** True where invites can be sent from here (SMTP is set). */
  mail: z.boolean(),
})
export type InvitesAnswer = z.infer<typeof InvitesAnswer>

export const SendInvites = z.strictObject({ people: z.array(PersonId).check(z.minLength(1), z.maxLength(500)) })
export const SentInvites = z.strictObject({
  sent: z.array(PersonId),
  failed: z.array(z.strictObject({ person: PersonId, problem: Bilingual })),
})
