import type { Instant, Rooms } from '../lab/index.ts'

/** A room request as the panel of the Zoom host needs it: people by what their own clients said of themselves. */
export interface RoomTaskItem extends Omit<Rooms, 'rooms'> {
  readonly rooms: readonly {
    readonly group: string
    readonly name: string
    readonly people: readonly { readonly person: string; readonly participant: string | null }[]
  }[]
}

/** The breakout room of a group of mine; id of the group. `alias` is Zoom's own id, so that a panel can go there by itself. */
export interface GroupRoomItem {
  readonly group: string
  readonly meeting: number
  readonly name: string
  readonly stage: Rooms['stage']
  readonly alias: string | null
}

/** How a room request stands, for those who conduct. */
export type RoomsItem = Omit<Rooms, 'lease'> & { readonly leasedUntil: Instant | null }
