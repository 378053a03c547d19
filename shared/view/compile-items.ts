import type { Comment, NoteLink, Step } from '../lab/index.ts'
import type { ShownAnswer } from './shown-answer.ts'

/** A note behind an entry as the editorial group reads it; `name` where its author consented to be named. */
export interface CitedItem {
  readonly contribution: string
  readonly meeting: number
  readonly group: string
  readonly zone: string
  readonly answer: ShownAnswer
  readonly anonymous: boolean
  readonly name: string | null
  readonly sector: string | null
  /** The way to it on its board, or to its zone; null where neither stands on one. */
  readonly link: NoteLink | null
}
/** A remark or a proposed rewording; `name`: of whoever wrote it. */
export interface CommentItem extends Omit<Comment, 'redacted'> {
  readonly name: string
}
/** A step of the compilation; id its number. `about`: the words it changed, as they were before it. */
export interface StepItem extends Omit<Step, 'changes'> {
  readonly about: string
  /** How many entries, notes, themes, links or parts of triples it changed. */
  readonly many: number
  /** Null: it can be taken back; else the later step that changed the same (0: one that is forgotten), or what is gone. */
  readonly overtaken: number | 'block' | 'entry' | 'note' | null
}
