import type { GroupRoomItem } from '@telaio/shared/view'
import { type Meeting, type Place, refusalOf, type RoomList } from '../meeting/meeting.ts'
import { sameName } from './room-names.ts'

/** Where I am and where my group is, as far as it is known. */
export type MyRoom =
  | { readonly at: 'no-rooms' }
  /** Asked for, not yet open. */
  | { readonly at: 'coming'; readonly name: string }
  /** The app could not make them: somebody has to by hand. */
  | { readonly at: 'by-hand'; readonly name: string }
  /** Open, and I am in the main session (or in a plain browser: then there is nothing to press). */
  | { readonly at: 'outside'; readonly name: string; readonly alias: string | null }
  /** In a room. `sure`: it is my group's for certain. */
  | { readonly at: 'inside'; readonly name: string; readonly sure: boolean }
  /** In a room that is certainly another one; `here`: its name, where Zoom's list tells. */
  | { readonly at: 'elsewhere'; readonly name: string; readonly alias: string; readonly here: string | null; readonly listed: string }

/** Zoom's two names of one room, as far as something has shown that they belong together: the id inside it → the id in the list. */
export type Learned = ReadonlyMap<string, string>

/**
 * What shows it, neither of them settled by any source (facts/zoom.md §7 a and b): that the event of a move carries the list's id, and that the signed
 * context taken inside a room carries both. Where a real client shows otherwise, that one is switched off here, and less is claimed.
 */
const TEACHERS = { event: true, context: true } as const

/** Zoom has no way from a room's id inside to its id in the list (facts/zoom.md §0.4): what nothing has taught is not claimed. */
export function whereAmI(room: GroupRoomItem | null, place: Place | null, learned: Learned, list: RoomList | null): MyRoom {
  if (!room || ['closed', 'closing', 'close-requested'].includes(room.stage)) return { at: 'no-rooms' }
  const { name } = room
  // rooms that a host made by hand, under our names, are as good
  const byHand = list?.open ? list.rooms.find((one) => sameName(one.name, name))?.id : undefined
  const alias = room.alias ?? byHand ?? null
  if (room.stage !== 'open' && byHand === undefined) return { at: room.stage === 'failed' ? 'by-hand' : 'coming', name }
  if (!place?.room) return { at: 'outside', name, alias }
  const listed = learned.get(place.room)
  if (alias === null || listed === undefined) return { at: 'inside', name, sure: false }
  if (listed === alias) return { at: 'inside', name, sure: true }
  return { at: 'elsewhere', name, alias, listed, here: list?.rooms.find(({ id }) => id === listed)?.name ?? null }
}

const together = (learned: Learned, inside: string, listed: string): Learned =>
  learned.get(inside) === listed ? learned : new Map(learned).set(inside, listed)

/**
 * What a move teaches. The event may carry the list's id or the one inside; only the first, together with the place read afterwards,
 * says anything new.
 */
export function learn(learned: Learned, into: string | null, place: Place): Learned {
  if (!TEACHERS.event || into === null || place.room === null || into === place.room || !/^\{.+\}$/.test(into)) return learned
  return together(learned, place.room, into)
}

/** What a sign-in inside a room teaches: the signed context held both ids. */
export const learnSigned = (learned: Learned, room: { readonly inside: string; readonly listed: string } | undefined): Learned =>
  TEACHERS.context && room ? together(learned, room.inside, room.listed) : learned

const TRIES = 6
const PAUSE_MS = 1500

/** Goes into a room: "success" is not having moved, so it is asked again until the place says so. */
export async function goToRoom(
  meeting: Meeting,
  alias: string,
  wait: (ms: number) => Promise<void>,
): Promise<'there' | 'not-moved' | 'not-allowed'> {
  const before = (await meeting.place()).room
  for (let i = 0; i < TRIES; i++) {
    try {
      await meeting.enterRoom(alias)
    } catch (error) {
      const { code } = refusalOf(error)
      if (code === 'not-allowed' || code === 'unsupported') return 'not-allowed'
    }
    await wait(i === 0 ? 400 : PAUSE_MS)
    const { room } = await meeting.place()
    if (room !== null && room !== before) return 'there'
  }
  return 'not-moved'
}
