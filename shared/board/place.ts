import { areaMeeting, type Lab, meetingArea } from '../lab/index.ts'
import type { Point } from './geometry.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { planCanvas } from './plan-canvas.ts'
import { planMeeting } from './plan-meeting.ts'

/** Space between two areas of a board. */
const BETWEEN = 3000

/** The plan of an area, its top left at the given point. */
export function planArea(lab: Lab, area: string, at: Point): BoardPlan {
  const meeting = areaMeeting(area)
  const origin = { left: at.x, top: at.y }
  return meeting === null ? planCanvas(lab, origin) : planMeeting(lab, meeting, origin)
}

/**
 * Where an area begins: where it began before, else to the right of all that is placed on its board. Areas lie side by side, so that each may grow downwards.
 */
export function originOf(lab: Lab, area: string, board: string): Point {
  const known = lab.placements.get(area)
  if (known?.board === board && known.left !== null && known.top !== null) return { x: known.left, y: known.top }
  let right: number | null = null
  for (const placement of lab.placements.values()) {
    if (placement.board !== board || placement.area === area || placement.left === null || placement.top === null) continue
    const { box } = planArea(lab, placement.area, { x: placement.left, y: placement.top })
    right = Math.max(right ?? -Infinity, box.left + box.width)
  }
  return right === null ? { x: 0, y: 0 } : { x: Math.round(right + BETWEEN), y: 0 }
}

/** 53 bits of FNV-like mixing (cyrb53, public domain) in base 36: tells two plan items apart, guards nothing. */
function digest(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** Says whether an item of a plan is still the one that was written: its place, its words, its looks. */
export const markOf = ({ kind, parent, box, text, style, links }: PlanItem): string =>
  digest(JSON.stringify([kind, parent, box, text, style, links ?? []]))

export interface PlacementWork {
  /** Frames first, then what stands in them. */
  readonly create: readonly PlanItem[]
  /** Left without an answer: there or not, the board must be read. */
  readonly unsure: readonly PlanItem[]
  readonly update: readonly { readonly plan: PlanItem; readonly item: string }[]
  /** Placed before and in the plan no more: keys. */
  readonly stale: readonly string[]
}

/** What is to be done so that the board shows the plan: only what changed is touched. */
export function placementWork(lab: Pick<Lab, 'placed'>, area: string, board: string, plan: BoardPlan): PlacementWork {
  const create: PlanItem[] = []
  const unsure: PlanItem[] = []
  const update: { plan: PlanItem; item: string }[] = []
  const keys = new Set<string>()
  for (const item of plan.items) {
    keys.add(item.key)
    const placed = lab.placed.get(item.key)
    if (!placed || placed.board !== board) create.push(item)
    else if (placed.item === null) unsure.push(item)
    else if (placed.mark !== markOf(item)) update.push({ plan: item, item: placed.item })
  }
  const stale: string[] = []
  for (const [key, placed] of lab.placed.entries())
    if (placed.board === board && key.split('/', 1)[0] === area && !keys.has(key)) stale.push(key)
  return { create: create.toSorted((a, b) => Number(b.kind === 'frame') - Number(a.kind === 'frame')), unsure, update, stale }
}

/** Areas of a lab in the order of its programme, the final canvas last. */
export const areasOf = (lab: Pick<Lab, 'kit'>): string[] => [...lab.kit.meetings.map(({ number }) => meetingArea(number)), 'canvas']
