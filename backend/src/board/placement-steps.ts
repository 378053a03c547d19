import {
  adoptFurniture,
  areasOf,
  type BoardPlan,
  carried,
  contentOf,
  markOf,
  originOf,
  placementWork,
  plainText,
  planArea,
  type PlanItem,
  writerOf,
  touches,
} from '@telaio/shared/board'
import { fold, type Lab, type NewEvent, type Placement } from '@telaio/shared/lab'
import { BoardError, type BoardItem, BULK, type BoardStyle, type NewBoardItem } from '@telaio/shared/ports'
import { looseItems } from './note-steps.ts'
import type { Desk, Step } from './step.ts'

/** The plan of an area where it was begun. */
const planOf = (lab: Lab, { area, left, top }: Placement): BoardPlan => planArea(lab, area, { x: left ?? 0, y: top ?? 0 })

/** The next step of the placements of a board, in the order they were asked for. */
export function placementStep(lab: Lab, board: string, sureFrom: number): Step | null {
  const asked = [...lab.placements.values()].filter(
    (one) => one.board === board && (one.status === 'requested' || one.status === 'started'),
  )
  const placement = asked.toSorted((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1))[0]
  if (!placement) return null
  if (placement.status === 'requested') return { name: 'place', perform: (desk) => begin(desk, placement) }
  const plan = planOf(lab, placement)
  const { create, unsure, update, stale } = placementWork(lab, placement.area, board, plan)
  if (unsure.length > 0) return { name: 'find', notBefore: sureFrom, perform: (desk) => findItems(desk, unsure) }
  if (create.length > 0) return { name: 'place', perform: (desk) => createItems(desk, placement, nextBulk(create)) }
  const [change] = update
  if (change) return { name: 'place', perform: (desk) => updateItem(desk, plan, change.plan, change.item) }
  return { name: 'place', perform: (desk) => end(desk, placement, stale) }
}

/** Frames go one by one: each must be there before what stands in it; the rest in bulks. */
const nextBulk = (create: readonly PlanItem[]): PlanItem[] => (create[0]?.kind === 'frame' ? [create[0]] : create.slice(0, BULK))

/** Looks what of an earlier placement is still there, and says where the area begins. */
async function begin({ lab, entry, known, settings, now, record }: Desk, { area }: Placement): Promise<void> {
  const startedAt = now()
  const before = [...lab.placed.entries()].filter(
    ([key, { board, item }]) => board === entry.id && item !== null && key.split('/', 1)[0] === area,
  )
  const there = before.length === 0 ? null : new Set((await known.read()).map(({ id }) => id))
  await record((newest) => {
    const status = newest.placements.get(area)?.status
    if (status !== 'requested') return []
    const at = originOf(newest, area, entry.id)
    const lost =
      there === null
        ? []
        : before.flatMap(([key, { item, at: placedAt }]) =>
            item !== null && !there.has(item) && Date.parse(placedAt) + settings.lagMs < startedAt ? [key] : [],
          )
    const events: NewEvent[] = [
      { type: 'placementStarted', body: { area, board: entry.id, left: at.x, top: at.y, items: planArea(newest, area, at).items.length } },
    ]
    if (lost.length > 0) events.unshift({ type: 'itemsUnplaced', body: { keys: lost } })
    return events
  })
}

const styleOf = ({ style }: PlanItem): BoardStyle => style

/** What the platform is asked to make of an item of the plan; null where its frame is not there. */
async function newItem({ lab, known }: Desk, plan: PlanItem): Promise<NewBoardItem | null> {
  const kind = plan.kind === 'frame' ? 'frame' : plan.kind === 'text' ? 'text' : 'shape'
  const content = plan.kind === 'frame' ? plan.text : contentOf(plan)
  if (plan.parent === null) return { kind, parent: null, box: plan.box, content, style: styleOf(plan) }
  const frame = lab.placed.get(plan.parent)?.item
  const there = frame == null ? null : await known.place(frame)
  return there && { kind, parent: { id: there.id, box: there.box }, box: plan.box, content, style: styleOf(plan) }
}

