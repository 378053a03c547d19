import { groupIdOf, mixedKey, projectKey } from '@telaio/shared/lab'
import type { BlockItem } from '@telaio/shared/view'
import type { Client } from './client.ts'
import { deal, groupsOfSize } from './deal.ts'
import type { Random } from './random.ts'
import type { RehearsedGroup, Stage } from './stage.ts'
import { THEMES } from './words/answers.ts'

/** Where the kit says no size. */
const SIZE = 5

const bySector = (people: readonly Client[]) => people.map((client) => ({ client, sector: client.character.sector }))

/** Forms the stable groups, of everybody in the lab, also those who are away today. */
export async function formProjectGroups(
  { line, participants, groupCount, projectGroups, place }: Stage,
  conductor: Client,
  random: Random,
): Promise<void> {
  const dealt = deal(bySector(participants), groupCount, random)
  for (const [i, people] of dealt.entries()) {
    const key = projectKey(i + 1)
    projectGroups.push({ id: key, key, people: people.map(({ client }) => client), theme: THEMES[i % THEMES.length] ?? null })
  }
  const groups = projectGroups.map(({ key, people }, i) => ({ key, name: `Gruppo ${i + 1}`, people: people.map(({ person }) => person) }))
  await line.send(conductor, { id: place.commandId(), type: 'formProjectGroups', groups })
}

/** A name that no other group has. */
export const nameOfGroup = ({ projectGroups }: Stage, group: RehearsedGroup): string => {
  const i = projectGroups.indexOf(group)
  const round = Math.floor(i / THEMES.length)
  return `${group.theme?.name ?? 'Gruppo'}${round === 0 ? '' : ` ${round + 1}`}`
}

/** Deals whoever is there into the groups of a mixed moment. */
export async function formMixedGroups(
  { line, place }: Stage,
  conductor: Client,
  meeting: number,
  moment: number,
  size: number | undefined,
  present: readonly Client[],
  random: Random,
): Promise<RehearsedGroup[]> {
  const dealt = deal(bySector(present), groupsOfSize(present.length, size ?? SIZE), random)
  const groups = dealt.map((people, i): RehearsedGroup => {
    const key = mixedKey(moment, i + 1)
    return { id: groupIdOf(meeting, key), key, people: people.map(({ client }) => client), theme: null }
  })
  const name = size === 2 ? 'Coppia' : 'Tavolo'
  await line.send(conductor, {
    id: place.commandId(),
    type: 'formMixedGroups',
    meeting,
    moment,
    groups: groups.map(({ key, people }, i) => ({ key, name: `${name} ${i + 1}`, people: people.map(({ person }) => person) })),
  })
  return groups
}

/** Somebody comes in late: into the smallest group of a moment that is under way. */
export async function joinMixedGroup(
  { line, place }: Stage,
  conductor: Client,
  late: Client,
  groups: readonly RehearsedGroup[],
): Promise<void> {
  const smallest = [...groups].sort((a, b) => a.people.length - b.people.length)[0]
  if (!smallest) return
  if (await line.send(conductor, { id: place.commandId(), type: 'movePerson', person: late.person, from: null, to: smallest.id }))
    smallest.people.push(late)
}

/** The groups of a block with those of their people who are there. */
export function groupsIn(
  { projectGroups }: Stage,
  block: BlockItem,
  mixed: ReadonlyMap<number, RehearsedGroup[]>,
  present: readonly Client[],
): RehearsedGroup[] {
  const { grouping } = block
  if (grouping.groups === 'none') return [{ id: `m${block.meeting}/all`, key: 'all', people: [...present], theme: null }]
  const groups = grouping.groups === 'project' ? projectGroups : (mixed.get(grouping.moment) ?? [])
  return groups.map((group) => ({ ...group, people: group.people.filter((client) => present.includes(client)) }))
}
