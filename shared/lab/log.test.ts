import * as fc from 'fast-check'
import { PIXEL } from '../testing/random-documents.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compileEverything } from '../testing/compile-everything.ts'
import { randomLab, REGISTER_ONLY, type Step, steps, ZOOM } from '../testing/random-lab.ts'
import { onBoard } from '../testing/on-board.ts'
import { SmallLab } from '../testing/small-lab.ts'
import {
  applyCommit,
  type Commit,
  emptyLab,
  EVENT_TYPES,
  EVENT_VERSION,
  evolve,
  handle,
  type Lab,
  type LabEvent,
  labFromJson,
  labToJson,
  readEvent,
  setApart,
} from './index.ts'

const RUNS = { numRuns: 60 }
const fold = (lab: Lab, commits: readonly Commit[]): Lab => commits.reduce(applyCommit, lab)
const textOf = (lab: Lab): string => JSON.stringify(labToJson(lab))
const again = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const stepsOf = (seed: number, n: number): Step[] => fc.sample(steps(), { seed, numRuns: n }).flat()

afterEach(() => {
  vi.useRealTimers()
})

describe('numbers', () => {
  it('[LOG1] the events of every lab are numbered 1, 2, 3… with no gap', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        const numbers = lab.commits.flatMap((commit) => commit.events).map((event) => event.seq)
        expect(numbers).toEqual(numbers.map((_, i) => i + 1))
        expect(lab.lab.seq).toBe(numbers.length)
      }),
      RUNS,
    )
  })

  it('[LOG1] evolve refuses an event that leaves a gap, comes twice or comes from another log', () => {
    const { lab, commits } = new SmallLab()
    const last = commits.at(-1)?.events.at(-1)
    if (!last) throw new Error('the lab has no events')
    for (const seq of [0, 1, lab.seq - 1, lab.seq, lab.seq + 2])
      expect(() => evolve(lab, { ...last, seq }), String(seq)).toThrow(/cannot follow/)
    expect(evolve(lab, { ...last, seq: lab.seq + 1 }).seq).toBe(lab.seq + 1)
  })
})

describe('folding', () => {
  it('[LOG2] the same events give the same lab and the same JSON text', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        const folded = fold(emptyLab(lab.lab.id), again(lab.commits))
        expect(textOf(folded)).toBe(textOf(lab.lab))
      }),
      RUNS,
    )
  })

  it('[LOG3] a snapshot and the events after it give the lab that all events give', () => {
    fc.assert(
      fc.property(steps(), fc.nat(), (todo, n) => {
        const { lab } = randomLab(todo)
        const at = n % (lab.commits.length + 1)
        const early = fold(emptyLab(lab.lab.id), lab.commits.slice(0, at))
        const snapshot = labFromJson(again(labToJson(early)))
        if (!snapshot) throw new Error('the snapshot was not read')
        expect(textOf(snapshot)).toBe(textOf(early))
        expect(textOf(fold(snapshot, lab.commits.slice(at)))).toBe(textOf(lab.lab))
      }),
      RUNS,
    )
  })

  it('[LOG3] a lab that comes from a snapshot decides as the one folded from the beginning', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        const restored = labFromJson(again(labToJson(lab.lab)))
        if (!restored) throw new Error('the snapshot was not read')
        for (const { actor, command } of lab.accepted) {
          const { command: decidable } = setApart({ ...command, id: `again-${command.id}` }, (n) => `reg_${n}`)
          const decide = (from: Lab) => {
            let ids = 0
            return handle(from, decidable, 'hash', { actor, now: lab.now, newId: (prefix) => `${prefix}_${++ids}` })
          }
          expect(decide(restored)).toEqual(decide(lab.lab))
        }
      }),
      RUNS,
    )
  })

  it('[LOG3] what is no snapshot of today’s shape is not read', () => {
    const { lab } = new SmallLab()
    const json = again(labToJson(lab))
    expect(labFromJson(json)).not.toBeNull()
    expect(labFromJson(null)).toBeNull()
    expect(labFromJson('lab')).toBeNull()
    for (const field of Object.keys(json)) expect(labFromJson({ ...json, [field]: undefined }), field).toBeNull()
    expect(labFromJson({ ...json, people: { ann: 1 } })).toBeNull()
  })

  it('[LOG2] a fold leaves the lab that it was given as it was', () => {
    fc.assert(
      fc.property(steps(30), (todo) => {
        const { lab } = randomLab(todo)
        const texts: string[] = []
        let folded = emptyLab(lab.lab.id)
        const labs = [folded]
        for (const commit of lab.commits) {
          texts.push(textOf(folded))
          labs.push((folded = applyCommit(folded, commit)))
        }
        for (const [i, text] of texts.entries()) expect(textOf(labs[i] ?? folded)).toBe(text)
      }),
      { numRuns: 15 },
    )
  })

  it('[LOG4] neither the clock nor dice of the machine have a say', () => {
    const todo = stepsOf(4, 3)
    const run = (machine: string): string => {
      vi.useFakeTimers({ now: new Date(machine), toFake: ['Date'] })
      const { lab } = randomLab(todo)
      return JSON.stringify([lab.commits, labToJson(lab.lab)])
    }
    vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('Math.random was asked')
    })
    vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
      throw new Error('random values were asked')
    })
    const first = run('2001-01-01T00:00:00Z')
    expect(run('2044-06-15T12:34:56Z')).toBe(first)
    expect(first).not.toContain('2001-01-01')
  })
})

