import type { ReadonlySignal } from '@preact/signals'
import { defaultName, groupIdIn, type GroupingScene, groupingWords, type GroupSet, type Names, type Round } from '../../grouping/index.ts'
import { groupNumber } from '../../lab/index.ts'
import type { Items, LabItem } from '../../view/index.ts'
import { say } from '../language.ts'

type Part = 'people' | 'groups' | 'meetings' | 'attendance' | 'grouping'

/** What of an app's lab groups are planned from and named by. */
export interface SeatingLab {
  readonly items: { readonly [C in Part]: ReadonlySignal<Items[C]> }
  readonly lab: ReadonlySignal<LabItem | null>
}

/** What of the lab groups are planned from, as it is now. */
export function sceneOf({ items }: SeatingLab, sets: readonly GroupSet[]): GroupingScene {
  const grouping = items.grouping.value['grouping']
  return {
    sets,
    meetings: items.meetings.value,
    people: items.people.value,
    groups: items.groups.value,
    attendance: items.attendance.value,
    wishes: grouping?.wishes ?? [],
    locked: grouping?.locked ?? [],
  }
}

/** What a group of a round (from 0) is or will be called. */
export function groupNameIn({ items, lab }: SeatingLab, round: Round, n: number): string {
  const standing = items.groups.value[groupIdIn(round, n) ?? '']
  return standing?.name ?? defaultName(round.set, groupNumber(round.keys[n] ?? ''), lab.value?.language ?? 'it')
}

export const personName = ({ items }: SeatingLab, id: string): string => items.people.value[id]?.name ?? id

/** What a set is called: by its meeting and the block that its people work in together. */
export function titleOf({ kind, meeting, blocks }: GroupSet): string {
  if (kind === 'project') return say(groupingWords.projectGroups)
  const block = blocks.find((one) => one.kind === 'mixed-groups') ?? blocks[0]
  return say(groupingWords.mixedOf, { n: meeting ?? 0, title: block ? say(block.title) : '' })
}

export const namesIn = (lab: SeatingLab, round: Round): Names => ({
  person: (id) => personName(lab, id),
  group: (n) => groupNameIn(lab, round, n),
  sector: (id) => {
    const found = lab.lab.value?.sectors.find((one) => one.id === id)
    return (found ? say(found.title) : say(groupingWords.noSector)).toLowerCase()
  },
})
