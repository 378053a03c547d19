import {
  adoptFurniture,
  areaOfKey,
  areasOf,
  type BoardPlan,
  carriedGone,
  carriedIn,
  clearPlace,
  CREDITS,
  isStanding,
  kindOnBoard,
  marksOf,
  originOf,
  placementWork,
  plainText,
  planArea,
  type PlanItem,
  RESERVE,
  standingPlan,
  wordsOf,
  writerOf,
} from '@telaio/shared/board'
import { fold, type Lab, type NewEvent, type Placement } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'
import { createWave, findItems, nextChanges, nextWave, updateWave } from './furniture.ts'
import { looseItems } from './loose.ts'
import { newestOf, removeCarried, removeWave } from './removals.ts'
import type { CreditsLeft } from '../miro/limits.ts'
import type { Desk, Step } from './step.ts'

/** The plan of an area where it was begun. */
const planOf = (lab: Lab, { area, left, top }: Placement): BoardPlan => standingPlan(lab, area, { x: left ?? 0, y: top ?? 0 })

/** What else a step must know of its account. */
export interface PlacingFacts {
  /** From when on a reading shows what is there (ms). */
  readonly sureFrom: number
  readonly credits: CreditsLeft | null
  readonly abreast: number
  readonly lagMs: number
}

const isUnderWay = ({ status }: Placement): boolean => status === 'requested' || status === 'started' || status === 'taking-back'

/** The next step of the placements of a board, in the order they were asked for. */
export function placementStep(lab: Lab, board: string, { sureFrom, credits, abreast, lagMs }: PlacingFacts): Step | null {
  const asked = [...lab.placements.values()].filter((one) => one.board === board && isUnderWay(one))
  const placement = asked.toSorted((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1))[0]
  if (!placement) return null
  const find = (unsure: readonly string[]): Step => ({ name: 'find', notBefore: sureFrom, perform: (desk) => findItems(desk, unsure) })
  const place = (cost: number, perform: Step['perform']): Step => ({ name: 'place', notBefore: affordableFrom(credits, cost), perform })
  // what an earlier life of the server took off the list may still show, and it must not be taken for somebody's
  const settled = (keys: readonly string[], step: Step): Step => ({
    ...step,
    notBefore: Math.max(step.notBefore ?? 0, sureFrom, newestOf(lab, keys) + lagMs),
  })
  if (placement.status === 'taking-back') {
    const unsure = unsureIn(lab, placement)
    return unsure.length > 0
      ? find(unsure)
      : settled(
          keysOf(lab, placement),
          place(CREDITS.removal, (desk) => takeBack(desk, placement)),
        )
  }
  if (placement.status === 'requested') return place(0, (desk) => begin(desk, placement))
  const plan = planOf(lab, placement)
  const work = placementWork(lab, placement.area, board, plan)
  if (work.unsure.length > 0) return find(work.unsure)
  // until Miro has said what is left, one call at a time
  const width = credits?.left === Infinity ? 1 : abreast
  if (work.frames.length + work.others.length > 0)
    return place(CREDITS.item, (desk) => createWave(desk, placement.area, plan, nextWave(work, width, desk.credits())))
  if (work.update.length > 0) return place(CREDITS.item, (desk) => updateWave(desk, plan, nextChanges(work.update, width, desk.credits())))
  const last = place(work.stale.length > 0 ? CREDITS.removal : 0, (desk) => end(desk, placement, work.stale, work.forget))
  return work.stale.length > 0 ? settled(work.stale, last) : last
}

/** From when on an account has so many credits to spare (ms). */
function affordableFrom(credits: CreditsLeft | null, cost: number): number {
  return credits === null || cost === 0 || credits.left - credits.limit * RESERVE >= cost ? 0 : credits.resetAt
}

const unsureIn = (lab: Lab, { area, board }: Placement): string[] =>
  [...lab.placed.entries()].flatMap(([key, one]) =>
    one.board === board && one.item === null && one.left === null && areaOfKey(key) === area ? [key] : [],
  )

const keysOf = (lab: Lab, { area, board }: Placement): string[] =>
  [...lab.placed.entries()].flatMap(([key, one]) => (one.board === board && areaOfKey(key) === area ? [key] : []))

/**
 * Carried notes whose source was redacted, hidden or withdrawn: taken off before anything else. One whose making was left without an answer is looked for first.
 */
export function carriedSteps(lab: Lab, board: string, sureFrom: number): Step[] {
  const gone = carriedGone(lab, board)
  const [first] = gone.filter(({ item }) => item !== null)
  const unsure = gone.flatMap(({ key, item }) => (item === null ? [key] : []))
  return [
    ...(first ? [{ name: 'remove' as const, perform: (desk: Desk) => removeCarried(desk, first) }] : []),
    ...(unsure.length > 0 ? [{ name: 'find' as const, notBefore: sureFrom, perform: (desk: Desk) => findItems(desk, unsure) }] : []),
  ]
}

/**
 * Reads the board: what of an earlier placement is still there, and where the area begins. One that stands keeps its place; a new one covers nothing that is
 * there already.
 */
