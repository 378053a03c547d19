import type { Zone } from '../kit/index.ts'
import { partsOnBoard } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import { type Box, boxAround, centreOf, holds, type Point, touches, turned, unturned } from './geometry.ts'
import { NOTE, PAD } from './sheet.ts'
import { stripRoom, tracksOf, zoneHead } from './plan-zone.ts'

const CELL = { width: NOTE.width + NOTE.gap, height: NOTE.height + NOTE.gap } as const

/** A column of a zone: one lane, one part of its answer; where notes of that kind stand side by side. */
interface Column {
  readonly left: number
  readonly width: number
}

/**
 * The column for a lane, a track and a part, in the zone's own measures. Lanes share its width, tracks share a lane's, the parts of an answer stand side by side
 * in a track.
 */
function columnOf(zone: Zone, box: Box, lane: string | null, track: number, part: string): Column {
  const inner = { left: box.left + PAD, width: box.width - 2 * PAD }
  const lanes = zone.lanes ?? []
  const at = Math.max(
    0,
    lanes.findIndex(({ id }) => id === lane),
  )
  const parts = partsOnBoard(zone.answer)
  const laneWidth = inner.width / Math.max(1, lanes.length)
  const trackWidth = laneWidth / tracksOf(zone)
  const width = trackWidth / parts.length
  return { left: inner.left + at * laneWidth + track * trackWidth + Math.max(0, parts.indexOf(part)) * width, width }
}

/** Where a note of a contribution goes: its lane, its part, and where another note of the same contribution stands. */
export interface Want {
  readonly lane: string | null
  readonly part: string
  readonly beside?: Point
}

/**
 * Free places for the notes of one contribution. One text: row by row under the question, from left to right. Several parts: a row of their own, each part in
 * its column. A full zone is written over in layers, each a step aside, so that every note can still be seen and taken. `taken`: centres of the notes on the
 * board; a place counts as taken from half a note away. `strip`: what was carried into the zone, as it stands on the board; the first row is as much lower, and
 * nothing is written over it wherever somebody has put it.
 */
export function freeSlots(
  zone: Zone,
  language: Language,
  shape: Box,
  wants: readonly Want[],
  taken: readonly Point[],
  strip: Box | null = null,
): Box[] {
  // measured in an upright zone, and turned with it at the end
  const box: Box = { left: shape.left, top: shape.top, width: shape.width, height: shape.height }
  const inside = taken.filter((point) => holds(shape, point)).map((point) => unturned(shape, point))
  const parts = partsOnBoard(zone.answer)
  const covered = strip && holds(shape, centreOf(strip)) ? boxAround(unturned(shape, centreOf(strip)), strip.width, strip.height) : null
  const bare = zoneHead(zone, language, box.width)
  // at the head, where it was put, it moves the first row down; elsewhere it is only not written over
  const wanted = bare + (covered && covered.top < box.top + bare ? stripRoom(covered) : 0)
  const head = Math.min(wanted, Math.max(0, box.height - CELL.height - PAD))
  const rows = Math.max(1, Math.floor((box.height - head - PAD + NOTE.gap) / CELL.height))
  const lane = wants[0]?.lane ?? null
  // side by side in a row: answers of one text as many as fit, answers of several parts one a track
  const across =
    parts.length > 1 ? tracksOf(zone) : Math.max(1, Math.floor((columnOf(zone, box, lane, 0, 'text').width + NOTE.gap) / CELL.width))
  const slotAt = (part: string, row: number, i: number, aside: number): Box => ({
    left: (parts.length > 1 ? columnOf(zone, box, lane, i, part).left : columnOf(zone, box, lane, 0, part).left + i * CELL.width) + aside,
    top: box.top + head + row * CELL.height + aside,
    width: NOTE.width,
    height: NOTE.height,
  })
  const isFree = (slot: Box, layer: number): boolean => {
    const centre = centreOf(slot)
    const reach = layer === 0 ? { x: NOTE.width / 2, y: NOTE.height / 2 } : { x: 8, y: 8 }
    return inside.every((point) => Math.abs(point.x - centre.x) >= reach.x || Math.abs(point.y - centre.y) >= reach.y)
  }
  const beside = wants.find((want) => want.beside)?.beside
  if (beside && parts.length > 1) {
    const top = unturned(shape, beside).y - NOTE.height / 2
    const { track } = meaningOf(zone, shape, beside)
    return wants.map(({ part }) => turned(shape, { ...slotAt(part, 0, track, 0), top }))
  }
  for (let layer = 0; layer < 40; layer++)
    for (let row = 0; row < rows; row++)
      for (let i = 0; i < across; i++) {
        const whole = parts.map((part) => slotAt(part, row, i, layer * 18))
        if (whole.every((slot) => holds(box, centreOf(slot)) && isFree(slot, layer) && !(covered && touches(slot, covered))))
          return wants.map(({ part }) => turned(shape, whole[Math.max(0, parts.indexOf(part))] ?? (whole[0] as Box)))
      }
  return wants.map(({ part }) => turned(shape, slotAt(part, 0, 0, 0)))
}

/** The lane, the track and the part that a place in a zone stands for. */
export function meaningOf(
  zone: Zone,
  shape: Box,
  point: Point,
): { readonly lane: string | null; readonly track: number; readonly part: string } {
  const lanes = zone.lanes ?? []
  const tracks = tracksOf(zone)
  const parts = partsOnBoard(zone.answer)
  const across = Math.max(1, lanes.length) * tracks * parts.length
  const x = (unturned(shape, point).x - shape.left - PAD) / Math.max(1, shape.width - 2 * PAD)
  const column = Math.min(across - 1, Math.max(0, Math.floor(x * across)))
  return {
    lane: lanes[Math.floor(column / parts.length / tracks)]?.id ?? null,
    track: Math.floor(column / parts.length) % tracks,
    part: parts[column % parts.length] ?? 'text',
  }
}
