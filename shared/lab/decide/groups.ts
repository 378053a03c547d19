import type { EventBody, NewEvent } from '../events.ts'
import { moved } from '../evolve/groups.ts'
import type { Lab } from '../lab.ts'
import { kitBlock, kitMeeting } from '../lab.ts'
import { groupIdOf, readSetId, setIdOf } from '../places.ts'
import { accept, reject, type Result } from '../rejection.ts'
import { hasRole } from '../roles.ts'
import { instantOf } from '../time.ts'
import { activePerson, currentGroup, type Deciders } from './context.ts'

/** A lease lasts a minute: a host's panel renews it with each report, and another may take over a minute after it falls silent. Shorter would fill the log with renewals. */
export const LEASE_MS = 60_000

type Bodies = EventBody<'groupsFormed'>['groups']

const byPerson = (seats: readonly { readonly person: string; readonly group: string }[]): string[] =>
  seats.map(({ person, group }) => `${person} ${group}`).sort()

/** What is wrong with a set of groups: somebody twice, unknown or erased, two names that Zoom could not tell apart. */
function faultOf(lab: Lab, groups: Bodies, keyOf: RegExp): ReturnType<typeof reject> | null {
  const people = new Set<string>()
  const names = new Set<string>()
  const keys = new Set<string>()
  for (const [i, group] of groups.entries()) {
    if (!keyOf.test(group.key)) return reject('unknown_group', `groups.${i}.key`, { group: group.key })
    if (keys.has(group.key)) return reject('group_names_alike', `groups.${i}.key`, { name: group.key })
    keys.add(group.key)
    // Zoom gives rooms back by name: they must differ (facts: createBreakoutRooms is index and name aligned)
    const name = group.name.trim().toLowerCase()
    if (names.has(name)) return reject('group_names_alike', `groups.${i}.name`, { name: group.name })
    names.add(name)
    for (const [j, person] of group.people.entries()) {
      if (!activePerson(lab, person)) return reject('unknown_person', `groups.${i}.people.${j}`)
      if (people.has(person)) return reject('person_twice', `groups.${i}.people.${j}`)
      people.add(person)
    }
  }
  return null
}

/** True where the programme has this set of groups. */
function hasSet(lab: Lab, set: string): boolean {
  const { meeting, moment } = readSetId(set)
  return lab.kit.meetings.some(({ number, agenda }) =>
    agenda.some(({ grouping }) =>
      meeting === null ? grouping.groups === 'project' : number === meeting && grouping.groups === 'mixed' && grouping.moment === moment,
    ),
  )
}

function formed(lab: Lab, meeting: number | null, moment: number | null, groups: Bodies): Result<{ readonly events: readonly NewEvent[] }> {
  if (lab.lockedSets.includes(setIdOf(meeting, moment))) return reject('set_locked')
  if (meeting === null || moment === null)
    return faultOf(lab, groups, /^g\d+$/) ?? accept({ events: [{ type: 'groupsFormed', body: { kind: 'project', groups } }] })
  if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
  const moments = kitMeeting(lab, meeting)?.agenda.map((block) => (block.grouping.groups === 'mixed' ? block.grouping.moment : 0))
  if (!moments?.includes(moment)) return reject('unknown_group', 'moment', { group: `x${moment}` })
  return (
    faultOf(lab, groups, new RegExp(`^x${moment}-\\d+$`)) ??
    accept({ events: [{ type: 'groupsFormed', body: { kind: 'mixed', meeting, moment, groups } }] })
  )
}

/** A move of one person between groups of one set: from the group they are in, to one where they are not yet. */
function moving(lab: Lab, { person, from, to }: EventBody<'personMoved'>): Result<{ readonly events: readonly NewEvent[] }> {
  if (!activePerson(lab, person)) return reject('unknown_person', 'person')
  const source = from === null ? null : lab.groups.get(from)
  const target = to === null ? null : lab.groups.get(to)
  if (source === undefined || (source && !source.people.includes(person))) return reject('unknown_group', 'from', { group: from ?? '' })
  if (target === undefined) return reject('unknown_group', 'to', { group: to ?? '' })
  if (from === to) return reject('nothing_to_do')
  const same = [...lab.groups.values()].find(
    (one) =>
      target &&
      one.id !== from &&
      one.people.includes(person) &&
      one.kind === target.kind &&
      one.meeting === target.meeting &&
      one.moment === target.moment,
  )
  if (same) return reject('person_twice', 'to', { group: same.name })
  return accept({ events: [{ type: 'personMoved', body: { person, from, to } }] })
}

