import { describe, expect, it } from 'vitest'
import { compileCommands } from '../testing/compile-commands.ts'
import { COLUMNS, type Column, MAY, TYPES } from '../testing/permission-table.ts'
import { ZOOM } from '../testing/random-lab.ts'
import { isRefused } from '../testing/scenario.ts'
import { smallKit } from '../testing/small-kit.ts'
import { SmallLab } from '../testing/small-lab.ts'
import {
  type Actor,
  type AnyCommand,
  type AnyCommandType,
  COMMAND_TYPES,
  decide,
  PERMISSIONS,
  readCommand,
  type Role,
  setApart,
} from './index.ts'

/** Data rights outlive the lab's work; the last step of a lab's life is open too. */
const TAKEN_WHEN_ARCHIVED = ['reopenLab', 'deleteLab', 'erasePerson', 'redact', 'setConsents', 'withdrawInvites', 'unpublish']

const LEASE = 'l'.repeat(22)
const idOf = (answer: object, key: string) => (answer as Record<string, string>)[key] ?? ''

/** A lab in which there is one of everything that a command may speak of. */
function fullLab() {
  const lab = new SmallLab().start(1, 'mixed')
  const stranger: Actor = { person: null, roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'participant' } }
  lab.admit(stranger, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.admit(stranger, { type: 'requestJoin', via: 'zoom', name: 'Newcomer' })
  const note = lab.note(lab.ann, 'C1.2', 'trees')
  const help = idOf(lab.do(lab.ann, { type: 'askHelp', meeting: 1 }), 'help')
  const request = idOf(lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' }), 'request')
  const entry = idOf(lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'Trees', sources: [note] }), 'entry')
  const join = [...lab.lab.joins.keys()][0] ?? ''
  const seated = { editKeys: [], zoom: { meeting: ZOOM, role: 'participant' as const } }
  const actors: Record<Column, Actor> = {
    organiser: { person: lab.oscar, roles: ['organiser'], ...seated },
    facilitator: { person: lab.fay, roles: ['facilitator'], ...seated },
    participant: { person: lab.ann, roles: ['participant'], ...seated },
    observer: { person: lab.otto, roles: ['observer'], ...seated },
    editor: { person: lab.dan, roles: ['editor'], ...seated },
    newcomer: stranger,
    // signed in, and yet without a role: what is allowed here is allowed by the Zoom room alone
    'zoom host': { person: lab.newId('per'), roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'host' } },
  }
  const say = (type: AnyCommandType, me: string): object => {
    const said: Record<AnyCommandType, object> = {
      changeLab: { title: 'Another' },
      archiveLab: {},
      reopenLab: {},
      deleteLab: { title: 'Lab' },
      setNotice: { notice: { it: 'i', en: 'e' } },
      setJoinLink: { open: true },
      scheduleMeeting: { meeting: 1, date: '2026-10-01' },
      planMeeting: { rev: -1, plan: smallKit.meetings[0] as object },
      planFinalCanvas: { rev: -1, blocks: smallKit.finalCanvas.blocks },
      setDuties: { meeting: 1, duties: {} },
      openMeeting: { meeting: 2 },
      closeMeeting: { meeting: 1 },
      takeDrive: { meeting: 1, from: null },
      handDrive: { meeting: 1, to: null },
      startBlock: { meeting: 1, block: 'vote' },
      nextBlock: { meeting: 1 },
      pauseBlock: { meeting: 1 },
      resumeBlock: { meeting: 1 },
      extendBlock: { meeting: 1, minutes: 1 },
      addPeople: { people: [{ name: 'Eve' }] },
      changePerson: { person: me, sector: 'social' },
      setRoles: { person: lab.dan, roles: ['participant'] },
      erasePerson: { person: me },
      setConsents: { consents: { name: true, directory: true, credits: true } },
      issueInvites: { people: [lab.dan] },
      withdrawInvites: { people: [lab.dan] },
      approveJoin: { join },
      refuseJoin: { join },
      unbindPerson: { person: lab.dan },
      bindZoomMeeting: { zoom: ZOOM, meeting: 2 },
      refuseZoomMeeting: { zoom: ZOOM },
      reportZoomSeen: { meeting: 1, participant: 'zoom-7' },
      reportMyRoom: { meeting: 1, room: 'x' },
      presentAttendee: { meeting: 1, participant: 'zoom-9', name: 'Seen' },
      formProjectGroups: { groups: [{ key: 'g1', name: 'Green', people: [lab.ann] }] },
      formMixedGroups: { meeting: 1, moment: 1, groups: [{ key: 'x1-1', name: 'One', people: [lab.ann] }] },
      renameGroup: { group: 'g1', name: 'Oaks' },
      movePerson: { person: lab.ann, from: 'g1', to: 'g2' },
      markDone: { meeting: 2, block: 'work', group: 'g1', done: true },
      requestRooms: { meeting: 1, block: 'mixed' },
      closeRooms: { meeting: 1 },
      takeRooms: { request, lease: LEASE },
      reportRooms: { request, lease: LEASE, stage: 'open' },
      releaseRooms: { request, lease: LEASE },
      contribute: { meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: 'birds' } },
      editContribution: { contribution: note, answer: { type: 'cards', text: 'birds' } },
      withdrawContribution: { contribution: note },
      settleCommitment: { contribution: note, status: 'kept' },
      revealNotes: { meeting: 1, contributions: [note] },
      shareNotes: { meeting: 1 },
      hideContribution: { contribution: note },
      unhideContribution: { contribution: note },
      redact: { contribution: note },
      askHelp: { meeting: 1 },
      answerHelp: { help },
      closeHelp: { help },
      compileCanvas: {},
      addEntry: { block: 'B1', text: 'Birds' },
      editEntry: { entry, rev: 0, text: 'Birds' },
      removeEntry: { entry, rev: 0 },
      ...compileCommands(entry, note),
      placeArea: { area: 'm1' },
      cancelPlacement: { area: 'm1' },
      formGroupSets: { sets: [{ set: 'm9-1', groups: [{ key: 'x1-1', name: 'x', people: [] }] }] },
      movePeople: { moves: [{ person: lab.ann, from: null, to: null }] },
      setWishes: { wishes: [] },
      lockSet: { set: 'm9-1', locked: true },
      markAttendance: { meeting: 1, marks: [{ person: lab.ann, state: 'absent' }] },
      takeBackArea: { area: 'm1' },
      markLocked: { area: 'm1' },
      reportTemplate: { board: 'unknown', items: ['1'] },
      harvestBoard: { board: 'b' },
      disconnectBoard: { board: 'b' },
      settleNote: { contribution: note, part: 'text', take: 'lab' },
      rewriteNote: { contribution: note, part: 'text' },
      dismissDouble: { item: 'i' },
      sendMessage: { meeting: 1, groups: null, kind: 'message', text: 'Courage' },
      withdrawMessage: { message: lab.newId('msg') },
      writeSummary: { meeting: 1, block: 'mixed', group: 'm1/x1-1', rev: 0, text: 'We agree' },
      shareSummaries: { meeting: 1, block: 'mixed' },
      openVote: { meeting: 1, on: 'C1.2', ask: { type: 'votes', dots: 3 } },
      setDocuments: { theme: 'house' },
      addLogo: { alt: 'x', data: 'AAAA' },
      removeLogo: { logo: 'logo-000000' },
      publish: { entries: [entry], papers: [], indexable: false, contact: '', language: 'it' },
      unpublish: {},
      requestJoin: { via: 'zoom', name: 'Newcomer' },
      proposeZoomMeeting: { zoom: ZOOM, meeting: 1 },
    }
    return said[type]
  }
  const rejection = (type: AnyCommandType, actor: Actor): string | null => {
    const sent = { id: 'c'.repeat(22), type, ...say(type, actor.person ?? lab.ann) }
    const command = (COMMAND_TYPES as readonly string[]).includes(type) ? readCommand(sent) : (sent as AnyCommand)
    const decided = decide(lab.lab, setApart(command, () => lab.newId('reg')).command, { actor, now: lab.now, newId: lab.newId })
    return decided.ok ? null : decided.rejection.code
  }
  return { lab, actors, rejection, note }
}

