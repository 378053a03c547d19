import type { NewEvent } from '../events.ts'
import type { Lab, Person } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import type { Actor, Role } from '../roles.ts'
import { hasRole } from '../roles.ts'
import { activePerson, type Deciders } from './context.ts'

const unfitRoles = (roles: readonly Role[]): boolean => roles.includes('observer') && roles.length > 1
const unknownSector = (lab: Lab, sector: string | null | undefined): boolean =>
  sector != null && !lab.kit.sectors.some((one) => one.id === sector)
const organisers = (lab: Lab): string[] =>
  [...lab.people.values()].filter((one) => !one.erased && one.roles.includes('organiser')).map((one) => one.id)

/** An organiser's session is an organiser's to give: a facilitator neither invites one nor lets a stranger be one. */
const aboveMe = (person: Person, actor: Actor): boolean => person.roles.includes('organiser') && !hasRole(actor, 'organiser')

/** People, roles, invites, admission, and which Zoom meeting is which. */
export const peopleDeciders = {
  addPeople: (lab, { people }, { newId }) => {
    if (!lab.notice) return reject('notice_missing')
    const events: NewEvent[] = []
    const ids: string[] = []
    for (const [i, { row, roles, sector, profession, territory }] of people.entries()) {
      if (unfitRoles(roles)) return reject('role_conflict', `people.${i}.roles`)
      if (unknownSector(lab, sector)) return reject('unknown_sector', `people.${i}.sector`, { sector: sector ?? '' })
      const person = newId('per')
      ids.push(person)
      const columns = {
        ...(sector === undefined ? {} : { sector }),
        ...(profession === undefined ? {} : { profession }),
        ...(territory === undefined ? {} : { territory }),
      }
      events.push({ type: 'personAdded', body: { person, row, roles: [...roles], ...columns } })
    }
    return accept({ events, answer: { people: ids } })
  },
  changePerson: (lab, { person, row, sector, profession, territory }, { actor }) => {
    const found = activePerson(lab, person)
    if (!found) return reject('unknown_person', 'person')
    if (actor.person !== person && !hasRole(actor, 'organiser')) return reject('forbidden')
    if (unknownSector(lab, sector)) return reject('unknown_sector', 'sector', { sector: sector ?? '' })
    const body = {
      person,
      ...(row === undefined ? {} : { row }),
      ...(sector === undefined ? {} : { sector }),
      ...(profession === undefined ? {} : { profession }),
      ...(territory === undefined ? {} : { territory }),
    }
    return Object.keys(body).length === 1 ? reject('nothing_to_do') : accept({ events: [{ type: 'personChanged', body }] })
  },
  setRoles: (lab, { person, roles }) => {
    const found = activePerson(lab, person)
    if (!found) return reject('unknown_person', 'person')
    if (unfitRoles(roles)) return reject('role_conflict', 'roles')
    if (!roles.includes('organiser') && organisers(lab).every((id) => id === person)) return reject('last_organiser', 'roles')
    return accept({ events: [{ type: 'rolesChanged', body: { person, roles: [...new Set(roles)] } }] })
  },
  erasePerson: (lab, { person }, { actor }) => {
    if (!lab.people.has(person)) return reject('unknown_person', 'person')
    if (actor.person !== person && !hasRole(actor, 'organiser')) return reject('forbidden')
    if (!activePerson(lab, person)) return reject('person_erased', 'person')
    if (organisers(lab).includes(person) && organisers(lab).length === 1) return reject('last_organiser', 'person')
    return accept({ events: [{ type: 'personErased', body: { person } }] })
  },
  setConsents: (_lab, { consents }, { actor }) =>
    actor.person === null ? reject('forbidden') : accept({ events: [{ type: 'consentsGiven', body: { person: actor.person, consents } }] }),
  issueInvites: (lab, { people, again }, { actor }) => {
    const events: NewEvent[] = []
    for (const [i, person] of people.entries()) {
      const found = activePerson(lab, person)
      if (!found) return reject('unknown_person', `people.${i}`)
      if (aboveMe(found, actor)) return reject('forbidden', `people.${i}`)
      // the same invite can be sent again; `again` makes a new one and the old link stops working
      if (found.invite === null || again) events.push({ type: 'inviteIssued', body: { person, version: found.lastInvite + 1 } })
    }
    return events.length === 0 ? reject('nothing_to_do', 'people') : accept({ events })
  },
  withdrawInvites: (lab, { people }, { actor }) => {
    const events: NewEvent[] = []
    for (const [i, person] of people.entries()) {
      const found = activePerson(lab, person)
      if (!found) return reject('unknown_person', `people.${i}`)
      if (aboveMe(found, actor)) return reject('forbidden', `people.${i}`)
      if (found.invite !== null) events.push({ type: 'inviteWithdrawn', body: { person } })
    }
    return events.length === 0 ? reject('nothing_to_do', 'people') : accept({ events })
  },

  requestJoin: (lab, { via, row, meeting, subject }, { newId }) => {
    if (!lab.notice) return reject('notice_missing')
    if (via === 'link' && lab.joinLink === null) return reject('forbidden')
    if (meeting !== undefined && !lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    const join = newId('joi')
    const body = { join, via, row, ...(meeting === undefined ? {} : { meeting }), ...(subject === undefined ? {} : { subject }) }
    return accept({ events: [{ type: 'joinRequested', body }], answer: { join } })
  },
  approveJoin: (lab, { join, person, roles, sector }, { newId, actor }) => {
    const found = lab.joins.get(join)
    if (!found) return reject('unknown_join', 'join')
    if (found.status !== 'waiting') return reject('already_decided', 'join')
    const known = person === undefined ? undefined : activePerson(lab, person)
    if (person !== undefined && !known) return reject('unknown_person', 'person')
    if (known && aboveMe(known, actor)) return reject('forbidden', 'person')
    if (unfitRoles(roles)) return reject('role_conflict', 'roles')
    // a hand that lets people in must not hand out more power than it has reason to: organisers are made by organisers (`setRoles`)
    if (roles.includes('organiser')) return reject('forbidden', 'roles')
    if (unknownSector(lab, sector)) return reject('unknown_sector', 'sector', { sector: sector ?? '' })
    const events: NewEvent[] = []
    const id = person ?? newId('per')
    if (person === undefined)
      events.push({
        type: 'personAdded',
        body: { person: id, row: found.row, roles: [...roles], ...(sector === undefined ? {} : { sector }) },
      })
    events.push({ type: 'joinApproved', body: { join, person: id } })
    // a way back in of their own: the request that let them in lasts no longer than its token
    if (person === undefined) events.push({ type: 'inviteIssued', body: { person: id, version: 1 } })
    if (found.subject !== null) events.push({ type: 'personBound', body: { person: id, subject: found.subject } })
    if (found.participant !== null && found.meeting !== null)
      events.push({ type: 'zoomSeen', body: { person: id, meeting: found.meeting, participant: found.participant } })
    return accept({ events, answer: { person: id } })
  },
  refuseJoin: (lab, { join }) => {
    const found = lab.joins.get(join)
    if (!found) return reject('unknown_join', 'join')
    return found.status === 'waiting' ? accept({ events: [{ type: 'joinRefused', body: { join } }] }) : reject('already_decided', 'join')
  },
  unbindPerson: (lab, { person }) => {
    if (!activePerson(lab, person)) return reject('unknown_person', 'person')
    return [...lab.subjects.values()].includes(person)
      ? accept({ events: [{ type: 'personUnbound', body: { person } }] })
      : reject('nothing_to_do', 'person')
  },

  proposeZoomMeeting: (lab, { zoom, meeting }, { actor }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    if (actor.zoom?.meeting !== zoom) return reject('forbidden', 'zoom')
    if (lab.zoomMeetings.has(zoom)) return reject('already_decided', 'zoom')
    return accept({ events: [{ type: 'zoomMeetingProposed', body: { zoom, meeting } }] })
  },
  bindZoomMeeting: (lab, { zoom, meeting }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    const known = lab.zoomMeetings.get(zoom)
    if (!known) return reject('unknown_zoom_meeting', 'zoom')
    if (known.status === 'bound' && known.meeting === meeting) return reject('already_decided', 'zoom')
    return accept({ events: [{ type: 'zoomMeetingBound', body: { zoom, meeting } }] })
  },
  refuseZoomMeeting: (lab, { zoom }) => {
    const known = lab.zoomMeetings.get(zoom)
    if (!known) return reject('unknown_zoom_meeting', 'zoom')
    return known.status === 'refused'
      ? reject('already_decided', 'zoom')
      : accept({ events: [{ type: 'zoomMeetingRefused', body: { zoom } }] })
  },
  reportZoomSeen: (lab, { meeting, participant }, { actor }) => {
    if (actor.person === null || !actor.zoom) return reject('unknown_zoom_meeting', 'meeting')
    const bound = lab.zoomMeetings.get(actor.zoom.meeting)
    if (bound?.status !== 'bound' || bound.meeting !== meeting) return reject('unknown_zoom_meeting', 'meeting')
    // a panel that is loaded again says the same again: no fault of its
    if (lab.zoomSeen.get(`${meeting}|${actor.person}`) === participant) return accept({ events: [] })
    return accept({ events: [{ type: 'zoomSeen', body: { person: actor.person, meeting, participant } }] })
  },
  presentAttendee: (lab, { meeting, participant, row }, { actor, newId }) => {
    if (!lab.notice) return reject('notice_missing')
    if (!actor.zoom || lab.zoomMeetings.get(actor.zoom.meeting)?.meeting !== meeting) return reject('not_zoom_host', 'meeting')
    // known by now, or somebody has already said who it is or is not: nobody is asked twice
    const known = [...lab.zoomSeen.entries()].some(([key, one]) => one === participant && key.startsWith(`${meeting}|`))
    const asked = [...lab.joins.values()].some((one) => one.participant === participant && one.meeting === meeting)
    if (known || asked) return accept({ events: [] })
    const join = newId('joi')
    return accept({ events: [{ type: 'joinRequested', body: { join, via: 'zoom', row, meeting, participant } }], answer: { join } })
  },
} satisfies Partial<Deciders>
