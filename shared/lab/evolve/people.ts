import type { Lab, Person } from '../lab.ts'
import { NO_CONSENTS } from '../lab.ts'
import { CONDUCTORS } from '../roles.ts'
import { forgetAttended } from './attended.ts'
import type { Evolvers } from './evolvers.ts'
import { withoutDriver } from './meetings.ts'
import { followGroups, forgetInRooms } from './rooms.ts'

const change = (lab: Lab, id: string, patch: (person: Person) => Partial<Person>): Lab => ({
  ...lab,
  people: lab.people.update(id, (person) => ({ ...person, ...patch(person) })),
})

/** Takes a person out of every group, keeping them among its former members. */
function leaveGroups(lab: Lab, person: string): Lab {
  let groups = lab.groups
  for (const id of lab.memberOf.get(person) ?? [])
    groups = groups.update(id, (group) => ({
      ...group,
      people: group.people.filter((one) => one !== person),
      former: [...group.former.filter((one) => one !== person), person],
    }))
  return { ...lab, groups, memberOf: lab.memberOf.delete(person) }
}

export const people = {
  personAdded: (lab, { body, at }) => ({
    ...lab,
    people: lab.people.set(body.person, {
      id: body.person,
      row: body.row,
      roles: body.roles,
      sector: body.sector ?? null,
      profession: body.profession ?? '',
      territory: body.territory ?? '',
      account: body.account ?? null,
      consents: NO_CONSENTS,
      invite: null,
      lastInvite: 0,
      erased: false,
      joinedAt: at,
    }),
  }),
  personChanged: (lab, { body }) =>
    change(lab, body.person, (person) => ({
      // a new object even where nothing of the log changed: the register did, and views compare by reference
      row: body.row ?? person.row,
      sector: body.sector === undefined ? person.sector : body.sector,
      profession: body.profession ?? person.profession,
      territory: body.territory ?? person.territory,
    })),
  rolesChanged: (lab, { body }) => {
    const conducts = body.roles.some((role) => CONDUCTORS.includes(role))
    const changed = change(conducts ? lab : withoutDriver(lab, body.person), body.person, () => ({ roles: body.roles }))
    return body.roles.includes('participant') ? changed : followGroups(leaveGroups(changed, body.person))
  },
  personErased: (lab, { body }) => {
    const subject = [...lab.subjects.entries()].filter(([, person]) => person === body.person)
    const erased = change(withoutDriver(lab, body.person), body.person, () => ({
      row: '',
      roles: [],
      profession: '',
      territory: '',
      account: null,
      consents: NO_CONSENTS,
      invite: null,
      erased: true,
    }))
    let contributions = erased.contributions
    for (const one of contributions.values())
      if (one.author === body.person && one.answer.type === 'person')
        contributions = contributions.set(one.id, { ...one, answer: { type: 'person', row: null } })
    let joins = erased.joins
    for (const join of joins.values())
      if (join.person === body.person) joins = joins.set(join.id, { ...join, row: '', subject: null, participant: null, status: 'refused' })
    let { zoomSeen } = erased
    for (const key of zoomSeen.keys()) if (key.endsWith(`|${body.person}`)) zoomSeen = zoomSeen.delete(key)
    const gone = leaveGroups(
      {
        ...erased,
        contributions,
        brings: erased.brings.delete(body.person),
        joins,
        zoomSeen,
        subjects: subject.reduce((table, [hash]) => table.delete(hash), erased.subjects),
      },
      body.person,
    )
    return forgetInRooms(forgetAttended(followGroups(gone), body.person), body.person)
  },
  consentsGiven: (lab, { body }) => change(lab, body.person, () => ({ consents: body.consents })),
  inviteIssued: (lab, { body }) => change(lab, body.person, () => ({ invite: body.version, lastInvite: body.version })),
  inviteWithdrawn: (lab, { body }) => change(lab, body.person, () => ({ invite: null })),

  joinRequested: (lab, { body, at }) => ({
    ...lab,
    joins: lab.joins.set(body.join, {
      id: body.join,
      via: body.via,
      row: body.row,
      meeting: body.meeting ?? null,
      subject: body.subject ?? null,
      participant: body.participant ?? null,
      status: 'waiting',
      person: null,
      at,
    }),
  }),
  joinApproved: (lab, { body }) => ({
    ...lab,
    // the name that was given is the person's row now, or of no more use
    joins: lab.joins.update(body.join, (join) => ({ ...join, row: '', status: 'approved' as const, person: body.person })),
  }),
  joinRefused: (lab, { body }) => ({
    ...lab,
    joins: lab.joins.update(body.join, (join) => ({ ...join, row: '', status: 'refused' as const })),
  }),
  personBound: (lab, { body }) => ({ ...lab, subjects: lab.subjects.set(body.subject, body.person) }),
  personUnbound: (lab, { body }) => {
    let subjects = lab.subjects
    for (const [hash, person] of subjects.entries()) if (person === body.person) subjects = subjects.delete(hash)
    return { ...lab, subjects }
  },
  zoomMeetingProposed: (lab, { body }) => ({
    ...lab,
    zoomMeetings: lab.zoomMeetings.set(body.zoom, { zoom: body.zoom, meeting: body.meeting, status: 'proposed' }),
  }),
  zoomMeetingBound: (lab, { body }) => ({
    ...lab,
    zoomMeetings: lab.zoomMeetings.set(body.zoom, { zoom: body.zoom, meeting: body.meeting, status: 'bound' }),
  }),
  zoomMeetingRefused: (lab, { body }) => ({
    ...lab,
    zoomMeetings: lab.zoomMeetings.update(body.zoom, (known) => ({ ...known, status: 'refused' as const })),
  }),
  zoomSeen: (lab, { body }) => {
    let joins = lab.joins
    // their own panel has spoken, or a facilitator: nobody need be asked who this is
    for (const join of joins.values())
      if (join.status === 'waiting' && join.participant === body.participant && join.meeting === body.meeting)
        joins = joins.set(join.id, { ...join, row: '', status: 'refused' })
    return { ...lab, joins, zoomSeen: lab.zoomSeen.set(`${body.meeting}|${body.person}`, body.participant) }
  },
} satisfies Partial<Evolvers>
