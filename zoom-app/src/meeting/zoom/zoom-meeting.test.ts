import { describe, expect, it, vi } from 'vitest'
import { FakeZoom, ZoomError } from '../testing/fake-zoom.ts'
import { meetingContract } from '../testing/contract.ts'
import { FOR_HOSTS } from './sdk.ts'
import { openZoomMeeting } from './zoom-meeting.ts'

const roles = { host: 'host', 'co-host': 'coHost', participant: 'attendee' } as const

meetingContract('Zoom Apps SDK', async () => {
  const zoom = new FakeZoom()
  return {
    meeting: await openZoomMeeting(zoom.sdk),
    openRooms: (names) => {
      zoom.makeRooms(...names)
      zoom.open = true
    },
    move: (name) => zoom.move(zoom.rooms.find((room) => room.name === name) ?? null),
    setRole: (role) => void (zoom.role = roles[role]),
    changeHappens: () => zoom.emit('onMeetingConfigChanged', {}),
  }
})

const opened = async (set: (zoom: FakeZoom) => void = () => undefined) => {
  const zoom = new FakeZoom()
  set(zoom)
  return { zoom, meeting: await openZoomMeeting(zoom.sdk) }
}

describe('Zoom: config in two stages', () => {
  it('[MT10] an attendee asks for nothing that is a host’s', async () => {
    const { zoom } = await opened()
    expect(zoom.configs.flat().filter((name) => FOR_HOSTS.includes(name))).toEqual([])
  })

  it('[MT10] a host’s names are asked for once the role is known', async () => {
    const { zoom, meeting } = await opened((one) => (one.role = 'host'))
    expect(zoom.configs).toHaveLength(2)
    expect(meeting.roomControls()).not.toBeNull()
  })

  it('[MT11] a client that lists what it lacks keeps the rest: no room controls on a phone', async () => {
    const { meeting } = await opened((one) => {
      one.role = 'host'
      one.lacking = ['createBreakoutRooms', 'openBreakoutRooms']
    })
    expect(meeting.roomControls()).toBeNull()
    expect(await meeting.number()).toBe('912345678')
  })

  it('[MT11] a client that refuses the list whole is asked for what it says it has', async () => {
    const { meeting } = await opened((one) => {
      one.role = 'host'
      one.notTicked = ['onMyUserContextChange']
    })
    expect(meeting.roomControls()).not.toBeNull()
  })

  it('[MT11] a base list refused whole falls back to the core', async () => {
    const { meeting } = await opened((one) => (one.notTicked = ['showNotification']))
    expect(await meeting.context()).toBe('signed-1')
    expect((await meeting.place()).room).toBeNull()
  })

  it('[MT15] a link is opened by the client, and a client that cannot says so', async () => {
    const { meeting } = await opened(() => undefined)
    await expect(meeting.openLink('https://board.example/b')).resolves.toBeUndefined()
    const old = await opened((one) => (one.lacking = ['openUrl']))
    await expect(old.meeting.openLink('https://board.example/b')).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('[MT12] where no client is, or none answers, opening rejects', async () => {
    await expect(
      opened((one) => (one.failures['config'] = new Error('The Zoom Apps SDK is not supported by this browser'))),
    ).rejects.toThrow('not supported by this browser')
    const silent = new FakeZoom()
    silent.failures['config'] = new Error('config took longer than 6000ms to respond.')
    await expect(openZoomMeeting(silent.sdk)).rejects.toMatchObject({ code: 'no-answer' })
    expect(silent.configs).toHaveLength(1)
  })

  it('[MT13] outside a meeting nothing of a meeting is asked for', async () => {
    const { meeting, zoom } = await opened((one) => (one.runningContext = 'inMainClient'))
    expect(meeting.inside).toBe('away')
    expect(zoom.configs).toHaveLength(1)
  })
})

describe('Zoom: answers are claims', () => {
  it.each([
    ['getMeetingUUID', { meetingUUID: 7 }, 'place'],
    ['getUserContext', 'host', 'me'],
    ['getAppContext', { context: '' }, 'context'],
    ['getAppContext', { context: 'x'.repeat(5000) }, 'context'],
  ] as const)('[MT14] %s answered in another form is refused', async (call, answer, method) => {
    const { zoom, meeting } = await opened()
    zoom.answers[call] = answer
    await expect(meeting[method]()).rejects.toMatchObject({ name: 'MeetingRefusal', code: 'failed' })
  })

  it('[MT14] an unknown role is nobody’s host', async () => {
    const { zoom, meeting } = await opened()
    zoom.answers['getUserContext'] = { screenName: 'X', role: 'superHost' }
    expect(await meeting.me()).toEqual({ participant: null, name: 'X', role: 'participant' })
  })

  it.each([
    ['10091', 'Can not edit the Breakout Room', 'busy'],
    ['10100', 'Breakout rooms are not ready', 'busy'],
    ['10099', 'No Breakout Room exist.', 'no-rooms'],
    ['10103', 'Assign user to Breakout Room failed.', 'not-assignable'],
    ['10121', '', 'rooms-open'],
    ['99999', 'What?', 'failed'],
  ])('[MT7] %s %s is %s', async (code, message, expected) => {
    const { zoom, meeting } = await opened((one) => (one.role = 'host'))
    zoom.failures['openBreakoutRooms'] = new ZoomError(code, message)
    await expect(meeting.roomControls()?.open()).rejects.toMatchObject({ code: expected, said: expect.stringContaining(code) })
  })

  it('[MT8] a listener that throws does not keep the news from the others', async () => {
    const { zoom, meeting } = await opened()
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    const after = vi.fn()
    meeting.onChange(() => {
      throw new Error('broken')
    })
    meeting.onChange(after)
    zoom.emit('onMeetingConfigChanged', {})
    expect(after).toHaveBeenCalledWith({ kind: 'rooms' })
    expect(reported).toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  it('[MT9] who may not choose a room is led to the assigned one', async () => {
    const { zoom, meeting } = await opened((one) => {
      one.makeRooms('Alfa')
      one.open = true
    })
    const asked: unknown[] = []
    zoom.sdk.changeBreakoutRoom = (options) => {
      asked.push(options.action)
      return options.action === 'join'
        ? Promise.reject(new ZoomError('10061', 'Only the host can perform this action'))
        : Promise.resolve({ message: 'success' })
    }
    await meeting.enterRoom('{Alfa-0}')
    expect(asked).toEqual(['join', 'joinAssigned'])
  })
})
