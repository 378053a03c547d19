import type { Answer } from '../lab/index.ts'

/** What is not text in the log: an answer of type *person* shows its text from the register. */
export type ShownAnswer = Exclude<Answer, { type: 'person' }> | { readonly type: 'person'; readonly text: string }
