import { describe, expect, it } from 'vitest'
import { FakeMeeting } from './testing/fake-meeting.ts'
import { LEASE, opened, panel } from './testing/panel.ts'
import { RoomLog } from './testing/room-log.ts'

const TWO = { Alfa: { anna: 'a', bruno: 'b' }, Beta: { carla: 'c' } }

describe('people on the move while rooms are open', () => {
  /** Rooms open with Anna and Bruno in Alfa, Carla in Beta. */
  async function open() {
    const zoom = new FakeMeeting()
    const log = new RoomLog(TWO)
    for (const person of ['a', 'b', 'c']) zoom.present.add(person)
    const host = panel(zoom, log)
    return { zoom, log, host }
  }
  const sits = (zoom: FakeMeeting, who: string) => zoom.rooms.find(({ people }) => people.has(who))?.name
  /** Once rooms are open, does this; then works until what is awaited holds. */
  const afterOpening = async ({ zoom, log, host }: Awaited<ReturnType<typeof open>>, act: () => void, holds: () => boolean) => {
    let acted = false
    await host.until(
      () => acted && holds(),
      () => {
        if (acted || !opened(zoom, log)()) return
        acted = true
        act()
      },
    )
  }

  it('[RM17] somebody moved in the plan is moved in Zoom, and it is said once Zoom shows it', async () => {
    const scene = await open()
    const { zoom, log } = scene
    await afterOpening(
      scene,
      () => log.move('anna', 'Beta'),
      () => log.task.moving.length === 0,
    )
    expect(sits(zoom, 'a')).toBe('Beta')
    expect(zoom.calls.filter((call) => call.startsWith('assign a'))).toEqual(['assign a>Alfa', 'assign a>Beta'])
    expect(log.task.assigned.toSorted()).toEqual(['anna', 'bruno', 'carla'])
  })

  it('[RM17] where Zoom ignores it, it is asked again, then by way of the main session', async () => {
    const scene = await open()
    const { zoom, log } = scene
    zoom.ignoresMoves = 2
    await afterOpening(
      scene,
      () => log.move('anna', 'Beta'),
      () => log.task.moving.length === 0,
    )
    expect(zoom.calls.filter((call) => call.startsWith('assign a')).slice(1)).toEqual([
      'assign a>Beta',
      'assign a>Beta',
      'assign a>main',
      'assign a>Beta',
    ])
    expect(sits(zoom, 'a')).toBe('Beta')
  })

  it('[RM17] where Zoom never does it, that is said, and the others are served', async () => {
    const scene = await open()
    const { zoom, log } = scene
    await afterOpening(
      scene,
      () => {
        Object.assign(zoom.controls, { assign: async (who: string, room: string | null) => void zoom.calls.push(`assign ${who}>${room}`) })
        log.move('anna', 'Beta')
      },
      () => log.task.unreachable.includes('anna'),
    )
    expect(zoom.calls.filter((call) => call.startsWith('assign a')).length).toBeLessThanOrEqual(7)
    expect(log.task.assigned.toSorted()).toEqual(['bruno', 'carla'])
  })

  it('[RM18] who left Zoom is let go, and led to their room when they come back', async () => {
    const scene = await open()
    const { zoom, log } = scene
    await afterOpening(
      scene,
      () => zoom.leave('a'),
      () => !log.task.assigned.includes('anna'),
    )
    expect(log.task.unreachable).toEqual([])
    zoom.present.add('a')
    await afterOpening(
      { ...scene, host: panel(zoom, log, LEASE) },
      () => undefined,
      () => log.task.assigned.includes('anna'),
    )
    expect(sits(zoom, 'a')).toBe('Alfa')
  })

  it('[RM18] who goes to the main session, or to another room, by themself is not pulled back; the room they sit in is told', async () => {
    const scene = await open()
    const { zoom, log } = scene
    let looks = 0
    await afterOpening(
      scene,
      () => {
        zoom.sit('a', null)
        zoom.sit('c', 'Alfa')
      },
      () => ++looks > 5,
    )
    expect(zoom.calls.filter((call) => call.startsWith('assign'))).toHaveLength(3)
    expect(log.task.elsewhere).toEqual({ carla: 'g-Alfa' })
  })

  it('[RM19] who is in Zoom and says nothing is presented by their name in Zoom, while somebody is sought', async () => {
    const zoom = new FakeMeeting()
    const log = new RoomLog({ Alfa: { anna: 'a', bruno: null } })
    for (const one of ['a', 'stranger']) zoom.present.add(one)
    await panel(zoom, log).until(() => log.presented.length > 0)
    expect(log.presented).toEqual(['Zoom stranger'])
    const known = new RoomLog({ Alfa: { anna: 'a' } })
    let looks = 0
    await panel(zoom, known, 'another-panel-with-22-letters').until(() => ++looks > 40)
    expect(known.presented).toEqual([])
  })
})
