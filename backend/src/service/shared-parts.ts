import { type Changes, type Part, partChanges, partName, partsOf, type Scene, type Viewer } from '@telaio/shared/view'

/** A part of a view that feeds of one room share: the same object for all that have it. */
export interface SharedPart {
  readonly name: string
  readonly part: Part
  /** What differs in the commits that are being told; null for nothing. */
  changes: Changes | null
  feeds: number
}

/** The parts that a room's feeds have, each worked out once a commit. */
export function createSharedParts() {
  const all = new Map<string, SharedPart>()
  return {
    /** The parts of a viewer's view, to be let go of with `release`. */
    take: (viewer: Viewer, scene: Scene): readonly SharedPart[] =>
      partsOf(viewer, scene).map((part) => {
        const name = partName(part)
        const one = all.get(name) ?? { name, part, changes: null, feeds: 0 }
        one.feeds += 1
        all.set(name, one)
        return one
      }),
    release: (parts: readonly SharedPart[]): void => {
      for (const one of parts) {
        one.feeds -= 1
        if (one.feeds === 0) all.delete(one.name)
      }
    },
    /** Runs `tell` while every part says what differs between two scenes. */
    during: (before: Scene, after: Scene, tell: () => void): void => {
      for (const one of all.values()) {
        const changes = partChanges(one.part, before, after)
        one.changes = changes.remove.length + changes.set.length === 0 ? null : changes
      }
      try {
        tell()
      } finally {
        // they hold what people wrote: a redaction must find no word of it here
        for (const one of all.values()) one.changes = null
      }
    },
  }
}

export type SharedParts = ReturnType<typeof createSharedParts>