describe('personal data', () => {
  it('[LOG5] no commit and no lab holds a name, an e-mail address, an organisation or an answer of type person', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        expect(JSON.stringify([...lab.register.values()])).toContain(REGISTER_ONLY)
        expect(JSON.stringify(lab.commits)).not.toContain(REGISTER_ONLY)
        expect(textOf(lab.lab)).not.toContain(REGISTER_ONLY)
      }),
      RUNS,
    )
  })

  it('[LOG5] every command that brings personal data sets it apart before it is decided', () => {
    const secrets = { name: 'NAME-9b1', email: 'mail-9b1@example.org', organisation: 'ORGANISATION-9b1' }
    const person = { type: 'person' as const, text: 'ANSWER-9b1' }
    const id = 'c'.repeat(22)
    const con = `con_${'0'.repeat(26)}`
    const per = `per_${'0'.repeat(26)}`
    const apart = [
      setApart(
        {
          id,
          type: 'addPeople',
          people: [
            { ...secrets, roles: ['participant'] },
            { name: secrets.name, roles: ['observer'] },
          ],
        },
        (n) => `reg_${n}`,
      ),
      setApart({ id, type: 'changePerson', person: per, row: secrets }, (n) => `reg_${n}`),
      setApart({ id, type: 'requestJoin', via: 'link', name: secrets.name }, (n) => `reg_${n}`),
      setApart({ id, type: 'contribute', meeting: 1, zone: 'C1.1', answer: person }, (n) => `reg_${n}`),
      setApart({ id, type: 'editContribution', contribution: con, answer: person }, (n) => `reg_${n}`),
    ]
    expect(apart.map(({ rows }) => rows.length)).toEqual([2, 1, 1, 1, 1])
    expect(apart[0]?.rows).toEqual([
      ['reg_0', { kind: 'person', ...secrets }],
      ['reg_1', { kind: 'person', name: secrets.name }],
    ])
    expect(apart[3]?.rows).toEqual([['reg_0', { kind: 'answer', text: person.text }]])
    for (const { command } of apart) {
      // the answer as it was sent is there to be checked, and is no part of any event
      const { sent: _, ...decided } = command as typeof command & { sent?: unknown }
      expect(JSON.stringify(decided)).not.toContain('9b1')
    }
  })
})

describe('reading', () => {
  it('[LOG6] readEvent gives back every event of a lab as it was written', () => {
    const rare = rareEvents()
    for (const event of rare) expect(readEvent(again(event))).toEqual(event)
    const seen = new Set<string>(rare.map((event) => event.type))
    fc.assert(
      fc.property(steps(), (todo) => {
        for (const event of randomLab(todo).lab.commits.flatMap((commit) => commit.events)) {
          seen.add(event.type)
          expect(readEvent(again(event))).toEqual(event)
        }
      }),
      { ...RUNS, seed: 6 },
    )
    expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([])
  })

  it('[LOG6] events that are none of ours are refused', () => {
    const event = {
      v: 1,
      seq: 7,
      at: '2026-09-29T15:00:00.000Z',
      actor: `per_${'0'.repeat(26)}`,
      type: 'meetingOpened',
      body: { meeting: 1 },
    }
    expect(readEvent(event)).toEqual(event)
    expect(EVENT_VERSION).toBe(1)
    const foreign: [why: string, event: unknown][] = [
      ['no object', 'meetingOpened'],
      ['null', null],
      ['a version to come', { ...event, v: EVENT_VERSION + 1 }],
      ['no version', { ...event, v: undefined }],
      ['version 0', { ...event, v: 0 }],
      ['number 0', { ...event, seq: 0 }],
      ['half a number', { ...event, seq: 1.5 }],
      ['a local time', { ...event, at: '2026-09-29T15:00:00+02:00' }],
      ['a name as actor', { ...event, actor: 'Anna' }],
      ['another kind of id as actor', { ...event, actor: `con_${'0'.repeat(26)}` }],
      ['an unknown type', { ...event, type: 'meetingVanished' }],
      ['a type from the prototype', { ...event, type: 'constructor' }],
      ['a field more in the envelope', { ...event, name: 'Anna' }],
      ['a field more in the body', { ...event, body: { meeting: 1, name: 'Anna' } }],
      ['a field less in the body', { ...event, body: {} }],
      ['no body', { ...event, body: undefined }],
      ['a name where an id is due', { ...event, type: 'personErased', body: { person: 'Anna' } }],
      [
        'an answer of type person with its text',
        { ...event, type: 'contributionEdited', body: { contribution: `con_${'0'.repeat(26)}`, answer: { type: 'person', text: 'Anna' } } },
      ],
    ]
    for (const [why, one] of foreign) expect(() => readEvent(one), why).toThrow(/"code"/)
  })
})