/** Where a frame was moved by hand, its items go where it is now: their places in it are the plan's. */
function moved(item: NewBoardItem, plan: PlanItem, frames: ReadonlyMap<string, PlanItem>): NewBoardItem {
  const planned = plan.parent === null ? undefined : frames.get(plan.parent)
  if (!planned || item.parent === null) return item
  return { ...item, box: carried(item.box, planned.box, item.parent.box) }
}

const framesOf = (plan: BoardPlan): ReadonlyMap<string, PlanItem> =>
  new Map(plan.items.filter(({ kind }) => kind === 'frame').map((item) => [item.key, item]))

async function createItems(desk: Desk, placement: Placement, bulk: readonly PlanItem[]): Promise<void> {
  const { board, entry, known, record } = desk
  const frames = framesOf(planOf(desk.lab, placement))
  const wanted: { plan: PlanItem; item: NewBoardItem }[] = []
  for (const plan of bulk) {
    const item = await newItem(desk, plan)
    if (item) wanted.push({ plan, item: moved(item, plan, frames) })
    // its frame was deleted meanwhile: the frame is made anew first
    else if (plan.parent !== null) {
      const frame = plan.parent
      await record((lab) => (lab.placed.has(frame) ? [{ type: 'itemsUnplaced', body: { keys: [frame] } }] : []))
      return
    }
  }
  const keys = wanted.map(({ plan }) => plan.key)
  const lab = await record((now) =>
    now.placements.get(placement.area)?.status === 'started' ? [{ type: 'itemsPlacing', body: { board: entry.id, keys } }] : [],
  )
  if (lab.placements.get(placement.area)?.status !== 'started') return
  try {
    const made = await board.create(wanted.map(({ item }) => item))
    await record(() => [
      {
        type: 'itemsPlaced',
        body: { board: entry.id, items: wanted.map(({ plan }, i) => ({ key: plan.key, item: made[i]?.id ?? '', mark: markOf(plan) })) },
      },
    ])
  } catch (error) {
    if (!(error instanceof BoardError) || error.code === 'unknown') throw error
    known.forget()
    await record(() => [
      { type: 'itemsUnplaced', body: { keys } },
      ...(error.code === 'refused'
        ? [{ type: 'placementEnded', body: { area: placement.area, outcome: 'failed', problem: error.message.slice(0, 300) } } as const]
        : []),
    ])
    if (error.code !== 'refused') throw error
  }
}

/** Reads the board for items that may have been made although no answer came. */
async function findItems({ lab, entry, known, now, record }: Desk, unsure: readonly PlanItem[]): Promise<void> {
  const startedAt = new Date(now()).toISOString()
  const items = await known.read()
  // where a frame was moved by hand since, what was made in it stands where it is now
  const byId = new Map(items.map((item) => [item.id, item]))
  const shifted = unsure.map((plan) => {
    const frame = plan.parent === null ? undefined : byId.get(lab.placed.get(plan.parent)?.item ?? '')
    const placement = lab.placements.get(plan.key.split('/', 1)[0] ?? '')
    const planned = placement && plan.parent !== null ? framesOf(planOf(lab, placement)).get(plan.parent) : undefined
    if (!frame || !planned) return plan
    return {
      ...plan,
      box: carried(plan.box, planned.box, frame.box),
    }
  })
  await record((newest) => {
    const open = shifted.filter(({ key }) => {
      const placed = newest.placed.get(key)
      return placed?.item === null && placed.at <= startedAt
    })
    const adopted = adoptFurniture(open, looseItems(newest, items))
    const found = new Set(adopted.map(({ plan }) => plan.key))
    const lost = open.flatMap(({ key }) => (found.has(key) ? [] : [key]))
    const events: NewEvent[] = []
    const original = new Map(unsure.map((plan) => [plan.key, plan]))
    if (adopted.length > 0)
      events.push({
        type: 'itemsPlaced',
        body: {
          board: entry.id,
          items: adopted.map(({ plan, item }) => ({ key: plan.key, item: item.id, mark: markOf(original.get(plan.key) ?? plan) })),
        },
      })
    if (lost.length > 0) events.push({ type: 'itemsUnplaced', body: { keys: lost } })
    return events
  })
}

