import { areaMeeting, type Lab, meetingArea } from '../lab/index.ts'
import { type Box, boxAround, centreOf, type Point, touches } from './geometry.ts'
import { alikeButForLinks, changedParts, marksOf } from './marks.ts'
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

/** How far an area keeps from what stands on the board already. */
const CLEAR = 600

/** Whether an area keeps its place on its board: while something of it stands there. */
export const isStanding = (lab: Pick<Lab, 'placed'>, area: string, board: string): boolean =>
  [...lab.placed.entries()].some(
    ([key, one]) => one.board === board && one.left !== 'deleted' && one.left !== 'refused' && areaOfKey(key) === area,
  )

/** The area that an item of a plan belongs to: what stands before the first slash of its key. */
export const areaOfKey = (key: string): string => key.split('/', 1)[0] ?? key

/**
 * Where a box of this size covers nothing: at the point wished for, else as little to the right of it as will do. Each step passes at least one obstacle for
 * good, so that it ends.
 */
export function clearPlace(wished: Point, size: { readonly width: number; readonly height: number }, obstacles: readonly Box[]): Point {
  const upright = obstacles.map(outline)
  let x = wished.x
  for (;;) {
    const around = { left: x - CLEAR, top: wished.y - CLEAR, width: size.width + 2 * CLEAR, height: size.height + 2 * CLEAR }
    const inTheWay = upright.filter((box) => touches(around, box))
    if (inTheWay.length === 0) return { x, y: wished.y }
    x = Math.ceil(Math.max(...inTheWay.map((box) => box.left + box.width)) + CLEAR)
  }
}

/** The upright box around one that may be turned. */
function outline({ left, top, width, height, rotation = 0 }: Box): Box {
  const angle = (rotation * Math.PI) / 180
  const wide = Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))
  const high = Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))
  return boxAround(centreOf({ left, top, width, height }), wide, high)
}

export interface PlacementWork {
  /** Frames, then what stands in them. */
  readonly frames: readonly PlanItem[]
  readonly others: readonly PlanItem[]
  /** Left without an answer: there or not, the board must be read. */
  readonly unsure: readonly string[]
  readonly update: readonly { readonly plan: PlanItem; readonly item: string }[]
  /** Placed before and in the plan no more: keys. */
  readonly stale: readonly string[]
  /** Neither there nor in the plan any more: keys. */
  readonly forget: readonly string[]
}

/**
 * What is to be done so that the board shows the plan: only what changed is touched. `links` passed over: what is told to people while notes come and go, which move
 * where links lead and nothing else.
 */
export function placementWork(
  lab: Pick<Lab, 'placed'>,
  area: string,
  board: string,
  plan: BoardPlan,
  links: 'compared' | 'passed over' = 'compared',
): PlacementWork {
  const frames: PlanItem[] = []
  const others: PlanItem[] = []
  const unsure: string[] = []
  const update: { plan: PlanItem; item: string }[] = []
  const marks = marksOf(plan)
  for (const item of plan.items) {
    const placed = lab.placed.get(item.key)
    const mark = marks.get(item.key) ?? ''
    if (!placed || placed.board !== board || (placed.left !== null && placed.item === null && changedParts(placed.mark, mark).words)) {
      // what the board would not take a frame for is not asked for either
      const frame = item.parent === null ? undefined : lab.placed.get(item.parent)
      if (frame?.board === board && frame.left === 'refused') continue
      if (item.kind === 'frame') frames.push(item)
      else others.push(item)
    } else if (placed.item === null) {
      if (placed.left === null) unsure.push(item.key)
    } else if (links === 'compared' ? placed.mark !== mark : !alikeButForLinks(placed.mark, mark))
      update.push({ plan: item, item: placed.item })
  }
  const stale: string[] = []
  const forget: string[] = []
  for (const [key, placed] of lab.placed.entries()) {
    if (placed.board !== board || areaOfKey(key) !== area || marks.has(key)) continue
    if (placed.item !== null) stale.push(key)
    else if (placed.left === null) unsure.push(key)
    else forget.push(key)
  }
  return {
    frames,
    others,
    unsure,
    update: update.toSorted((a, b) => Number(b.plan.kind === 'frame') - Number(a.plan.kind === 'frame')),
    stale,
    forget,
  }
}

/** Areas of a lab in the order of its programme, the final canvas last. */
export const areasOf = (lab: Pick<Lab, 'kit'>): string[] => [...lab.kit.meetings.map(({ number }) => meetingArea(number)), 'canvas']