/** What random labs seldom come to. */
function rareEvents(): LabEvent[] {
  const lab = new SmallLab().start(1, 'mixed')
  const guest = { person: null, roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'host' as const } }
  for (const type of ['pauseBlock', 'resumeBlock'] as const) lab.do(lab.fay, { type, meeting: 1 })
  lab.admit(guest, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.admit(guest, { type: 'requestJoin', via: 'zoom', name: 'Eve', subject: 'subject-of-zoom-7' })
  const person = lab.do(lab.fay, { type: 'approveJoin', join: [...lab.lab.joins.keys()][0] ?? '' })['person'] as string
  lab.do(lab.fay, { type: 'unbindPerson', person })
  const request = lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })['request'] as string
  lab.do(guest, { type: 'takeRooms', request, lease: 'l'.repeat(22) })
  lab.do(guest, { type: 'reportRooms', request, lease: 'l'.repeat(22), stage: 'creating' })
  lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
  lab.admit(guest, { type: 'requestJoin', via: 'zoom', name: 'Mallory', subject: 'subject-of-zoom-8' })
  lab.do(lab.fay, { type: 'refuseJoin', join: [...lab.lab.joins.keys()][1] ?? '' })
  lab.do(lab.oscar, { type: 'setDocuments', theme: 'public-body', colour: null })
  lab.do(lab.oscar, { type: 'removeLogo', logo: String(lab.do(lab.oscar, { type: 'addLogo', alt: 'Parish', data: PIXEL })['logo']) })
  const shown = lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'Birds' })['entry'] as string
  lab.do(lab.oscar, { type: 'publish', entries: [shown], papers: [], indexable: false, contact: '', language: 'it' })
  lab.do(lab.oscar, { type: 'unpublish' })
  const help = lab.do(lab.ann, { type: 'askHelp', meeting: 1 })['help'] as string
  lab.do(lab.fay, { type: 'answerHelp', help })
  lab.do(lab.ann, { type: 'editContribution', contribution: lab.note(lab.ann, 'C1.2', 'trees'), answer: { type: 'cards', text: 'birds' } })
  const entry = lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'Trees' })['entry'] as string
  lab.do(lab.oscar, { type: 'editEntry', entry, rev: lab.lab.entries.get(entry)?.rev ?? 0, text: 'Birds' })
  lab.do(lab.oscar, { type: 'removeEntry', entry, rev: lab.lab.entries.get(entry)?.rev ?? 0 })
  const message = lab.do(lab.fay, { type: 'sendMessage', meeting: 1, groups: null, kind: 'message', text: 'Courage' })['message'] as string
  lab.do(lab.fay, { type: 'withdrawMessage', message })
  lab.do(lab.ann, { type: 'writeSummary', meeting: 1, block: 'mixed', group: 'm1/x1-1', rev: 0, text: 'Birds, then' })
  lab.do(lab.fay, { type: 'shareSummaries', meeting: 1, block: 'mixed' })
  lab.do(lab.fay, { type: 'openVote', meeting: 1, on: 'C1.2', ask: { type: 'votes', dots: 3 } })
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  compileEverything(lab)
  const promise = lab.start(2, 'close').note(lab.ann, 'C2.6', 'I call')
  lab.do(lab.ann, { type: 'settleCommitment', contribution: promise, status: 'kept' })
  lab.do(lab.fay, { type: 'closeHelp', help })
  lab.do(lab.fay, { type: 'issueInvites', people: [lab.ann] })
  lab.do(lab.fay, { type: 'withdrawInvites', people: [lab.ann] })
  lab.do(lab.fay, { type: 'shareNotes', meeting: 2, contributions: [promise] })
  lab.do(lab.fay, { type: 'hideContribution', contribution: promise })
  onBoard(lab)
  for (const type of ['archiveLab', 'reopenLab'] as const) lab.do(lab.organiser, { type })
  return lab.commits.flatMap((commit) => commit.events)
}
