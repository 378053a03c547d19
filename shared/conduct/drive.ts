import { CONDUCTORS } from '../lab/index.ts'
import type { Items, MeetingItem, MeItem, PersonItem } from '../view/index.ts'

/** Who drives a meeting, as one viewer needs to know it. */
export interface Drive {
  /** Null: whoever acts next. */
  readonly driver: PersonItem | null
  readonly isMine: boolean
  /** True where the driving controls are mine to press: I drive, or nobody does. */
  readonly mayDrive: boolean
  /** The driver has a panel open now. */
  readonly isPresent: boolean
  /** Others whom the wheel can be given to, those with a panel open first, then by name. */
  readonly others: readonly { readonly person: PersonItem; readonly isPresent: boolean }[]
}

export function driveOf(
  meeting: Pick<MeetingItem, 'driver'>,
  me: Pick<MeItem, 'person'> | null,
  people: Items['people'],
  presence: Readonly<Record<string, number>>,
): Drive {
  const isHere = (id: string): boolean => (presence[id] ?? 0) > 0
  const isMine = meeting.driver !== null && meeting.driver === me?.person
  return {
    driver: meeting.driver === null ? null : (people[meeting.driver] ?? null),
    isMine,
    mayDrive: isMine || meeting.driver === null,
    isPresent: meeting.driver !== null && isHere(meeting.driver),
    others: Object.values(people)
      .filter((one) => !one.erased && one.id !== meeting.driver && one.roles.some((role) => CONDUCTORS.includes(role)))
      .map((person) => ({ person, isPresent: isHere(person.id) }))
      .sort((a, b) => Number(b.isPresent) - Number(a.isPresent) || a.person.name.localeCompare(b.person.name, 'it')),
  }
}

/** What a change of driver is to one viewer. `null` where there is nothing to say. */
export type DriveNews =
  | { readonly kind: 'mine' }
  | { readonly kind: 'passed'; readonly to: string }
  | { readonly kind: 'other'; readonly to: string }
  | { readonly kind: 'free' }

/** Tells each change of the driver once; who drives when a meeting is first seen, or opens or closes, is no news. */
export function createDriveNews(): (
  meeting: Pick<MeetingItem, 'number' | 'status' | 'driver'> | null,
  me: string | null,
) => DriveNews | null {
  let at: { readonly number: number; readonly driver: string | null } | null = null
  return (meeting, me) => {
    const before = at
    at = meeting && meeting.status === 'open' ? { number: meeting.number, driver: meeting.driver } : null
    if (!at || !before || before.number !== at.number || before.driver === at.driver) return null
    if (at.driver === null) return { kind: 'free' }
    if (at.driver === me) return { kind: 'mine' }
    return { kind: before.driver !== null && before.driver === me ? 'passed' : 'other', to: at.driver }
  }
}