describe('who may try what', () => {
  it('[CMD6] every command type has a row, here and in permissions.ts', () => {
    expect(TYPES.toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted())
    expect(TYPES.filter((type) => !(COMMAND_TYPES as readonly string[]).includes(type))).toEqual(['requestJoin', 'proposeZoomMeeting'])
    for (const type of TYPES) expect(MAY[type], type).toHaveLength(COLUMNS.length)
  })

  const { actors, rejection } = fullLab()
  it.each(TYPES)('[CMD6] %s', (type) => {
    const found = COLUMNS.map((column) => (rejection(type, actors[column]) === 'forbidden' ? '-' : 'yes'))
    expect(found.map((cell, i) => `${COLUMNS[i]}: ${cell}`)).toEqual(MAY[type].map((cell, i) => `${COLUMNS[i]}: ${cell}`))
  })

  it('[CMD6] a set of roles may what any of them may', () => {
    for (const type of TYPES) {
      const may = (...roles: Role[]) => rejection(type, { ...actors.facilitator, roles }) !== 'forbidden'
      expect(may('organiser', 'facilitator'), type).toBe(may('organiser') || may('facilitator'))
      expect(may('facilitator', 'participant'), type).toBe(may('facilitator') || may('participant'))
    }
  })

  it('[CMD6] a Zoom client that is no host, or hosts a meeting that nobody bound, may nothing by that', () => {
    const host = actors['zoom host']
    for (const zoom of [
      { meeting: ZOOM, role: 'participant' as const },
      { meeting: 'another', role: 'host' as const },
      { meeting: 'constructor', role: 'host' as const },
    ])
      for (const type of TYPES) expect(rejection(type, { ...host, zoom }), type).toBe('forbidden')
    for (const type of ['takeRooms', 'reportRooms', 'releaseRooms', 'presentAttendee'] as const)
      expect(rejection(type, { ...host, zoom: { meeting: ZOOM, role: 'co-host' } })).not.toBe('forbidden')
  })

  it('[CMD6] without a word in the lab nobody touches another person, their notes, or more than they were given', () => {
    const { lab, note } = fullLab()
    const says = (from: string, say: Parameters<SmallLab['send']>[1]) => {
      const answer = lab.send(from, say)
      return isRefused(answer) ? answer.code : 'accepted'
    }
    for (const from of [lab.ann, lab.fay, lab.otto])
      expect(says(from, { type: 'changePerson', person: lab.bob, territory: 'Hills' })).toBe('forbidden')
    for (const from of [lab.ann, lab.otto]) expect(says(from, { type: 'erasePerson', person: lab.bob })).toBe('forbidden')
    expect(says(lab.ann, { type: 'revealNotes', meeting: 1 })).toBe('forbidden')
    expect(says(lab.ann, { type: 'renameGroup', group: 'g2', name: 'Oaks' })).toBe('not_in_group')
    expect(says(lab.ann, { type: 'markDone', meeting: 2, block: 'work', group: 'g2', done: true })).toBe('not_in_group')
    for (const from of [lab.bob, lab.fay]) {
      expect(says(from, { type: 'editContribution', contribution: note, answer: { type: 'cards', text: 'birds' } })).toBe('not_yours')
      expect(says(from, { type: 'withdrawContribution', contribution: note })).toBe('not_yours')
    }
    for (const from of [lab.fay, lab.oscar])
      expect(says(from, { type: 'approveJoin', join: [...lab.lab.joins.keys()][0] ?? '', roles: ['organiser'] })).toBe('forbidden')
  })
})

