import { type Model, offShare } from './model.ts'
import type { GroupsProblem } from './problem.ts'
import { unitsOf } from './units.ts'

/** What no plan can go below. */
export interface Bounds {
  readonly sector: number
  readonly organisation: number
  /** Repeats, past ones included; where `sector` is 0 and sectors go first, of plans whose sectors are even. */
  readonly repeats: number
}

/** Pairs within the groups when so many people are spread over so many groups as evenly as can be. */
export function spread(people: number, groups: number): number {
  const few = Math.floor(people / groups)
  const more = people - few * groups
  return (more * (few + 1) * few) / 2 + ((groups - more) * few * (few - 1)) / 2
}

/** Six groups of six: two Latin squares of order 6 are never orthogonal (Tarry), so no four meetings are without repeats. */
const KNOWN_CLEAN: readonly { readonly people: number; readonly groups: number; readonly rounds: number }[] = [
  { people: 36, groups: 6, rounds: 3 },
]

/** Bounds by counting: formulas and proofs in docs/decisions/010. */
export function boundsOf(model: Model): Bounds {
  const sector = leastSector(model)
  const even = sector === 0 && model.priority === 'sectors'
  return { sector, organisation: leastColleagues(model), repeats: model.historyRepeats + leastRepeats(model, even) }
}

/** Units and people fixed to one group may be more of a sector than its share. */
function leastSector(model: Model): number {
  const { problem, number, groups, present } = model
  const sectorOf = new Map(problem.participants.map(({ id, sector }) => [id, sector]))
  let sum = 0
  for (const [meeting, n] of number.entries()) {
    const here = present[meeting]?.length ?? 0
    const size = model.capacity[meeting] ?? 0
    const totals = new Map<string, number>()
    for (const person of present[meeting] ?? []) {
      const sector = problem.participants[person]?.sector ?? ''
      totals.set(sector, (totals.get(sector) ?? 0) + 1)
    }
    const parts = fixedTogether(problem, n, groups[meeting] ?? 1)
    for (const people of parts) {
      const counts = new Map<string, number>()
      for (const id of people) counts.set(sectorOf.get(id) ?? '', (counts.get(sectorOf.get(id) ?? '') ?? 0) + 1)
      for (const [sector, count] of counts) {
        const total = totals.get(sector) ?? 0
        if (count > 1) sum += offShare(total, size, here, Math.max(count, Math.ceil((total * size) / Math.max(1, here))))
      }
    }
  }
  return sum
}

/** People of one meeting who are in one group in every plan: units, and those fixed to the same group, each person in one part only. */
function fixedTogether(problem: GroupsProblem, meeting: number, groups: number): string[][] {
  const away = new Set(problem.participants.filter(({ absent }) => absent?.includes(meeting + 1)).map(({ id }) => id))
  const fixedTo = new Map<string, number>()
  for (const { participant, group, meetings } of problem.fixed ?? [])
    if (!away.has(participant) && group <= groups && (!meetings || meetings.includes(meeting + 1))) fixedTo.set(participant, group)
  const units = unitsOf(problem, meeting)
  const inUnit = new Set(units.flat())
  const parts = new Map<number | string[], string[]>()
  for (const unit of units) {
    const group = unit.map((id) => fixedTo.get(id)).find((found) => found !== undefined)
    const at = group ?? unit
    parts.set(at, [...(parts.get(at) ?? []), ...unit])
  }
  for (const [id, group] of fixedTo) if (!inUnit.has(id)) parts.set(group, [...(parts.get(group) ?? []), id])
  return [...parts.values()]
}

/** Colleagues who are more than the groups must share one. */
function leastColleagues({ problem, present, groups }: Model): number {
  let sum = 0
  for (const [meeting, here] of present.entries()) {
    const many = new Map<string, number>()
    for (const person of here) {
      const organisation = problem.participants[person]?.organisation
      if (organisation) many.set(organisation, (many.get(organisation) ?? 0) + 1)
    }
    for (const people of many.values()) sum += spread(people, groups[meeting] ?? 1)
  }
  return sum
}

