import { describe, expect, it, vi } from 'vitest'
import { FakeMeeting } from './testing/fake-meeting.ts'
import { RoomLog } from './testing/room-log.ts'
import { LEASE, opened, panel } from './testing/panel.ts'

const TWO = { Alfa: { anna: 'a', bruno: 'b' }, Beta: { carla: 'c' } }

describe('making rooms', () => {
  it('[RM1] creates, assigns one by one, configures, opens – in that order – and tells each stage', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog(TWO)
    for (const person of ['a', 'b', 'c']) zoom.present.add(person)
    await panel(zoom, log).until(opened(zoom, log))
    expect(zoom.calls).toEqual(['create Alfa+Beta', 'assign a>Alfa', 'assign b>Alfa', 'assign c>Beta', 'configure', 'open'])
    expect(log.stages).toEqual(['creating', 'assigning', 'opening', 'open'])
    expect(log.task).toMatchObject({
      aliases: { 'g-Alfa': '{0-Alfa}', 'g-Beta': '{1-Beta}' },
      assigned: ['anna', 'bruno', 'carla'],
      unreachable: [],
    })
  })

  it('[RM2] waits and tries again while Zoom is busy, and gives up after six times with its reason', async () => {
    const zoom = new FakeMeeting().will('create', 'busy', 'busy').will('open', 'busy', 'busy', 'busy')
    const log = new RoomLog({ Alfa: {} })
    await panel(zoom, log).until(opened(zoom, log))
    expect(zoom.calls).toEqual(['create Alfa', 'create Alfa', 'create Alfa', 'configure', 'open', 'open', 'open', 'open'])

    const stuck = new FakeMeeting().will('create', ...Array(10).fill('busy'))
    const other = new RoomLog({ Alfa: {} })
    await panel(stuck, other).until(() => other.task.stage === 'failed')
    expect(stuck.calls).toHaveLength(6)
    expect(other.task.problem).toBe('Zoom said busy')
  })

  it('[RM3] people whom nobody has seen in Zoom, or whom Zoom cannot move, are listed and hold up nobody', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: { anna: null, bruno: 'b', host: 'host-uuid' }, Beta: { carla: 'c', dora: 'gone' } })
    zoom.present.add('b').add('c')
    zoom.notAssignable.add('b')
    await panel(zoom, log).until(opened(zoom, log))
    expect(log.task.assigned).toEqual(['carla'])
    expect(log.task.unreachable.toSorted()).toEqual(['anna', 'bruno', 'host'])
    expect(zoom.calls.filter((call) => call.startsWith('assign host'))).toEqual([])
  })

  it('[RM4] a host who reloads in the middle goes on where the rooms are', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog(TWO)
    for (const person of ['a', 'b', 'c']) zoom.present.add(person)
    const first = panel(zoom, log)
    // the page goes after the first person was assigned, before anything was said of it
    zoom.after = () => first.work.stop()
    first.work.give(log.task)
    await vi.waitFor(() => expect(zoom.calls).toContain('assign a>Alfa'))
    zoom.after = undefined
    expect(zoom.calls).toEqual(['create Alfa+Beta', 'assign a>Alfa'])
    await panel(zoom, log, 'lease-of-the-next-page-02').until(opened(zoom, log))
    expect(zoom.calls.filter((call) => call.startsWith('create'))).toHaveLength(1)
    expect(zoom.calls.filter((call) => call === 'assign a>Alfa')).toHaveLength(1)
    expect(log.task.assigned).toEqual(['anna', 'bruno', 'carla'])
  })

  it('[RM5] rooms that are right already are kept: not made again, missing ones are added', async () => {
    const zoom = new FakeMeeting().put('Beta', 'Regia')
    const log = new RoomLog({ Alfa: {}, beta: {} })
    await panel(zoom, log).until(opened(zoom, log))
    expect(zoom.calls).toEqual(['add Alfa', 'configure', 'open'])
    expect(log.task.aliases).toEqual({ 'g-Alfa': '{added-Alfa}', 'g-beta': '{0-Beta}' })
  })

  it('[RM5] open rooms of these names are adopted with the people in them', async () => {
    const zoom = new FakeMeeting().put('Alfa', 'Beta')
    zoom.open = true
    zoom.rooms[1]?.people.set('a', { there: true })
    const log = new RoomLog(TWO)
    zoom.present.add('a').add('b').add('c')
    await panel(zoom, log).until(() => log.task.stage === 'open' && log.task.assigned.length === 3)
    // Anna went to Beta by herself: she stays
    expect(zoom.calls).toEqual(['assign b>Alfa', 'assign c>Beta'])
  })

  it('[RM6] open rooms of another moment are closed first, even through a countdown', async () => {
    const zoom = new FakeMeeting().put('Uno', 'Due').will('close', ...Array(20).fill('busy'))
    zoom.open = true
    const log = new RoomLog({ Alfa: {} })
    await panel(zoom, log).until(opened(zoom, log))
    expect(zoom.calls.filter((call) => call !== 'close')).toEqual(['create Alfa', 'configure', 'open'])
  })

  it('[RM7] settings that Zoom will not take keep nobody out', async () => {
    const zoom = new FakeMeeting().will('configure', 'failed')
    const log = new RoomLog({ Alfa: {} })
    await panel(zoom, log).until(opened(zoom, log))
    expect(zoom.calls).toEqual(['create Alfa', 'configure', 'open'])
  })

  it('[RM8] a latecomer is led to their room while rooms are open', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: { anna: null } })
    await panel(zoom, log).until(
      () => log.task.assigned.length === 1,
      () => {
        if (log.task.stage !== 'open') return
        zoom.present.add('a')
        log.change({ rooms: [{ group: 'g-Alfa', name: 'Alfa', people: [{ person: 'anna', participant: 'a' }] }] })
      },
    )
    expect(zoom.calls.at(-1)).toBe('assign a>Alfa')
    expect(log.task.unreachable).toEqual([])
  })
})

