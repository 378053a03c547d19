import type { Quirks } from './quirks.ts'
import type { AppSession } from './sessions.ts'
import type { Act, Attendee, Room } from './state.ts'
import type { Shown } from './wire.ts'

/** One request by one person's client, with the oddities that hold for it. */
export interface Call {
  readonly act: Act
  readonly me: Attendee
  readonly quirks: Quirks
  /** The app's instance that asks; null when a person presses the client's own button. */
  readonly session: AppSession | null
  readonly sealContext: (room: Room | null) => string
  /** On the screen the call came from; `act.show` reaches every screen of a person. */
  readonly showHere: (what: Shown) => void
}