async function updateItem(desk: Desk, whole: BoardPlan, plan: PlanItem, id: string): Promise<void> {
  const { board, entry, known, record } = desk
  const item = await newItem(desk, plan)
  try {
    if (!item) throw new BoardError('gone', `the frame of ${plan.key} is gone`)
    const there = moved(item, plan, framesOf(whole))
    const made = await board.update(id, item.kind, {
      content: item.content,
      style: item.style,
      place: { box: there.box, parent: there.parent },
    })
    known.changed(id, item.kind)
    await record(() => [{ type: 'itemsPlaced', body: { board: entry.id, items: [{ key: plan.key, item: made.id, mark: markOf(plan) }] } }])
  } catch (error) {
    if (!(error instanceof BoardError) || (error.code !== 'gone' && error.code !== 'refused')) throw error
    // gone: made anew; refused (it would leave its frame, say): it stays as it is, and counts as done
    await record(() => [
      error.code === 'gone'
        ? { type: 'itemsUnplaced', body: { keys: [plan.key] } }
        : { type: 'itemsPlaced', body: { board: entry.id, items: [{ key: plan.key, item: id, mark: markOf(plan) }] } },
    ])
  }
}

/** The end: what the plan no longer has goes, but nothing in or on which somebody wrote. */
async function end(desk: Desk, { area }: Placement, stale: readonly string[]): Promise<void> {
  const { lab, board, known, record } = desk
  if (stale.length > 0) {
    const items = await known.read()
    const byId = new Map(items.map((item) => [item.id, item]))
    const ours = new Set([...lab.placed.values()].flatMap(({ item }) => (item === null ? [] : [item])))
    const others = items.filter(({ id }) => !ours.has(id))
    const gone: string[] = []
    for (const key of stale) {
      const id = lab.placed.get(key)?.item ?? null
      const item = id === null ? undefined : byId.get(id)
      if (item && others.some((one) => touches(one.box, item.box) || one.parent === item.id)) continue
      if (item && id !== null) await board.remove(id, item.kind)
      gone.push(key)
    }
    if (gone.length > 0) await record(() => [{ type: 'itemsUnplaced', body: { keys: gone } }])
  }
  await record((now) =>
    now.placements.get(area)?.status === 'started' ? [{ type: 'placementEnded', body: { area, outcome: 'done' } }] : [],
  )
}

/** Plans of all that was ever begun on a board, where it was begun. */
const plansOn = (lab: Lab, board: string): PlanItem[] =>
  areasOf(lab).flatMap((area) => {
    const placement = lab.placements.get(area)
    return placement?.board === board && placement.left !== null ? planOf(lab, placement).items : []
  })

const wordsOf = (item: PlanItem): string => (item.kind === 'frame' ? item.text : plainText(contentOf(item)))

/** Items that are like furniture of ours in every way and are not it: made by a call that was carried out long after it was given up. */
export function furnitureCopies(lab: Lab, board: string, items: readonly BoardItem[]): BoardItem[] {
  const writer = writerOf(lab, board, items)
  const plans = plansOn(lab, board)
  const copies: BoardItem[] = []
  let left = looseItems(lab, items).filter(({ by, kind }) => kind !== 'note' && (writer === null || by === null || by === writer))
  for (;;) {
    const found = adoptFurniture(plans, left).flatMap(({ plan, item }) => (plainText(item.content) === fold(wordsOf(plan)) ? [item] : []))
    if (found.length === 0) return copies
    copies.push(...found)
    left = left.filter((item) => !found.includes(item))
  }
}

/** What the furniture of a board says, by key, where it still is what was planned. */
export function plannedWords(lab: Lab, board: string): ReadonlyMap<string, string> {
  return new Map(
    plansOn(lab, board).flatMap((item) => (lab.placed.get(item.key)?.mark === markOf(item) ? [[item.key, wordsOf(item)]] : [])),
  )
}
