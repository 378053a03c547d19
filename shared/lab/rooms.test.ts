import { describe, expect, it } from 'vitest'
import { ZOOM } from '../testing/random-lab.ts'
import { isRefused, type Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { type Actor, LEASE_MS } from './index.ts'

const first = 'f'.repeat(22)
const second = 's'.repeat(22)
const codeOf = (answer: ReturnType<SmallLab['send']>) => (isRefused(answer) ? answer.code : 'accepted')
type Stage = Extract<Say, { type: 'reportRooms' }>['stage']

function withRequest() {
  const lab = new SmallLab().start(1, 'mixed')
  const host: Actor = { person: null, roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'host' } }
  lab.admit(host, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
  const request = lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })['request'] as string
  const take = (lease = first, from = host) => codeOf(lab.send(from, { type: 'takeRooms', request, lease }))
  const report = (stage: Stage, lease = first, more: object = {}) =>
    codeOf(lab.send(host, { type: 'reportRooms', request, lease, stage, ...more }))
  const rooms = () => lab.lab.rooms[1]
  return { lab, host, request, take, report, rooms }
}

describe('breakout rooms', () => {
  it('are requested, taken by a host, made, opened, asked to close and closed', () => {
    const { lab, take, report, rooms } = withRequest()
    expect(rooms()).toMatchObject({
      stage: 'requested',
      lease: null,
      rooms: [
        { group: 'm1/x1-1', name: 'Mixed 1', people: [lab.ann, lab.cleo] },
        { group: 'm1/x1-2', people: [lab.bob, lab.dan] },
      ],
    })
    expect(take()).toBe('accepted')
    expect(rooms()).toMatchObject({ stage: 'taken', lease: { key: first } })
    expect(report('creating', first, { aliases: { 'm1/x1-1': 'zoom-room-1' } })).toBe('accepted')
    expect(report('assigning', first, { aliases: { 'm1/x1-2': 'zoom-room-2' }, assigned: [lab.ann], unreachable: [lab.dan] })).toBe(
      'accepted',
    )
    expect(report('opening')).toBe('accepted')
    expect(report('open')).toBe('accepted')
    expect(rooms()).toMatchObject({
      stage: 'open',
      aliases: { 'm1/x1-1': 'zoom-room-1', 'm1/x1-2': 'zoom-room-2' },
      assigned: [lab.ann],
      unreachable: [lab.dan],
    })
    lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
    expect(rooms()?.stage).toBe('close-requested')
    expect(report('closing')).toBe('accepted')
    expect(report('closed')).toBe('accepted')
    expect(rooms()).toMatchObject({ stage: 'closed', lease: null })
    expect(report('open')).toBe('lease_lost')
    expect(take()).toBe('nothing_to_do')
  })

  it('stay with the panel that took them for a minute, and then go to another', () => {
    const { lab, take, report, rooms } = withRequest()
    take(first)
    const until = Date.parse(rooms()?.lease?.until ?? '')
    expect(LEASE_MS).toBe(60_000)
    lab.pass(until - Date.parse(lab.now) - 1)
    expect(take(second)).toBe('lease_lost')
    lab.pass(until - Date.parse(lab.now))
    expect(take(second)).toBe('accepted')
    expect(report('creating', first)).toBe('lease_lost')
    expect(report('creating', second)).toBe('accepted')
  })

  it('are kept by whoever goes on reporting, or takes them again', () => {
    const { lab, take, report } = withRequest()
    take(first)
    for (const renew of [() => report('creating'), () => take(first), () => report('assigning')]) {
      lab.pass(15_000)
      expect(renew()).toBe('accepted')
      expect(take(second)).toBe('lease_lost')
    }
  })

  it('that should close while they are being opened are not forgotten', () => {
    const { lab, take, report, rooms } = withRequest()
    take()
    report('creating')
    lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
    for (const stage of ['assigning', 'opening', 'open'] as const) {
      expect(report(stage, first, { aliases: { 'm1/x1-1': stage } })).toBe('accepted')
      expect(rooms()).toMatchObject({ stage: 'close-requested', aliases: { 'm1/x1-1': stage } })
    }
    lab.pass(LEASE_MS)
    expect(take(second)).toBe('accepted')
    expect(rooms()?.stage).toBe('close-requested')
    report('closing', second)
    report('closed', second)
    expect(rooms()?.stage).toBe('closed')
  })

  it('that nobody took yet are closed by the wish alone', () => {
    const { lab, rooms } = withRequest()
    lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
    expect(rooms()?.stage).toBe('closed')
    expect(codeOf(lab.send(lab.fay, { type: 'closeRooms', meeting: 1 }))).toBe('nothing_to_do')
    expect(codeOf(lab.send(lab.fay, { type: 'closeRooms', meeting: 2 }))).toBe('nothing_to_do')
  })

  it('that failed say why, and may be requested again', () => {
    const { lab, take, report, rooms, request } = withRequest()
    take()
    expect(report('failed', first, { problem: 'Breakout rooms are switched off' })).toBe('accepted')
    expect(rooms()).toMatchObject({ stage: 'failed', problem: 'Breakout rooms are switched off', lease: null })
    lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })
    expect(rooms()).toMatchObject({ stage: 'requested', problem: null })
    expect(rooms()?.request).not.toBe(request)
    expect(report('open')).toBe('unknown_request')
  })

  it('are not requested again while a host is at work on them', () => {
    const { lab, take, report } = withRequest()
    const again = () => codeOf(lab.send(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' }))
    take()
    for (const stage of ['creating', 'assigning', 'opening'] as const) {
      report(stage)
      expect(again(), stage).toBe('rooms_busy')
    }
    lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
    expect(again()).toBe('rooms_busy')
    report('closing')
    expect(again()).toBe('rooms_busy')
    report('closed')
    expect(again()).toBe('accepted')
  })

  it('are for the host of the Zoom meeting that is bound to the meeting', () => {
    const { lab, host, take, report } = withRequest()
    expect(report('creating')).toBe('lease_lost')
    expect(take(first, { ...host, zoom: { meeting: ZOOM, role: 'participant' } })).toBe('forbidden')
    expect(take(first, { ...host, zoom: { meeting: 'elsewhere', role: 'host' } })).toBe('forbidden')
    expect(take(first, lab.actor(lab.fay))).toBe('forbidden')
    lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 2 })
    expect(take()).toBe('not_zoom_host')
  })

  it('need groups with people, in an open meeting, and come in the order of the groups’ numbers', () => {
    const lab = new SmallLab()
    const request = (block: string, meeting = 1) => lab.send(lab.fay, { type: 'requestRooms', meeting, block })
    expect(request('mixed')).toMatchObject({ code: 'meeting_not_open' })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(request('lunch')).toMatchObject({ code: 'unknown_block' })
    expect(request('vote')).toMatchObject({ code: 'groups_needed' })
    expect(request('mixed', 8)).toMatchObject({ code: 'unknown_meeting' })
    lab.formMixed(...Array.from({ length: 9 }, () => []), [lab.ann], [lab.bob])
    lab.do(lab.fay, { type: 'movePerson', person: lab.cleo, from: null, to: 'm1/x1-2' })
    lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })
    expect(lab.lab.rooms[1]?.rooms.map((room) => room.group)).toEqual(['m1/x1-2', 'm1/x1-10', 'm1/x1-11'])
    lab.formMixed([], [])
    expect(request('mixed')).toMatchObject({ code: 'groups_needed' })
  })
})
