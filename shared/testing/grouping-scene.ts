import { type GroupingScene, groupSets } from '../grouping/index.ts'
import type { GroupWish } from '../lab/index.ts'
import type { BlockItem, GroupItem, MeetingItem, PersonItem } from '../view/index.ts'

const both = (text: string) => ({ it: text, en: text })
const block = (meeting: number, id: string, grouping: BlockItem['grouping'], begun = false): BlockItem => ({
  id,
  meeting,
  kind: 'mixed-groups',
  minutes: 10,
  title: both(id),
  steps: [],
  grouping,
  rooms: true,
  zones: [],
  writing: 'open',
  run: begun ? { status: 'ended', startedAt: '', pausedAt: null, pausedMs: 0, length: 0, extended: 0, endedAt: '' } : null,
})
export const person = (id: string, more: Partial<PersonItem> = {}): PersonItem => ({
  id,
  name: id,
  email: null,
  organisation: null,
  sector: null,
  profession: '',
  territory: '',
  roles: ['participant'],
  consents: { name: false, directory: false, credits: false },
  invited: false,
  bound: false,
  erased: false,
  groups: [],
  ...more,
})
export const SECTORS = ['environment', 'culture', 'education', 'social']

export interface Made {
  readonly people: PersonItem[]
  /** Meetings, by whether their moment has been held. */
  readonly held: boolean[]
  readonly formed?: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly wishes?: GroupWish[]
  readonly locked?: string[]
  readonly absent?: readonly (readonly [number, string])[]
  readonly size?: number
}

/** One mixed moment a meeting, of `size` people, and project groups from meeting 2 on. */
export function sceneOf({ people, held, formed = {}, wishes = [], locked = [], absent = [], size = 3 }: Made): GroupingScene {
  const blocks: Record<string, BlockItem> = {}
  const meetings: Record<string, MeetingItem> = {}
  for (const [i, done] of held.entries()) {
    const n = i + 1
    blocks[`m${n}/mixed`] = block(n, 'mixed', { groups: 'mixed', moment: 1, size }, done)
    if (n > 1) blocks[`m${n}/work`] = block(n, 'work', { groups: 'project' }, done)
    meetings[String(n)] = {
      number: n,
      agenda: n > 1 ? ['mixed', 'work'] : ['mixed'],
      status: done ? 'closed' : 'planned',
    } as unknown as MeetingItem
  }
  const groups: Record<string, GroupItem> = {}
  const inGroups = new Map<string, string[]>()
  for (const [set, list] of Object.entries(formed)) {
    const meeting = set === 'project' ? null : Number(/^m(\d+)/.exec(set)?.[1])
    for (const [i, members] of list.entries()) {
      const key = meeting === null ? `g${i + 1}` : `x1-${i + 1}`
      const id = meeting === null ? key : `m${meeting}/${key}`
      groups[id] = {
        id,
        key,
        kind: meeting === null ? 'project' : 'mixed',
        meeting,
        moment: meeting === null ? null : 1,
        name: `${set} ${i + 1}`,
        size: members.length,
        done: [],
      }
      for (const one of members) inGroups.set(one, [...(inGroups.get(one) ?? []), id])
    }
  }
  return {
    sets: groupSets(Object.values(meetings), blocks),
    meetings,
    people: Object.fromEntries(people.map((one) => [one.id, { ...one, groups: inGroups.get(one.id) ?? [] }])),
    groups,
    attendance: Object.fromEntries(
      absent.map(([meeting, id]) => [`${meeting}|${id}`, { meeting, person: id, state: 'absent' as const, at: '' }]),
    ),
    wishes,
    locked,
  }
}

/** People dealt round into groups of `size`: something that somebody formed. */
export const dealt = (ids: readonly string[], size: number): string[][] => {
  const count = Math.max(1, Math.floor(ids.length / size))
  return Array.from({ length: count }, (_, g) => ids.filter((_one, n) => n % count === g))
}
