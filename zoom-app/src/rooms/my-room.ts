import type { GroupRoomItem } from '@telaio/shared/view'
import { type Meeting, type Place, refusalOf } from '../meeting/meeting.ts'

/** Where I am and where my group is, as far as it is known. */
export type MyRoom =
  | { readonly at: 'no-rooms' }
  /** Asked for, not yet open. */
  | { readonly at: 'coming'; readonly name: string }
  /** Open, and I am in the main session (or in a plain browser: then there is nothing to press). */
  | { readonly at: 'outside'; readonly name: string; readonly alias: string | null }
  /** In a room. `sure`: it is my group's for certain. */
  | { readonly at: 'inside'; readonly name: string; readonly sure: boolean }
  /** In a room that is certainly another one. */
  | { readonly at: 'elsewhere'; readonly name: string; readonly alias: string }

/** Zoom's two names of one room, as far as an event has shown that they belong together: the id inside it → the id in the list. */
export type Learned = ReadonlyMap<string, string>

/** Zoom has no way from a room's id inside to its id in the list (facts/zoom.md §0.4): what no event has taught is not claimed. */
export function whereAmI(room: GroupRoomItem | null, place: Place | null, learned: Learned): MyRoom {
  if (!room || ['closed', 'failed', 'closing', 'close-requested'].includes(room.stage)) return { at: 'no-rooms' }
  const { name, alias } = room
  if (room.stage !== 'open') return { at: 'coming', name }
  if (!place?.room) return { at: 'outside', name, alias }
  const listed = learned.get(place.room)
  if (alias === null || listed === undefined) return { at: 'inside', name, sure: false }
  return listed === alias ? { at: 'inside', name, sure: true } : { at: 'elsewhere', name, alias }
}

/**
 * What a move teaches. The event may carry the list's id or the one inside; only the first, together with the place read afterwards,
 * says anything new.
 */
export function learn(learned: Learned, into: string | null, place: Place): Learned {
  if (into === null || place.room === null || into === place.room || !/^\{.+\}$/.test(into)) return learned
  return learned.get(place.room) === into ? learned : new Map(learned).set(place.room, into)
}

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
