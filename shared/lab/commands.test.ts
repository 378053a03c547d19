import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import { isRefused, Scenario, type Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { labToJson, readCommand, type Role } from './index.ts'

const RUNS = { numRuns: 60 }
const ID = 'c'.repeat(22)
const KEY = 'k'.repeat(43)
const card = (text: string): Say => ({ type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text } })
const codeOf = (answer: ReturnType<Scenario['send']>): string => (isRefused(answer) ? answer.code : 'accepted')
const notesOf = (lab: Scenario) => [...lab.lab.contributions.values()]

describe('the same command again', () => {
  it('[CMD1] gets the same answer and appends nothing, for every command of any lab', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        const { length } = lab.commits
        const { lab: before, register } = lab
        for (const { actor, command, answer } of lab.accepted) expect(lab.resend(actor, command)).toEqual(answer)
        expect(lab.commits).toHaveLength(length)
        expect(lab.lab).toBe(before)
        expect(new Map(lab.register.entries())).toEqual(new Map(register.entries()))
      }),
      RUNS,
    )
  })

  it('[CMD1] is the same when what it spoke of has changed since, and when its sender may do nothing any more', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const first = lab.send(lab.ann, card('trees'), ID)
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: notesOf(lab)[0]?.id ?? '' })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.do(lab.oscar, { type: 'setRoles', person: lab.ann, roles: ['observer'] })
    lab.do(lab.oscar, { type: 'archiveLab' })
    const { length } = lab.commits
    expect(lab.send(lab.ann, card('trees'), ID)).toEqual(first)
    expect(lab.commits).toHaveLength(length)
  })

  it('[CMD1] two commands with the same body and two ids are two', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.send(lab.ann, card('trees'), `${ID}1`)
    lab.send(lab.ann, card('trees'), `${ID}2`)
    expect(notesOf(lab)).toHaveLength(2)
  })

  it('[CMD2] with another body or from another sender is refused', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.send(lab.ann, card('trees'), ID)
    const after = lab.lab
    for (const answer of [
      lab.send(lab.ann, card('birds'), ID),
      lab.send(lab.bob, card('trees'), ID),
      lab.send(lab.ann, { type: 'askHelp', meeting: 1 }, ID),
    ])
      expect(answer).toEqual({ code: 'command_id_reused', field: 'id' })
    expect(lab.lab).toBe(after)
  })

  it('[CMD2] brings nothing back into the register and changes nothing there', () => {
    const lab = new SmallLab()
    const say = (name: string): Say => ({ type: 'changePerson', person: lab.ann, row: { name } })
    lab.send(lab.ann, say('Annie'), ID)
    expect(codeOf(lab.send(lab.ann, say('Nobody'), ID))).toBe('command_id_reused')
    expect(JSON.stringify([...lab.register.values()])).toMatch(/Annie/)
    lab.do(lab.ann, { type: 'erasePerson', person: lab.ann })
    for (const { actor, command } of lab.accepted) lab.resend(actor, command)
    expect(JSON.stringify([...lab.register.values()])).not.toMatch(/Ann|Nobody/)
  })

  it('[CMD3] a refusal is not remembered: the same command may be accepted later', () => {
    const lab = new SmallLab()
    expect(codeOf(lab.send(lab.ann, card('trees'), ID))).toBe('meeting_not_open')
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(codeOf(lab.send(lab.ann, card('trees'), ID))).toBe('block_not_started')
    expect(lab.lab.receipts.has(ID)).toBe(false)
    lab.start(1, 'mixed')
    expect(codeOf(lab.send(lab.ann, card('trees'), ID))).toBe('accepted')
  })

  it('[CMD3] a refused id is still free for another body', () => {
    const lab = new SmallLab()
    lab.send(lab.ann, card('trees'), ID)
    lab.start(1, 'mixed')
    expect(codeOf(lab.send(lab.bob, card('birds'), ID))).toBe('accepted')
  })
})

