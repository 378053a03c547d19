/**
 * The one module that converts coordinates. Ours are boxes on the board: left, top, width, height, y downwards. Miro's REST counts from the parent frame's top left,
 * or from the board's centre, to an item's centre; its Web SDK creates on the board, by the centre (facts: REST positions, `PositionChange`).
 */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Clockwise, in degrees, about the centre. */
  readonly rotation?: number
}

export const centreOf = ({ left, top, width, height }: Box): Point => ({ x: left + width / 2, y: top + height / 2 })
export const boxAround = ({ x, y }: Point, width: number, height: number, rotation = 0): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  width,
  height,
  ...(rotation === 0 ? {} : { rotation }),
})
export const areaOf = ({ width, height }: Box): number => width * height

/** A point turned about a centre, clockwise, in degrees. */
function turnPoint({ x, y }: Point, about: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  const dx = x - about.x
  const dy = y - about.y
  return { x: about.x + dx * Math.cos(angle) - dy * Math.sin(angle), y: about.y + dx * Math.sin(angle) + dy * Math.cos(angle) }
}

/** A box laid out in an upright shape, where it is once the shape is turned: it keeps its own uprightness. */
export function turned(shape: Box, { left, top, width, height }: Box): Box {
  if (!shape.rotation) return { left, top, width, height }
  return boxAround(turnPoint(centreOf({ left, top, width, height }), centreOf(shape), shape.rotation), width, height)
}

/** Where a point of the board lies in the shape as if it were upright. */
export const unturned = (shape: Box, point: Point): Point => (shape.rotation ? turnPoint(point, centreOf(shape), -shape.rotation) : point)

/** True where the point lies in the box (its border included), turned as the box is turned. */
export function holds(box: Box, point: Point): boolean {
  const centre = centreOf(box)
  const { x, y } = unturned(box, point)
  return Math.abs(x - centre.x) <= box.width / 2 && Math.abs(y - centre.y) <= box.height / 2
}

/** The upright box that a box needs as it is turned. */
export function uprightAround(box: Box): Box {
  if (!box.rotation) return box
  const angle = (box.rotation * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  return boxAround(centreOf(box), box.width * cos + box.height * sin, box.width * sin + box.height * cos)
}

/** A box that stood in a frame, after the frame was moved: it went along. */
export const carried = <B extends Box>(box: B, from: Box, to: Box): B => ({
  ...box,
  left: box.left + to.left - from.left,
  top: box.top + to.top - from.top,
})

/** The box, moved. */
export const shifted = <B extends Box>(box: B, x: number, y: number): B => ({ ...box, left: box.left + x, top: box.top + y })

/** True where two boxes cover a part of each other, turned or not. */
export const touches = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

/** Where REST is told to put an item: its centre, from its parent's top left, or from the board's middle where it has none. */
export function restPosition(box: Box, parent: Box | null): Point {
  const { x, y } = centreOf(box)
  return parent ? { x: x - parent.left, y: y - parent.top } : { x, y }
}

/** The centre on the board of an item that REST gave, given its parent's box. */
export const centreFromRest = (position: Point, parent: Box | null): Point =>
  parent ? { x: parent.left + position.x, y: parent.top + position.y } : position

/** Where the Web SDK is told to create an item: its centre on the board, whatever frame it joins afterwards. */
export const sdkPosition = (box: Box): Point => centreOf(box)

/** Top left of a box of this size whose centre is at a point. */
export function centredAt({ width, height }: Pick<Box, 'width' | 'height'>, point: Point): { readonly left: number; readonly top: number } {
  const { left, top } = boxAround(point, width, height)
  return { left: Math.round(left), top: Math.round(top) }
}

/** Where the Web SDK keeps a child of a frame: its centre from where `relativeTo` says, the frame's top left unless it says the middle. */
export const sdkPositionIn = (box: Box, frame: Box, relativeTo?: string): Point =>
  restPosition(box, relativeTo === 'parent_center' ? { ...frame, ...middleOf(frame) } : frame)

/** A box's middle as if it were a corner. */
const middleOf = (box: Box): { readonly left: number; readonly top: number } => ({ left: centreOf(box).x, top: centreOf(box).y })

/** The centre on the board of an item that the Web SDK gave (`relativeTo`), given its frame's box. */
export function centreFromSdk(position: Point, relativeTo: string, frame: Box | null): Point {
  if (frame === null || relativeTo === 'canvas_center') return position
  const from = relativeTo === 'parent_center' ? centreOf(frame) : { x: frame.left, y: frame.top }
  return { x: from.x + position.x, y: from.y + position.y }
}
