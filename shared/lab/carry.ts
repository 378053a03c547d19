import type { Zone } from '../kit/index.ts'
import { goesOnBoard } from './board-notes.ts'
import { type Contribution, isUsable, kitMeeting, type Lab, type Meeting } from './lab.ts'
import { isMixed, projectKeyOf } from './places.ts'

/** A note of an earlier meeting that a zone of a later one starts from. No new contribution: a reference, known by its note and the zone it goes to. */
export interface Carried {
  readonly contribution: string
  readonly from: { readonly meeting: number; readonly group: string; readonly zone: string }
  /** `group` null: no group of this zone is nearer to it than another, so that everybody is shown it when the meeting opens. */
  readonly to: { readonly meeting: number; readonly group: string | null; readonly zone: string }
  /** Written or changed after the meeting it goes to had begun. */
  readonly late: boolean
  /** The contributions of that zone that began from it. */
  readonly takenUp: readonly string[]
}

export const carriedKey = ({ contribution, to }: Pick<Carried, 'contribution' | 'to'>): string =>
  `${contribution}>m${to.meeting}/${to.zone}`

/** True where a meeting's results go on: once it was closed, and still when it is opened again. */
const held = (meeting: Meeting | undefined): boolean => meeting?.closedAt != null

/** The project group of a note: its own, or its author's where it was written elsewhere. */
function projectGroupOf(lab: Lab, note: Contribution): string | null {
  if (!isMixed(note.group) && note.group !== 'all') return note.group
  return note.author === null ? null : projectKeyOf(lab.memberOf.get(note.author) ?? [])
}

/** The group of the later zone that the note is for; null where there is none of which that can be said. */
function groupFor(lab: Lab, note: Contribution, meeting: number, zone: Zone): string | null {
  const groupings = (kitMeeting(lab, meeting)?.agenda ?? []).filter(({ zones }) => zones.includes(zone.id)).map(({ grouping }) => grouping)
  if (groupings.some(({ groups }) => groups === 'project')) {
    const key = projectGroupOf(lab, note)
    return key !== null && lab.groups.has(key) ? key : null
  }
  return groupings.some(({ groups }) => groups === 'none') ? 'all' : null
}

/**
 * What a meeting starts from: every note that counts, of a zone that leads to one of its zones, once the note's meeting was closed. In the order of zones and
 * of writing. A note that went (withdrawn, hidden, redacted) is carried no more.
 */
export function carriedInto(lab: Lab, number: number): Carried[] {
  const meeting = kitMeeting(lab, number)
  const state = lab.meetings[number]
  if (!meeting || !state) return []
  const targets = new Map<string, Zone[]>()
  for (const earlier of lab.kit.meetings) {
    if (earlier.number >= number || !held(lab.meetings[earlier.number])) continue
    for (const zone of earlier.canvas.zones) {
      const to = meeting.canvas.zones.filter(({ id }) => zone.leadsTo.some((lead) => lead.to === 'zone' && lead.zone === id))
      if (to.length > 0 && goesOnBoard(zone.answer.type)) targets.set(`${earlier.number}/${zone.id}`, to)
    }
  }
  if (targets.size === 0) return []
  const begun = new Map<string, string[]>()
  const notes: Contribution[] = []
  for (const note of lab.contributions.values()) {
    if (note.derivedFrom !== null && note.meeting === number && !note.withdrawn && !note.redacted) {
      const key = `${note.derivedFrom}/${note.zone}`
      begun.set(key, [...(begun.get(key) ?? []), note.id])
    }
    if (isUsable(note) && targets.has(`${note.meeting}/${note.zone}`)) notes.push(note)
  }
  notes.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
  const carried = notes.flatMap((note) =>
    (targets.get(`${note.meeting}/${note.zone}`) ?? []).map((zone) => ({
      contribution: note.id,
      from: { meeting: note.meeting, group: note.group, zone: note.zone },
      to: { meeting: number, group: groupFor(lab, note, number, zone), zone: zone.id },
      late: state.openedAt !== null && (note.editedAt ?? note.at) > state.openedAt,
      takenUp: begun.get(`${note.id}/${zone.id}`) ?? [],
    })),
  )
  const order = new Map(meeting.canvas.zones.map(({ id }, i) => [id, i]))
  return carried.sort((a, b) => (order.get(a.to.zone) ?? 0) - (order.get(b.to.zone) ?? 0))
}

/** What "picking up from here" shows: what was decided, and what somebody promised. */
export interface Opening {
  readonly contribution: string
  readonly kind: 'decided' | 'commitment'
  /** Dots it was given, where it was voted on. */
  readonly dots: number
  /** Its project group, or its author's; null where it is everybody's. */
  readonly group: string | null
}

/** Notes of a zone that was voted on which count as decided. */
const MOST_VOTED = 5

/**
 * What a meeting opens with. Decided: in the last meeting held before it, the sentences of the project groups, the notes with most dots of every count that was
 * revealed, and what leads to the next opening. Commitments: of all meetings held before it, while they are open.
 */
export function openingOf(lab: Lab, number: number): Opening[] {
  const before = lab.kit.meetings.filter((one) => one.number < number && held(lab.meetings[one.number]))
  const last = before.at(-1)
  const opening: Opening[] = []
  const seen = new Set<string>()
  const add = (note: Contribution | undefined, kind: Opening['kind'], dots: number): void => {
    if (!note || !isUsable(note) || seen.has(note.id)) return
    seen.add(note.id)
    opening.push({ contribution: note.id, kind, dots, group: projectGroupOf(lab, note) })
  }
  if (last) {
    const byZone = new Map<string, Contribution[]>()
    for (const note of lab.contributions.values())
      if (note.meeting === last.number) byZone.set(note.zone, [...(byZone.get(note.zone) ?? []), note])
    for (const zone of last.canvas.zones) {
      const notes = (byZone.get(zone.id) ?? []).toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
      const leads = zone.leadsTo.some(({ to }) => to === 'next-opening')
      if (zone.answer.type === 'sentence' || (leads && goesOnBoard(zone.answer.type) && zone.answer.type !== 'commitments'))
        for (const note of notes) add(note, 'decided', 0)
      const tally = zone.answer.type === 'votes' ? lab.results.get(`${last.number}/${zone.id}`) : undefined
      if (!tally) continue
      const ranked = Object.entries(tally.dots).filter(([, dots]) => dots > 0)
      ranked.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      for (const [id, dots] of ranked.slice(0, MOST_VOTED)) add(lab.contributions.get(id), 'decided', dots)
    }
  }
  const numbers = new Set(before.map((one) => one.number))
  const promises = [...lab.contributions.values()].filter(
    (note) => note.answer.type === 'commitments' && numbers.has(note.meeting) && note.settled === null,
  )
  for (const note of promises.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))) add(note, 'commitment', 0)
  return opening
}
