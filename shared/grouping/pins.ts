import { groupNumber, type GroupWish } from '../lab/index.ts'
import type { Round } from './problem.ts'

const placeOf = (wishes: readonly GroupWish[], { set }: Round, person: string): number =>
  wishes.findIndex((wish) => wish.kind === 'fixed' && wish.person === person && wish.set === set.id)

/** True where somebody is to stay in their group of a round, in further proposals too. */
export const isPinned = (wishes: readonly GroupWish[], round: Round, person: string): boolean => placeOf(wishes, round, person) >= 0

/** The lab's wishes with somebody pinned to their group (from 0) of a round, or no longer. */
export function withPinTurned(wishes: readonly GroupWish[], round: Round, person: string, group: number): GroupWish[] {
  const at = placeOf(wishes, round, person)
  if (at >= 0) return wishes.filter((_one, n) => n !== at)
  return [...wishes, { kind: 'fixed', person, group: groupNumber(round.keys[group] ?? '') || group + 1, set: round.set.id }]
}
