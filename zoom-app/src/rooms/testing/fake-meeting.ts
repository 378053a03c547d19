import { createPlainMeeting } from '../../meeting/plain-meeting.ts'
import { type Meeting, MeetingRefusal, type MeetingRole, type RefusalCode, type RoomControls } from '../../meeting/meeting.ts'

interface Room {
  readonly id: string
  readonly name: string
  readonly people: Map<string, { there: boolean }>
}

/** A meeting whose host is me, with rooms that behave as Zoom's do, and the same moods. */
export class FakeMeeting {
  role: MeetingRole = 'host'
  rooms: Room[] = []
  open = false
  /** Who is in the meeting; in no room: in the main session. */
  present = new Set<string>()
  /** Zoom says "success" to a move from room to room and does nothing, so many times. */
  ignoresMoves = 0
  configured = 0
  /** Every call that changes something, in order. */
  readonly calls: string[] = []
  /** Refusals to come, by name of the call. */
  readonly moods = new Map<string, RefusalCode[]>()
  notAssignable = new Set<string>()
  /** Called after each call that changed something. */
  after: ((call: string) => void) | undefined

  will(call: keyof RoomControls, ...refusals: RefusalCode[]): this {
    this.moods.set(call, [...(this.moods.get(call) ?? []), ...refusals])
    return this
  }

  put(...names: string[]): this {
    this.rooms = names.map((name, i) => ({ id: `{${i}-${name}}`, name, people: new Map() }))
    return this
  }

  /** Puts somebody into a room, or into the main session. */
  sit(participant: string, name: string | null): void {
    for (const one of this.rooms) one.people.delete(participant)
    this.rooms.find((one) => one.name === name)?.people.set(participant, { there: this.open })
  }

  /** Leaves the meeting. */
  leave(participant: string): void {
    this.sit(participant, null)
    this.present.delete(participant)
  }

  #call(name: keyof RoomControls, said = ''): void {
    this.calls.push(said ? `${name} ${said}` : name)
    const refusal = this.moods.get(name)?.shift()
    if (refusal) throw new MeetingRefusal(refusal, `Zoom said ${refusal}`)
  }

  #list = () => ({
    open: this.open,
    rooms: this.rooms.map(({ id, name, people }) => ({
      id,
      name,
      people:
        this.role === 'host' ? [...people].map(([participant, { there }]) => ({ participant, name: `Zoom ${participant}`, there })) : null,
    })),
    unassigned:
      this.role === 'host'
        ? [...this.present]
            .filter((one) => !this.rooms.some(({ people }) => people.has(one)))
            .map((participant) => ({ participant, name: `Zoom ${participant}` }))
        : null,
  })

  readonly controls: RoomControls = {
    create: async (names) => {
      this.#call('create', names.join('+'))
      if (this.open) throw new MeetingRefusal('busy', 'Can not edit')
      this.put(...names)
      return this.#list()
    },
    add: async (name) => {
      this.#call('add', name)
      this.rooms.push({ id: `{added-${name}}`, name, people: new Map() })
    },
    assign: async (participant, id) => {
      const room = this.rooms.find((one) => one.id === id)
      this.#call('assign', `${participant}>${id === null ? 'main' : room?.name}`)
      if (id === null) {
        this.sit(participant, null)
        return
      }
      if (!room) throw new MeetingRefusal('unknown-room', id)
      if (!this.present.has(participant)) throw new MeetingRefusal('unknown-person', participant)
      if (this.notAssignable.has(participant)) throw new MeetingRefusal('not-assignable', participant)
      const sits = this.rooms.some(({ people }) => people.get(participant)?.there)
      if (this.open && sits && this.ignoresMoves-- > 0) return
      this.sit(participant, room.name)
      this.after?.('assign')
    },
    configure: async () => {
      this.#call('configure')
      if (this.rooms.length === 0) throw new MeetingRefusal('no-rooms', 'No Breakout Room exist.')
      this.configured += 1
    },
    open: async () => {
      this.#call('open')
      this.open = true
      for (const room of this.rooms) for (const person of room.people.values()) person.there = true
    },
    close: async () => {
      this.#call('close')
      if (!this.open) throw new MeetingRefusal('rooms-closed', 'not open')
      this.open = false
    },
  }

  readonly meeting: Meeting = {
    ...createPlainMeeting(),
    kind: 'zoom',
    inside: 'meeting',
    me: async () => ({ participant: 'host-uuid', name: 'Olga', role: this.role }),
    rooms: async () => this.#list(),
    roomControls: () => (this.role === 'participant' ? null : this.controls),
  }
}
