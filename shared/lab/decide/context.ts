import type { AnyCommandType, DecidableOf } from '../commands.ts'
import type { NewEvent } from '../events.ts'
import type { IdPrefix } from '../ids.ts'
import type { Lab, Person } from '../lab.ts'
import { groupIdOf } from '../places.ts'
import type { Result } from '../rejection.ts'
import type { Actor } from '../roles.ts'
import type { Instant } from '../time.ts'

/** What a decision may know besides the lab: values, never a clock or a die of its own. */
export interface Context {
  readonly actor: Actor
  readonly now: Instant
  readonly newId: (prefix: IdPrefix) => string
}

export interface Decision {
  readonly events: readonly NewEvent[]
  /** Ids that the answer gives back besides `seq`. No text: it is remembered for the lab's life. */
  readonly answer?: Readonly<Record<string, string | number | readonly string[]>>
}

export type Decide<T extends AnyCommandType> = (lab: Lab, command: DecidableOf<T>, context: Context) => Result<Decision>
export type Deciders = { [T in AnyCommandType]: Decide<T> }

/** Known and not erased. */
export const activePerson = (lab: Lab, id: string): Person | undefined => {
  const person = lab.people.get(id)
  return person && !person.erased ? person : undefined
}

/** True where the actor is now, or was, in the group. */
export function belongs(lab: Lab, person: string | null, meeting: number, key: string): boolean {
  if (person === null) return false
  if (key === 'all') return true
  const group = lab.groups.get(groupIdOf(meeting, key))
  return group !== undefined && (group.people.includes(person) || group.former.includes(person))
}

/** The key of the actor's group for a block: of its mixed moment, else the project group, else `all`. */
export function currentGroup(lab: Lab, person: string | null, meeting: number, block: string | null): string {
  if (person === null) return 'all'
  const grouping = lab.kit.meetings.find((one) => one.number === meeting)?.agenda.find((one) => one.id === block)?.grouping
  if (grouping?.groups === 'none') return 'all'
  for (const id of lab.memberOf.get(person) ?? []) {
    const group = lab.groups.get(id)
    if (!group) continue
    if (grouping?.groups === 'mixed' ? group.meeting === meeting && group.moment === grouping.moment : group.kind === 'project')
      return group.key
  }
  return 'all'
}

export const hostsHere = (lab: Lab, actor: Actor): boolean =>
  actor.zoom !== undefined && actor.zoom.role !== 'participant' && lab.zoomMeetings.get(actor.zoom.meeting)?.status === 'bound'