/** Repeats that meetings still to be planned add to those of the past. */
function leastRepeats(model: Model, even: boolean): number {
  const count = countsOf(model)
  return Math.max(0, byMeetingsLeft(model, count, even), byPerson(model, count, even), byEarlierGroups(model), byKnownDesigns(model))
}

interface Counts {
  /** How often two people may meet without a repeat. */
  readonly free: Int32Array
  /** People of each sector, by meeting. */
  readonly totals: readonly Int32Array[]
}

function countsOf(model: Model): Counts {
  const totals = model.present.map((here) => {
    const total = new Int32Array(model.sectors)
    for (const person of here) total[model.sectorOf[person] ?? 0]!++
    return total
  })
  return { free: freeMeetings(model), totals }
}

/** How often two people may meet without a repeat: once, never if they met or are kept apart; as often as both are there if they are kept together. */
function freeMeetings(model: Model): Int32Array {
  const { people, present, history, repeatable, between } = model
  const both = new Int32Array(people * people)
  for (const here of present) for (const a of here) for (const b of here) if (a !== b) both[a * people + b]!++
  for (let at = 0; at < both.length; at++) {
    if ((between[at] ?? 0) > 500_000) both[at] = 0
    else if (repeatable[at]) both[at] = history[at] ? 0 : Math.min(1, both[at] ?? 0)
  }
  return both
}

/** Most and fewest pairs of one sector in the groups of one meeting, when each group has its share rounded down or up. */
function sameSector(model: Model, meeting: number, total: number): { least: number; most: number } {
  const { groups, least, capacity, present } = model
  const here = present[meeting]?.length ?? 0
  const many = groups[meeting] ?? 1
  const few = least[meeting] ?? 0
  const large = here - few * many
  // each group begins with its lower count; those that may have one more are the same or dearer the larger they are
  const steps: number[] = []
  let pairs = 0
  let left = total
  for (const [size, number] of [
    [few, many - large],
    [capacity[meeting] ?? 0, large],
  ] as const) {
    if (number === 0) continue
    const lower = Math.floor((total * size) / Math.max(1, here))
    const upper = Math.ceil((total * size) / Math.max(1, here))
    pairs += (number * lower * (lower - 1)) / 2
    left -= number * lower
    if (upper > lower) for (let n = 0; n < number; n++) steps.push(lower)
  }
  steps.sort((a, b) => a - b)
  const sum = (list: readonly number[]): number => list.reduce((all, step) => all + step, 0)
  return { least: pairs + sum(steps.slice(0, Math.max(0, left))), most: pairs + sum(steps.slice(Math.max(0, steps.length - left))) }
}

/** Meetings of pairs that have to be, less the pairs that may still meet for the first time. */
function byMeetingsLeft(model: Model, count: Counts, even: boolean): number {
  const { people, present, groups, sectorOf, sectors } = model
  const { free } = count
  const all = present.reduce((sum, here, meeting) => sum + spread(here.length, groups[meeting] ?? 1), 0)
  let within = 0
  const freeWithin = new Float64Array(sectors)
  let freeAcross = 0
  for (let a = 0; a < people; a++)
    for (let b = 0; b < a; b++) {
      const may = free[a * people + b] ?? 0
      within += may
      if (sectorOf[a] === sectorOf[b]) freeWithin[sectorOf[a] ?? 0]! += may
      else freeAcross += may
    }
  let most = all - within
  if (!even || sectors < 2) return most
  // with even sectors, how many of a group's pairs are of one sector is settled but for a little play
  let sum = 0
  let across = all
  const repeatsAcross = new Float64Array(sectors)
  for (let sector = 0; sector < sectors; sector++) {
    let least = 0
    let greatest = 0
    for (let meeting = 0; meeting < present.length; meeting++) {
      const pairs = sameSector(model, meeting, count.totals[meeting]?.[sector] ?? 0)
      least += pairs.least
      greatest += pairs.most
    }
    sum += Math.max(0, least - (freeWithin[sector] ?? 0))
    across -= greatest
    repeatsAcross[sector] = acrossOne(model, count, sector)
  }
  most = Math.max(most, sum + Math.max(0, across - freeAcross))
  // every meeting across sectors is seen from two of them
  const halves = repeatsAcross.reduce((total, repeats) => total + repeats, 0)
  return Math.max(most, sum + Math.ceil(halves / 2))
}

