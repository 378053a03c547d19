import type { CommentKind, LinkKind, TriplePart } from './canvas-events.ts'
import type { Instant } from './time.ts'

export interface Entry {
  readonly id: string
  readonly block: string
  readonly text: string
  readonly sources: readonly string[]
  readonly position: number
  readonly compiled: boolean
  /** Somebody wrote it, or looked at the draft and kept it. */
  readonly accepted: boolean
  /** A source was redacted: hidden until an organiser rewords it. */
  readonly withheld: boolean
  /** Sequence number of its last change: an edit says which one it saw. */
  readonly rev: number
  readonly by: string | null
}

/** Notes that say related things, by an organiser's hand. */
export interface Theme {
  readonly id: string
  /** Empty where it was redacted, until an organiser names it again. */
  readonly title: string
  /** Of the final canvas; null where it belongs to none. */
  readonly block: string | null
  readonly notes: readonly string[]
  /** Suggested for it and refused. */
  readonly refused: readonly string[]
  readonly rev: number
}

/** A note that is not to come into the final canvas. */
export interface Aside {
  readonly contribution: string
  readonly reason: string
  readonly by: string | null
  readonly at: Instant
  readonly rev: number
}

/** A line between two entries of the reasoned map. */
export interface EntryLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: LinkKind
  readonly rev: number
}

/** What somebody of the editorial group, or who runs the lab, says of an entry. */
export interface Comment {
  readonly id: string
  readonly entry: string
  readonly kind: CommentKind
  readonly text: string
  readonly by: string | null
  readonly at: Instant
  readonly resolved: 'taken' | 'done' | 'withdrawn' | null
  readonly redacted: boolean
}

/** Collections that a step of the compilation may change, and that it can be taken back in. */
export interface Compiled {
  readonly entries: Entry
  readonly themes: Theme
  readonly asides: Aside
  readonly links: EntryLink
}
export type CompiledName = keyof Compiled

/** What became of one thing. `before` null: it was not there; `rev` null: it is there no more, else its `rev` after the step. */
type ThingChange = {
  [N in CompiledName]: { readonly of: N; readonly id: string; readonly before: Compiled[N] | null; readonly rev: number | null }
}[CompiledName]
/** An entry that only changed its place. */
interface OrderChange {
  readonly of: 'order'
  readonly id: string
  readonly from: number
  readonly to: number
}
/** An entry that was only looked at. */
interface AcceptChange {
  readonly of: 'accepted'
  readonly id: string
  readonly to: boolean
}
/** A part of a triple in an organiser's words. */
export interface CompletedPart {
  readonly text: string
  readonly by: string | null
}
/** A part of a triple that was completed, or taken out again; `id`: of the contribution. Null: the part was missing, or is. */
interface TripleChange {
  readonly of: 'triple'
  readonly id: string
  readonly part: TriplePart
  readonly before: CompletedPart | null
  readonly after: CompletedPart | null
}
export type StepChange = ThingChange | OrderChange | AcceptChange | TripleChange

export type StepKind =
  | 'compiled'
  | 'added'
  | 'reworded'
  | 'sources'
  | 'moved'
  | 'ordered'
  | 'accepted'
  | 'merged'
  | 'split'
  | 'removed'
  | 'set-aside'
  | 'taken-up'
  | 'linked'
  | 'unlinked'
  | 'theme-added'
  | 'theme-changed'
  | 'theme-removed'
  | 'theme-merged'
  | 'theme-split'
  | 'theme-notes'
  | 'completed'
  | 'undone'

/** One commit of the compilation, with all it takes to take it back. */
export interface Step {
  /** Of its last event. */
  readonly seq: number
  readonly at: Instant
  readonly by: string | null
  readonly kind: StepKind
  /** The step that this one took back; null where it is none of that kind. */
  readonly undoes: number | null
  readonly changes: readonly StepChange[]
}
