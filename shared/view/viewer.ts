import type { Actor, Lab, Placement, Progress, RegisterRow, Table } from '../lab/index.ts'
import { hasRole } from '../lab/index.ts'
import type { EstimateItem } from './board-items.ts'

/** A lab with the names of its people: what a view is made of. */
export interface Scene {
  readonly lab: Lab
  readonly people: Table<RegisterRow>
  /** What placing takes and how it goes on, where whoever makes the scene can work it out (`board/effort.ts`). */
  readonly pace?: Pace
}

export interface Pace {
  readonly progress: (lab: Lab, placement: Placement) => Progress
  /** What plans follow from besides the lab's own tables and programme. */
  readonly follows: (lab: Lab) => readonly unknown[]
  /** By area. */
  readonly estimates: (lab: Lab) => Iterable<readonly [string, EstimateItem]>
}

/** Whoever looks: the same facts that commands are judged by. */
export type Viewer = Actor

/**
 * A part of a view, by audience. Viewers who may see the same share parts, so that a change is worked out once for all of them.
 * `editor` – drafts of the canvas with the notes behind them, and comments ·
 * `staff:f`, `staff:o`, `staff:fo` – those who run the lab, by what they may see · `group:g3` – who reads a group's notes · `company:g3` – who works in it ·
 * `person:per_…` – one person's own · `keys:…` – own notes without author, by their edit keys · `host:2` – the Zoom host of a meeting.
 */
export type Part =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'staff'; readonly facilitator: boolean; readonly organiser: boolean }
  | { readonly kind: 'observer' }
  | { readonly kind: 'editor' }
  | { readonly kind: 'participant' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'company'; readonly group: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'host'; readonly meeting: number }

/** A name by which equal parts are equal. */
export function partName(part: Part): string {
  switch (part.kind) {
    case 'everyone':
    case 'observer':
    case 'editor':
    case 'participant':
      return part.kind
    case 'staff':
      return `staff:${part.facilitator ? 'f' : ''}${part.organiser ? 'o' : ''}`
    case 'group':
    case 'company':
      return `${part.kind}:${part.group}`
    case 'person':
      return `person:${part.person}`
    case 'keys':
      return `keys:${part.keys.join(',')}`
    case 'host':
      return `host:${part.meeting}`
  }
}

/** The parts whose union is this viewer's view. No two of them hold the same item (rule VW4). */
export function partsOf(viewer: Viewer, { lab }: Scene): Part[] {
  const parts: Part[] = []
  const bound = viewer.zoom && lab.zoomMeetings.get(viewer.zoom.meeting)
  if (viewer.zoom && viewer.zoom.role !== 'participant' && bound?.status === 'bound') parts.push({ kind: 'host', meeting: bound.meeting })
  // somebody let in by nobody yet sees nothing of the lab, except what a Zoom host needs to make rooms
  if (viewer.person === null || viewer.roles.length === 0) return parts
  parts.push({ kind: 'everyone' }, { kind: 'person', person: viewer.person })
  if (viewer.editKeys.length > 0) parts.push({ kind: 'keys', keys: [...viewer.editKeys].sort() })
  if (hasRole(viewer, 'facilitator', 'organiser'))
    parts.push({ kind: 'staff', facilitator: hasRole(viewer, 'facilitator'), organiser: hasRole(viewer, 'organiser') })
  else if (hasRole(viewer, 'observer')) parts.push({ kind: 'observer' })
  else {
    if (hasRole(viewer, 'editor')) parts.push({ kind: 'editor' })
    if (hasRole(viewer, 'participant')) parts.push({ kind: 'participant' })
    for (const group of lab.memberOf.get(viewer.person) ?? []) parts.push({ kind: 'group', group })
  }
  for (const group of lab.memberOf.get(viewer.person) ?? []) parts.push({ kind: 'company', group })
  return parts
}

/** What somebody's standing in a lab follows from, and so the parts of their view. */
const STANDING = ['people', 'subjects', 'joins', 'memberOf', 'zoomMeetings'] as const satisfies readonly (keyof Lab)[]

/** True where nobody's standing differs between two versions of a lab: the same viewer has the same parts in both (rule VW8). */
export const sameStanding = (before: Lab, after: Lab): boolean => STANDING.every((key) => before[key] === after[key])
