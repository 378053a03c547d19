import * as z from 'zod/mini'
import { CommandId, LabId, Line, PersonId, Role, TimeZone } from '../lab/index.ts'
import { MeetingNumber } from '../lab/places.ts'
import { Language } from '../words/bilingual.ts'

export const NewLab = z.strictObject({
  /** Command id: the same id again makes no second lab. */
  id: CommandId,
  title: Line,
  kit: z._default(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)), 'cross-sector-lab'),
  language: z._default(Language, 'it'),
  timeZone: z._default(TimeZone, 'Europe/Rome'),
})
export type NewLab = z.infer<typeof NewLab>

export const LabMade = z.strictObject({ id: LabId, seq: z.int() })

export const LabList = z.strictObject({
  labs: z.array(
    z.strictObject({
      id: LabId,
      title: z.string(),
      archived: z.boolean(),
      roles: z.array(Role),
      person: z.nullable(PersonId),
      createdAt: z.string(),
      /** The log is damaged and closed. */ damaged: z.boolean(),
      /** The first meeting that is still to come; null where all have been opened. */
      next: z.nullable(z.strictObject({ meeting: MeetingNumber, date: z.nullable(z.string()), time: z.nullable(z.string()) })),
      /** The open meeting. */ open: z.nullable(MeetingNumber),
      /** How many meetings are over, and how many there are. */ closed: z.int(),
      meetings: z.int(),
    }),
  ),
})
export type LabList = z.infer<typeof LabList>

/** A viewer's whole view. `items` holds every collection of `view/items.ts`; `at` is what the feed takes to go on from here. */
export const ViewAnswer = z.strictObject({
  lab: LabId,
  epoch: z.string(),
  seq: z.int(),
  at: z.string(),
  roles: z.array(Role),
  items: z.record(z.string(), z.record(z.string(), z.unknown())),
})

/** `seq` of the lab after the command, and the ids it promises. */
export const CommandAnswer = z.catchall(z.object({ seq: z.int() }), z.union([z.string(), z.number(), z.array(z.string())]))

export const ServerTime = z.strictObject({ now: z.string() })

/** RFC 9457. `code` is of a closed set; `detail` is in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  field: z.optional(z.string()),
})
export type Problem = z.infer<typeof Problem>
