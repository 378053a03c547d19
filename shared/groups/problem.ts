import * as z from 'zod/mini'

const Id = z.string().check(z.minLength(1), z.maxLength(200))
const Pair = z.tuple([Id, Id])
const Meeting = z.int().check(z.gte(1))
const Many = z.int().check(z.gte(1), z.lte(2000))

/** What groups are formed from. Meetings and groups count from 1; shapes and rules: GR1 and the following in SPEC.md. */
export const GroupsProblem = z.object({
  meetings: z.int().check(z.gte(1), z.lte(60)),
  /** How many groups: one number, or one a meeting. */
  groups: z.union([Many, z.array(Many).check(z.minLength(1))]),
  participants: z
    .array(
      z.object({
        id: Id,
        sector: z._default(z.string(), ''),
        organisation: z.optional(z.string()),
        absent: z.optional(z.array(Meeting)),
      }),
    )
    .check(z.minLength(1), z.maxLength(5000)),
  apart: z.optional(z.array(Pair)),
  together: z.optional(z.array(Pair)),
  /** `meetings` left out: all. */
  fixed: z.optional(z.array(z.object({ participant: Id, group: Meeting, meetings: z.optional(z.array(Meeting)) }))),
  /** Meetings already held, as they were: the first ones. They count for who has met whom and nothing about them is judged or changed. */
  past: z.optional(z.array(z.array(z.array(Id)))),
  /** Meetings whose groups are settled: they stay as they are, and are judged like the others. */
  locked: z.optional(z.array(z.object({ meeting: Meeting, groups: z.array(z.array(Id)) }))),
  /** What goes first where the two contradict each other: even sectors (the rule), or meeting new people. */
  priority: z.optional(z.enum(['sectors', 'people'])),
})
export type GroupsProblem = z.infer<typeof GroupsProblem>

/** Groups of one meeting, by ids of people. */
export type Groups = readonly (readonly string[])[]

/** Groups of every meeting, past and locked ones as given. */
export interface GroupsPlan {
  readonly meetings: readonly Groups[]
}

/** How many groups the meeting (from 0) has. */
export const groupsIn = ({ groups }: GroupsProblem, meeting: number): number =>
  typeof groups === 'number' ? groups : (groups[meeting] ?? 0)

/** One key for two people, whoever is named first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/** Pairs kept together on purpose: their meetings again are no repeats. */
export function exemptPairs({ together = [], fixed = [] }: GroupsProblem): Set<string> {
  const pairs = new Set(together.map(([a, b]) => pairKey(a, b)))
  const always = new Map<number, string[]>()
  for (const { participant, group, meetings } of fixed) if (!meetings) always.set(group, [...(always.get(group) ?? []), participant])
  for (const people of always.values()) for (const [n, a] of people.entries()) for (const b of people.slice(n + 1)) pairs.add(pairKey(a, b))
  return pairs
}
