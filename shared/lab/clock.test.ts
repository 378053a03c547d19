import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { readEvent } from './index.ts'

const MINUTE = 60_000
const runOf = (lab: SmallLab, block = 'silent') => lab.lab.meetings[1]?.runs[block]

describe('the clock of a block', () => {
  it('starts with the length of the agenda, and one block runs at a time', () => {
    const lab = new SmallLab().start(1, 'silent')
    const startedAt = runOf(lab)?.startedAt
    expect(runOf(lab)).toEqual({
      status: 'running',
      startedAt,
      pausedAt: null,
      pausedMs: 0,
      length: 5 * MINUTE,
      extended: 0,
      endedAt: null,
    })
    expect(lab.send(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })).toMatchObject({ code: 'nothing_to_do' })
    expect(lab.send(lab.fay, { type: 'startBlock', meeting: 1, block: 'lunch' })).toMatchObject({ code: 'unknown_block' })
    lab.start(1, 'vote')
    expect(runOf(lab)?.status).toBe('ended')
    expect(lab.lab.meetings[1]?.current).toBe('vote')
  })

  it('stands still while it is paused, however often', () => {
    const lab = new SmallLab().start(1, 'silent')
    let paused = 0
    for (const ms of [10_000, 90_000]) {
      lab.do(lab.fay, { type: 'pauseBlock', meeting: 1 })
      expect(lab.send(lab.fay, { type: 'pauseBlock', meeting: 1 })).toMatchObject({ code: 'block_not_running' })
      const at = Date.parse(runOf(lab)?.pausedAt ?? '')
      lab.pass(ms)
      paused += Date.parse(lab.now) - at
      lab.do(lab.fay, { type: 'resumeBlock', meeting: 1 })
      expect(runOf(lab)).toMatchObject({ status: 'running', pausedAt: null, pausedMs: paused })
      expect(lab.send(lab.fay, { type: 'resumeBlock', meeting: 1 })).toMatchObject({ code: 'block_not_paused' })
    }
  })

  it('is lengthened and shortened, but never below nothing', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 2 })
    expect(runOf(lab)?.extended).toBe(2 * MINUTE)
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: -240 })
    expect(runOf(lab)?.extended).toBe(-5 * MINUTE)
    expect(lab.send(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 0 })).toMatchObject({ code: 'nothing_to_do' })
  })

  it('[LOG6] is not shortened once nothing is left, so that no event says minus nothing', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: -5 })
    expect(lab.send(lab.fay, { type: 'extendBlock', meeting: 1, minutes: -1 })).toMatchObject({ code: 'nothing_to_do', field: 'minutes' })
    for (const event of lab.commits.flatMap((commit) => commit.events)) expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
  })
})

describe('going back', () => {
  const left = (lab: SmallLab, block = 'silent') => {
    const run = runOf(lab, block)
    return (
      run && run.length + run.extended - (Date.parse(run.endedAt ?? run.pausedAt ?? lab.now) - Date.parse(run.startedAt) - run.pausedMs)
    )
  }

  it('[RUN1] a block started again goes on with what was left of it, its extension with it', () => {
    const lab = new SmallLab().start(1, 'silent')
    const { startedAt } = runOf(lab) ?? {}
    lab.pass(60_000)
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 2 })
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(runOf(lab)?.status).toBe('ended')
    const before = left(lab)
    expect(before).toBeGreaterThan(5 * MINUTE)
    lab.pass(20 * MINUTE)
    const at = lab.now
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    expect(runOf(lab)).toMatchObject({ status: 'running', startedAt, extended: 2 * MINUTE, endedAt: null })
    expect(left(lab)).toBe((before ?? 0) - (Date.parse(lab.now) - Date.parse(at)))
    expect(runOf(lab, 'mixed')).toMatchObject({ status: 'ended', endedAt: at })
  })

  it('[RUN1] one that was paused when it was left had stopped then', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.pass(60_000)
    lab.do(lab.fay, { type: 'pauseBlock', meeting: 1 })
    const { pausedAt } = runOf(lab) ?? {}
    const before = left(lab)
    lab.pass(3 * MINUTE)
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(runOf(lab)?.endedAt).toBe(pausedAt)
    expect(left(lab)).toBe(before)
  })

  it('[RUN2] begins anew where nothing was left, and with the minutes that the plan gives it now', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 1 })
    lab.pass(7 * MINUTE)
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    const at = lab.now
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    expect(runOf(lab)).toEqual({
      status: 'running',
      startedAt: at,
      pausedAt: null,
      pausedMs: 0,
      length: 5 * MINUTE,
      extended: 0,
      endedAt: null,
    })
  })
})

describe('meetings', () => {
  it('go through their agenda block by block', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    const seen: (string | null | undefined)[] = []
    for (let i = 0; i < 4; i++) {
      lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
      seen.push(lab.lab.meetings[1]?.current)
    }
    expect(seen).toEqual(['silent', 'mixed', 'vote', null])
    expect(lab.send(lab.fay, { type: 'nextBlock', meeting: 1 })).toMatchObject({ code: 'nothing_to_do' })
  })

  it('are open one at a time, and may be opened again', () => {
    const lab = new SmallLab().start(1, 'silent')
    const { openedAt } = lab.lab.meetings[1] ?? {}
    expect(lab.send(lab.fay, { type: 'openMeeting', meeting: 1 })).toMatchObject({ code: 'meeting_open' })
    expect(lab.send(lab.fay, { type: 'openMeeting', meeting: 2 })).toMatchObject({ code: 'another_meeting_open', facts: { meeting: 1 } })
    expect(lab.send(lab.fay, { type: 'closeMeeting', meeting: 2 })).toMatchObject({ code: 'meeting_not_open' })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(lab.lab.meetings[1]).toMatchObject({ status: 'closed', current: null, runs: { silent: { status: 'ended' } } })
    for (const type of ['nextBlock', 'closeMeeting'] as const)
      expect(lab.send(lab.fay, { type, meeting: 1 })).toMatchObject({ code: 'meeting_not_open' })
    for (const type of ['openMeeting', 'closeMeeting', 'nextBlock', 'scheduleMeeting'] as const)
      expect(lab.send(lab.organiser, { type, meeting: 9 })).toMatchObject({ code: 'unknown_meeting' })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(lab.lab.meetings[1]).toMatchObject({ status: 'open', openedAt })
    // the agenda goes on where it was left
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(lab.lab.meetings[1]?.current).toBe('mixed')
  })

  it('keep what was planned until something else is', () => {
    const lab = new SmallLab()
    lab.do(lab.oscar, { type: 'scheduleMeeting', meeting: 1, date: '2026-10-01', time: '17:30', zoomLink: 'https://zoom.example/j/1' })
    lab.do(lab.oscar, { type: 'scheduleMeeting', meeting: 1, time: '18:00' })
    expect(lab.lab.meetings[1]).toMatchObject({ date: '2026-10-01', time: '18:00', zoomLink: 'https://zoom.example/j/1' })
    lab.do(lab.oscar, { type: 'scheduleMeeting', meeting: 1, zoomLink: null })
    expect(lab.lab.meetings[1]?.zoomLink).toBeNull()
    expect(lab.send(lab.oscar, { type: 'scheduleMeeting', meeting: 1 })).toMatchObject({ code: 'nothing_to_do' })
    for (const planned of [{ date: '2026-02-30' }, { date: '1 October' }, { time: '24:00' }, { zoomLink: 'javascript:alert(1)' }])
      expect(() => lab.send(lab.oscar, { type: 'scheduleMeeting', meeting: 1, ...planned }), JSON.stringify(planned)).toThrow(/"code"/)
  })
})
