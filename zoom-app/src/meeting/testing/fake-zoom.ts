import { BASE, CORE, FOR_HOSTS, type Name, type Sdk, type SdkEvent } from '../zoom/sdk.ts'

/** An error as the SDK throws it: the code is text. */
export class ZoomError extends Error {
  readonly code: string
  constructor(code: string, message = '') {
    super(message)
    this.code = code
  }
}

interface FakeRoom {
  readonly id: string
  readonly inside: string
  readonly name: string
  readonly assigned: Set<string>
}

/** A Zoom client of one person, with the parts of a meeting that this person's panel can notice. For tests of the adapter and the contract. */
export class FakeZoom {
  role: 'host' | 'coHost' | 'attendee' = 'attendee'
  room: FakeRoom | null = null
  rooms: FakeRoom[] = []
  open = false
  contexts = 0
  runningContext = 'inMeeting'
  /** Names that this client lacks, answered in `unsupportedApis`. */
  lacking: readonly Name[] = []
  /** Names not ticked for the app: config with one of them is refused whole. */
  notTicked: readonly Name[] = []
  /** Answers given instead of the true ones, by name of the call. */
  answers: Record<string, unknown> = {}
  failures: Record<string, Error> = {}
  configs: Name[][] = []
  #granted = new Set<Name>()
  #handlers = new Map<SdkEvent, ((data: unknown) => void)[]>()

  emit(event: SdkEvent, data: unknown): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(data)
  }

  move(room: FakeRoom | null): void {
    const action = room ? 'join' : 'leave'
    const breakoutRoomUUID = (room ?? this.room)?.id ?? ''
    this.room = room
    this.emit('onBreakoutRoomChange', { action, breakoutRoomUUID, timestamp: 1 })
  }

  makeRooms(...names: string[]): void {
    this.rooms = names.map((name, i) => ({ id: `{${name}-${i}}`, inside: `inside-${name}==`, name, assigned: new Set() }))
  }

  #answer(name: Name, make: () => unknown): Promise<unknown> {
    const failure = this.failures[name]
    if (failure) return Promise.reject(failure)
    if (!this.#granted.has(name)) return Promise.reject(new ZoomError('80004', 'app_not_support'))
    if (name in this.answers) return Promise.resolve(this.answers[name])
    try {
      return Promise.resolve(make())
    } catch (error) {
      return Promise.reject(error)
    }
  }

  #list(): unknown {
    const seesPeople = this.role === 'host'
    return {
      rooms: this.rooms.map(({ id, name, assigned }) => ({
        breakoutRoomId: id,
        name,
        ...(seesPeople && {
          participants: [...assigned].map((participantUUID) => ({
            participantStatus: this.open ? 'joined' : 'assigned',
            participantUUID,
            participantId: 7,
            displayName: 'x',
          })),
        }),
      })),
      state: this.open ? 'open' : 'closed',
      ...(seesPeople && { unassigned: [{ participantUUID: 'zoe-uuid', participantId: 9, displayName: 'Zoe' }] }),
    }
  }

  readonly sdk: Sdk = {
    config: ({ capabilities }) => {
      this.configs.push(capabilities)
      const failure = this.failures['config']
      if (failure) return Promise.reject(failure)
      if (capabilities.some((name) => this.notTicked.includes(name))) return Promise.reject(new ZoomError('80004', 'app_not_support'))
      if (this.role === 'attendee' && capabilities.some((name) => FOR_HOSTS.includes(name)))
        return Promise.reject(new ZoomError('80012', 'require_meeting_role'))
      this.#granted = new Set(capabilities.filter((name) => !this.lacking.includes(name)))
      return Promise.resolve({
        runningContext: this.runningContext,
        unsupportedApis: capabilities.filter((name) => this.lacking.includes(name)),
        clientVersion: '6.5.3',
      })
    },
    getSupportedJsApis: () =>
      this.#answer('getSupportedJsApis', () => ({
        supportedApis: [...CORE, ...BASE, ...(this.role === 'attendee' ? [] : FOR_HOSTS)].filter(
          (name) => !this.lacking.includes(name) && !this.notTicked.includes(name),
        ),
      })),
    getAppContext: () => this.#answer('getAppContext', () => ({ context: `signed-${++this.contexts}` })),
    getUserContext: () =>
      this.#answer('getUserContext', () => ({
        screenName: 'Anna',
        participantUUID: 'anna-uuid',
        participantId: '5',
        role: this.role,
        status: 'authorized',
      })),
    getMeetingUUID: () =>
      this.#answer('getMeetingUUID', () =>
        this.room ? { meetingUUID: this.room.inside, parentUUID: 'main==' } : { meetingUUID: 'main==' },
      ),
    getMeetingContext: () => this.#answer('getMeetingContext', () => ({ meetingTopic: 'x', meetingID: '912 345 678' })),
    getBreakoutRoomList: () =>
      this.#answer('getBreakoutRoomList', () => {
        if (this.role === 'attendee' && !this.open) throw new ZoomError('10092', 'Breakout Rooms are not open.')
        return this.#list()
      }),
    createBreakoutRooms: ({ names }) =>
      this.#answer('createBreakoutRooms', () => {
        if (this.open) throw new ZoomError('10091', 'Can not edit the Breakout Room')
        this.makeRooms(...names)
        return this.#list()
      }),
    addBreakoutRoom: ({ name }) =>
      this.#answer('addBreakoutRoom', () => {
        this.rooms.push({ id: `{${name}}`, inside: `inside-${name}==`, name, assigned: new Set() })
        return { uuid: `{${name}}` }
      }),
    assignParticipantToBreakoutRoom: ({ uuid, participantUUID }) =>
      this.#answer('assignParticipantToBreakoutRoom', () => {
        const room = this.rooms.find((one) => one.id === uuid)
        if (!room) throw new ZoomError('10093', 'The id of the Breakout room is incorrect.')
        room.assigned.add(participantUUID)
        return { message: 'success' }
      }),
    configureBreakoutRooms: () =>
      this.#answer('configureBreakoutRooms', () => {
        if (this.rooms.length === 0) throw new ZoomError('10099', 'No Breakout Room exist.')
        return {}
      }),
    openBreakoutRooms: () => this.#answer('openBreakoutRooms', () => (this.open = true)),
    closeBreakoutRooms: () => this.#answer('closeBreakoutRooms', () => (this.open = false)),
    changeBreakoutRoom: (options) =>
      this.#answer('changeBreakoutRoom', () => {
        if (!this.open) throw new ZoomError('10092', 'Breakout Rooms are not open.')
        this.move(options.action === 'join' ? (this.rooms.find((one) => one.id === options.uuid) ?? null) : null)
        return { message: 'success' }
      }),
    openUrl: () => this.#answer('openUrl', () => ({ message: 'success' })),
    showNotification: () => this.#answer('showNotification', () => ({ message: 'success' })),
    addEventListener: (event, handler) => void this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler]),
  }
}
