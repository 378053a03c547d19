import * as z from 'zod/mini'
import { Bilingual, Language } from '../words/bilingual.ts'
import { AnswerType, Slug } from './answer-type.ts'
import { BlockKind, BoardPart, Duty } from './block-kind.ts'
import { Method } from './method.ts'

/** `C2.1`: canvas 2, zone 1. */
export const ZoneId = z.string().check(z.regex(/^C[1-9]\d?\.[1-9]\d?$/))
/** `B7`: a block of the final canvas. */
export const CanvasBlockId = z.string().check(z.regex(/^B[1-9]\d?$/))

/**
 * Where what people wrote in a zone goes next. `zone` feeds a zone of a later meeting, `block` a block of the final canvas;
 * the others are collections or documents of their own.
 */
export const LeadsTo = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('zone'), zone: ZoneId }),
  z.strictObject({ to: z.literal('block'), block: CanvasBlockId }),
  z.strictObject({
    to: z.enum([
      'glossary',
      'directory',
      'catalogue',
      'help-desk',
      'tags',
      'pipeline',
      'poster',
      'map',
      'manifesto',
      'vademecum',
      'value-report',
      'credits',
      'next-opening',
    ]),
  }),
])
export type LeadsTo = z.infer<typeof LeadsTo>

/** An area of a canvas with a question and a type of answer. */
export const Zone = z.strictObject({
  id: ZoneId,
  title: Bilingual,
  /** The activating question. */
  question: Bilingual,
  answer: AnswerType,
  /** Named lanes inside one zone (for instance the four sectors' looks); a contribution may name one. */
  lanes: z.optional(z.array(z.strictObject({ id: Slug, title: Bilingual })).check(z.minLength(2))),
  /** Zone of an earlier meeting whose results are shown here to start from. */
  from: z.optional(z.array(ZoneId)),
  /** People may choose that no author is stored. */
  mayBeAnonymous: z._default(z.boolean(), false),
  /** How many notes a group is expected to write: sizes the zone on the board. */
  expected: z.int().check(z.gte(1), z.lte(60)),
  /** At most this many, where the method says so. */
  atMost: z.optional(z.int().check(z.gte(1))),
  leadsTo: z.array(LeadsTo).check(z.minLength(1)),
})
export type Zone = z.infer<typeof Zone>

/**
 * In which groups the block's contributions are written.
 * `none`: everybody together · `project`: the stable project groups · `mixed`: the groups of this meeting's moment `moment`
 * (several blocks may share one moment: silent writing before, group work after).
 */
export const Grouping = z.discriminatedUnion('groups', [
  z.strictObject({ groups: z.literal('none') }),
  z.strictObject({ groups: z.literal('project') }),
  z.strictObject({ groups: z.literal('mixed'), moment: z.int().check(z.gte(1), z.lte(9)), size: z.optional(z.int().check(z.gte(2))) }),
])
export type Grouping = z.infer<typeof Grouping>

/** A stretch of the agenda with a kind and minutes. */
export const Block = z.strictObject({
  id: Slug,
  kind: BlockKind,
  minutes: z.int().check(z.gte(1), z.lte(240)),
  title: Bilingual,
  /** What the group or person is asked; absent where there is nothing to do but listen or rest. */
  prompt: z.optional(Bilingual),
  /** The prompt step by step, in order; shown under it. */
  steps: z._default(z.array(Bilingual), []),
  /** An example of a good answer. */
  example: z.optional(Bilingual),
  grouping: Grouping,
  /** Whether people are in breakout rooms while it lasts. */
  rooms: z.boolean(),
  /** Zones written in during this block. */
  zones: z._default(z.array(ZoneId), []),
  /** `private-first`: each writes unseen, then reveals. `open`: seen by the group at once. */
  writing: z._default(z.enum(['open', 'private-first']), 'open'),
  /** Method of the repertoire, by id. */
  method: z.optional(Slug),
  /** Who leads it, of those who lead the meeting together; left out: the conductor. */
  lead: z.optional(z.array(Duty).check(z.minLength(1))),
  /** Part of the board that people look at meanwhile; left out: what its zones and its kind say (`boardPartOf`). */
  board: z.optional(BoardPart),
})
export type Block = z.infer<typeof Block>

/** One online session: purpose, agenda, and the canvas that groups fill in. */
export const KitMeeting = z.strictObject({
  number: z.int().check(z.gte(1), z.lte(20)),
  title: Bilingual,
  purpose: Bilingual,
  /** How long it lasts; left out: as long as the kit assumes. */
  minutes: z.optional(z.int().check(z.gte(1))),
  canvas: z.strictObject({ id: z.string().check(z.regex(/^C[1-9]\d?$/)), title: Bilingual, zones: z.array(Zone).check(z.minLength(1)) }),
  agenda: z.array(Block).check(z.minLength(1)),
})
export type KitMeeting = z.infer<typeof KitMeeting>

/** A block of the final canvas. */
export const CanvasBlock = z.strictObject({ id: CanvasBlockId, title: Bilingual, question: Bilingual })
export type CanvasBlock = z.infer<typeof CanvasBlock>

/** A sector: a thread of the loom. `thread` picks colour and shape from the tokens, so that colour never stands alone. */
export const Sector = z.strictObject({
  id: Slug,
  title: Bilingual,
  thread: z.enum(['environment', 'culture', 'education', 'social', 'other-1', 'other-2', 'other-3']),
})
export type Sector = z.infer<typeof Sector>

/** Everything a lab is made from. Read from `shared/kits/NAME/`; a lab keeps the copy it was made from in its log. */
export const Kit = z.strictObject({
  name: Slug,
  version: z.int().check(z.gte(1)),
  title: Bilingual,
  summary: Bilingual,
  language: Language,
  licence: z.string(),
  credits: Bilingual,
  /** What this kit takes for granted and says so: minutes a meeting, people, project groups (none, where people work in mixed groups only). */
  assumes: z.strictObject({ minutes: z.int().check(z.gte(10)), people: z.int().check(z.gte(2)), projectGroups: z.int().check(z.gte(0)) }),
  sectors: z.array(Sector).check(z.minLength(1), z.maxLength(7)),
  meetings: z.array(KitMeeting).check(z.minLength(1)),
  /** Methods of the kit's own, beside those of the repertoire. */
  methods: z._default(z.array(Method), []),
  finalCanvas: z.strictObject({ title: Bilingual, blocks: z.array(CanvasBlock).check(z.minLength(1), z.maxLength(20)) }),
})
export type Kit = z.infer<typeof Kit>

/** How long a meeting is meant to last, in minutes. */
export const minutesOf = (kit: Pick<Kit, 'assumes'>, meeting: Pick<KitMeeting, 'minutes'>): number => meeting.minutes ?? kit.assumes.minutes

/** Part of the board that people look at during a block. */
export function boardPartOf(block: Block, zones: readonly Zone[]): BoardPart {
  if (block.board) return block.board
  const types = new Set(zones.filter(({ id }) => block.zones.includes(id)).map(({ answer }) => answer.type))
  if (types.has('triple')) return 'harvest'
  if (types.has('commitments')) return 'commitments'
  if (types.size > 0) return block.grouping.groups === 'none' ? 'plenary' : 'groups'
  if (block.kind === 'framing') return 'framing'
  return block.kind === 'plenary' || block.grouping.groups === 'none' ? 'plenary' : 'groups'
}
