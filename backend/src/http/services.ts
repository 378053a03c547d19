import type { Logger } from 'pino'
import type { IdPrefix } from '@telaio/shared/lab'
import type { Repertoire } from '@telaio/shared/kit'
import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'
import type { BoardDesk } from '../board/desk.ts'
import type { Arms } from '../board/panel/arms.ts'
import type { DocumentDesk } from '../documents/desk.ts'
import type { Config } from '../config.ts'
import type { Miro } from '../miro/miro.ts'
import type { Attendance } from '../service/attendance.ts'
import type { Feeds } from '../service/feeds.ts'
import type { Keys } from '../service/keys.ts'
import type { Kits } from '../service/kits.ts'
import type { Labs } from '../service/labs.ts'
import type { Mailer } from '../service/mailer.ts'
import type { Embedder } from '@telaio/shared/themes'
import type { Tokens } from '../sign-in/claims.ts'

/** All that routes work with, handed over by `main.ts`. */
export interface Services {
  readonly config: Config
  readonly keys: Keys
  readonly store: LabStore
  readonly registers: RegisterStore
  readonly server: ServerStore
  readonly labs: Labs
  readonly feeds: Feeds
  readonly attendance: Attendance
  /** Writes on boards what labs say. */
  readonly boards: BoardDesk
  /** Panels that write for it where no account does. */
  readonly arms: Arms
  readonly tokens: Tokens
  readonly kits: Kits
  readonly repertoire: Repertoire
  /** Posters, maps, handbooks, data. */
  readonly documents: DocumentDesk
  readonly mailer: Mailer | null
  /** The model that helps with themes; null where none is set. */
  readonly embedder: Embedder | null
  /** Null where no app of Miro's is set up. */
  readonly miro: Miro | null
  readonly logger: Logger
  readonly now: () => number
  readonly newId: (prefix: IdPrefix) => string
  readonly newCommandId: () => string
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: () => string
}
