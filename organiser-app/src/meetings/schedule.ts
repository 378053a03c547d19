import type { MeetingItem } from '@telaio/shared/view'
import type { SuggestedDate } from './suggest-dates.ts'

/** One row of the calendar as it is being written; empty where nothing stands. */
export interface Row {
  readonly date: string
  readonly time: string
  readonly zoomLink: string
}

export const rowOf = (meeting: MeetingItem): Row => ({
  date: meeting.date ?? '',
  time: meeting.time ?? '',
  zoomLink: meeting.zoomLink ?? '',
})

export interface RowChange {
  readonly meeting: number
  readonly date?: string
  readonly time?: string
  readonly zoomLink?: string | null
}

/** What a row changes of its meeting; null where it is as it was. A date or an hour once set can be changed and not taken away. */
export function changeOf(meeting: MeetingItem, row: Row): RowChange | null {
  const was = rowOf(meeting)
  const link = row.zoomLink.trim()
  const change = {
    ...(row.date !== was.date && row.date !== '' ? { date: row.date } : {}),
    ...(row.time !== was.time && row.time !== '' ? { time: row.time } : {}),
    ...(link === was.zoomLink ? {} : { zoomLink: link === '' ? null : link }),
  }
  return Object.keys(change).length === 0 ? null : { meeting: meeting.number, ...change }
}

export const isWebLink = (text: string): boolean => /^https?:\/\/[^\s]+$/.test(text.trim())

/** True where the link carries a Zoom meeting number, by which the panel in Zoom finds the meeting. */
export const isZoomLink = (text: string): boolean => /\/(?:j|zoom|w|s)\/\d{9,12}(?!\d)/.test(text)

/** Rows with the suggested dates put in, for meetings that are still to come. */
export function withDates(
  meetings: readonly MeetingItem[],
  rows: Readonly<Record<number, Row>>,
  dates: readonly SuggestedDate[],
  time: string,
): Record<number, Row> {
  const open = meetings.filter((one) => one.status === 'planned')
  return Object.fromEntries(
    meetings.map((meeting) => {
      const row = rows[meeting.number] ?? rowOf(meeting)
      const date = dates[open.indexOf(meeting)]
      return [meeting.number, date ? { ...row, date: date.date, time: time === '' ? row.time : time } : row]
    }),
  )
}
