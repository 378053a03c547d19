import { groupIdOf } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { GroupItem } from '@telaio/shared/view'
import { outputWords } from '../outputs/words.ts'

/** What a group is called, by the meeting and key that notes carry. A group that is gone is called by its key. */
export const groupName = (groups: Readonly<Record<string, GroupItem>>, meeting: number, key: string): string =>
  key === 'all' ? say(outputWords.everybody) : (groups[groupIdOf(meeting, key)]?.name ?? key)

/** The same by the group's id: `g3`, `m1/x2-3`, `m1/all`. */
export const groupNameById = (groups: Readonly<Record<string, GroupItem>>, id: string): string =>
  id.endsWith('/all') ? say(outputWords.everybody) : (groups[id]?.name ?? id)