describe('events of a command', () => {
  it('[CMD4] are all there or none is: one fault in a long list appends nothing and leaves no row', () => {
    const lab = new SmallLab()
    const before = { lab: lab.lab, rows: lab.register.size }
    const people: { name: string; roles?: Role[]; sector?: string }[] = [
      { name: 'Eve' },
      { name: 'Fred' },
      { name: 'Gil', roles: ['observer', 'participant'] },
    ]
    expect(lab.send(lab.oscar, { type: 'addPeople', people })).toEqual({ code: 'role_conflict', field: 'people.2.roles' })
    expect(lab.send(lab.oscar, { type: 'addPeople', people: [{ name: 'Eve' }, { name: 'Fred', sector: 'mining' }] })).toMatchObject({
      code: 'unknown_sector',
      field: 'people.1.sector',
    })
    expect(lab.send(lab.oscar, { type: 'issueInvites', people: [lab.ann, lab.newId('per')] })).toEqual({
      code: 'unknown_person',
      field: 'people.1',
    })
    expect({ lab: lab.lab, rows: lab.register.size }).toEqual(before)
  })

  it('[CMD4] stand in one commit', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(lab.commits.at(-1)?.events.map((event) => event.type)).toEqual(['blockEnded', 'blockStarted'])
    lab.do(lab.oscar, { type: 'addPeople', people: [{ name: 'Eve' }, { name: 'Fred' }] })
    expect(lab.commits.at(-1)?.events.map((event) => event.type)).toEqual(['personAdded', 'personAdded'])
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(lab.commits.at(-1)?.events.map((event) => event.type)).toEqual(['blockEnded', 'meetingClosed'])
  })

  it('[CMD5] answers hold ids and numbers, never text', () => {
    // a zone's id is one of the programme's
    const id = /^(per|con|ent|hlp|joi|req|msg|thm|cmt|lnk)_[0-9a-z]{26}$|^logo-[0-9a-z]{26}$|^C\d+\.\d+$/
    fc.assert(
      fc.property(steps(), (todo) => {
        for (const { answer } of randomLab(todo).lab.accepted)
          for (const value of Object.values(answer).flat())
            expect(typeof value === 'number' ? '' : value).toMatch(typeof value === 'number' ? /^$/ : id)
      }),
      RUNS,
    )
  })

  it('[CMD5] an answer carries the number that the lab is at', () => {
    const lab = new SmallLab()
    expect(lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })).toEqual({ seq: lab.lab.seq })
    expect(lab.do(lab.oscar, { type: 'deleteLab', title: 'Lab' })).toEqual({ seq: lab.lab.seq })
  })
})

describe('what comes late', () => {
  it('[CMD8] is accepted for a block that has ended and says so', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const inTime = lab.note(lab.ann, 'C1.2', 'trees')
    lab.start(1, 'vote')
    const late = lab.note(lab.ann, 'C1.2', 'birds', { block: 'mixed', writtenAt: '2026-09-29T15:00:30.000Z' })
    expect(lab.lab.contributions.get(inTime)).toMatchObject({ late: false, block: 'mixed', writtenAt: null })
    expect(lab.lab.contributions.get(late)).toMatchObject({
      late: true,
      block: 'mixed',
      group: 'x1-1',
      writtenAt: '2026-09-29T15:00:30.000Z',
    })
  })

  it('[CMD8] is accepted for a meeting that has closed, also when another is open', () => {
    const lab = new SmallLab().start(1, 'silent').start(1, 'mixed')
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const afterwards = lab.note(lab.ann, 'C1.2', 'trees', { block: 'silent' })
    lab.start(2, 'work')
    const nextTime = lab.note(lab.ann, 'C1.2', 'birds')
    expect(lab.lab.contributions.get(afterwards)).toMatchObject({ late: true, meeting: 1, block: 'silent' })
    // no block named: the last of those that were started and write in the zone
    expect(lab.lab.contributions.get(nextTime)).toMatchObject({ late: true, meeting: 1, block: 'mixed' })
  })

  it('[CMD8] is accepted from who was in the group then and is in another now', () => {
    const lab = new SmallLab().start(2, 'work')
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'g1', to: 'g2' })
    const late = lab.note(lab.ann, 'C2.1', 'written before the move', { block: 'work', group: 'g1' })
    expect(lab.lab.contributions.get(late)).toMatchObject({ group: 'g1', author: lab.ann, late: false })
    expect(lab.write(lab.dan, 'C2.1', 'never there', { group: 'g1' })).toMatchObject({ code: 'not_in_group' })
  })

  it('[CMD8] ballots, too, may come late', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const note = lab.note(lab.ann, 'C1.2', 'trees')
    lab.start(1, 'vote')
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.note(lab.ann, 'C1.4', { type: 'votes', dots: { [note]: 2 } })
    expect(lab.lab.tallies.get('1/C1.4')).toMatchObject({ ballots: 1, dots: { [note]: 2 } })
  })

  it('[CMD8] is no way into what never began', () => {
    const lab = new SmallLab().start(1, 'silent')
    expect(lab.write(lab.ann, 'C1.3', 'too early')).toMatchObject({ code: 'block_not_started' })
    expect(lab.write(lab.ann, 'C1.2', 'too early', { block: 'mixed' })).toMatchObject({ code: 'block_not_started' })
    expect(lab.write(lab.ann, 'C2.1', 'too early')).toMatchObject({ code: 'meeting_not_open' })
    expect(lab.write(lab.ann, 'C1.2', 'elsewhere', { block: 'vote' })).toMatchObject({ code: 'zone_not_in_block' })
    expect(lab.write(lab.ann, 'C1.9', { type: 'cards', text: 'nowhere' })).toMatchObject({ code: 'unknown_zone' })
    expect(lab.send(lab.ann, { type: 'contribute', meeting: 3, zone: 'C1.2', answer: { type: 'cards', text: 'never' } })).toMatchObject({
      code: 'unknown_meeting',
    })
  })
})

