import type { Conflict, GroupsPlan, GroupsProblem } from '../groups/index.ts'
import { groupIdOf, groupNumber, type GroupWish } from '../lab/index.ts'
import type { GroupItem, Items, MeetingItem, PersonItem } from '../view/index.ts'
import { placesOf } from './bodies.ts'
import { type GroupSet, groupsFor, groupsOf } from './sets.ts'

/** What of a lab's view groups are planned from. */
export interface GroupingScene {
  readonly sets: readonly GroupSet[]
  readonly meetings: Readonly<Record<string, MeetingItem>>
  readonly people: Readonly<Record<string, PersonItem>>
  readonly groups: Readonly<Record<string, GroupItem>>
  readonly attendance: Items['attendance']
  readonly wishes: readonly GroupWish[]
  readonly locked: readonly string[]
}

/** What somebody asks for. */
export interface Asked {
  /** Sets to form (ids); held and locked ones among them are left as they are. */
  readonly form: readonly string[]
  /** How many groups, by set; where it is not said, as many as stand, else by the block's size. */
  readonly counts?: Readonly<Record<string, number>>
  /** Facilitators who take no part otherwise: left out, or placed like everybody (one more kind of people to share out evenly). */
  readonly facilitators?: 'out' | 'rotating'
}

/** `held`: its block has begun, or its meeting is closed. `locked`: by an organiser. `kept`: formed, and not asked for. `open`: to be formed. */
export type RoundState = 'held' | 'locked' | 'kept' | 'open'

/** One of the solver's "meetings": a set of groups. */
export interface Round {
  readonly set: GroupSet
  readonly state: RoundState
  /** Keys of its groups, by the solver's numbers. */
  readonly keys: readonly string[]
}

/** The lab's id of a round's group (from 0); null where it has none of that number. */
export function groupIdIn({ set, keys }: Round, group: number): string | null {
  const key = keys[group]
  return key === undefined ? null : groupIdOf(set.meeting ?? 0, key)
}

/** A problem for the solver with what its numbers stand for: `rounds[0]` is meeting 1. */
export interface Grouping {
  readonly problem: GroupsProblem
  readonly rounds: readonly Round[]
  /** The groups there are, round by round; empty where a round is open and nothing stands. */
  readonly now: GroupsPlan
}

/** People a group where neither the organiser nor the kit says: what facilitators of such labs work with. */
export const ROUNDED_BY = 5

/** Facilitators who are placed like everybody count as a sector of their own, so that they spread evenly. No id of a sector has a space. */
const FACILITATORS = 'facilitators '

/** True once people have met in these groups: nothing changes them by plan any more. */
const hasBegun = (set: GroupSet, meetings: GroupingScene['meetings']): boolean =>
  set.blocks.some((block) => block.run !== null) || (set.meeting !== null && meetings[String(set.meeting)]?.status === 'closed')

export function stateOf(set: GroupSet, scene: GroupingScene, form: readonly string[]): RoundState | null {
  const formed = groupsOf(set, scene.groups).some(({ size }) => size > 0)
  if (hasBegun(set, scene.meetings)) return formed ? 'held' : form.includes(set.id) && !isClosed(set, scene.meetings) ? 'open' : null
  if (scene.locked.includes(set.id)) return formed ? 'locked' : null
  if (form.includes(set.id)) return 'open'
  return formed ? 'kept' : null
}

const isClosed = (set: GroupSet, meetings: GroupingScene['meetings']): boolean =>
  set.blocks.every((block) => meetings[String(block.meeting)]?.status === 'closed')

/**
 * The lab as a problem for the solver (GA1–GA6). Each set of groups is one of the solver's meetings: those already held come first, as its `past`; locked
 * ones and those that are kept are settled where they stand; the others are to be formed, in the order of the programme.
 *
 * **Project groups count once in all**, however many meetings they work in: their people have met, and that they go on together is what they are for.
 * A mixed group that brings two of them together again is a repeat; six meetings of one project group are not five.
 *
 * `day`: the set that is being mended on the day. It is open although its block may have begun, and its people are those who are there.
 */
export function problemOf(scene: GroupingScene, asked: Asked, day: string | null = null): Grouping {
  const sets = scene.sets.flatMap((set) => {
    const state = set.id === day ? 'open' : stateOf(set, scene, asked.form)
    return state ? [{ set, state }] : []
  })
  const ordered = [...sets.filter(({ state }) => state === 'held'), ...sets.filter(({ state }) => state !== 'held')]
  const membersOf = members(scene)
  const placed = peopleToPlace(scene, asked, membersOf)
  const listed = new Set(placed.map(({ id }) => id))
  const plans = ordered.map(({ set, state }) => {
    const groups = groupsOf(set, scene.groups)
    const there = groups.map((group) =>
      (membersOf.get(group.id) ?? []).filter((id) => listed.has(id) && (state === 'open' || met(scene, set, id))),
    )
    const seated = new Set(there.flat())
    const present =
      state === 'open' ? placed.filter((one) => takesPart(one, set, scene, asked, set.id === day, seated)).map(({ id }) => id) : [...seated]
    const wished =
      state === 'open' ? (asked.counts?.[set.id] ?? (groups.length || groupsFor(present.length, set.size ?? ROUNDED_BY))) : groups.length
    const count = state === 'open' ? Math.max(1, Math.min(wished, Math.max(1, present.length), MOST)) : groups.length
    return { set, state, there, present: new Set(present), count, keys: placesOf(set, count, scene.groups) }
  })
  const held = plans.filter(({ state }) => state === 'held')
  const rounds = plans.map(({ set, state, keys }): Round => ({ set, state, keys }))
  const absent = (id: string): number[] => plans.flatMap(({ present, state }, n) => (state !== 'held' && !present.has(id) ? [n + 1] : []))
  const problem: GroupsProblem = {
    meetings: plans.length,
    groups: plans.map(({ count }) => Math.max(1, count)),
    participants: placed.map(({ id, sector, organisation, roles }) => ({
      id,
      sector: roles.includes('participant') ? (sector ?? '') : FACILITATORS,
      ...(organisation === null ? {} : { organisation }),
      absent: absent(id),
    })),
    past: held.map(({ there }) => there),
    locked: plans.flatMap(({ state, there }, n) => (state === 'locked' || state === 'kept' ? [{ meeting: n + 1, groups: there }] : [])),
    ...wishesIn(scene.wishes, rounds, listed),
  }
  return { problem, rounds, now: { meetings: plans.map(({ there }) => there) } }
}

