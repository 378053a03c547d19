import * as fc from 'fast-check'
import type { Actor, SentAnswer } from '../lab/index.ts'
import { BOARD, boardHappens } from './random-board.ts'
import { ballotsHappen } from './random-ballots.ts'
import { aboutRooms, attendanceHappens } from './random-rooms.ts'
import { documentSayings } from './random-documents.ts'
import { compileSay } from './random-compile.ts'
import { replanned } from './replanned.ts'
import { voiceMakers } from './random-voices.ts'
import { isRefused, Scenario, type Say } from './scenario.ts'

/** One step of a random lab: numbers that are read as "who", "what" and "on which". */
export interface Step {
  readonly who: number
  readonly what: number
  readonly a: number
  readonly b: number
  readonly text: string
}

export const steps = (maxLength = 60): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(99),
      what: fc.nat(9999),
      a: fc.nat(99),
      b: fc.nat(99),
      text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => `${text}.`),
    }),
    { maxLength, size: 'max' },
  )

const KEYS = ['k'.repeat(43), 'q'.repeat(43)]
/** Every name, e-mail and answer of type *person* of a random lab begins with this: it may stand in the register and in views, never in a log. */
export const REGISTER_ONLY = 'for.the.register.only.'
const secret = (text: string): string => REGISTER_ONLY + text
export const ZOOM = 'zoom-meeting-1=='

/** Said by the Zoom host's panel. */
const HOSTS: readonly Say['type'][] = ['takeRooms', 'reportRooms', 'releaseRooms', 'presentAttendee']

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/**
 * A lab of seven people in all roles with meeting 1 open, to which random steps are then done; refused steps do nothing. Whatever is
 * written in step 7 ends with `~7~`, so that it can be looked for.
 */
