import { isUsable, type Lab, type PlacedItem, zoneKey } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { type Box, touches } from './geometry.ts'
import { digestOf, partsOfMark } from './marks.ts'
import { plainText } from './text.ts'

export interface Taking {
  readonly key: string
  readonly item: BoardItem
}

/** What of some items of ours may go from a board, and what stays for people's sake. */
export interface TakeBackWork {
  readonly items: readonly Taking[]
  /** To be taken last: what stands in a frame may go with it. */
  readonly frames: readonly Taking[]
  /** Gone already, by hand. */
  readonly gone: readonly string[]
  readonly spared: readonly string[]
}

const ZONE = /^m(\d+)\/([^/]+)\/(C\d+\.\d+)$/
const CARRIED = /^m(\d+)\/([^/]+)\/(C\d+\.\d+)\/from\/(con_[^/]+)$/

export interface CarriedKey {
  readonly meeting: number
  readonly group: string
  readonly zone: string
  readonly contribution: string
}

/** What a key says of a carried note: `m3/g2/C3.4/from/con_…`; null for any other. */
export function carriedIn(key: string): CarriedKey | null {
  const [, meeting, group = '', zone = '', contribution = ''] = CARRIED.exec(key) ?? []
  return meeting === undefined ? null : { meeting: Number(meeting), group, zone, contribution }
}

/** The zone that an item belongs to as part of it: its title, its question; never a note that was carried there. */
const partOf = (key: string): string | null => /^(m\d+\/[^/]+\/C\d+\.\d+)(\/(?!from\/).+)?$/.exec(key)?.[1] ?? null

/** True where an item says something else than we wrote: then it is somebody's. What nothing is known of counts as ours. */
export function isEdited(placed: Pick<PlacedItem, 'mark' | 'next'>, item: Pick<BoardItem, 'content'>): boolean {
  const said = digestOf(plainText(item.content))
  const ours = [placed.mark, placed.next ?? placed.mark].map((mark) => partsOfMark(mark).words)
  return ours.every((words) => words !== null && words !== said)
}

/** Zones for which a contribution's note stands on the board, wherever it was moved: people's words are not left without their question. */
function zonesWithNotes(lab: Lab, board: string, there: ReadonlyMap<string, unknown>, since: number): Set<string> {
  const zones = new Set<string>()
  for (const note of lab.boardNotes.values()) {
    if (note.board !== board || note.state === 'removed' || note.state === 'refused') continue
    const isThere = note.state === 'writing' || Date.parse(note.at) >= since || (note.item !== null && there.has(note.item))
    const one = isThere ? lab.contributions.get(note.contribution) : undefined
    if (one) zones.add(zoneKey(one.meeting, one.group, one.zone))
  }
  return zones
}

/**
 * What of these items of ours may be taken off, by a reading of the whole board (rules TB1–TB4): all but what somebody wrote in or on, the zones of notes that
 * stand, with their titles and questions, and the frames of all that stays. `since` (ms): what was written from then on the reading may not show yet.
 */
export function takeBackWork(lab: Lab, board: string, keys: readonly string[], all: readonly BoardItem[], since: number): TakeBackWork {
  const byId = new Map(all.map((item) => [item.id, item]))
  const ours = new Set<string>()
  for (const { item, board: on } of lab.placed.values()) if (item !== null && on === board) ours.add(item)
  const others = all.filter(({ id }) => !ours.has(id))
  const noted = zonesWithNotes(lab, board, byId, since)
  const gone: string[] = []
  const found: Taking[] = []
  const spared = new Set<string>()
  const marked = new Map<string, PlacedItem>()
  for (const key of keys) {
    const placed = lab.placed.get(key)
    if (!placed || placed.board !== board) continue
    const item = placed.item === null ? undefined : byId.get(placed.item)
    if (!item) gone.push(key)
    else {
      found.push({ key, item })
      marked.set(key, placed)
    }
  }
  const stoodOn = standing(others)
  for (const { key, item } of found) {
    const placed = marked.get(key)
    if (item.kind === 'frame') continue
    if (stoodOn(item) || (placed && isEdited(placed, item)) || (ZONE.test(key) && noted.has(key))) spared.add(key)
  }
  for (const { key } of found) {
    const zone = partOf(key)
    if (zone !== null && spared.has(zone)) spared.add(key)
  }
  const leaving = new Set(found.flatMap(({ key, item }) => (item.kind !== 'frame' && !spared.has(key) ? [item.id] : [])))
  const housing = new Set(all.flatMap(({ id, parent }) => (parent !== null && !leaving.has(id) ? [parent] : [])))
  for (const { key, item } of found)
    if (item.kind === 'frame' && (housing.has(item.id) || stoodOn(item) || isRenamed(marked.get(key), item))) spared.add(key)
  // a frame keeps its heading
  for (const { key } of found) if (spared.has(HEADING.exec(key)?.[1] ?? '')) spared.add(key)
  const going = found.filter(({ key }) => !spared.has(key))
  return {
    items: going.filter(({ item }) => item.kind !== 'frame'),
    frames: going.filter(({ item }) => item.kind === 'frame'),
    gone,
    spared: [...spared],
  }
}

/** What heads a frame: its band, its name, what it is about. */
const HEADING = /^(.+)\/(?:band|name|about|badge)$/

const isRenamed = (placed: PlacedItem | undefined, item: BoardItem): boolean => placed !== undefined && isEdited(placed, item)
const CELL = 2000

/** Whether something of somebody's stands on or in an item; by squares, so that a board of thousands is looked through once. */
function standing(others: readonly BoardItem[]): (item: BoardItem) => boolean {
  const parents = new Set(others.flatMap(({ parent }) => (parent === null ? [] : [parent])))
  const squares = new Map<string, BoardItem[]>()
  const large: BoardItem[] = []
  for (const one of others) {
    const cells = squaresOf(one.box)
    if (cells.length > 64) large.push(one)
    else for (const cell of cells) squares.set(cell, [...(squares.get(cell) ?? []), one])
  }
  return (item) => {
    if (parents.has(item.id)) return true
    const near = squaresOf(item.box).flatMap((cell) => squares.get(cell) ?? [])
    return [...near, ...large].some(({ box }) => touches(box, item.box))
  }
}

function squaresOf({ left, top, width, height }: Box): string[] {
  const cells: string[] = []
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++) cells.push(`${x},${y}`)
  return cells
}

/** A key that ends in a contribution’s id is of an item that repeats its words (BP3): carried, in an opening, among results. */
const SAYS = /\/(con_[^/]+)$/

/** What repeats the words of a contribution that no longer counts. */
export interface CarriedGone {
  readonly key: string
  readonly item: string | null
  /** Its words are gone everywhere: it goes whatever somebody did to it. */
  readonly redacted: boolean
}

/** Carried notes that must go at once: their source was redacted, hidden or withdrawn (rules CA2, CA3). */
export function carriedGone(lab: Lab, board: string): CarriedGone[] {
  const gone: CarriedGone[] = []
  for (const [key, placed] of lab.placed.entries()) {
    const said = placed.board === board ? SAYS.exec(key)?.[1] : undefined
    if (said === undefined) continue
    const source = lab.contributions.get(said)
    if (source && isUsable(source)) continue
    const redacted = source?.redacted ?? true
    // somebody rewrote it: left to the next harvest, unless its words must go; and what is not there needs nothing
    if (placed.left === 'deleted' || placed.left === 'refused' || (placed.left === 'spared' && !redacted)) continue
    gone.push({ key, item: placed.item, redacted })
  }
  return gone
}
