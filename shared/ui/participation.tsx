import type { JSX } from 'preact'
import { FEWEST, type Participation, type ParticipationCell, type ParticipationRow, participationWords as our } from '../conduct/index.ts'
import { count, say } from './language.ts'

export interface ParticipationTablesProps {
  readonly participation: Participation
  /** What a row is called: a sector or a project group, by id; null: people without one. */
  readonly sector: (id: string | null) => JSX.Element | string
  readonly group: (id: string) => string
}

/** Two small tables: what each sector and each project group has written, meeting by meeting. */
export function ParticipationTables({ participation, sector, group }: ParticipationTablesProps): JSX.Element {
  const { meetings, sectors, groups, all, nameless } = participation
  const isWithheld = [...sectors, ...groups, { cells: all }].some(({ cells }) => cells.includes(null))
  const without = meetings.flatMap((meeting, i) => (nameless[i] ? say(our.namelessOne, { n: nameless[i], meeting }) : []))
  return (
    <>
      <Rows title={say(our.bySector)} meetings={meetings} rows={sectors} all={all} nameOf={sector} />
      {groups.some(({ id }) => id !== null) && (
        <Rows
          title={say(our.byGroup)}
          meetings={meetings}
          rows={groups}
          all={null}
          nameOf={(id) => (id === null ? say(our.noGroup) : group(id))}
        />
      )}
      {isWithheld && <p class="hint">{say(our.withheldText, { n: FEWEST })}</p>}
      {without.length > 0 && <p class="hint">{say(our.nameless, { list: without.join(', ') })}</p>}
    </>
  )
}

function Rows({
  title,
  meetings,
  rows,
  all,
  nameOf,
}: {
  readonly title: string
  readonly meetings: readonly number[]
  readonly rows: readonly ParticipationRow[]
  readonly all: readonly (ParticipationCell | null)[] | null
  readonly nameOf: (id: string | null) => JSX.Element | string
}): JSX.Element {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  return (
    // a table wider than the panel is scrolled by itself, by keyboard too
    <div class="participation" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {meetings.map((meeting) => (
              <th key={meeting} scope="col">
                <span aria-hidden="true">{say(our.meeting, { n: meeting })}</span>
                <span class="visually-hidden">{say(our.meetingWhole, { n: meeting })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id ?? 'none'} name={nameOf(row.id)} people={row.people} cells={row.cells} />
          ))}
          {all && <Row name={say(our.all)} people={people} cells={all} />}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  name,
  people,
  cells,
}: {
  readonly name: JSX.Element | string
  readonly people: number
  readonly cells: readonly (ParticipationCell | null)[]
}): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {name} <span class="muted">{count(people, our.person, our.people)}</span>
      </th>
      {cells.map((cell, i) => (
        <td key={i}>
          {cell === null ? (
            <span class="muted">{say(our.withheld)}</span>
          ) : (
            <>
              <span aria-hidden="true">{say(our.cell, { ...cell })}</span>
              <span class="visually-hidden">{say(our.cellWhole, { ...cell })}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}
