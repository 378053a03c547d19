import type { Connector, Endpoint, Entity, Item } from '../../../src/miro/model/entities.ts'
import { isItem } from '../../../src/miro/model/entities.ts'

/** Where connectors run: Miro picks the route, so do we; an app has no word in it. */

export interface Point {
  readonly x: number
  readonly y: number
}
interface End extends Point {
  /** Which way the line leaves. */
  readonly away: Point
}

const sides: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
]
const bySide: Readonly<Record<string, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

const onSide = ({ x, y, width, height }: Item, away: Point): End => ({ x: x + (away.x * width) / 2, y: y + (away.y * height) / 2, away })

/** The side that looks towards the other end. */
function nearest(item: Item, towards: Point): End {
  const ends = sides.map((side) => onSide(item, side))
  return ends.reduce((best, end) =>
    Math.hypot(end.x - towards.x, end.y - towards.y) < Math.hypot(best.x - towards.x, best.y - towards.y) ? end : best,
  )
}

const nothing: Point = { x: 0, y: 0 }

function endAt(endpoint: Endpoint, item: Item | undefined, towards: Point): End | null {
  if (!item) return endpoint.position ? { ...endpoint.position, away: nothing } : null
  const side = endpoint.snapTo === null ? undefined : bySide[endpoint.snapTo]
  if (side) return onSide(item, side)
  if (!endpoint.position) return nearest(item, towards)
  const [px, py] = [endpoint.position.x / 100, endpoint.position.y / 100]
  const away = px === 0 ? bySide['left'] : px === 1 ? bySide['right'] : py === 0 ? bySide['top'] : py === 1 ? bySide['bottom'] : nothing
  return { x: item.x + (px - 0.5) * item.width, y: item.y + (py - 0.5) * item.height, away: away ?? nothing }
}

export interface Route {
  readonly path: string
  /** A place on the way, from 0 to 1. */
  readonly at: (part: number) => Point
}

const between = (a: Point, b: Point, part: number): Point => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part })

export function routeOf(connector: Connector, entities: ReadonlyMap<string, Entity>): Route | null {
  const item = ({ item: id }: Endpoint) => {
    const found = id === null ? undefined : entities.get(id)
    return isItem(found) ? found : undefined
  }
  const [from, to] = [item(connector.start), item(connector.end)]
  const start = endAt(connector.start, from, to ?? connector.end.position ?? nothing)
  const end = endAt(connector.end, to, from ?? connector.start.position ?? nothing)
  if (!start || !end) return null
  if (connector.shape === 'straight') return { path: `M${start.x} ${start.y}L${end.x} ${end.y}`, at: (part) => between(start, end, part) }
  const reach = Math.max(40, Math.hypot(end.x - start.x, end.y - start.y) / 2.5)
  const pull = (one: End): Point => ({ x: one.x + one.away.x * reach, y: one.y + one.away.y * reach })
  const [a, b] = [pull(start), pull(end)]
  if (connector.shape === 'curved')
    return {
      path: `M${start.x} ${start.y}C${a.x} ${a.y} ${b.x} ${b.y} ${end.x} ${end.y}`,
      at: (part) => {
        const [p, q, r] = [between(start, a, part), between(a, b, part), between(b, end, part)]
        return between(between(p, q, part), between(q, r, part), part)
      },
    }
  return elbow(start, end)
}

/** Right angles, turning half way. */
function elbow(start: End, end: End): Route {
  const across = start.away.x !== 0 || (start.away.y === 0 && Math.abs(end.x - start.x) > Math.abs(end.y - start.y))
  const middle = across ? (start.x + end.x) / 2 : (start.y + end.y) / 2
  const [one, two]: [Point, Point] = across
    ? [
        { x: middle, y: start.y },
        { x: middle, y: end.y },
      ]
    : [
        { x: start.x, y: middle },
        { x: end.x, y: middle },
      ]
  const points: readonly Point[] = [start, one, two, end]
  const lengths = points.slice(1).map((point, at) => Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    path: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    at(part) {
      let left = part * total
      for (const [at, length] of lengths.entries()) {
        const [a, b] = [points[at], points[at + 1]]
        if (a && b && (left <= length || at === lengths.length - 1)) return between(a, b, length === 0 ? 0 : left / length)
        left -= length
      }
      return end
    },
  }
}
