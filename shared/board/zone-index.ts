import { areaOf, type Box, holds, type Point, uprightAround } from './geometry.ts'

interface Zone {
  readonly key: string
  readonly box: Box
}

/** Zones of about this many cells lie in the grid; larger ones are looked at for every point. */
const MOST_CELLS = 64

/**
 * Finds the zone that holds a point, the smallest of those that do (of two alike the first), without looking at every zone: zones lie in a grid whose cells are
 * about as large as they are. Worth its making where many points are asked about.
 */
export function zoneIndex(zones: readonly Zone[]): (point: Point) => string | undefined {
  const known = zones.map(({ key, box }, order) => ({ key, box, around: uprightAround(box), area: areaOf(box), order }))
  const sides = known.map(({ around }) => Math.max(around.width, around.height)).sort((a, b) => a - b)
  const cell = Math.max(1, sides[sides.length >> 1] ?? 1)
  const cellOf = (at: number): number => Math.floor(at / cell)
  const grid = new Map<string, (typeof known)[number][]>()
  const wide: (typeof known)[number][] = []
  for (const zone of known) {
    const { left, top, width, height } = zone.around
    const [fromX, toX, fromY, toY] = [cellOf(left), cellOf(left + width), cellOf(top), cellOf(top + height)]
    if ((toX - fromX + 1) * (toY - fromY + 1) > MOST_CELLS) {
      wide.push(zone)
      continue
    }
    for (let x = fromX; x <= toX; x++)
      for (let y = fromY; y <= toY; y++) {
        const there = grid.get(`${x},${y}`)
        if (there) there.push(zone)
        else grid.set(`${x},${y}`, [zone])
      }
  }
  return (point) => {
    let best: (typeof known)[number] | undefined
    for (const list of [grid.get(`${cellOf(point.x)},${cellOf(point.y)}`), wide])
      for (const zone of list ?? []) {
        const isBetter = !best || zone.area < best.area || (zone.area === best.area && zone.order < best.order)
        if (isBetter && holds(zone.box, point)) best = zone
      }
    return best?.key
  }
}
