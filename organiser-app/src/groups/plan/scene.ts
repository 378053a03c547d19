import type { GroupingScene } from '@telaio/shared/grouping'
import type { LabStore } from '../../lab/lab-store.ts'

/** What of the lab groups are planned from, as it is now. */
export const sceneOf = (lab: LabStore): GroupingScene => {
  const grouping = lab.items.grouping.value['grouping']
  return {
    sets: lab.sets.value,
    meetings: lab.items.meetings.value,
    people: lab.items.people.value,
    groups: lab.items.groups.value,
    attendance: lab.items.attendance.value,
    wishes: grouping?.wishes ?? [],
    locked: grouping?.locked ?? [],
  }
}
