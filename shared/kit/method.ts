import * as z from 'zod/mini'
import { Bilingual } from '../words/bilingual.ts'
import { AnswerType, Slug } from './answer-type.ts'
import { BlockKind } from './block-kind.ts'

/** What a method is for, as a facilitator looks for one. */
export const MethodPurpose = z.enum([
  'open-and-close',
  'get-to-know',
  'explore',
  'understand',
  'imagine',
  'order',
  'choose',
  'help-each-other',
  'agree',
  'plan',
  'look-back',
])
export type MethodPurpose = z.infer<typeof MethodPurpose>
/** All of them, in the order in which they are offered. */
export const methodPurposes: readonly MethodPurpose[] = MethodPurpose.options

/**
 * A zone that a method brings. It gets its id, and where it leads, when it is dropped into a meeting.
 * Where the answer is about the notes of another zone (`votes`, `rating`, `consent`), its `on` is the `id` of a zone of the same method;
 * dropped into a meeting, it becomes the id that this zone was given there.
 */
export const MethodZone = z.strictObject({
  /** Name of the zone inside the method: blocks refer to it. */
  id: Slug,
  title: Bilingual,
  question: Bilingual,
  answer: AnswerType,
  lanes: z.optional(z.array(z.strictObject({ id: Slug, title: Bilingual })).check(z.minLength(2))),
  mayBeAnonymous: z._default(z.boolean(), false),
  expected: z.int().check(z.gte(1), z.lte(60)),
  atMost: z.optional(z.int().check(z.gte(1))),
})
export type MethodZone = z.infer<typeof MethodZone>

/** A stretch of the agenda that a method brings. */
export const MethodBlock = z.strictObject({
  id: Slug,
  kind: BlockKind,
  minutes: z.int().check(z.gte(1), z.lte(240)),
  title: Bilingual,
  prompt: z.optional(Bilingual),
  steps: z._default(z.array(Bilingual), []),
  example: z.optional(Bilingual),
  /** `none`: everybody together · `project`: the project groups · `mixed`: groups made for it, of `size` where it needs one. */
  groups: z.enum(['none', 'project', 'mixed']),
  size: z.optional(z.int().check(z.gte(2))),
  /** Mixed blocks of one moment keep the same groups (silent writing before, group work after); another moment makes new ones. Counted within the method. */
  moment: z._default(z.int().check(z.gte(1), z.lte(9)), 1),
  rooms: z.boolean(),
  /** Zones of the method written in during this block. */
  zones: z._default(z.array(Slug), []),
  writing: z._default(z.enum(['open', 'private-first']), 'open'),
})
export type MethodBlock = z.infer<typeof MethodBlock>

/**
 * A way of working that a facilitator may choose, told in our own words. `licence` is that of the text as it stands here (SPDX); methods under another licence than
 * the rest stand in a folder of their own, with their credit.
 */
export const Method = z.strictObject({
  id: Slug,
  title: Bilingual,
  /** One sentence: what happens. */
  summary: Bilingual,
  /** When to use it, and when not. */
  when: Bilingual,
  purposes: z.array(MethodPurpose).check(z.minLength(1)),
  /** Minutes in all, from the shortest that works to the longest that holds. */
  minutes: z.strictObject({ least: z.int().check(z.gte(1)), most: z.int().check(z.lte(960)) }),
  /** People in all; `most` null: any number. How they are split, and groups side by side, are told in `arrangement`. */
  people: z.strictObject({ least: z.int().check(z.gte(1)), most: z.nullable(z.int()), arrangement: Bilingual }),
  steps: z.array(z.strictObject({ minutes: z.optional(z.number().check(z.gt(0))), text: Bilingual })).check(z.minLength(1)),
  /** What a facilitator who has done it would add. */
  advice: z.optional(Bilingual),
  licence: z.string().check(z.minLength(2)),
  credit: Bilingual,
  source: z.optional(z.string().check(z.regex(/^https:\/\//))),
  /** What it brings when it is dropped into an agenda. */
  brings: z.strictObject({ blocks: z.array(MethodBlock).check(z.minLength(1)), zones: z._default(z.array(MethodZone), []) }),
})
export type Method = z.infer<typeof Method>
