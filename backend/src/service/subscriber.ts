import type { Lab } from '@telaio/shared/lab'
import type { Viewer } from '@telaio/shared/view'

/** Whoever follows a lab's feed, and their line. */
export interface Subscriber {
  readonly labId: string
  /** Who this is in a version of the lab; null once they have nothing to do with it. */
  readonly viewerIn: (lab: Lab) => Viewer | null
  /** When the token ends, in ms. */
  readonly until: number
  /** `epoch-seq` of the view it has; empty for none. */
  readonly at: string
  readonly response: {
    /** False where the reader does not keep up. */
    readonly write: (text: string | Buffer) => boolean
    readonly end: () => void
    readonly destroy: () => void
    /** Bytes that wait for the reader. */
    readonly backlog: () => number
    readonly onClose: (listener: () => void) => void
  }
}
