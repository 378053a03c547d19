/**
 * The video meeting that this panel sits in, in our words. Rules MT… in SPEC.md; the contract suite holds them for every adapter.
 * Whatever comes from the other side is a claim: it is checked for its shape here and for its truth by the backend.
 */
export interface Meeting {
  /** `none`: a plain browser, opened by an invite link; everything about rooms is then unknown. */
  readonly kind: 'zoom' | 'none'
  /** Where the panel was opened: `away` is the client's main window, where no meeting is under way. */
  readonly inside: 'meeting' | 'away' | 'browser'
  /** The signed context that proves who I am and where; a fresh one at each call. Null where there is none. */
  readonly context: () => Promise<string | null>
  /** Me as the client tells it now. */
  readonly me: () => Promise<Attendee>
  /** Where I sit now: read again after every `moved`. */
  readonly place: () => Promise<Place>
  /** The meeting's number as it stands in its link: hosts alone know it. */
  readonly number: () => Promise<string | null>
  /** Asks the client again for what my role of now allows. Answers with that role. */
  readonly refresh: () => Promise<MeetingRole>
  /** All rooms, as far as I may see them; null while that is nobody's to see (closed, and I am no host). */
  readonly rooms: () => Promise<RoomList | null>
  /** Asks to be moved; resolving is not having moved: `place` tells. */
  readonly enterRoom: (room: string) => Promise<void>
  /** What a host can do with rooms; null where my role or my client cannot. */
  readonly roomControls: () => RoomControls | null
  /** Tells of changes; gives back how to stop. A change may be told twice, late, or never. */
  readonly onChange: (listener: (change: MeetingChange) => void) => () => void
  /** Opens an address of the web outside this page. */
  readonly openLink: (url: string) => Promise<void>
  /** A short message on the client's own screen. Never the only way in which something is said. */
  readonly notify: (title: string, message: string) => Promise<void>
}

export type MeetingRole = 'host' | 'co-host' | 'participant'

export interface Attendee {
  /** The same through rooms and short losses of the line, for this meeting. Null where the client does not say. */
  readonly participant: string | null
  readonly name: string
  readonly role: MeetingRole
}

export interface Place {
  /** The main meeting; null in a plain browser. */
  readonly meeting: string | null
  /** Id of the room as it is known inside it: not the one of the list. Null in the main session. */
  readonly room: string | null
}

export interface RoomList {
  readonly open: boolean
  readonly rooms: readonly ListedRoom[]
  /** People in the main session who are assigned to no room. Null where I may not see people. */
  readonly unassigned: readonly ListedPerson[] | null
}

export interface ListedPerson {
  readonly participant: string
  /** As Zoom shows them. */
  readonly name: string
}

interface ListedRoom {
  /** As the list gives it, and only so understood by the client. */
  readonly id: string
  readonly name: string
  /** Null where I may not see people: not the same as nobody. */
  readonly people: readonly (ListedPerson & { readonly there: boolean })[] | null
}

/** One thing at a time, each as the client does it: no order, no retries, no plan. Refusals are `MeetingRefusal`. */
export interface RoomControls {
  /** Throws away every room there is, and makes these. */
  readonly create: (names: readonly string[]) => Promise<RoomList>
  /** Rooms must be closed. */
  readonly add: (name: string) => Promise<void>
  /** One person into a room; null: back into the main session. While rooms are open, resolving is not having moved: the list tells. */
  readonly assign: (participant: string, room: string | null) => Promise<void>
  /** People move by themselves, may choose and return; no timer of the client's own. Rooms must exist and be closed. */
  readonly configure: () => Promise<void>
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

/** `moved` – I am, or may be, in another room · `role` – my role may have changed · `rooms` – the list may have changed. */
export type MeetingChange =
  | { readonly kind: 'moved'; readonly into: string | null }
  | { readonly kind: 'role' }
  | { readonly kind: 'rooms' }

/** Why the client said no, in a closed set. */
export const REFUSALS = [
  /** Not yet, try again shortly. */
  'busy',
  'rooms-closed',
  'rooms-open',
  'no-rooms',
  'unknown-room',
  'unknown-person',
  /** This person cannot be moved by the one who asks: a host, a co-host, oneself. */
  'not-assignable',
  'not-allowed',
  /** This client does not have it. */
  'unsupported',
  'no-answer',
  'failed',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export class MeetingRefusal extends Error {
  readonly code: RefusalCode
  /** The client's own words, for whoever looks into it. */
  readonly said: string
  constructor(code: RefusalCode, said: string) {
    super(`${code}: ${said}`)
    this.name = 'MeetingRefusal'
    this.code = code
    this.said = said
  }
}

export const refusalOf = (error: unknown): MeetingRefusal =>
  error instanceof MeetingRefusal ? error : new MeetingRefusal('failed', String(error))
