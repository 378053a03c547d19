import { type Board, itemsOf } from '../model/board.ts'
import { type Bounds, boundsOf, grow, overlap } from '../model/geometry.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The nearest place around a point where a rectangle of this size touches nothing; x and y are its centre. */
export function findEmptySpace(board: Board, { x, y, width, height, offset = 0 }: Rect & { readonly offset?: number | undefined }): Rect {
  const taken = itemsOf(board).map((item) => grow(boundsOf(item), offset))
  const boundsAt = (cx: number, cy: number): Bounds => ({
    left: cx - width / 2,
    top: cy - height / 2,
    right: cx + width / 2,
    bottom: cy + height / 2,
  })
  const free = (cx: number, cy: number) => !taken.some((bounds) => overlap(bounds, boundsAt(cx, cy)))
  const [stepX, stepY] = [Math.max(width, 50) / 2, Math.max(height, 50) / 2]
  // Ring by ring outwards; beyond the last item every ring is free, so it ends.
  for (let ring = 0; ; ring += 1) {
    for (let column = -ring; column <= ring; column += 1)
      for (let row = -ring; row <= ring; row += 1) {
        if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue
        const [cx, cy] = [x + column * stepX, y + row * stepY]
        if (free(cx, cy)) return { x: cx, y: cy, width, height }
      }
  }
}