export function randomLab(todo: readonly Step[]): { lab: Scenario; viewers: () => Actor[] } {
  const lab = new Scenario()
  const [fay = '', oscar = '', otto = '', ...participants] = lab.people(
    [secret('Fay'), ['facilitator'], 'social'],
    [secret('Oscar'), ['organiser']],
    [secret('Otto'), ['observer']],
    [secret('Ann'), ['participant'], 'environment'],
    [secret('Bob'), ['participant'], 'social'],
    [secret('Cleo'), ['participant', 'facilitator']],
    [secret('Dan'), ['participant'], 'environment'],
  )
  const [ann = '', bob = '', cleo = '', dan = ''] = participants
  const everyone = [lab.organiser, fay, oscar, otto, ...participants]
  lab.do(fay, {
    type: 'formMixedGroups',
    meeting: 1,
    moment: 1,
    groups: [
      { key: 'x1-1', name: 'One', people: [ann, bob] },
      { key: 'x1-2', name: 'Two', people: [cleo, dan] },
    ],
  })
  lab.do(fay, {
    type: 'formProjectGroups',
    groups: [
      { key: 'g1', name: 'Green', people: [ann, cleo] },
      { key: 'g2', name: 'Blue', people: [bob, dan] },
    ],
  })
  lab.do(fay, { type: 'openMeeting', meeting: 1 })
  lab.do(fay, { type: 'startBlock', meeting: 1, block: 'silent' })
  const seated = (person: string): Actor => lab.actor(person, { zoom: { meeting: ZOOM, role: 'participant' } })
  const guest: Actor = { person: null, roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'host' } }

  lab.admit(guest, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
  const answer = (zone: string, { text, a }: Step): SentAnswer => {
    const target = pick(
      [...lab.lab.contributions.values()].filter((note) => note.zone === 'C1.2' || note.zone === 'C2.1'),
      a,
    )?.id
    switch (zone) {
      case 'C1.1':
        return { type: 'person', text: secret(text) }
      case 'C1.2':
        return { type: 'cards', text }
      case 'C1.3':
        return { type: 'term', term: text, meaning: text }
      case 'C1.4':
        return { type: 'votes', dots: target ? { [target]: 1 + (a % 3) } : {} }
      case 'C2.1':
        return { type: 'sentence', text }
      case 'C2.2':
        return { type: 'table', cells: { what: text } }
      case 'C2.3':
        return { type: 'triple', difficulty: text, approach: '', pointer: text }
      case 'C2.4':
        return { type: 'rating', scores: target ? { [target]: { useful: 1 + (a % 5) } } : {} }
      case 'C2.5':
        return { type: 'consent', choice: a % 2 ? 'agree' : 'objection', reason: text }
      default:
        return { type: 'commitments', what: text }
    }
  }

  const sayOf = (step: Step): Say | 'join' | 'propose' | 'board' | 'attendance' | 'ballots' => {
    const { a, b, text } = step
    const person = pick(everyone, a) ?? ''
    const note = pick([...lab.lab.contributions.keys()], a) ?? ''
    const entry = pick([...lab.lab.entries.values()], a)
    const help =
      pick(
        [...lab.lab.helps.values()].filter((one) => one.status !== 'closed'),
        a,
      )?.id ?? ''
    const join =
      pick(
        [...lab.lab.joins.values()].filter((one) => one.status === 'waiting'),
        a,
      )?.id ?? ''
    const meeting = step.who % 3 === 0 ? 2 : 1
    const paused = Object.values(lab.lab.meetings[meeting]?.runs ?? {}).some((run) => run.status === 'paused')
    const zones = ['C1.1', 'C1.2', 'C1.2', 'C1.3', 'C1.4', 'C2.1', 'C2.2', 'C2.3', 'C2.4', 'C2.5', 'C2.6']
    const zone = pick(zones, a) ?? ''
    const inMeeting = Number(zone[1])
    const groups = ['g1', 'g2', 'm1/x1-1', 'm1/x1-2']
    const contribute = (more: object = {}): Say => ({ type: 'contribute', meeting: inMeeting, zone, answer: answer(zone, step), ...more })
    const makers: readonly (() => Say | 'join' | 'propose' | 'board' | 'attendance' | 'ballots')[] = [
      ...Array.from({ length: 18 }, () => contribute),
      () => contribute({ private: b % 2 === 0 }),
      () => ({
        type: 'contribute',
        meeting: 1,
        zone: 'C1.2',
        answer: { type: 'cards', text },
        anonymous: KEYS[b % 2] ?? '',
        private: a % 2 === 0,
      }),
      () => contribute(note ? { derivedFrom: note } : {}),
      () => ({ type: 'editContribution', contribution: note, answer: answer(lab.lab.contributions.get(note)?.zone ?? '', step) }),
      () => ({ type: 'withdrawContribution', contribution: note }),
      () => ({ type: 'revealNotes', meeting }),
      () => ({ type: 'revealNotes', meeting, contributions: [note] }),
      () => ({ type: 'shareNotes', meeting, contributions: [note] }),
      () => ({ type: b % 2 ? 'hideContribution' : 'unhideContribution', contribution: note }),
      () => ({
        type: 'settleCommitment',
        contribution: [...lab.lab.contributions.values()].find(({ answer: { type } }) => type === 'commitments')?.id ?? note,
        status: pick(['open', 'kept', 'dropped'] as const, a) ?? 'kept',
      }),
      () => ({ type: 'planMeeting', rev: lab.lab.meetings[meeting]?.planRev ?? 0, plan: replanned(lab, meeting, a, text) }),
      () => ({
        type: 'planFinalCanvas',
        rev: lab.lab.finalCanvasRev,
        blocks: lab.lab.kit.finalCanvas.blocks.map((block) => ({ ...block, question: { it: text, en: text } })),
      }),
      () => ({ type: 'setDuties', meeting, duties: a % 3 === 0 ? {} : { conductor: [person] } }),
      () => ({ type: 'redact', ...(b % 3 ? { contribution: note } : entry ? { entry: entry.id } : { contribution: note }) }),
      () => ({ type: 'nextBlock', meeting }),
      () => ({ type: paused ? 'resumeBlock' : 'pauseBlock', meeting }),
      () => ({ type: 'extendBlock', meeting, minutes: (a % 9) - 4 }),
      () => ({ type: b % 2 ? 'openMeeting' : 'closeMeeting', meeting: 1 + (a % 2) }),
      () => ({ type: 'movePerson', person, from: pick([...groups, null], a) ?? null, to: pick([...groups, null], b) ?? null }),
      () => ({
        type: 'formMixedGroups',
        meeting: 1,
        moment: 1,
        groups: [{ key: 'x1-1', name: text, people: [pick(participants, a) ?? ''] }],
      }),
      () => ({
        type: 'changePerson',
        person,
        row: { name: secret(text), email: `${REGISTER_ONLY}${a}@example.org`, organisation: secret(text) },
      }),
      () => ({ type: 'setConsents', consents: { name: a % 2 === 0, directory: false, credits: false } }),
      () => ({
        type: 'setRoles',
        person,
        roles: [pick(['organiser', 'facilitator', 'participant', 'observer', 'editor'] as const, b) ?? 'participant'],
      }),
      () => ({ type: 'erasePerson', person }),
      () => ({ type: 'askHelp', meeting, reason: text }),
      () => ({ type: b % 2 ? 'answerHelp' : 'closeHelp', help }),
      () => ({ type: 'compileCanvas' }),
      () => ({ type: 'addEntry', block: 'B1', text, sources: note ? [note] : [] }),
      () => ({ type: 'editEntry', entry: entry?.id ?? '', rev: entry?.rev ?? 0, text }),
      () => ({ type: 'removeEntry', entry: entry?.id ?? '', rev: entry?.rev ?? 0 }),
      ...Array.from({ length: 14 }, () => () => compileSay(lab, note, step)),
      () => ({ type: 'requestRooms', meeting, block: b % 2 ? 'mixed' : 'work' }),
      () => ({ type: 'takeRooms', request: lab.lab.rooms[meeting]?.request ?? '', lease: 'l'.repeat(22) }),
      () => ({
        type: 'reportRooms',
        request: lab.lab.rooms[meeting]?.request ?? '',
        lease: 'l'.repeat(22),
        stage: b % 2 ? 'open' : 'closed',
        aliases: { g1: text },
      }),
      () => ({ type: 'markDone', meeting: 2, block: 'work', group: 'g1', done: b % 2 === 0 }),
      () => ({ type: 'renameGroup', group: pick(groups, a) ?? '', name: text }),
      () => ({ type: 'issueInvites', people: [person], again: b % 2 === 0 }),
      () => ({ type: 'setJoinLink', open: b % 2 === 0 }),
      () => ({ type: 'bindZoomMeeting', zoom: ZOOM, meeting }),
      () => ({ type: 'approveJoin', join, ...(b % 2 ? { person } : {}) }),
      () => ({ type: 'scheduleMeeting', meeting, date: '2026-10-01' }),
      () => ({ type: 'changeLab', title: text }),
      () => ({ type: b % 9 ? 'reopenLab' : 'archiveLab' }),
      () => ({ type: 'reopenLab' }),
      () => ({ type: 'withdrawInvites', people: [person] }),
      () => ({ type: 'refuseJoin', join }),
      () => ({ type: 'unbindPerson', person: pick([...lab.lab.subjects.values()], a) ?? person }),
      () => ({ type: 'refuseZoomMeeting', zoom: ZOOM }),
      () => ({ type: 'reportZoomSeen', meeting: 1, participant: text }),
      () => ({ type: 'closeRooms', meeting: 1 }),
      () => ({ type: 'requestRooms', meeting: 1, block: 'mixed' }),
      () => ({ type: 'takeRooms', request: lab.lab.rooms[1]?.request ?? '', lease: 'l'.repeat(22) }),
      () => ({ type: 'placeArea', area: pick(['m1', 'm2', 'canvas'], b) ?? 'm1' }),
      () => ({ type: 'reportTemplate', board: BOARD, items: [`9${a}`, `9${b}`] }),
      () => ({ type: 'markLocked', area: b % 2 ? 'm1' : 'm2' }),
      () => ({
        type: 'formGroupSets',
        sets: [
          {
            set: 'm1-1',
            groups: [
              { key: 'x1-1', name: text, people: [ann, dan] },
              { key: 'x1-2', name: `${text}2`, people: [bob, cleo] },
            ],
          },
          { set: 'project', groups: [{ key: 'g1', name: text, people: [pick(participants, a) ?? ''] }] },
        ],
      }),
      () => ({
        type: 'movePeople',
        moves: [
          { person, from: null, to: pick(groups, b) ?? null },
          { person: pick(participants, b) ?? '', from: null, to: pick(groups, a) ?? null },
        ],
      }),
      () => ({
        type: 'setWishes',
        wishes:
          a % 4 === 0 ? [] : [{ kind: b % 2 ? ('apart' as const) : ('together' as const), people: [ann, pick([bob, cleo, dan], a) ?? ''] }],
      }),
      () => ({ type: 'lockSet', set: b % 2 ? 'project' : 'm1-1', locked: a % 3 === 0 }),
      () => ({
        type: 'markAttendance',
        meeting,
        marks: [{ person, state: pick(['present', 'late', 'absent', 'left'] as const, a) ?? 'late' }],
      }),
      () => ({ type: 'takeBackArea', area: b % 2 ? 'm1' : 'canvas' }),
      () => ({ type: 'cancelPlacement', area: b % 2 ? 'm1' : 'canvas' }),
      () => ({ type: 'harvestBoard', board: BOARD }),
      () => ({ type: b % 9 ? 'harvestBoard' : 'disconnectBoard', board: BOARD }),
      () => ({
        type: 'settleNote',
        contribution: [...lab.lab.boardNotes.values()].find(({ state }) => state === 'clash')?.contribution ?? note,
        part: 'text',
        take: b % 2 ? 'lab' : 'board',
      }),
      () => ({
        type: 'rewriteNote',
        contribution: [...lab.lab.boardNotes.values()].find(({ state }) => state === 'missing')?.contribution ?? note,
        part: 'text',
      }),
      () => ({ type: 'dismissDouble', item: [...lab.lab.doubles.keys()][0] ?? 'none' }),
      ...voiceMakers(lab, step, meeting),
      ...[0, 1, 2].map((n) => () => aboutRooms(lab, { ...step, a: a + n }, secret(text))),
      ...(['attendance', 'attendance', 'attendance', 'ballots', 'ballots'] as const).map((happens) => () => happens),
      ...documentSayings(lab, { a, b, text }),
      ...Array.from({ length: 8 }, () => () => 'board' as const),
      () => ({ type: 'takeDrive', meeting, from: b % 3 ? (lab.lab.meetings[meeting]?.driver ?? null) : person }),
      () => ({ type: 'handDrive', meeting, to: b % 4 ? person : null }),
      () => 'join',
      () => 'propose',
    ]
    return (pick(makers, step.what) ?? contribute)()
  }

  for (const [i, drawn] of todo.entries()) {
    const step = { ...drawn, text: `${drawn.text}~${i}~` }
    const say = sayOf(step)
    try {
      if (say === 'board') boardHappens(lab, step)
      else if (say === 'attendance') attendanceHappens(lab, step, everyone)
      else if (say === 'ballots') ballotsHappen(lab, step, everyone)
      else if (say === 'join' || say === 'propose')
        lab.admit(
          guest,
          say === 'join'
            ? { type: 'requestJoin', via: 'zoom', name: secret(step.text), meeting: 1, subject: `subject-of-zoom-${step.a % 5}` }
            : { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 },
        )
      else if (HOSTS.includes(say.type)) lab.send(guest, say)
      else if (say.type === 'reportZoomSeen' || say.type === 'reportMyRoom') lab.send(seated(pick(everyone, step.who) ?? ''), say)
      else {
        const answered = lab.send(lab.actor(pick(everyone, step.who) ?? '', { editKeys: KEYS }), say)
        // whoever may not, lets the one who may do it: random labs should mostly be labs where things happen
        if (isRefused(answered) && answered.code === 'forbidden') lab.send(lab.organiser, say)
        const author = 'contribution' in say ? lab.lab.contributions.get(say.contribution ?? '')?.author : null
        if (isRefused(answered) && answered.code === 'not_yours' && author) lab.send(author, say)
        if (isRefused(answered) && answered.code === 'driven_by_other') lab.send(String(answered.facts?.['person']), say)
      }
    } catch (error) {
      // ids that are still empty are no valid command: that step does nothing
      if (!(error instanceof Error) || !error.constructor.name.includes('ZodError')) throw error
    }
    lab.pass(step.a * 1000)
  }
  const viewers = () => [...everyone.map((person) => lab.actor(person)), lab.actor(ann, { editKeys: [KEYS[0] ?? ''] }), guest]
  return { lab, viewers }
}