describe('an archived lab', () => {
  it('[CMD7] refuses all but reopening, erasure, redaction, consents and the withdrawal of invites and of the public page', () => {
    const { lab, rejection, actors } = fullLab()
    lab.do(lab.organiser, { type: 'archiveLab' })
    const allowed = (type: AnyCommandType): Actor => actors[COLUMNS[MAY[type].indexOf('yes')] ?? 'organiser']
    const taken = TYPES.filter((type) => rejection(type, allowed(type)) !== 'lab_archived')
    expect(taken.toSorted()).toEqual(TAKEN_WHEN_ARCHIVED.toSorted())
    lab.do(lab.organiser, { type: 'reopenLab' })
    expect(TYPES.filter((type) => rejection(type, allowed(type)) === 'lab_archived')).toEqual([])
  })

  it('[CMD7] still takes each of those', () => {
    const { lab, note } = fullLab()
    lab.do(lab.oscar, { type: 'issueInvites', people: [lab.dan] })
    lab.do(lab.oscar, { type: 'archiveLab' })
    lab.do(lab.ann, { type: 'setConsents', consents: { name: true, directory: false, credits: false } })
    lab.do(lab.oscar, { type: 'withdrawInvites', people: [lab.dan] })
    lab.do(lab.oscar, { type: 'redact', contribution: note })
    lab.do(lab.bob, { type: 'erasePerson', person: lab.bob })
    expect(lab.send(lab.oscar, { type: 'archiveLab' })).toMatchObject({ code: 'lab_archived' })
    expect(lab.send(lab.oscar, { type: 'deleteLab', title: 'another lab' })).toMatchObject({ code: 'title_differs' })
    lab.do(lab.oscar, { type: 'deleteLab', title: ' Lab ' })
    lab.do(lab.oscar, { type: 'reopenLab' })
    expect(lab.send(lab.oscar, { type: 'reopenLab' })).toMatchObject({ code: 'nothing_to_do' })
  })
})