describe('leases', () => {
  it('[RM16] a co-host’s panel gives way to the host’s, and a panel that can drive no more gives the lease back', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: {} })
    log.change({
      stage: 'assigning',
      lease: { key: 'a-co-hosts-panel-00001', until: new Date(log.now + 60_000).toISOString(), role: 'co-host' },
    })
    const host = panel(zoom.put('Alfa'), log)
    await host.until(opened(zoom, log))
    expect(log.task.lease).toMatchObject({ key: LEASE, role: 'host' })

    const other = panel(zoom, log)
    zoom.role = 'participant'
    other.work.give(log.task)
    await vi.waitFor(() => expect(Date.parse(log.task.lease?.until ?? '')).toBeLessThanOrEqual(log.now))
  })

  it('[RM10] whoever does not hold the lease touches nothing', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: {} })
    let rounds = 0
    log.change({
      stage: 'creating',
      lease: { key: 'somebody-else-entirely-1', until: new Date(log.now + 1e9).toISOString(), role: 'host' },
    })
    await panel(zoom, log).until(() => ++rounds > 5)
    expect(zoom.calls).toEqual([])
  })

  it('[RM10] a lease that ran out is taken over', async () => {
    const zoom = new FakeMeeting().put('Alfa')
    const log = new RoomLog({ Alfa: {} })
    log.change({
      stage: 'assigning',
      lease: { key: 'somebody-else-entirely-1', until: new Date(log.now + 5000).toISOString(), role: 'host' },
    })
    await panel(zoom, log).until(opened(zoom, log))
    expect(log.task.lease?.key).toBe(LEASE)
  })

  it('[RM11] while rooms are open the lease is renewed before it ends', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: {} })
    let late = 0
    let start = 0
    await panel(zoom, log).until(
      () => start > 0 && log.now - start > 120_000,
      () => {
        if (log.task.stage === 'open' && start === 0) start = log.now
        if (start > 0 && Date.parse(log.task.lease?.until ?? '') <= log.now) late += 1
      },
    )
    expect(late).toBe(0)
    expect(log.reports).toBeLessThan(30)
  })

  it('[RM12] a line that is down stops nothing for good', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: {} })
    log.offline = true
    let rounds = 0
    await panel(zoom, log).until(opened(zoom, log), () => {
      if (++rounds > 4) log.offline = false
    })
    expect(zoom.calls.filter((call) => call.startsWith('create'))).toHaveLength(1)
  })

  it('[RM13] a co-host leaves the host the first five seconds, then takes over without people to see', async () => {
    const zoom = new FakeMeeting()
    zoom.role = 'co-host'
    zoom.present.add('a')
    const log = new RoomLog({ Alfa: { anna: 'a' } })
    const asked = log.now
    let taken = 0
    await panel(zoom, log).until(opened(zoom, log), () => {
      if (log.task.lease && taken === 0) taken = log.now - asked
    })
    expect(taken).toBeGreaterThanOrEqual(5000)
    expect(zoom.calls.filter((call) => call.startsWith('assign'))).toEqual(['assign a>Alfa'])
    expect(log.task.assigned).toEqual(['anna'])
  })

  it('[RM14] who is no host has nothing to do', async () => {
    const zoom = new FakeMeeting()
    zoom.role = 'participant'
    const log = new RoomLog({ Alfa: {} })
    const { work } = panel(zoom, log)
    work.give(log.task)
    await Promise.resolve()
    expect([zoom.calls, log.reports]).toEqual([[], 0])
  })
})

describe('closing', () => {
  it('[RM20] closes on request, and says so once they are closed', async () => {
    const zoom = new FakeMeeting().will('close', 'busy')
    const log = new RoomLog({ Alfa: {} })
    let asked = false
    await panel(zoom, log).until(
      () => log.task.stage === 'closed',
      () => {
        if (log.task.stage === 'open' && !asked) {
          asked = true
          log.change({ stage: 'close-requested' })
        }
      },
    )
    expect(zoom.open).toBe(false)
    expect(zoom.calls.slice(-2)).toEqual(['close', 'close'])
    expect(log.stages.slice(-2)).toEqual(['closing', 'closed'])
  })

  it('[RM21] rooms closed already are not closed again', async () => {
    const zoom = new FakeMeeting().put('Alfa')
    const log = new RoomLog({ Alfa: {} })
    log.change({ stage: 'close-requested' })
    await panel(zoom, log).until(() => log.task.stage === 'closed')
    expect(zoom.calls).toEqual([])
  })

  it('[RM22] rooms that the host closed on Zoom’s own button are reported closed, once that is certain', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: {} })
    await panel(zoom, log).until(
      () => log.task.stage === 'closed',
      () => {
        if (log.task.stage === 'open') zoom.open = false
      },
    )
    expect(zoom.calls).not.toContain('close')
  })
})
