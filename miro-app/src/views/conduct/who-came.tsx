import { attendanceOf } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Card } from '../parts/card.tsx'

/** A glance at who is here; the times stand in the console. */
export function WhoCame({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const { lab } = usePanel()
  const { people, attended, attendance } = lab.items
  const rows = attendanceOf(meeting, { people: people.value, attended: attended.value, attendance: attendance.value })
  if (rows.every(({ stays }) => stays.length === 0)) return null
  const names = (some: typeof rows): string => some.map(({ name }) => name).join(', ')
  const notCome = rows.filter(({ stays, state }) => stays.length === 0 && state !== 'absent')
  const gone = rows.filter(({ stays, hereNow }) => stays.length > 0 && !hereNow)
  return (
    <Card title={say(our.whoCame)}>
      <p>{say(our.hereOf, { n: rows.filter(({ hereNow }) => hereNow).length, of: rows.length })}</p>
      {notCome.length > 0 && <p class="hint">{say(our.notCome, { names: names(notCome) })}</p>}
      {gone.length > 0 && <p class="hint">{say(our.gone, { names: names(gone) })}</p>}
    </Card>
  )
}
