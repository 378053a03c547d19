import type { Quirks, SetQuirks } from './quirks.ts'

/** What the sandbox's server says to its pages and to tests: plain data, no imports that a browser lacks. */

export type Role = 'host' | 'coHost' | 'attendee'

export type RunningContext = 'inMeeting' | 'inImmersive' | 'inCollaborate' | 'inCamera'

export interface RoomSettings {
  readonly allowParticipantsChooseRoom: boolean
  readonly allowParticipantsReturnToMainSession: boolean
  readonly automaticallyMoveParticipantsIntoRooms: boolean
  readonly automaticallyMoveParticipantsIntoMainRoom: boolean
  /** Minutes, 0 for never. */
  readonly closeAfter: number
  /** Seconds. */
  readonly countDown: number
}

export interface RoomState {
  /** The {GUID} of getBreakoutRoomList. */
  readonly id: string
  /** What getMeetingUUID says inside the room. */
  readonly uuid: string
  readonly name: string
}

export interface AttendeeState {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly guest: boolean
  /** The attendee's page, under a host name of its own. */
  readonly url: string
  readonly participantUUID: string
  readonly participantId: number
  /** The room's id, or null in the main session. */
  readonly room: string | null
  readonly assigned: string | null
  /** A move that waits for this person's yes: a room's id, or 'main' for the main session. */
  readonly offer: string | null
  readonly runningContext: RunningContext
  /** Whether a page of this attendee is open now. */
  readonly connected: boolean
  readonly quirks: SetQuirks
}

export interface MeetingState {
  readonly number: string
  readonly topic: string
  /** False before the first attendee and after "end meeting". */
  readonly running: boolean
  readonly uuid: string
  readonly occurrence: number
  readonly rooms: readonly RoomState[]
  readonly roomsState: 'open' | 'closed'
  /** While a close counts down: when it ends, in milliseconds since 1970. */
  readonly closingUntil: number | null
  readonly settings: RoomSettings
  readonly attendees: readonly AttendeeState[]
  readonly quirks: Quirks
}

/** What the client itself shows, as opposed to what it tells the app. */
export type Shown =
  | { readonly show: 'notification'; readonly type: 'info' | 'warning' | 'error'; readonly title: string; readonly message: string }
  | { readonly show: 'url'; readonly url: string }
  | { readonly show: 'panel'; readonly size: 'expand' | 'collapse' }
  | {
      readonly show: 'invitation'
      readonly from: string
      readonly text: string | null
      readonly yes: string | null
      readonly no: string | null
    }
  | { readonly show: 'inviting'; readonly heading: string | null; readonly text: string | null }
  | { readonly show: 'gone'; readonly why: 'left' | 'removed' | 'ended' }

/** Frames of an attendee's feed: `state` is always the newest whole, the others come once and in order. */
export interface FeedState {
  readonly me: string
  /** The product's panel, under the attendee's host name. */
  readonly appUrl: string
  readonly meeting: MeetingState
}
export interface AppEvent {
  readonly name: string
  readonly data: unknown
}

/** What the app's message becomes after the server has answered; 204 stands for a client that stays silent. */
export type CallAnswer =
  | { readonly jsCallId: string; readonly result: unknown }
  | { readonly jsCallId: string; readonly errorCode: string; readonly errorMessage: string }

/** What a person does on the client's own buttons. */
export type ByHand =
  | { readonly do: 'call'; readonly api: string; readonly data?: unknown }
  | { readonly do: 'accept' }
  | { readonly do: 'decline' }
  | { readonly do: 'invite' }
  | { readonly do: 'role'; readonly key: string; readonly role: Role }
  | { readonly do: 'remove'; readonly key: string }
