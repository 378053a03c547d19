import * as z from 'zod/mini'
import { CommentId, ContributionId, EntryId, LinkId, ThemeId } from './ids.ts'
import { FreeLine, FreeText } from './text.ts'

/** How one entry of the final canvas stands to another. */
export const LinkKind = z.enum(['leads-to', 'needs', 'supports', 'against'])
export type LinkKind = z.infer<typeof LinkKind>
/** What somebody says of an entry: a remark, or how it might read instead. */
export const CommentKind = z.enum(['remark', 'rewording'])
export type CommentKind = z.infer<typeof CommentKind>
export const TriplePart = z.enum(['difficulty', 'approach', 'pointer'])
export type TriplePart = z.infer<typeof TriplePart>

/** Events of the final canvas: entries, links between them, themes, what is set aside, remarks, completed triples. */
export const canvasEventBodies = {
  entryAdded: z.strictObject({
    entry: EntryId,
    block: z.string(),
    text: FreeText,
    sources: z.array(ContributionId),
    compiled: z.boolean(),
  }),
  entryEdited: z.strictObject({
    entry: EntryId,
    block: z.optional(z.string()),
    text: z.optional(FreeText),
    sources: z.optional(z.array(ContributionId)),
    position: z.optional(z.int()),
  }),
  entryRemoved: z.strictObject({ entry: EntryId }),
  /** Entries of a block in their order from now on. Words and sources stay, and so does what an edit must have seen. */
  entriesOrdered: z.strictObject({ block: z.string(), entries: z.array(EntryId) }),
  /** Drafts that somebody has looked at, or is to look at again. Words and sources stay, and so does what an edit must have seen. */
  entriesAccepted: z.strictObject({ entries: z.array(EntryId), accepted: z.boolean() }),
  entriesLinked: z.strictObject({ link: LinkId, from: EntryId, to: EntryId, kind: LinkKind }),
  entriesUnlinked: z.strictObject({ link: LinkId }),
  /** A note that is not to come into the final canvas. Without a reason only where it was redacted. */
  noteSetAside: z.strictObject({ contribution: ContributionId, reason: FreeLine }),
  noteTakenUp: z.strictObject({ contribution: ContributionId }),
  /** Whatever a commit of the compilation changed stands again as before it; `step`: that commit's last event. */
  stepUndone: z.strictObject({ step: z.int() }),

  /** `block`: of the final canvas; null where the theme belongs to none. */
  themeAdded: z.strictObject({ theme: ThemeId, title: FreeLine, block: z.nullable(z.string()), contributions: z.array(ContributionId) }),
  themeChanged: z.strictObject({ theme: ThemeId, title: z.optional(FreeLine), block: z.optional(z.nullable(z.string())) }),
  themeRemoved: z.strictObject({ theme: ThemeId }),
  /** `refused`: suggested for the theme, and not to be suggested again. */
  themeNotesChanged: z.strictObject({
    theme: ThemeId,
    put: z.optional(z.array(ContributionId)),
    taken: z.optional(z.array(ContributionId)),
    refused: z.optional(z.array(ContributionId)),
  }),

  commentAdded: z.strictObject({ comment: CommentId, entry: EntryId, kind: CommentKind, text: FreeText }),
  /** `taken`: the entry reads so now · `done`: seen to, or not followed · `withdrawn`: by its author. */
  commentResolved: z.strictObject({ comment: CommentId, how: z.enum(['taken', 'done', 'withdrawn']) }),

  /** A part of a triple that was missing, in an organiser's words; blank: theirs is taken out again. */
  tripleCompleted: z.strictObject({ contribution: ContributionId, part: TriplePart, text: FreeText }),
} as const
