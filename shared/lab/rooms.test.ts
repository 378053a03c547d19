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

describe('rooms and the people in them', () => {
  const opened = () => {
    const scene = withRequest()
    scene.take()
    scene.report('open', first, {
      aliases: { 'm1/x1-1': '{A}', 'm1/x1-2': '{B}' },
      assigned: [scene.lab.ann, scene.lab.bob, scene.lab.cleo],
    })
    return scene
  }
  const move = (lab: SmallLab, person: string, from: string | null, to: string | null) =>
    lab.do(lab.fay, { type: 'movePerson', person, from, to })

  it('[RO1] follow the plan: who is moved is moving until a report says that they are in place', () => {
    const { lab, report, rooms } = opened()
    move(lab, lab.ann, 'm1/x1-1', 'm1/x1-2')
    expect(rooms()).toMatchObject({ moving: [lab.ann], assigned: [lab.bob, lab.cleo], plan: 1 })
    expect(rooms()?.rooms.map(({ people }) => people)).toEqual([[lab.cleo], [lab.bob, lab.dan, lab.ann]])
    report('open', first, { plan: 1, assigned: [lab.ann, lab.bob, lab.cleo] })
    expect(rooms()?.moving).toEqual([])
    const [eve = ''] = lab.people(['Eve', ['participant']])
    move(lab, eve, null, 'm1/x1-1')
    expect(rooms()).toMatchObject({ moving: [eve], plan: 2 })
    move(lab, lab.bob, 'm1/x1-2', null)
    expect(rooms()?.assigned).toEqual([lab.ann, lab.cleo])
    report('closed')
    move(lab, lab.ann, 'm1/x1-2', 'm1/x1-1')
    expect(rooms()?.plan).toBe(3)
  })

  it('[RO2] a report from before a move says nothing of people; its stage and rooms count', () => {
    const { lab, report, rooms } = withRequest()
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' })
    expect(report('open')).toBe('lease_lost')
    const taken = opened()
    move(taken.lab, taken.lab.ann, 'm1/x1-1', 'm1/x1-2')
    const late = { plan: 0, aliases: { 'm1/x1-2': '{C}' }, assigned: [taken.lab.ann], unreachable: [taken.lab.dan], elsewhere: [] }
    expect(taken.report('open', first, late)).toBe('accepted')
    expect(taken.rooms()).toMatchObject({ moving: [taken.lab.ann], unreachable: [], aliases: { 'm1/x1-2': '{C}' } })
    expect(rooms()?.stage).toBe('requested')
  })

  it('[RO3] the host’s panel relieves a co-host’s, never the other way round; a lease given back is anybody’s', () => {
    const { lab, host, take, rooms, request } = withRequest()
    const coHost: Actor = { ...host, zoom: { meeting: ZOOM, role: 'co-host' } }
    expect(take(second, coHost)).toBe('accepted')
    expect(take(first)).toBe('accepted')
    expect(rooms()?.lease).toMatchObject({ key: first, role: 'host' })
    expect(take(second, coHost)).toBe('lease_lost')
    expect(codeOf(lab.send(host, { type: 'releaseRooms', request, lease: second }))).toBe('lease_lost')
    lab.do(host, { type: 'releaseRooms', request, lease: first })
    expect(take(second, coHost)).toBe('accepted')
  })

  it('[RO4] who sits elsewhere is told by the host’s list or by their own client, and by nobody else', () => {
    const { lab, report, rooms } = opened()
    const seated = (person: string, meeting = ZOOM) => lab.actor(person, { zoom: { meeting, role: 'participant' } })
    const say = (from: Actor, room: string | null) => codeOf(lab.send(from, { type: 'reportMyRoom', meeting: 1, room }))
    expect(say(seated(lab.ann), '{B}')).toBe('accepted')
    expect(rooms()?.elsewhere).toEqual({ [lab.ann]: 'm1/x1-2' })
    const { seq } = lab.lab
    expect(say(seated(lab.ann), '{B}')).toBe('accepted')
    expect(lab.lab.seq).toBe(seq)
    expect(say(lab.actor(lab.ann), '{B}')).toBe('unknown_zoom_meeting')
    expect(say(seated(lab.ann, 'elsewhere'), '{B}')).toBe('unknown_zoom_meeting')
    report('open', first, { elsewhere: [{ person: lab.cleo, group: 'm1/x1-2' }] })
    expect(rooms()?.elsewhere).toEqual({ [lab.cleo]: 'm1/x1-2' })
    expect(say(seated(lab.cleo), '{A}')).toBe('accepted')
    expect(rooms()?.elsewhere).toEqual({})
    say(seated(lab.ann), '{B}')
    move(lab, lab.ann, 'm1/x1-1', 'm1/x1-2')
    expect(rooms()?.elsewhere).toEqual({})
    say(seated(lab.bob), '{A}')
    report('closed')
    expect(rooms()?.elsewhere).toEqual({})
  })

  it('[RO5] somebody seen in Zoom is presented once, and known once a facilitator or their own panel has said who it is', () => {
    const { lab, host } = withRequest()
    const present = (participant: string, name = 'Bob B.') =>
      lab.do(host, { type: 'presentAttendee', meeting: 1, participant, name })['join'] as string | undefined
    const join = present('zoom-bob') ?? ''
    expect(present('zoom-bob', 'Bobby')).toBeUndefined()
    expect(JSON.stringify(lab.commits)).not.toContain('Bob B.')
    lab.do(lab.fay, { type: 'approveJoin', join, person: lab.bob })
    expect(lab.lab.zoomSeen.get(`1|${lab.bob}`)).toBe('zoom-bob')
    expect(present('zoom-bob')).toBeUndefined()
    const dans = present('zoom-dan', 'Dan D.') ?? ''
    const seated = lab.actor(lab.dan, { zoom: { meeting: ZOOM, role: 'participant' } })
    lab.do(seated, { type: 'reportZoomSeen', meeting: 1, participant: 'zoom-dan' })
    expect(lab.lab.joins.get(dans)).toMatchObject({ status: 'refused', row: '' })
    expect([...lab.register.values()].some((row) => row.kind === 'person' && row.name === 'Dan D.')).toBe(false)
    expect(lab.lab.subjects.size).toBe(0)
  })
})
