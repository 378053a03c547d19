import { type Fields, isBlank } from './answers.ts'

/** What is being written and not yet sent. A place has one new note in the making; a note, one correction. */
export interface Draft {
  /** `m1/x2-3/C1.2` for a new note, `edit:con_…` for a correction. */
  readonly key: string
  readonly meeting: number
  readonly group: string
  readonly zone: string
  /** The block in which it was begun: said when it is sent late. */
  readonly block: string
  readonly fields: Fields
  readonly lane?: string
  /** Undefined: as the block says. */
  readonly private?: boolean
  readonly anonymous?: boolean
  readonly derivedFrom?: string
  /** Of a correction: the text it started from, to notice that somebody else changed it meanwhile. */
  readonly base?: Fields
}

export type DraftPlace = Pick<Draft, 'key' | 'meeting' | 'group' | 'zone' | 'block'>

export const draftKey = (meeting: number, group: string, zone: string): string => `m${meeting}/${group}/${zone}`
export const summaryDraftKey = (meeting: number, block: string, group: string): string => `summary:m${meeting}/${block}|${group}`
export const editDraftKey = (contribution: string): string => `edit:${contribution}`

/** True where a draft holds something one would miss. */
export const holdsText = ({ fields, base }: Draft): boolean => (base ? JSON.stringify(fields) !== JSON.stringify(base) : !isBlank(fields))
