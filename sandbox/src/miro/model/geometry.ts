import type { Item } from './entities.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Box = Pick<Item, 'x' | 'y' | 'width' | 'height' | 'rotation'>

/** The upright rectangle around an item, turned or not. */
export function boundsOf({ x, y, width, height, rotation }: Box): Bounds {
  const angle = (rotation * Math.PI) / 180
  const cos = Math.abs(Math.cos(angle))
  const sin = Math.abs(Math.sin(angle))
  const halfWidth = (width * cos + height * sin) / 2
  const halfHeight = (width * sin + height * cos) / 2
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight }
}

/** Sizes come from divisions: a child that fills its frame must not fall out by rounding. */
const tolerance = 0.01

export function liesWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.top >= outer.top - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.bottom <= outer.bottom + tolerance
  )
}

export const overlap = (a: Bounds, b: Bounds): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const grow = ({ left, top, right, bottom }: Bounds, by: number): Bounds => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

const topLeft = (frame: Box): Point => ({ x: frame.x - frame.width / 2, y: frame.y - frame.height / 2 })

/** From what both APIs say (from the parent's top left, or from the canvas's middle) to the canvas. */
export function onCanvas(said: Point, parent: Box | null): Point {
  if (!parent) return said
  const origin = topLeft(parent)
  return { x: origin.x + said.x, y: origin.y + said.y }
}

/** And back. */
export function relativeTo(parent: Box | null, centre: Point): Point {
  if (!parent) return { x: centre.x, y: centre.y }
  const origin = topLeft(parent)
  return { x: centre.x - origin.x, y: centre.y - origin.y }
}
