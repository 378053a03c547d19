import type { JSX } from 'preact'
import type { ImportPreview } from '@telaio/shared/api'
import { say } from '@telaio/shared/ui'
import { Icon } from '../shell/icon.tsx'
import { SectorOf } from './sector-counts.tsx'
import { importWords as our, peopleWords } from './words.ts'

const COLUMNS = ['name', 'email', 'organisation', 'profession', 'sector', 'territory'] as const

const MORE = { given: our.given, family: our.family, display: our.display, status: our.status, quantity: our.quantity } as const
const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' } as const

const columnName = (role: string): string => {
  const known = COLUMNS.find((one) => one === role)
  if (known) return say(peopleWords[known])
  const more = MORE[role as keyof typeof MORE]
  return more ? say(more) : role
}

/** Encoding, separator, and which header was taken for what. */
export function HowItWasRead({ preview }: { readonly preview: ImportPreview }): JSX.Element {
  const separators = { ',': our.comma, ';': our.semicolon, '\t': our.tab } as const
  return (
    <div class="card how-read">
      <p>
        {say(our.readAs, {
          encoding: ENCODINGS[preview.encoding],
          separator: say(separators[preview.separator]),
        })}
      </p>
      <h3>{say(our.columns)}</h3>
      <ul class="recognised">
        {Object.entries(preview.columns).map(([header, role]) => (
          <li key={header}>
            <q>{header}</q> <Icon name="right" /> <strong>{columnName(role)}</strong>
          </li>
        ))}
      </ul>
      <p class="hint">{say(our.columnsHint)}</p>
    </div>
  )
}

/** Every fault named: line of the file, column, what stands there, and the mend. */
export function BadRows({
  rows,
  columns,
  title,
}: {
  readonly rows: ImportPreview['bad']
  readonly columns: ImportPreview['columns']
  readonly title: string
}): JSX.Element {
  const headerOf = (column: string | null): string => {
    if (column === null) return say(our.wholeRow)
    const header = Object.entries(columns).find(([, role]) => role === column)?.[0]
    return header === undefined ? columnName(column) : header
  }
  return (
    <div class="rows bad">
      <h3>
        <Icon name="alert" /> {title}
      </h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(our.line)}</th>
              <th scope="col">{say(our.column)}</th>
              <th scope="col">{say(our.value)}</th>
              <th scope="col">{say(our.mend)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={`${row.line}|${row.column}|${i}`}>
                <td class="time">{row.line}</td>
                <td>{headerOf(row.column)}</td>
                <td>{row.value.trim() === '' ? <em class="muted">{say(our.emptyValue)}</em> : <code>{row.value}</code>}</td>
                <td>{say(row.problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Rows that can be taken, as they will be. */
export function GoodRows({ rows, title }: { readonly rows: ImportPreview['good']; readonly title: string }): JSX.Element {
  const used = COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined))
  return (
    <div class="rows good">
      <h3>
        <Icon name="check" /> {title}
      </h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(our.line)}</th>
              {used.map((column) => (
                <th scope="col" key={column}>
                  {say(peopleWords[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td class="time">{row.line}</td>
                {used.map((column) => (
                  <td key={column}>{column === 'sector' ? <SectorOf sector={row.sector ?? null} /> : row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
