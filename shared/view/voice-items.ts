import type { Message, Summary } from '../lab/index.ts'

/**
 * What was said to rooms; id of the message, for what a group alone is told `msg_…@g3`. `groups`: as far as this viewer may know. `by`, `withdrawn`: for those who
 * run the lab. `href`: where a `place` is now, if its board is there.
 */
export interface MessageItem extends Pick<Message, 'meeting' | 'block' | 'groups' | 'kind' | 'text' | 'at'> {
  readonly message: string
  readonly href: string | null
  readonly by?: string | null
  readonly withdrawn?: true
}

/** A group's summary of a block; id `m2/tree|g1`. `by`: for the group itself and those who run the lab. */
export interface SummaryItem extends Omit<Summary, 'by'> {
  readonly by?: string | null
}

/** Where a group's frame stands on its board, or everybody's; by the frame's key, `m2/g3`, `m2/all`. */
export interface FrameItem {
  readonly meeting: number
  /** `g3`, `x1-2`; `all` for what everybody looks at. */
  readonly group: string
  readonly href: string
}