describe('the privacy notice', () => {
  it('[CMD11] comes before the first name, whichever way the name comes', () => {
    const lab = new Scenario()
    const guest = { person: null, roles: [], editKeys: [] }
    const { size } = lab.register
    expect(lab.send(lab.organiser, { type: 'addPeople', people: [{ name: 'Anna' }] })).toMatchObject({ code: 'notice_missing' })
    expect(lab.send(lab.organiser, { type: 'setJoinLink', open: true })).toMatchObject({ code: 'notice_missing' })
    expect(lab.admit(guest, { type: 'requestJoin', via: 'link', name: 'Anna' })).toMatchObject({ code: 'notice_missing' })
    expect(lab.admit(guest, { type: 'requestJoin', via: 'zoom', name: 'Anna' })).toMatchObject({ code: 'notice_missing' })
    expect(lab.register.size).toBe(size)
    expect(JSON.stringify([...lab.register.values()])).not.toContain('Anna')
    lab.do(lab.organiser, { type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
    expect(isRefused(lab.send(lab.organiser, { type: 'addPeople', people: [{ name: 'Anna' }] }))).toBe(false)
    expect(isRefused(lab.admit(guest, { type: 'requestJoin', via: 'zoom', name: 'Berto' }))).toBe(false)
    expect(JSON.stringify([...lab.register.values()])).toMatch(/Anna.*Berto|Berto.*Anna/)
  })
})

describe('organisers', () => {
  it('[CMD12] the last one can neither be given other roles nor be erased', () => {
    const lab = new SmallLab()
    lab.do(lab.organiser, { type: 'setRoles', person: lab.oscar, roles: ['facilitator'] })
    expect(codeOf(lab.send(lab.organiser, { type: 'setRoles', person: lab.organiser, roles: ['facilitator'] }))).toBe('last_organiser')
    expect(codeOf(lab.send(lab.organiser, { type: 'erasePerson', person: lab.organiser }))).toBe('last_organiser')
    lab.do(lab.organiser, { type: 'setRoles', person: lab.organiser, roles: ['organiser'] })
    lab.do(lab.organiser, { type: 'setRoles', person: lab.ann, roles: ['organiser', 'participant'] })
    lab.do(lab.organiser, { type: 'erasePerson', person: lab.organiser })
    expect(codeOf(lab.send(lab.ann, { type: 'erasePerson', person: lab.ann }))).toBe('last_organiser')
  })

  it('[CMD12] an erased one does not count', () => {
    const lab = new SmallLab()
    lab.do(lab.organiser, { type: 'erasePerson', person: lab.oscar })
    expect(codeOf(lab.send(lab.organiser, { type: 'setRoles', person: lab.organiser, roles: ['participant'] }))).toBe('last_organiser')
  })

  it('[CMD12] there is one at every point of any lab', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        for (const { lab } of randomLab(todo).lab.scenes)
          expect([...lab.people.values()].some((one) => !one.erased && one.roles.includes('organiser'))).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('a command over the wire', () => {
  const note = { id: ID, type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: 'trees' } }
  const bad: [why: string, sent: unknown][] = [
    ['no command', null],
    ['no id', { ...note, id: undefined }],
    ['an id that can be guessed', { ...note, id: 'note-1' }],
    ['an unknown type', { ...note, type: 'shout' }],
    ['a type that only sign-in sends', { id: ID, type: 'requestJoin', via: 'zoom', name: 'Anna' }],
    ['a field more', { ...note, author: 'Ann' }],
    ['an author of its own choice', { ...note, person: `per_${'0'.repeat(26)}` }],
    ['a time that is none', { ...note, writtenAt: 'yesterday' }],
    ['a key that is no hash', { ...note, anonymous: 'secret' }],
  ]
  it.each(bad)('with %s is not read', (_why, sent) => {
    expect(() => readCommand(sent)).toThrow(/"code"/)
  })

  it('is read as it was sent, with what may be left out filled in', () => {
    expect(readCommand({ ...note, anonymous: KEY })).toEqual({ ...note, anonymous: KEY })
    expect(readCommand({ id: ID, type: 'askHelp', meeting: 1 })).toEqual({ id: ID, type: 'askHelp', meeting: 1, reason: '' })
    expect(readCommand({ id: ID, type: 'addPeople', people: [{ name: 'Anna' }] })).toEqual({
      id: ID,
      type: 'addPeople',
      people: [{ name: 'Anna', roles: ['participant'] }],
    })
  })

  it('refused, leaves the lab as it was', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const before = JSON.stringify(labToJson(lab.lab))
    for (const say of [card(' '), { type: 'openMeeting', meeting: 2 }, { type: 'startBlock', meeting: 1, block: 'mixed' }] as Say[])
      expect(isRefused(lab.send(lab.fay, say))).toBe(true)
    expect(JSON.stringify(labToJson(lab.lab))).toBe(before)
  })
})
