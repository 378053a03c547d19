import { computed, type ReadonlySignal, signal, type Signal } from '@preact/signals'
import type { BlockItem, GroupItem, MeetingItem, ZoneItem } from '@telaio/shared/view'
import { blockItem, groupsOf, myGroup, openMeeting, type Standing, standingOf, zonesOf } from '../lab/now.ts'
import type { Panel } from './panel.ts'

/** What a panel shows now, worked out from the view. */
export interface PanelState {
  readonly standing: ReadonlySignal<Standing>
  readonly meeting: ReadonlySignal<MeetingItem | null>
  readonly block: ReadonlySignal<BlockItem | null>
  readonly groups: ReadonlySignal<readonly GroupItem[]>
  /** Where notes are written and read now: `g3`, `x2-3` or `all`. */
  readonly groupKey: ReadonlySignal<string>
  readonly group: ReadonlySignal<GroupItem | null>
  readonly zones: ReadonlySignal<readonly ZoneItem[]>
  /** Chosen by somebody who sees all groups. */
  readonly picked: Signal<string | null>
  readonly tab: Signal<'now' | 'path'>
  /** Zones that somebody opened or folded away, by place: kept while the panel lives. */
  readonly folds: Signal<Readonly<Record<string, boolean>>>
}

export function createState({ lab, bound }: Pick<Panel, 'lab' | 'bound'>): PanelState {
  const { items } = lab
  const picked = signal<string | null>(null)
  const standing = computed(() => standingOf(items.value))
  const meeting = computed(() => openMeeting(items.value, bound.value))
  const block = computed(() => (meeting.value ? blockItem(items.value, meeting.value.number, meeting.value.current) : null))
  const groups = computed(() => (block.value ? groupsOf(items.value, block.value) : []))
  const group = computed(() => {
    if (!block.value) return null
    if (!standing.value.seesAll) return myGroup(items.value, block.value)
    return groups.value.find(({ key }) => key === picked.value) ?? groups.value[0] ?? null
  })
  return {
    standing,
    meeting,
    block,
    groups,
    group,
    picked,
    groupKey: computed(() => group.value?.key ?? 'all'),
    zones: computed(() => (block.value ? zonesOf(items.value, block.value) : [])),
    tab: signal<'now' | 'path'>('now'),
    folds: signal({}),
  }
}