async function begin({ entry, known, settings, now, record }: Desk, placement: Placement): Promise<void> {
  const { area } = placement
  const startedAt = now()
  const items = await known.read()
  const there = new Set(items.map(({ id }) => id))
  await record((newest) => {
    if (newest.placements.get(area)?.status !== 'requested') return []
    const own = keysOf(newest, placement)
    const lost = own.filter((key) => {
      const placed = newest.placed.get(key)
      return placed?.item != null && !there.has(placed.item) && Date.parse(placed.at) + settings.lagMs < startedAt
    })
    const isLost = new Set(lost)
    // a carried note that somebody took off stays off; one that went with its frame or its zone comes back with it
    const dismissed = lost.filter((key) => {
      const carried = carriedIn(key)
      return (
        carried !== null &&
        !isLost.has(`m${carried.meeting}/${carried.group}/${carried.zone}`) &&
        !isLost.has(`m${carried.meeting}/${carried.group}`)
      )
    })
    const again = lost.filter((key) => !dismissed.includes(key))
    const wished = originOf(newest, area, entry.id)
    const stands = isStanding({ placed: again.reduce((placed, key) => placed.delete(key), newest.placed) }, area, entry.id)
    const { box } = planArea(newest, area, wished)
    const at = stands ? wished : clearPlace(wished, box, strangers(newest, area, items))
    const events: NewEvent[] = []
    if (again.length > 0) events.push({ type: 'itemsUnplaced', body: { keys: again } })
    if (dismissed.length > 0) events.push({ type: 'itemsLeft', body: { board: entry.id, keys: dismissed, why: 'deleted' } })
    const planned = planArea(newest, area, at).items.length
    return [...events, { type: 'placementStarted', body: { area, board: entry.id, left: at.x, top: at.y, items: planned } }]
  })
}

/** Boxes of all that stands on a board and is not this area's. */
function strangers(lab: Lab, area: string, items: readonly BoardItem[]): BoardItem['box'][] {
  const own = new Set([...lab.placed.entries()].flatMap(([key, { item }]) => (item !== null && areaOfKey(key) === area ? [item] : [])))
  // what stands in a frame is where the frame is
  const frames = new Set(items.flatMap(({ id, kind }) => (kind === 'frame' ? [id] : [])))
  return items
    .filter(({ id, parent, kind }) => !own.has(id) && kind !== 'connector' && (parent === null || !frames.has(parent)))
    .map(({ box }) => box)
}

/** The end: what the plan no longer has goes, but nothing in or on which somebody wrote. */
async function end(desk: Desk, placement: Placement, stale: readonly string[], forget: readonly string[]): Promise<void> {
  const { lab, entry, record } = desk
  const { area } = placement
  const isStill = (now: Lab) => now.placements.get(area)?.status === 'started'
  const spared = stale.length === 0 ? [] : await removeWave(desk, stale, isStill)
  if (spared === null) return
  const fresh = spared.filter((key) => lab.placed.get(key)?.left !== 'spared')
  await record((now) =>
    isStill(now)
      ? [
          ...(forget.length > 0 ? [{ type: 'itemsUnplaced' as const, body: { keys: [...forget] } }] : []),
          ...(fresh.length > 0 ? [{ type: 'itemsLeft' as const, body: { board: entry.id, keys: fresh, why: 'spared' as const } }] : []),
          { type: 'placementEnded' as const, body: { area, outcome: 'done' as const } },
        ]
      : [],
  )
}

/** Takes an area off its board, a wave at a time; at the end it is said how much stayed for people's sake. */
async function takeBack(desk: Desk, placement: Placement): Promise<void> {
  const { lab, record } = desk
  const { area } = placement
  const isStill = (now: Lab) => now.placements.get(area)?.status === 'taking-back'
  const spared = await removeWave(desk, keysOf(lab, placement), isStill)
  if (spared === null) return
  await record((now) => {
    if (!isStill(now)) return []
    const stays = new Set(spared)
    const forget = keysOf(now, placement).filter((key) => !stays.has(key))
    return [
      ...(forget.length > 0 ? [{ type: 'itemsUnplaced' as const, body: { keys: forget } }] : []),
      { type: 'placementEnded', body: { area, outcome: 'taken-back', spared: spared.length } },
    ]
  })
}

/** Plans of all that was ever begun on a board, where it was begun. */
const plansOn = (lab: Lab, board: string): BoardPlan[] =>
  areasOf(lab).flatMap((area) => {
    const placement = lab.placements.get(area)
    return placement?.board === board && placement.left !== null ? [planOf(lab, placement)] : []
  })

/** Items that are like furniture of ours in every way and are not it: made by a call that was carried out long after it was given up. */
export function furnitureCopies(lab: Lab, board: string, items: readonly BoardItem[]): BoardItem[] {
  const writer = writerOf(lab, board, items)
  const planned = plansOn(lab, board).flatMap((plan) => plan.items)
  const byKey = new Map<string, PlanItem>(planned.map((item) => [item.key, item]))
  const sought = planned.map((item) => ({ key: item.key, kind: kindOnBoard(item), box: item.box }))
  const copies: BoardItem[] = []
  let left = looseItems(lab, items).filter(({ by, kind }) => kind !== 'note' && (writer === null || by === null || by === writer))
  for (;;) {
    const found = adoptFurniture(sought, left).flatMap(({ key, item }) => {
      const plan = byKey.get(key)
      return plan && plainText(item.content) === fold(wordsOf(plan)) ? [item] : []
    })
    if (found.length === 0) return copies
    copies.push(...found)
    left = left.filter((item) => !found.includes(item))
  }
}

/** What the furniture of a board says, by key, where it still is what was planned. */
export const plannedWords = (lab: Lab, board: string): ReadonlyMap<string, string> =>
  new Map(
    plansOn(lab, board).flatMap((plan) => {
      const marks = marksOf(plan)
      return plan.items.flatMap((item) =>
        lab.placed.get(item.key)?.mark === marks.get(item.key) ? [[item.key, wordsOf(item)] as const] : [],
      )
    }),
  )
