import {
  adoptFurniture,
  type BoardPlan,
  carried,
  centreOf,
  changedParts,
  contentOf,
  CREDITS,
  digestOf,
  holds,
  isEdited,
  kindOnBoard,
  marksOf,
  partsOfMark,
  plainText,
  type PlanItem,
  soughtOf,
} from '@telaio/shared/board'
import type { Lab, NewEvent } from '@telaio/shared/lab'
import { BoardError, type BoardItem, type BoardItemChange, BULK, type MadeItem, type NewBoardItem } from '@telaio/shared/ports'
import { looseItems } from './loose.ts'
import type { CreditsLeft } from '../miro/limits.ts'
import type { Desk } from './step.ts'
import { affordable, JUDGED_MS, together, unplaced, worstOf } from './wave.ts'

/**
 * What a placement does to the board, a wave at a time: several calls abreast, their intents logged before them in one record, what came of them in another. Between
 * two waves the writer looks at the lab again, so that what is more urgent never waits for more than one.
 */

const framesOf = (plan: BoardPlan): ReadonlyMap<string, PlanItem> =>
  new Map(plan.items.flatMap((item) => (item.kind === 'frame' ? [[item.key, item]] : [])))

/** What the platform is asked to make of an item of the plan, in its frame where that is now; null where its frame is not there. */
async function newItem({ lab, known }: Desk, item: PlanItem, frames: ReadonlyMap<string, PlanItem>): Promise<NewBoardItem | null> {
  const { style, box } = item
  const kind = kindOnBoard(item)
  const content = item.kind === 'frame' ? item.text : contentOf(item)
  if (item.parent === null) return { kind, parent: null, box, content, style }
  const frame = lab.placed.get(item.parent)?.item
  const there = frame == null ? null : await known.place(frame)
  const planned = frames.get(item.parent)
  return (
    there && { kind, parent: { id: there.id, box: there.box }, box: planned ? carried(box, planned.box, there.box) : box, content, style }
  )
}

interface Wanted {
  readonly key: string
  readonly mark: string
  readonly item: NewBoardItem
}
/** What became of a call, or of a part of it. */
type Outcome =
  | { readonly made: readonly MadeItem[]; readonly of: readonly Wanted[] }
  | { readonly error: BoardError; readonly of: readonly Wanted[] }

/** Makes items; of a bulk that is refused the culprits are found by halves, and the others are made. */
async function make(desk: Desk, of: readonly Wanted[]): Promise<Outcome[]> {
  try {
    return [{ made: await desk.board.create(of.map(({ item }) => item)), of }]
  } catch (error) {
    if (!(error instanceof BoardError)) throw error
    if (error.code !== 'refused' || of.length === 1) return [{ error, of }]
    const half = Math.ceil(of.length / 2)
    return [...(await make(desk, of.slice(0, half))), ...(await make(desk, of.slice(half)))]
  }
}

/** How much of what is still to be made the next wave takes: frames one a call, the rest twenty. */
export const nextWave = (
  { frames, others }: { readonly frames: readonly PlanItem[]; readonly others: readonly PlanItem[] },
  abreast: number,
  credits: CreditsLeft | null,
): PlanItem[] =>
  frames.length > 0
    ? frames.slice(0, affordable(Math.min(frames.length, abreast), CREDITS.item, credits))
    : others.slice(0, affordable(Math.min(others.length, abreast * BULK), CREDITS.item, credits))

export async function createWave(desk: Desk, area: string, plan: BoardPlan, wave: readonly PlanItem[]): Promise<void> {
  if (wave.length === 0) return
  if (wave.length === 0) return
  const { entry, known, record } = desk
  const frames = framesOf(plan)
  const marks = marksOf(plan)
  const wanted: Wanted[] = []
  const lost = new Set<string>()
  for (const one of wave) {
    const item = await newItem(desk, one, frames)
    if (item) wanted.push({ key: one.key, mark: marks.get(one.key) ?? '', item })
    else if (one.parent !== null) lost.add(one.parent)
  }
  if (lost.size > 0) {
    // deleted meanwhile: the frame is made anew first
    await record((lab) => unplaced([...lost].filter((key) => lab.placed.has(key))))
    return
  }
  const lab = await record((now) =>
    now.placements.get(area)?.status === 'started'
      ? [{ type: 'itemsPlacing', body: { board: entry.id, keys: wanted.map(({ key }) => key), marks: wanted.map(({ mark }) => mark) } }]
      : [],
  )
  if (lab.placements.get(area)?.status !== 'started') return
  const calls = wanted.some(({ item }) => item.kind === 'frame') ? wanted.map((one) => [one]) : bulksOf(wanted)
  const outcomes = (await Promise.all(calls.map((call) => make(desk, call)))).flat()
  const placed = outcomes.flatMap((one) =>
    'made' in one ? one.of.flatMap((wish, i) => (one.made[i] ? [{ ...wish, item: wish.item, id: one.made[i].id }] : [])) : [],
  )
  for (const { id, item } of placed) {
    if (item.kind === 'frame') known.made(id, item.box)
    else known.wrote(id, item.box)
  }
  const failed = outcomes.flatMap((one) => ('error' in one ? [one] : []))
  const keysOf = (fits: (error: BoardError) => boolean): string[] =>
    failed.flatMap(({ error, of }) => (fits(error) ? of.map(({ key }) => key) : []))
  const refused = keysOf(({ code }) => code === 'refused')
  // surely nothing was made
  const again = keysOf(({ code }) => code !== 'refused' && code !== 'unknown')
  await record((now) => [
    ...(placed.length > 0
      ? [{ type: 'itemsPlaced' as const, body: { board: entry.id, items: placed.map(({ key, id, mark }) => ({ key, item: id, mark })) } }]
      : []),
    ...unplaced(again),
    ...(refused.length > 0 ? [leftOut(now, entry.id, refused, failed.find(({ error }) => error.code === 'refused')?.error)] : []),
  ])
  const worst = worstOf(failed.map(({ error }) => error))
  if (!worst) return
  known.forget()
  // a frame that went meanwhile, not the board: looked for before the next wave
  if (worst.code === 'gone' && wanted.every(({ item }) => item.parent !== null)) return
  if (worst.code !== 'refused') throw worst
}

const bulksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BULK) }, (_, i) => all.slice(i * BULK, (i + 1) * BULK))

/** The most that a refusal is told of: which item, and what the platform said. */
function leftOut({ placed }: Lab, board: string, keys: readonly string[], error: BoardError | undefined): NewEvent {
  const problem = `${keys.slice(0, 3).join(', ')}${keys.length > 3 ? `, +${keys.length - 3}` : ''}: ${error?.message ?? ''}`
  return { type: 'itemsLeft', body: { board, keys: keys.filter((key) => placed.has(key)), why: 'refused', problem: problem.slice(0, 200) } }
}

/** Reads the board for items that may have been made although no answer came. What is found is kept, what is not is made again. */
export async function findItems({ entry, known, now, record }: Desk, unsure: readonly string[]): Promise<void> {
  const startedAt = new Date(now()).toISOString()
  const items = await known.read()
  await record((newest) => {
    const open = unsure.filter((key) => {
      const placed = newest.placed.get(key)
      return placed?.item === null && placed.left === null && placed.at <= startedAt
    })
    const adopted = adoptFurniture(soughtOf(newest, open, items), looseItems(newest, items))
    const found = new Set(adopted.map(({ key }) => key))
    const events = unplaced(open.filter((key) => !found.has(key)))
    if (adopted.length === 0) return events
    return [
      {
        type: 'itemsPlaced',
        body: {
          board: entry.id,
          items: adopted.map(({ key, item }) => ({ key, item: item.id, mark: newest.placed.get(key)?.mark ?? '' })),
        },
      },
      ...events,
    ]
  })
}

interface Change {
  readonly plan: PlanItem
  readonly id: string
  readonly mark: string
}

/** How many changes the next wave takes: frames by themselves, since what stands in them goes with them. */
export function nextChanges<T extends { readonly plan: PlanItem }>(
  update: readonly T[],
  abreast: number,
  credits: CreditsLeft | null,
): T[] {
  const frames = update.filter(({ plan }) => plan.kind === 'frame')
  const those = frames.length > 0 ? frames : update
  return those.slice(0, affordable(Math.min(those.length, 4 * abreast), CREDITS.item, credits))
}

/**
 * Changes what the plan has otherwise by now. What people wrote in is not touched, and stays where they moved it; only what differs is sent, one call an item, and none
 * where nothing does.
 */
export async function updateWave(
  desk: Desk,
  whole: BoardPlan,
  wave: readonly { readonly plan: PlanItem; readonly item: string }[],
): Promise<void> {
  if (wave.length === 0) return
  const { lab, board, entry, known, settings, record } = desk
  const frames = framesOf(whole)
  const marks = marksOf(whole)
  const { items } = await known.recent(JUDGED_MS)
  const byId = new Map(items.map((item) => [item.id, item]))
  const lived = livedIn(lab, entry.id, items)
  const gone: string[] = []
  const asIs: Change[] = []
  const going: (Change & { readonly change: BoardItemChange; readonly kind: NewBoardItem['kind'] })[] = []
  for (const { plan, item: id } of wave) {
    const mark = marks.get(plan.key) ?? ''
    const placed = lab.placed.get(plan.key)
    // the list lags: what it does not show may only be new
    const item = byId.get(id) ?? (await board.item(id))
    const wanted = item && (await newItem(desk, plan, frames))
    if (!placed || !item || !wanted) gone.push(plan.key)
    else {
      const change =
        isEdited(placed, item) && digestOf(plainText(item.content)) !== partsOfMark(mark).words
          ? null
          : changeOf(placed, mark, plan, item, wanted, item.parent !== null && lived.has(item.parent))
      if (change === null) asIs.push({ plan, id, mark })
      else going.push({ plan, id, mark, change, kind: wanted.kind })
    }
  }
  await record(() => [
    ...unplaced(gone),
    ...itemsPlaced(entry.id, asIs),
    ...(going.length > 0
      ? [{ type: 'itemsChanging' as const, body: { board: entry.id, items: going.map(({ plan, mark }) => ({ key: plan.key, mark })) } }]
      : []),
  ])
  const done: Change[] = []
  const lost: string[] = []
  const errors: BoardError[] = []
  await together(going, settings.abreast, async (one) => {
    try {
      await board.update(one.id, one.kind, one.change)
      known.changed(one.id, one.kind)
      done.push(one)
    } catch (error) {
      if (!(error instanceof BoardError)) throw error
      // gone: made anew; refused (it would leave its frame, say): it stays as it is, and counts as done
      if (error.code === 'gone') lost.push(one.plan.key)
      else if (error.code === 'refused') done.push(one)
      else errors.push(error)
    }
  })
  await record(() => [...itemsPlaced(entry.id, done), ...unplaced(lost)])
  const worst = worstOf(errors)
  if (worst) throw worst
}

