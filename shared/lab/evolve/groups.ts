import type { EventBody } from '../events.ts'
import type { Group, Lab } from '../lab.ts'
import { blockKey, groupIdOf } from '../places.ts'
import { regrouped } from './attended.ts'
import type { Evolvers } from './evolvers.ts'
import { followGroups } from './rooms.ts'

const join = (lab: Lab, person: string, group: string): Lab => ({
  ...lab,
  groups: lab.groups.update(group, (one) => ({
    ...one,
    people: [...one.people.filter((id) => id !== person), person],
    former: one.former.filter((id) => id !== person),
  })),
  memberOf: lab.memberOf.set(person, [...(lab.memberOf.get(person) ?? []).filter((id) => id !== group), group]),
})

const leave = (lab: Lab, person: string, group: string): Lab => ({
  ...lab,
  groups: lab.groups.update(group, (one) => ({
    ...one,
    people: one.people.filter((id) => id !== person),
    former: [...one.former.filter((id) => id !== person), person],
  })),
  memberOf: lab.memberOf.set(
    person,
    (lab.memberOf.get(person) ?? []).filter((id) => id !== group),
  ),
})

/** The lab once somebody went from one group to another; null: from none, to none. */
export function moved(lab: Lab, { person, from, to }: EventBody<'personMoved'>): Lab {
  const left = from === null ? lab : leave(lab, person, from)
  return to === null ? left : join(left, person, to)
}

const hasWorked = (lab: Lab, group: Group): boolean =>
  lab.kit.meetings.some((meeting) =>
    meeting.agenda.some(({ id, grouping }) => {
      const here =
        grouping.groups === 'mixed'
          ? group.meeting === meeting.number && group.moment === grouping.moment
          : grouping.groups === 'project' && group.kind === 'project'
      return here && lab.meetings[meeting.number]?.runs[id] !== undefined
    }),
  )

export const groups = {
  groupsFormed: (lab, { body, at }) => {
    const meeting = body.meeting ?? null
    const moment = body.moment ?? null
    const same = (group: Group) => group.kind === body.kind && group.meeting === meeting && group.moment === moment
    const old = [...lab.groups.values()].filter(same)
    // formed again: everybody leaves the earlier groups, whose notes and former members stay
    let next = old.reduce((state, group) => group.people.reduce((inner, person) => leave(inner, person, group.id), state), lab)
    const kept = new Set<string>()
    for (const one of body.groups) {
      const id = groupIdOf(meeting ?? 0, one.key)
      kept.add(id)
      const before = next.groups.get(id)
      next = {
        ...next,
        groups: next.groups.set(id, {
          id,
          key: one.key,
          kind: body.kind,
          meeting,
          moment,
          name: one.name,
          people: [],
          former: before?.former ?? [],
          done: before?.done ?? [],
        }),
      }
      next = one.people.reduce((state, person) => join(state, person, id), next)
    }
    const written = new Set([...next.contributions.values()].map((note) => groupIdOf(note.meeting, note.group)))
    // a group in whose blocks people have worked stays, empty: what they wrote there may be on its way yet (CMD8)
    for (const group of old)
      if (!kept.has(group.id) && !written.has(group.id) && !hasWorked(lab, group)) next = { ...next, groups: next.groups.delete(group.id) }
    return regrouped(followGroups(next), at)
  },
  groupRenamed: (lab, { body }) => ({ ...lab, groups: lab.groups.update(body.group, (group) => ({ ...group, name: body.name })) }),
  personMoved: (lab, { body, at }) => regrouped(followGroups(moved(lab, body)), at),
  wishesSet: (lab, { body }) => ({ ...lab, wishes: body.wishes }),
  setLocked: (lab, { body }) => ({
    ...lab,
    lockedSets: [...lab.lockedSets.filter((set) => set !== body.set), ...(body.locked ? [body.set] : [])].sort(),
  }),
  attendanceMarked: (lab, { body: { meeting, marks }, at }) => ({
    ...lab,
    attendance: marks.reduce(
      (table, { person, state }) => table.set(`${meeting}|${person}`, { meeting, person, state, at }),
      lab.attendance,
    ),
  }),
  groupDone: (lab, { body }) => {
    const block = blockKey(body.meeting, body.block)
    return {
      ...lab,
      groups: lab.groups.update(body.group, (group) => ({
        ...group,
        done: [...group.done.filter((one) => one !== block), ...(body.done ? [block] : [])],
      })),
    }
  },

  helpAsked: (lab, { body, at, actor }) => ({
    ...lab,
    helps: lab.helps.set(body.help, {
      id: body.help,
      meeting: body.meeting,
      group: body.group,
      reason: body.reason,
      by: actor,
      answeredBy: null,
      status: 'asked',
      at,
    }),
  }),
  helpAnswered: (lab, { body, actor }) => ({
    ...lab,
    helps: lab.helps.update(body.help, (help) => ({ ...help, answeredBy: actor, status: 'answered' as const })),
  }),
  helpClosed: (lab, { body }) => ({ ...lab, helps: lab.helps.update(body.help, (help) => ({ ...help, status: 'closed' as const })) }),
} satisfies Partial<Evolvers>
