import type { GroupItem, Items, MeetingItem } from '@telaio/shared/view'
import { frameSpot, type Spot } from './boards.ts'

/** A sheet of a meeting that can be gone to. */
export interface Sheet {
  /** `g3`, `x2-1`, `all`; empty: the meeting's own. */
  readonly key: string
  /** Null where it is nobody's in particular. */
  readonly group: GroupItem | null
  readonly isMine: boolean
  readonly spot: Spot
}

/** Sheets of a meeting that stand on a board: one's own group's first, then the meeting's, then the groups by their numbers, then everybody's. */
export function sheetsOf(
  meeting: MeetingItem,
  { groups, spots }: Pick<Items, 'groups' | 'spots'>,
  mine: readonly string[],
): readonly Sheet[] {
  const own = spots[`m${meeting.number}`]
  const ofGroups = Object.values(groups)
    .filter((group) => group.kind === 'project' || group.meeting === meeting.number)
    .sort((a, b) => order(a) - order(b))
    .flatMap((group): Sheet[] => {
      const spot = frameSpot(spots, meeting.number, group.key)
      return spot ? [{ key: group.key, group, isMine: mine.includes(group.id), spot }] : []
    })
  const all = frameSpot(spots, meeting.number, 'all')
  return [
    ...ofGroups.filter(({ isMine }) => isMine),
    ...(own ? [{ key: '', group: null, isMine: false, spot: own }] : []),
    ...ofGroups.filter(({ isMine }) => !isMine),
    ...(all ? [{ key: 'all', group: null, isMine: false, spot: all }] : []),
  ]
}

const order = ({ kind, moment, key }: GroupItem): number =>
  (kind === 'project' ? 10_000 : (moment ?? 0) * 100) + Number(/(\d+)$/.exec(key)?.[1] ?? 0)
