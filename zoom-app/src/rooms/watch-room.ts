import { batch, computed, effect, type ReadonlySignal, type Signal } from '@preact/signals'
import { pause } from '@telaio/shared/client'
import type { GroupRoomItem } from '@telaio/shared/view'
import type { Attendee, Meeting, Place, RoomList } from '../meeting/meeting.ts'
import { learn, type Learned, type MyRoom, whereAmI } from './my-room.ts'

export interface RoomWatch {
  readonly where: ReadonlySignal<MyRoom>
  /** Reads again where I am; `into`: what an event says. */
  readonly read: (into?: string | null) => Promise<void>
}

export interface RoomWatchOptions {
  readonly meeting: Meeting
  readonly room: ReadonlySignal<GroupRoomItem | null>
  readonly place: Signal<Place | null>
  readonly attendee: Signal<Attendee | null>
  readonly learned: Signal<Learned>
  readonly zoomRooms: Signal<RoomList | null>
  /** Signs in again: the context of inside a room tells both its ids. */
  readonly ask: () => Promise<void>
  /** Tells the lab in which room of Zoom's list I sit; null: in my own, or in none. */
  readonly tell: (room: string | null) => Promise<unknown>
}

/** Events of a move may be missing or late, so the place is read by itself too while there are rooms. */
const LOOK_MS = 8000
/** Nobody is called in the wrong room for the moment in which a late event is about the room before. */
const SETTLED_MS = 3000
/** A room of which no event has said which it is: so long, then the signed context is asked. Whole rooms come in at once: not all in one second. */
const UNKNOWN_MS = 5000

/** Where I sit and where my group does: kept up to date, and told to the lab where the two differ. */
export function watchRoom({ meeting, room, place, attendee, learned, zoomRooms, ask, tell }: RoomWatchOptions): RoomWatch {
  const where = computed(() => whereAmI(room.value, place.value, learned.value, zoomRooms.value))
  let reading: Promise<void> = Promise.resolve()

  async function readNow(into: string | null): Promise<void> {
    try {
      const [now, me] = [await meeting.place(), await meeting.me()]
      const list = !live.value ? null : await meeting.rooms().catch(() => null)
      batch(() => {
        learned.value = learn(learned.value, into, now)
        if (now.room !== place.value?.room || now.meeting !== place.value?.meeting) place.value = now
        if (JSON.stringify(me) !== JSON.stringify(attendee.value)) attendee.value = me
        if (JSON.stringify(list) !== JSON.stringify(zoomRooms.value)) zoomRooms.value = list
      })
    } catch {
      // the client is between two rooms: the next change is told, and the place is read again in any case
    }
  }
  // one after another: an answer that comes late must not overwrite a newer one
  const read = (into: string | null = null): Promise<void> => (reading = reading.then(() => readNow(into)))

  /** Does something once what an effect saw has stayed so for a while. */
  const settled = (ms: number, work: () => Promise<unknown>): (() => void) => {
    const over = new AbortController()
    void pause(ms, over.signal).then(() => (over.signal.aborted ? undefined : work().catch(() => undefined)))
    return () => over.abort()
  }

  const live = computed(() => meeting.inside === 'meeting' && room.value !== null && room.value.stage !== 'closed')
  effect(() => {
    if (!live.value) return undefined
    void read()
    const timer = setInterval(() => void read(), LOOK_MS)
    return () => clearInterval(timer)
  })
  const unknown = computed(() => {
    const inside = place.value?.room ?? null
    return inside !== null && where.value.at === 'inside' && !learned.value.has(inside) ? inside : null
  })
  const asked = new Set<string>()
  effect(() => {
    const inside = unknown.value
    if (inside === null || asked.has(inside)) return undefined
    return settled(UNKNOWN_MS * (1 + Math.random()), () => {
      asked.add(inside)
      return ask()
    })
  })
  const wrong = computed(() => (where.value.at === 'elsewhere' ? where.value.listed : null))
  let told: string | null = null
  effect(() => {
    const now = wrong.value
    if (now === told) return undefined
    return settled(SETTLED_MS, async () => {
      told = now
      await tell(now)
    })
  })
  return { where, read }
}
