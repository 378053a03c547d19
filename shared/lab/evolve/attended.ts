import type { Attended, Lab, Stay } from '../lab.ts'
import type { Instant } from '../time.ts'
import type { Evolvers } from './evolvers.ts'

/** The group somebody works in now: of the block under way; null where everybody is together. */
function groupNow(lab: Lab, meeting: number, person: string): string | null {
  const current = lab.meetings[meeting]?.current ?? null
  const grouping = lab.kit.meetings.find(({ number }) => number === meeting)?.agenda.find(({ id }) => id === current)?.grouping
  if (!grouping || grouping.groups === 'none') return null
  const mine = (lab.memberOf.get(person) ?? []).find((id) => {
    const group = lab.groups.get(id)
    return grouping.groups === 'project' ? group?.kind === 'project' : group?.meeting === meeting && group.moment === grouping.moment
  })
  return mine ?? null
}

/** What was before a moment: whoever went had gone by then, whatever began meanwhile. */
const until = (stays: readonly Stay[], at: Instant): Stay[] =>
  stays.filter(({ from }) => from < at).map((stay) => (stay.to === null || stay.to > at ? { ...stay, to: at } : stay))

const having = (lab: Lab, one: Attended, stays: readonly Stay[]): Lab => {
  const key = `${one.meeting}|${one.person}`
  return { ...lab, attended: stays.length === 0 ? lab.attended.delete(key) : lab.attended.set(key, { ...one, stays }) }
}

const isThere = ({ stays }: Attended): boolean => stays.at(-1)?.to === null

/** Whoever is there and works in another group from now on begins a new stay. */
export function regrouped(lab: Lab, at: Instant): Lab {
  let next = lab
  for (const one of lab.attended.values()) {
    const last = one.stays.at(-1)
    if (!last || last.to !== null || lab.meetings[one.meeting]?.status !== 'open') continue
    const group = groupNow(lab, one.meeting, one.person)
    if (group !== last.group) next = having(next, one, [...until(one.stays, at), { from: at, to: null, group }])
  }
  return next
}

/** The meeting is over: so are all stays in it. */
export function endAttended(lab: Lab, meeting: number, at: Instant): Lab {
  let next = lab
  for (const one of lab.attended.values()) if (one.meeting === meeting && isThere(one)) next = having(next, one, until(one.stays, at))
  return next
}

export function forgetAttended(lab: Lab, person: string): Lab {
  let { attended: table } = lab
  for (const key of table.keys()) if (key.endsWith(`|${person}`)) table = table.delete(key)
  return { ...lab, attended: table }
}

export const attended = {
  attendanceSeen: (lab, { body: { meeting, seen } }) => {
    let next = lab
    for (const { person, kind, at } of seen) {
      const known = next.people.get(person)
      if (!known || known.erased) continue
      const one = next.attended.get(`${meeting}|${person}`) ?? { meeting, person, stays: [] }
      if (kind === 'went') next = having(next, one, until(one.stays, at))
      else if (!isThere(one) && next.meetings[meeting]?.status === 'open') {
        const last = one.stays.at(-1)?.to ?? at
        next = having(next, one, [...one.stays, { from: last > at ? last : at, to: null, group: groupNow(next, meeting, person) }])
      }
    }
    return next
  },
} satisfies Partial<Evolvers>
