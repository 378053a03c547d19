import { say } from '@telaio/shared/ui'
import { type GroupSet, groupsFor, ROUNDED_BY } from '@telaio/shared/grouping'
import { groupWords as our } from './words.ts'

export const wishedCount = (set: GroupSet, people: number): number => groupsFor(people, set.size ?? ROUNDED_BY)

/** The most groups that one command may form. */
export const mostGroups = (set: GroupSet): number => (set.kind === 'project' ? 60 : 200)

export const sizeText = (people: number, groups: number): string => {
  const low = Math.floor(people / groups)
  return people % groups === 0 ? say(our.perGroup, { n: low }) : say(our.perGroupRange, { low, high: low + 1 })
}