/** Repeats with people of other sectors that those of one sector must have together. */
function acrossOne(model: Model, { free, totals }: Counts, sector: number): number {
  const { people, groups, least, capacity, sectorOf } = model
  let meetings = 0
  for (const [meeting, here] of totals.entries()) {
    const many = groups[meeting] ?? 1
    // only where all groups have one size is it settled how many others somebody sits with
    if (least[meeting] !== capacity[meeting]) continue
    const total = here[sector] ?? 0
    meetings += total * ((capacity[meeting] ?? 1) - 1) - 2 * spread(total, many)
  }
  let may = 0
  for (let a = 0; a < people; a++)
    if (sectorOf[a] === sector) for (let b = 0; b < people; b++) if (sectorOf[b] !== sector) may += free[a * people + b] ?? 0
  return Math.max(0, meetings - may)
}

/** What each person has to meet, less those they may still meet for the first time. */
function byPerson(model: Model, { free, totals }: Counts, even: boolean): number {
  const { people, present, least, capacity, sectorOf, sectors } = model
  const there = present.map((here) => new Set(here))
  let sum = 0
  for (let person = 0; person < people; person++) {
    const sector = sectorOf[person] ?? 0
    let mates = 0
    let same = 0
    let other = 0
    for (const [meeting, here] of present.entries()) {
      if (!there[meeting]?.has(person)) continue
      const few = least[meeting] ?? 0
      mates += Math.max(0, few - 1)
      const total = totals[meeting]?.[sector] ?? 0
      same += Math.max(0, Math.floor((total * few) / here.length) - 1)
      other += Math.min(...[few, capacity[meeting] ?? 0].map((size) => Math.max(0, size - Math.ceil((total * size) / here.length))))
    }
    let may = 0
    let maySame = 0
    for (let mate = 0; mate < people; mate++) {
      const times = free[person * people + mate] ?? 0
      may += times
      if (sectorOf[mate] === sector) maySame += times
    }
    const apart = even && sectors > 1 ? Math.max(0, same - maySame) + Math.max(0, other - (may - maySame)) : 0
    sum += Math.max(0, mates - may, apart)
  }
  return Math.ceil(sum / 2)
}

/** People of one earlier group, past ones included, must be dealt over the groups of a later meeting. */
function byEarlierGroups(model: Model): number {
  const { problem, ids, people, present, groups, repeatable } = model
  const everybody = present.every((here) => here.length === people) && repeatable.every((one) => one === 1)
  const indexOf = new Map(ids.map((id, n) => [id, n]))
  const settled = [...(problem.past ?? []), ...(problem.locked ?? []).map(({ groups: list }) => list)].map((held) =>
    held.map((group) => group.map((id) => indexOf.get(id) ?? 0)),
  )
  let sum = 0
  for (const [meeting, here] of present.entries()) {
    const many = groups[meeting] ?? 1
    const there = new Set(here)
    let most = 0
    for (const held of settled) {
      let pairs = 0
      for (const group of held) {
        const again = group.filter((person) => there.has(person))
        // pairs kept together on purpose are no repeats, and may be the very ones that meet
        let exempt = 0
        for (const [n, a] of again.entries()) for (const b of again.slice(n + 1)) if (!repeatable[a * people + b]) exempt++
        pairs += Math.max(0, spread(again.length, many) - exempt)
      }
      most = Math.max(most, pairs)
    }
    if (everybody)
      for (let earlier = 0; earlier < meeting; earlier++) {
        const before = groups[earlier] ?? 1
        const few = Math.floor(people / before)
        const large = people - few * before
        most = Math.max(most, large * spread(few + 1, many) + (before - large) * spread(few, many))
      }
    sum += most
  }
  return sum
}

/** Meetings that share no repeated pair are without repeats among themselves; where at most so many can be, the others cost one each. */
function byKnownDesigns(model: Model): number {
  const { people, present, groups, repeatable, meetings } = model
  const known = KNOWN_CLEAN.find((one) => one.people === people && groups.every((many) => many === one.groups))
  if (!known || present.some((here) => here.length < people) || repeatable.includes(0)) return 0
  return meetings - known.rounds
}
