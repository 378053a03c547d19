import type { EventName } from './apis.ts'
import type { Ids } from './ids.ts'
import { defaultQuirks, type Quirks, type SetQuirks } from './quirks.ts'
import type { Role, RoomSettings, RunningContext, Shown } from './wire.ts'

export interface Room {
  readonly id: string
  readonly uuid: string
  name: string
}

export interface Attendee {
  readonly key: string
  name: string
  role: Role
  guest: boolean
  participantUUID: string
  participantId: number
  /** Left people keep their ids for the occurrence: coming back is a short loss of the line. */
  present: boolean
  room: Room | null
  assigned: Room | null
  offer: Room | 'main' | null
  /** Between "success" and having moved. */
  moving: boolean
  /** The last changeBreakoutRoom did nothing (quirk changeRoomIgnoresFirst): the next one works. */
  ignoredChange: boolean
  invitation: { readonly uuid: string; readonly until: number } | null
  runningContext: RunningContext
  quirks: SetQuirks
  readonly failed: Map<string, number>
}

export interface Meeting {
  readonly number: string
  running: boolean
  occurrence: number
  uuid: string
  rooms: Room[]
  roomsState: 'open' | 'closed'
  closingUntil: number | null
  /** The countdown is null until configureBreakoutRooms sets it: then it is as the quirk says. */
  settings: Omit<RoomSettings, 'countDown'> & { readonly countDown: number | null }
  createdAt: number
  closedAt: number
  /** How many times rooms were opened: a timer set for one opening leaves the next alone. */
  openings: number
  nextParticipantId: number
  readonly attendees: Map<string, Attendee>
  quirks: SetQuirks
  readonly failed: Map<string, number>
}

/** What the rules may do beside changing the meeting that they are given. */
export interface Act {
  readonly meeting: Meeting
  readonly ids: Ids
  readonly now: () => number
  /** Runs later, unless the meeting's occurrence has ended by then. */
  readonly after: (milliseconds: number, run: () => void) => void
  /** To the attendee's apps, those that asked for the event in config. */
  readonly emit: (to: Attendee, name: EventName, data: object) => void
  /** On the attendee's screen, by the client itself. */
  readonly show: (to: Attendee, what: Shown) => void
}

/** Zoom counts from a number like this and in steps of 1024, as seen in the field. */
const firstParticipantId = 16_778_240
const participantIdStep = 1024

export function newMeeting(number: string): Meeting {
  return {
    number,
    running: false,
    occurrence: 0,
    uuid: '',
    ...freshRooms(),
    attendees: new Map(),
    nextParticipantId: firstParticipantId,
    quirks: {},
    failed: new Map(),
  }
}

/** A new occurrence starts without rooms and with Zoom's own settings. */
export function freshRooms(): Pick<Meeting, 'rooms' | 'roomsState' | 'closingUntil' | 'settings' | 'createdAt' | 'closedAt' | 'openings'> {
  return {
    rooms: [],
    roomsState: 'closed',
    closingUntil: null,
    settings: {
      allowParticipantsChooseRoom: false,
      allowParticipantsReturnToMainSession: true,
      automaticallyMoveParticipantsIntoRooms: false,
      automaticallyMoveParticipantsIntoMainRoom: false,
      closeAfter: 0,
      countDown: null,
    },
    createdAt: Number.NEGATIVE_INFINITY,
    closedAt: Number.NEGATIVE_INFINITY,
    openings: 0,
  }
}

export function takeParticipantId(meeting: Meeting): number {
  const id = meeting.nextParticipantId
  meeting.nextParticipantId += participantIdStep
  return id
}

export function quirksOf(meeting: Meeting, attendee?: Attendee): Quirks {
  return { ...defaultQuirks, ...meeting.quirks, ...attendee?.quirks }
}

/** Seconds of countdown after a close: configured, or else as the quirk says. */
export const countDownOf = (meeting: Meeting): number => meeting.settings.countDown ?? quirksOf(meeting).countDownSeconds

export const present = (meeting: Meeting): Attendee[] => [...meeting.attendees.values()].filter((attendee) => attendee.present)

export const inSamePlace = (meeting: Meeting, room: Room | null): Attendee[] =>
  present(meeting).filter((attendee) => attendee.room === room)

export const isHosting = (attendee: Attendee): boolean => attendee.role !== 'attendee'

export const roomById = (meeting: Meeting, id: string): Room | undefined => meeting.rooms.find((room) => room.id === id)

/** Event times are in seconds, as in the SDK's own examples. */
export const eventTime = (act: Act): number => Math.floor(act.now() / 1000)

export const topicOf = (number: string): string => `Telaio ${number}`