/**
 * Frames in which people's notes stand. What we put there keeps its place: a zone that went elsewhere would leave its notes behind, and they would be taken for
 * answers to another question. A frame itself may move: what stands in it goes along.
 */
function livedIn(lab: Lab, board: string, items: readonly BoardItem[]): ReadonlySet<string> {
  const ours = new Set<string>()
  for (const one of lab.placed.values()) if (one.board === board && one.item !== null) ours.add(one.item)
  const frames = items.filter(({ kind }) => kind === 'frame')
  const lived = new Set<string>()
  for (const item of items) {
    if (ours.has(item.id) || item.kind === 'frame' || item.kind === 'connector') continue
    if (item.parent !== null) lived.add(item.parent)
    else for (const frame of frames) if (holds(frame.box, centreOf(item.box))) lived.add(frame.id)
  }
  return lived
}

const itemsPlaced = (board: string, all: readonly Change[]): NewEvent[] =>
  all.length === 0
    ? []
    : [{ type: 'itemsPlaced', body: { board, items: all.map(({ plan, id, mark }) => ({ key: plan.key, item: id, mark })) } }]

/** How far from where we put it an item is before it counts as moved by somebody, in board units: marks and platforms round. */
const NEAR = 4
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR

/** What is to be sent so that an item says and looks as planned; null where that is nothing. */
function changeOf(
  placed: { readonly mark: string; readonly next: string | null },
  mark: string,
  plan: PlanItem,
  item: BoardItem,
  wanted: NewBoardItem,
  stays: boolean,
): BoardItemChange | null {
  const before = [placed.mark, ...(placed.next === null ? [] : [placed.next])].map((one) => changedParts(one, mark))
  const changed = (part: 'words' | 'looks' | 'place'): boolean => before.some((one) => one[part])
  const place = changed('place') && !stays ? placeFor([placed.mark, placed.next ?? placed.mark], item, wanted) : null
  const says = changed('words') || (changed('looks') && (plan.links ?? []).length > 0)
  const { weight } = plan.style
  if (!says && !changed('looks') && place === null) return null
  return {
    ...(says || changed('looks')
      ? { content: wanted.content, style: changed('looks') ? wanted.style : weight === undefined ? {} : { weight } }
      : {}),
    ...(place === null ? {} : { place }),
  }
}

/** Where an item goes that is planned elsewhere by now; null where somebody moved it: then it stays where they want it. A frame keeps its place and takes the new size. */
function placeFor(marks: readonly string[], item: BoardItem, wanted: NewBoardItem): NonNullable<BoardItemChange['place']> | null {
  const put = marks.map((mark) => partsOfMark(mark).place?.box)
  const within = wanted.parent?.box ?? { left: 0, top: 0 }
  const stood = put.find(
    (box) =>
      box &&
      isNear(box.left + box.width / 2, item.box.left + item.box.width / 2 - within.left) &&
      isNear(box.top + box.height / 2, item.box.top + item.box.height / 2 - within.top),
  )
  // a text's height is the platform's own
  const sized = put.find((box) => box && isNear(box.width, item.box.width) && (item.kind === 'text' || isNear(box.height, item.box.height)))
  if (wanted.kind === 'frame') {
    const size = sized
      ? wanted.box
      : { width: Math.max(item.box.width, wanted.box.width), height: Math.max(item.box.height, wanted.box.height) }
    const at = stood ? wanted.box : item.box
    return { box: { left: at.left, top: at.top, width: size.width, height: size.height }, parent: null }
  }
  // it was put into another frame, or taken out of its own
  if (!stood || !sized || item.parent !== (wanted.parent?.id ?? null)) return null
  return { box: wanted.box, parent: wanted.parent }
}
