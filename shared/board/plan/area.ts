import type { Box } from '../geometry.ts'
import type { BoardPlan, PlanItem } from '../plan.ts'
import { type Draft, evenRows, misshape, placedFrame } from './frame.ts'

/** Space between the frames of an area. */
const AISLE = 240
/** Space between its parts: the way goes on here. */
const AVENUE = 480
/** An area as a whole: a screen, a little wider. */
const SHAPE = 1.9

interface Placed {
  readonly draft: Draft
  readonly left: number
  readonly top: number
}

interface Laid {
  readonly frames: readonly Placed[]
  readonly width: number
  readonly height: number
}

/** Frames in columns from top to bottom, no column higher than `most` unless a frame is. */
function inColumns(drafts: readonly Draft[], most: number): Laid {
  const columns: Draft[][] = []
  for (const draft of drafts) {
    const column = columns.at(-1)
    const high = column?.reduce((sum, { height }) => sum + height + AISLE, 0) ?? 0
    if (column && high + draft.height <= most) column.push(draft)
    else columns.push([draft])
  }
  const frames: Placed[] = []
  let left = 0
  let height = 0
  for (const column of columns) {
    const width = Math.max(...column.map((draft) => draft.width))
    let top = 0
    for (const draft of column) {
      frames.push({ draft, left, top })
      top += draft.height + AISLE
    }
    height = Math.max(height, top - AISLE)
    left += width + AISLE
  }
  return { frames, width: Math.max(0, left - AISLE), height }
}

/** Blocks of frames one under another, each in rows no wider than `most`. */
function inRows(blocks: readonly (readonly Draft[])[], most: number): Laid {
  const frames: Placed[] = []
  let top = 0
  let width = 0
  for (const block of blocks) {
    const size = { width: Math.max(...block.map((draft) => draft.width)), height: Math.max(...block.map((draft) => draft.height)) }
    const fit = Math.max(1, Math.floor((most + AISLE) / (size.width + AISLE)))
    // rows of about as many: five are three and two, not four and one
    const perRow = Math.ceil(block.length / Math.ceil(block.length / fit))
    for (const [i, draft] of block.entries())
      frames.push({ draft, left: (i % perRow) * (size.width + AISLE), top: top + Math.floor(i / perRow) * (size.height + AISLE) })
    width = Math.max(width, Math.min(perRow, block.length) * (size.width + AISLE) - AISLE)
    top += Math.ceil(block.length / perRow) * (size.height + AISLE) - AISLE + AVENUE
  }
  return { frames, width, height: Math.max(0, top - AVENUE) }
}

/**
 * An area from left to right: the way in, the groups, the way out. The groups' rows are as long as makes the whole as wide as it should be for its height.
 */
export function layArea(
  wayIn: readonly Draft[],
  groups: readonly (readonly Draft[])[],
  wayOut: readonly Draft[],
  origin: { readonly left: number; readonly top: number },
): BoardPlan {
  // every width at which some block's rows come out even
  const widths = new Set(
    groups.flatMap((block) =>
      evenRows(block.length).map((count) => count * (Math.max(...block.map(({ width }) => width)) + AISLE) - AISLE),
    ),
  )
  const highest = Math.max(0, ...[...wayIn, ...wayOut].map(({ height }) => height))
  let best: { readonly parts: readonly Laid[]; readonly fault: number } | null = null
  for (const most of widths.size === 0 ? [0] : widths) {
    const middle = inRows(groups, most)
    const least = Math.max(middle.height, highest)
    for (const tall of [least, least * 1.5, least * 2, least * 3]) {
      const parts = [inColumns(wayIn, tall), middle, inColumns(wayOut, tall)].filter(({ frames }) => frames.length > 0)
      const width = parts.reduce((sum, part) => sum + part.width + AVENUE, -AVENUE)
      const fault = misshape(width, Math.max(...parts.map(({ height }) => height)), SHAPE)
      if (!best || fault < best.fault - 0.01) best = { parts, fault }
    }
  }
  const items: PlanItem[] = []
  let x = origin.left
  let height = 0
  for (const part of best?.parts ?? []) {
    for (const { draft, left, top } of part.frames) items.push(...placedFrame(draft, Math.round(x + left), Math.round(origin.top + top)))
    x += part.width + AVENUE
    height = Math.max(height, part.height)
  }
  const box: Box = {
    left: origin.left,
    top: origin.top,
    width: Math.max(0, Math.round(x - AVENUE - origin.left)),
    height: Math.round(height),
  }
  return { items, box }
}
