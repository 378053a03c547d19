import { planFromItems, type PlanKit } from '@telaio/shared/kit'
import type { LabStore } from '../lab/lab-store.ts'

/** A lab as planning needs it: its meetings as they stand, and its own people and groups in place of what the kit assumed. */
export function labPlanKit({ meetings, items }: Pick<LabStore, 'meetings' | 'items'>): PlanKit {
  const people = Object.values(items.people.value).filter(({ roles, erased }) => !erased && roles.includes('participant')).length
  const groups = Object.values(items.groups.value).filter(({ kind, size }) => kind === 'project' && size > 0).length
  return {
    meetings: meetings.value.map((meeting) => planFromItems({ meeting, blocks: items.blocks.value, zones: items.zones.value })),
    finalCanvas: {
      blocks: Object.values(items.canvasBlocks.value)
        .toSorted((a, b) => a.position - b.position)
        .map(({ position: _position, ...block }) => block),
    },
    // until people and groups are there, groups of five, as most kits have them
    assumes: {
      minutes: 150,
      people: people > 0 ? people : 25,
      projectGroups: groups > 0 ? groups : Math.max(1, Math.ceil((people || 25) / 5)),
    },
    methods: [],
  }
}
