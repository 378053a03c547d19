import { groupIdOf } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { Items } from '@telaio/shared/view'
import { panelWords } from '../../words/panel.ts'

/** What a group is called, by the meeting and key that notes carry; one that is gone by its key. */
export const groupName = (groups: Items['groups'], meeting: number, key: string): string =>
  key === 'all' ? say(panelWords.everybody) : (groups[groupIdOf(meeting, key)]?.name ?? key)

/** The same by the group's id: `g3`, `m1/x2-3`, `m1/all`. */
export const groupNameById = (groups: Items['groups'], id: string): string =>
  id.endsWith('/all') ? say(panelWords.everybody) : (groups[id]?.name ?? id)