/** As many as one command may form of a set. */
const MOST = 200

function members({ people }: GroupingScene): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, groups } of Object.values(people)) for (const group of groups) found.set(group, [...(found.get(group) ?? []), id])
  return found
}

/** Participants, and facilitators who are asked to be placed or who stand in a group by a wish or by hand. Observers never, the erased never. */
function peopleToPlace(
  scene: GroupingScene,
  { facilitators = 'out' }: Asked,
  membersOf: ReadonlyMap<string, readonly string[]>,
): PersonItem[] {
  const wished = new Set(scene.wishes.flatMap((wish) => (wish.kind === 'fixed' ? [wish.person] : [])))
  const seated = new Set([...membersOf.values()].flat())
  return Object.values(scene.people)
    .filter(({ id, roles, erased }) => {
      if (erased || roles.includes('observer')) return false
      if (roles.includes('participant')) return true
      return roles.includes('facilitator') && (facilitators === 'rotating' || wished.has(id) || seated.has(id))
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const attends = (scene: GroupingScene, meeting: number, person: string): 'present' | 'late' | 'absent' | 'left' | null =>
  scene.attendance[`${meeting}|${person}`]?.state ?? null

/** False for somebody who stood in the groups of a meeting that they did not come to. Project groups: where they came to none so far. */
function met(scene: GroupingScene, set: GroupSet, person: string): boolean {
  const held = [...new Set(set.blocks.filter((block) => block.run !== null).map((block) => block.meeting))]
  const meetings = set.meeting === null ? held : [set.meeting]
  return meetings.length === 0 || meetings.some((meeting) => attends(scene, meeting, person) !== 'absent')
}

function takesPart(
  person: PersonItem,
  set: GroupSet,
  scene: GroupingScene,
  asked: Asked,
  today: boolean,
  seated: ReadonlySet<string>,
): boolean {
  if (set.meeting !== null) {
    const state = attends(scene, set.meeting, person.id)
    if (state === 'absent' || state === 'left') return false
  }
  if (person.roles.includes('participant') || asked.facilitators === 'rotating') return true
  // a facilitator by a wish, where the wish speaks; by hand, where they already stand
  if (today) return seated.has(person.id)
  return scene.wishes.some(
    (wish) => wish.kind === 'fixed' && wish.person === person.id && (wish.set === set.id || (wish.set === null && set.kind === 'mixed')),
  )
}

/** Wishes in the solver's terms. What names somebody who is not placed, or a set that is not there, says nothing. */
export function wishesIn(
  wishes: readonly GroupWish[],
  rounds: readonly Round[],
  listed: ReadonlySet<string>,
): Pick<GroupsProblem, 'together' | 'apart' | 'fixed'> {
  const pairs = (kind: 'together' | 'apart'): [string, string][] =>
    wishes.flatMap((wish) => (wish.kind === kind ? pairsOf(wish.people.filter((id) => listed.has(id))) : []))
  const fixed = wishes.flatMap((wish) => {
    if (wish.kind !== 'fixed' || !listed.has(wish.person)) return []
    return rounds.flatMap(({ set, keys, state }, n) => {
      if (state !== 'open' || (wish.set === null ? set.kind !== 'mixed' : set.id !== wish.set)) return []
      const at = keys.findIndex((key) => groupNumber(key) === wish.group)
      // a number that no group has is out of reach, and the solver says so
      return [{ participant: wish.person, group: at < 0 ? keys.length + 1 : at + 1, meetings: [n + 1] }]
    })
  })
  return { together: pairs('together'), apart: pairs('apart'), fixed }
}

const pairsOf = (people: readonly string[]): [string, string][] =>
  people.flatMap((a, n) => people.slice(n + 1).map((b): [string, string] => [a, b]))

/** Numbers (in the lab's list) of the wishes that a contradiction is made of, so that any one of them can be given up. */
export function wishesOfConflict(conflict: Conflict, wishes: readonly GroupWish[], rounds: readonly Round[]): number[] {
  const found = new Set<number>()
  for (const one of conflict.wishes)
    for (const [n, wish] of wishes.entries()) {
      if (one.kind === 'fixed') {
        if (wish.kind !== 'fixed' || wish.person !== one.participant) continue
        const speaks = conflict.meetings.some((m) => {
          const set = rounds[m - 1]?.set
          return set && (wish.set === null ? set.kind === 'mixed' : wish.set === set.id)
        })
        if (speaks) found.add(n)
      } else if (wish.kind === one.kind && wish.people.includes(one.a) && wish.people.includes(one.b)) found.add(n)
    }
  return [...found]
}