/** Groups, breakout rooms and calls for help. */
export const groupDeciders = {
  formProjectGroups: (lab, { groups }) => formed(lab, null, null, groups),
  formMixedGroups: (lab, { meeting, moment, groups }) => formed(lab, meeting, moment, groups),
  formGroupSets: (lab, { sets }) => {
    const events: NewEvent[] = []
    for (const [i, { set, groups }] of sets.entries()) {
      if (sets.findIndex((one) => one.set === set) < i) return reject('group_names_alike', `sets.${i}.set`, { name: set })
      const { meeting, moment } = readSetId(set)
      const one = formed(lab, meeting, moment, groups)
      if (!one.ok) return reject(one.rejection.code, `sets.${i}.${one.rejection.field ?? 'set'}`, one.rejection.facts)
      events.push(...one.value.events)
    }
    return accept({ events })
  },
  movePeople: (lab, { moves }) => {
    const events: NewEvent[] = []
    let state = lab
    for (const [i, { person, from, to }] of moves.entries()) {
      const one = moving(state, { person, from, to })
      if (!one.ok) return reject(one.rejection.code, `moves.${i}.${one.rejection.field ?? 'to'}`, one.rejection.facts)
      events.push(...one.value.events)
      state = moved(state, { person, from, to })
    }
    return accept({ events })
  },
  setWishes: (lab, { wishes }) => {
    for (const [i, wish] of wishes.entries()) {
      const named = wish.kind === 'fixed' ? [wish.person] : wish.people
      const unknown = named.findIndex((person) => !activePerson(lab, person))
      if (unknown >= 0) return reject('unknown_person', `wishes.${i}.${wish.kind === 'fixed' ? 'person' : `people.${unknown}`}`)
      if (new Set(named).size < named.length) return reject('person_twice', `wishes.${i}.people`)
      if (wish.kind === 'fixed' && wish.set !== null && !hasSet(lab, wish.set))
        return reject('unknown_group', `wishes.${i}.set`, { group: wish.set })
    }
    return JSON.stringify(wishes) === JSON.stringify(lab.wishes)
      ? reject('nothing_to_do', 'wishes')
      : accept({ events: [{ type: 'wishesSet', body: { wishes } }] })
  },
  lockSet: (lab, { set, locked }) => {
    if (!hasSet(lab, set)) return reject('unknown_group', 'set', { group: set })
    return lab.lockedSets.includes(set) === locked
      ? reject('nothing_to_do', 'locked')
      : accept({ events: [{ type: 'setLocked', body: { set, locked } }] })
  },
  markAttendance: (lab, { meeting, marks }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    const unknown = marks.findIndex(({ person }) => !activePerson(lab, person))
    if (unknown >= 0) return reject('unknown_person', `marks.${unknown}.person`)
    const fresh = marks.filter(({ person, state }) => lab.attendance.get(`${meeting}|${person}`)?.state !== state)
    return fresh.length === 0
      ? reject('nothing_to_do', 'marks')
      : accept({ events: [{ type: 'attendanceMarked', body: { meeting, marks: fresh } }] })
  },
  renameGroup: (lab, { group, name }, { actor }) => {
    const found = lab.groups.get(group)
    if (!found) return reject('unknown_group', 'group', { group })
    const mine = actor.person !== null && found.people.includes(actor.person)
    if (!mine && !hasRole(actor, 'facilitator', 'organiser')) return reject('not_in_group', 'group', { group })
    const alike = [...lab.groups.values()].some(
      (one) =>
        one.id !== group &&
        one.meeting === found.meeting &&
        one.moment === found.moment &&
        one.name.trim().toLowerCase() === name.trim().toLowerCase(),
    )
    return alike ? reject('group_names_alike', 'name', { name }) : accept({ events: [{ type: 'groupRenamed', body: { group, name } }] })
  },
  movePerson: (lab, move) => moving(lab, move),
  markDone: (lab, { meeting, block, group, done }, { actor }) => {
    const found = lab.groups.get(group)
    if (!found) return reject('unknown_group', 'group', { group })
    if (!kitBlock(lab, meeting, block)) return reject('unknown_block', 'block', { block })
    const mine = actor.person !== null && found.people.includes(actor.person)
    if (!mine && !hasRole(actor, 'facilitator')) return reject('not_in_group', 'group', { group })
    return accept({ events: [{ type: 'groupDone', body: { group, meeting, block, done } }] })
  },

  requestRooms: (lab, { meeting, block }, { newId, now }) => {
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const planned = kitBlock(lab, meeting, block)
    if (!planned) return reject('unknown_block', 'block', { block })
    const { grouping } = planned
    const groups = [...lab.groups.values()]
      .filter((group) =>
        grouping.groups === 'project'
          ? group.kind === 'project'
          : grouping.groups === 'mixed' && group.meeting === meeting && group.moment === grouping.moment,
      )
      .filter((group) => group.people.length > 0)
      .sort(
        (a, b) => Number(a.key.replace(/\D+/g, ' ').trim().split(' ').pop()) - Number(b.key.replace(/\D+/g, ' ').trim().split(' ').pop()),
      )
    if (groups.length === 0) return reject('groups_needed', 'block', { block })
    const busy = lab.rooms[meeting]
    // whoever was making rooms and fell silent has lost the lease: a new request may begin
    if (busy?.lease && busy.lease.until > now && ['creating', 'assigning', 'opening', 'closing', 'close-requested'].includes(busy.stage))
      return reject('rooms_busy', 'meeting', { meeting })
    const request = newId('req')
    const rooms = groups.map((group) => ({ group: group.id, name: group.name, people: [...group.people] }))
    return accept({ events: [{ type: 'roomsRequested', body: { request, meeting, rooms } }], answer: { request } })
  },
  closeRooms: (lab, { meeting }) => {
    const rooms = lab.rooms[meeting]
    if (!rooms || ['closed', 'failed', 'close-requested', 'closing'].includes(rooms.stage))
      return reject('nothing_to_do', 'meeting', { meeting })
    if (rooms.stage === 'requested')
      return accept({ events: [{ type: 'roomsReported', body: { request: rooms.request, stage: 'closed' } }] })
    return accept({ events: [{ type: 'roomsCloseRequested', body: { request: rooms.request } }] })
  },
  takeRooms: (lab, { request, lease }, { actor, now }) => {
    const rooms = Object.values(lab.rooms).find((one) => one.request === request)
    if (!rooms) return reject('unknown_request', 'request')
    if (!actor.zoom || lab.zoomMeetings.get(actor.zoom.meeting)?.meeting !== rooms.meeting) return reject('not_zoom_host', 'request')
    if (rooms.stage === 'closed' || rooms.stage === 'failed') return reject('nothing_to_do', 'request')
    const { role } = actor.zoom
    if (role === 'participant') return reject('not_zoom_host', 'request')
    const held = rooms.lease !== null && rooms.lease.key !== lease && rooms.lease.until > now
    // the host sees who sits where, a co-host does not: theirs is the better hand
    if (held && !(role === 'host' && rooms.lease?.role === 'co-host')) return reject('lease_lost', 'lease')
    return accept({ events: [{ type: 'roomsTaken', body: { request, lease, until: instantOf(Date.parse(now) + LEASE_MS), role } }] })
  },
  reportRooms: (lab, { request, lease, stage, aliases, plan, problem, ...ofPeople }, { actor, now }) => {
    const rooms = Object.values(lab.rooms).find((one) => one.request === request)
    if (!rooms) return reject('unknown_request', 'request')
    if (rooms.lease?.key !== lease) return reject('lease_lost', 'lease')
    // somebody was moved while the report was on its way: what it says of people was seen before
    const { assigned, unreachable, elsewhere } = plan === undefined || plan === rooms.plan ? ofPeople : {}
    const role = actor.zoom && actor.zoom.role !== 'participant' ? { role: actor.zoom.role } : {}
    // a report that says nothing new only renews the lease: rooms stay open for an hour
    const isNews = (told: unknown, known: unknown) => told !== undefined && JSON.stringify(told) !== JSON.stringify(known)
    const says =
      stage !== rooms.stage ||
      isNews(aliases && { ...rooms.aliases, ...aliases }, rooms.aliases) ||
      isNews(assigned, rooms.assigned) ||
      isNews(unreachable, rooms.unreachable) ||
      isNews(elsewhere && byPerson(elsewhere), byPerson(Object.entries(rooms.elsewhere).map(([person, group]) => ({ person, group })))) ||
      (problem ?? null) !== rooms.problem
    const events: NewEvent[] = !says
      ? []
      : [
          {
            type: 'roomsReported',
            body: {
              request,
              stage,
              ...(aliases === undefined ? {} : { aliases }),
              ...(assigned === undefined ? {} : { assigned }),
              ...(unreachable === undefined ? {} : { unreachable }),
              ...(elsewhere === undefined ? {} : { elsewhere }),
              ...(problem === undefined ? {} : { problem }),
            },
          },
        ]
    if (stage !== 'closed' && stage !== 'failed')
      events.push({ type: 'roomsTaken', body: { request, lease, until: instantOf(Date.parse(now) + LEASE_MS), ...role } })
    return accept({ events })
  },
  releaseRooms: (lab, { request, lease }, { now }) => {
    const rooms = Object.values(lab.rooms).find((one) => one.request === request)
    if (!rooms) return reject('unknown_request', 'request')
    if (rooms.lease?.key !== lease) return reject('lease_lost', 'lease')
    return accept({ events: rooms.lease.until > now ? [{ type: 'roomsTaken', body: { request, lease, until: now } }] : [] })
  },
  reportMyRoom: (lab, { meeting, room }, { actor }) => {
    const bound = actor.zoom && lab.zoomMeetings.get(actor.zoom.meeting)
    if (actor.person === null || bound?.status !== 'bound' || bound.meeting !== meeting) return reject('unknown_zoom_meeting', 'meeting')
    const { person } = actor
    const rooms = lab.rooms[meeting]
    const own = rooms?.rooms.find(({ people }) => people.includes(person))?.group
    if (!rooms || own === undefined) return accept({ events: [] })
    const listed = rooms.stage === 'open' ? Object.entries(rooms.aliases).find(([, alias]) => alias === room)?.[0] : undefined
    const group = listed === undefined || listed === own ? null : listed
    return accept({
      events: (rooms.elsewhere[person] ?? null) === group ? [] : [{ type: 'personSeenIn', body: { person, meeting, group } }],
    })
  },

  askHelp: (lab, { meeting, group, reason }, { actor, newId }) => {
    if (lab.meetings[meeting]?.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const id = group ?? groupIdOf(meeting, currentGroup(lab, actor.person, meeting, lab.meetings[meeting]?.current ?? null))
    const found = lab.groups.get(id)
    if (!found && !id.endsWith('/all')) return reject('unknown_group', 'group', { group: id })
    if (found && (actor.person === null || !found.people.includes(actor.person))) return reject('not_in_group', 'group', { group: id })
    const help = newId('hlp')
    return accept({ events: [{ type: 'helpAsked', body: { help, meeting, group: id, reason } }], answer: { help } })
  },
  answerHelp: (lab, { help }) => {
    const found = lab.helps.get(help)
    if (!found) return reject('unknown_help', 'help')
    return found.status === 'asked' ? accept({ events: [{ type: 'helpAnswered', body: { help } }] }) : reject('already_decided', 'help')
  },
  closeHelp: (lab, { help }, { actor }) => {
    const found = lab.helps.get(help)
    if (!found) return reject('unknown_help', 'help')
    if (found.status === 'closed') return reject('already_decided', 'help')
    const mine = actor.person !== null && (lab.groups.get(found.group)?.people.includes(actor.person) ?? found.by === actor.person)
    return mine || hasRole(actor, 'facilitator')
      ? accept({ events: [{ type: 'helpClosed', body: { help } }] })
      : reject('not_in_group', 'help')
  },
} satisfies Partial<Deciders>
