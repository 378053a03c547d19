import type { JSX } from 'preact'
import { attendanceOf, type AttendanceRow, csvText } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { SectorOf } from '../people/sector-counts.tsx'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { timeText } from '../shell/dates.ts'
import { keepText } from '../shell/download.ts'
import { conductWords as our } from './words.ts'

/** Who was there in a meeting, from when to when, in which group: as it happened, with what was marked by hand. */
export function WhoCame({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const lab = useLab()
  const { people, attended, attendance, groups } = lab.items
  const rows = attendanceOf(meeting, { people: people.value, attended: attended.value, attendance: attendance.value })
  if (meeting.status === 'planned' || rows.every(({ stays, state }) => stays.length === 0 && state === null)) return null
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const groupOf = (group: string | null): string => (group === null ? say(our.together) : (groups.value[group]?.name ?? group))
  const stateOf = ({ state, byHand }: AttendanceRow): string =>
    state === null ? say(our.neverSeen) : `${say(our.attendanceStates[state])}${byHand ? ` (${say(our.byHandMark)})` : ''}`
  const sectorOf = (id: string | null): string => {
    const sector = lab.lab.value?.sectors.find((one) => one.id === id)
    return sector ? say(sector.title) : ''
  }
  const take = () => {
    const header = [our.csvName, our.csvSector, our.csvState, our.csvFrom, our.csvTo, our.csvGroup].map((one) => say(one))
    const lines = rows.flatMap((row) => {
      const who = [row.name, sectorOf(row.sector), stateOf(row)]
      if (row.stays.length === 0) return [[...who, '', '', '']]
      return row.stays.map(({ from, to, group }) => [...who, timeText(from, zone), to === null ? '' : timeText(to, zone), groupOf(group)])
    })
    keepText(say(our.attendanceFile, { n: meeting.number }), 'text/csv;charset=utf-8', csvText([header, ...lines]))
  }
  const came = rows.filter(({ stays }) => stays.length > 0).length
  return (
    <section class="card" aria-labelledby="who-came">
      <h2 id="who-came">{say(our.whoCame)}</h2>
      <p class="hint">{say(our.whoCameText)}</p>
      <details class="who-came" open={meeting.status === 'closed'}>
        <summary>{say(our.cameOf, { n: came, of: rows.length })}</summary>
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="who-came">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(our.csvName)}</th>
                <th scope="col">{say(our.csvState)}</th>
                <th scope="col">{say(our.fromTo)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.person}>
                  <th scope="row">
                    <SectorOf sector={row.sector} short /> {row.name}
                  </th>
                  <td>{stateOf(row)}</td>
                  <td>
                    {row.stays.map(({ from, to, group }) => (
                      <div key={from}>
                        {timeText(from, zone)}–{to === null ? say(our.now) : timeText(to, zone)} · {groupOf(group)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Button icon="download" onClick={take}>
          {say(our.attendanceCsv)}
        </Button>
      </details>
    </section>
  )
}
