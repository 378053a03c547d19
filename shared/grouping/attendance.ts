import type { Attendance } from '../lab/index.ts'
import type { Items, MeetingItem } from '../view/index.ts'

/** Who comes this long after the opening is late; who goes this long before the end has left. */
const LATE_MS = 15 * 60_000

export interface AttendanceRow {
  readonly person: string
  readonly name: string
  readonly sector: string | null
  /** Null: their panel was never seen open, which is not the same as absent. */
  readonly state: Attendance | null
  /** Said by somebody, which counts for more than what panels tell. */
  readonly byHand: boolean
  readonly hereNow: boolean
  /** `to` null: still here. `group` null: with everybody. */
  readonly stays: readonly { readonly from: string; readonly to: string | null; readonly group: string | null }[]
}

/**
 * Who was there in a meeting, by name: what panels told, and over it what somebody marked by hand. Everybody who takes part has a row. Rules AT6 and AT7.
 */
export function attendanceOf(
  meeting: Pick<MeetingItem, 'number' | 'status' | 'openedAt' | 'closedAt'>,
  { people, attended, attendance }: Pick<Items, 'people' | 'attended' | 'attendance'>,
): AttendanceRow[] {
  return Object.values(people)
    .filter(({ id, erased, roles }) => !erased && (roles.includes('participant') || attended[`${meeting.number}|${id}`] !== undefined))
    .map(({ id, name, sector }) => {
      const key = `${meeting.number}|${id}`
      const stays = attended[key]?.stays ?? []
      const marked = attendance[key]?.state
      return {
        person: id,
        name,
        sector,
        state: marked ?? told(meeting, stays),
        byHand: marked !== undefined,
        hereNow: stays.at(-1)?.to === null,
        stays,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'it'))
}

function told(
  { status, openedAt, closedAt }: Pick<MeetingItem, 'status' | 'openedAt' | 'closedAt'>,
  stays: AttendanceRow['stays'],
): Attendance | null {
  const [first] = stays
  if (!first || openedAt === null) return null
  const last = stays.at(-1)?.to ?? null
  if (status === 'closed' && closedAt !== null && last !== null && Date.parse(closedAt) - Date.parse(last) >= LATE_MS) return 'left'
  return Date.parse(first.from) - Date.parse(openedAt) >= LATE_MS ? 'late' : 'present'
}
