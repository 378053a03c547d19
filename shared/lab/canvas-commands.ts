import * as z from 'zod/mini'
import { CommentKind, LinkKind, TriplePart } from './canvas-events.ts'
import { CommentId, ContributionId, EntryId, LinkId, ThemeId } from './ids.ts'
import { FreeText, Line, Text } from './text.ts'

/** Id of a block of the final canvas. */
const Ref = z.string().check(z.minLength(1), z.maxLength(60))

/** Commands of the final canvas; their events stand in `canvas-events.ts`. */
export const canvasCommandBodies = {
  /** Drafts an entry from every usable note whose zone leads to a block and that no entry cites yet. */
  compileCanvas: z.strictObject({}),
  addEntry: z.strictObject({ block: Ref, text: Text, sources: z._default(z.array(ContributionId).check(z.maxLength(500)), () => []) }),
  editEntry: z.strictObject({
    entry: EntryId,
    /** `rev` of the entry as the editor saw it: a change in between is refused, never overwritten. */
    rev: z.int(),
    block: z.optional(Ref),
    text: z.optional(Text),
    sources: z.optional(z.array(ContributionId).check(z.maxLength(500))),
    position: z.optional(z.int()),
  }),
  removeEntry: z.strictObject({ entry: EntryId, rev: z.int() }),
  /** Several entries become the first of them, with the sources of all. */
  mergeEntries: z.strictObject({
    entries: z.array(z.strictObject({ entry: EntryId, rev: z.int() })).check(z.minLength(2), z.maxLength(50)),
    text: Text,
  }),
  /** One entry becomes several, one after another; the first keeps its id. Sources that no part takes are refused, none is lost in silence. */
  splitEntry: z.strictObject({
    entry: EntryId,
    rev: z.int(),
    parts: z
      .array(z.strictObject({ text: Text, sources: z.array(ContributionId).check(z.maxLength(500)) }))
      .check(z.minLength(2), z.maxLength(20)),
  }),
  /** Puts an entry before another of its block; null: last. */
  orderEntry: z.strictObject({ entry: EntryId, before: z.nullable(EntryId) }),
  /** Drafts somebody has looked at and keeps as they are (`accepted`), or wants to look at again. A draft that is reworded, merged or split is accepted by that. */
  acceptEntries: z.strictObject({
    entries: z.array(z.strictObject({ entry: EntryId, rev: z.int() })).check(z.minLength(1), z.maxLength(500)),
    accepted: z._default(z.boolean(), true),
  }),
  linkEntries: z.strictObject({ from: EntryId, to: EntryId, kind: LinkKind }),
  unlinkEntries: z.strictObject({ link: LinkId }),
  /** Notes that are not to come into the canvas, with the reason; with `entry` or `entries`: these go, and their notes with them unless another entry cites them. */
  setAside: z.strictObject({
    contributions: z._default(z.array(ContributionId).check(z.maxLength(500)), () => []),
    entry: z.optional(z.strictObject({ entry: EntryId, rev: z.int() })),
    entries: z.optional(z.array(z.strictObject({ entry: EntryId, rev: z.int() })).check(z.minLength(1), z.maxLength(200))),
    reason: Line,
  }),
  takeUp: z.strictObject({ contribution: ContributionId }),
  /** `step`: number of a step as the view lists it. Refused where what it changed was changed since. */
  undoStep: z.strictObject({ step: z.int() }),

  addTheme: z.strictObject({
    title: Line,
    block: z._default(z.nullable(Ref), null),
    contributions: z._default(z.array(ContributionId).check(z.maxLength(5000)), () => []),
  }),
  renameTheme: z.strictObject({ theme: ThemeId, rev: z.int(), title: z.optional(Line), block: z.optional(z.nullable(Ref)) }),
  removeTheme: z.strictObject({ theme: ThemeId, rev: z.int() }),
  /** All notes of `from` go into `theme`, and `from` goes. */
  mergeThemes: z.strictObject({ theme: ThemeId, rev: z.int(), from: ThemeId, fromRev: z.int(), title: z.optional(Line) }),
  /** These notes leave the theme for a new one. */
  splitTheme: z.strictObject({
    theme: ThemeId,
    rev: z.int(),
    title: Line,
    contributions: z.array(ContributionId).check(z.minLength(1), z.maxLength(5000)),
  }),
  /** Putting, taking and refusing name each note, so two who do it at once lose nothing: they need no `rev`. */
  putInTheme: z.strictObject({ theme: ThemeId, contributions: z.array(ContributionId).check(z.minLength(1), z.maxLength(5000)) }),
  takeFromTheme: z.strictObject({ theme: ThemeId, contributions: z.array(ContributionId).check(z.minLength(1), z.maxLength(5000)) }),
  refuseSuggestion: z.strictObject({ theme: ThemeId, contributions: z.array(ContributionId).check(z.minLength(1), z.maxLength(5000)) }),

  addComment: z.strictObject({ entry: EntryId, kind: CommentKind, text: Text }),
  /** `taken`: a rewording becomes the entry's text; `rev` is then the entry's, as it was seen. */
  resolveComment: z.strictObject({ comment: CommentId, how: z.enum(['taken', 'done', 'withdrawn']), rev: z.optional(z.int()) }),
  completeTriple: z.strictObject({ contribution: ContributionId, part: TriplePart, text: FreeText }),
} as const
