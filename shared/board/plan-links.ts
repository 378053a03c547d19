import type { EntryLink, LinkKind } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import { LINK_WORDS } from '../words/links.ts'
import type { PlanItem } from './plan.ts'
import { bandItem, GAP, SIZES, textItem } from './sheet.ts'

/** A colour for each kind of link, besides its words. */
export const LINK_INKS: Readonly<Record<LinkKind, string>> = {
  'leads-to': '#34506B',
  needs: '#7C4A2D',
  supports: '#55652F',
  against: '#75394F',
}

/** Thickness of a line, and from the middle of one to that of the next. */
const LINE = 10
const LANE = 26
/** Lanes that a gap is widened for; further lines share them. */
const LANES = 12

/** How wide a gap must be for so many lines side by side. */
export const gapFor = (lines: number): number => GAP + Math.min(lines, LANES) * LANE

/** Where a block of the canvas stands. */
export interface Cell {
  readonly left: number
  readonly width: number
  readonly top: number
  readonly height: number
}

interface Spot {
  readonly cell: Cell
  /** Middle of the entry's first line. */
  readonly y: number
}

/**
 * Links as lines with right angles that run in the gaps between blocks and never over words: out of the block at the entry's right, down its gap, along the gap under its row, up the gap at
 * the left of the other block, and in. Plans know rectangles and words only, so a line is five thin bands and an arrowhead; its name stands at its end. Keys stay with the link.
 */
export function linkItems(
  parent: string,
  links: readonly EntryLink[],
  spots: ReadonlyMap<string, Spot>,
  gap: number,
  language: Language,
): PlanItem[] {
  const sorted = links.toSorted((a, b) => a.rev - b.rev || (a.id < b.id ? -1 : 1))
  return sorted.flatMap((link, i) => {
    const [from, to] = [spots.get(link.from), spots.get(link.to)]
    if (!from || !to) return []
    const ink = LINK_INKS[link.kind]
    const lane = GAP / 2 + (i % LANES) * LANE
    const key = `${parent}/link/${link.id}`
    const right = from.cell.left + from.cell.width + Math.min(lane, gap - LINE)
    const left = to.cell.left - gap + Math.min(lane, gap - LINE)
    const under = from.cell.top + from.cell.height + Math.min(lane, gap - LINE)
    const across = (name: string, x1: number, x2: number, y: number) =>
      bandItem(`${key}/${name}`, parent, { left: Math.min(x1, x2), top: y - LINE / 2, width: Math.abs(x2 - x1) + LINE, height: LINE }, ink)
    const down = (name: string, x: number, y1: number, y2: number) =>
      bandItem(`${key}/${name}`, parent, { left: x, top: Math.min(y1, y2) - LINE / 2, width: LINE, height: Math.abs(y2 - y1) + LINE }, ink)
    const inner = 12
    return [
      across('1', from.cell.left + from.cell.width, right, from.y),
      down('2', right, from.y, under),
      across('3', right, left, under),
      down('4', left, under, to.y),
      across('5', left, to.cell.left - inner, to.y),
      textItem(`${key}/head`, parent, '▶', to.cell.left - inner - 8, to.y - SIZES.question * 0.7, SIZES.question * 1.4, {
        size: SIZES.question,
        ink,
      }),
      textItem(
        `${key}/name`,
        parent,
        LINK_WORDS[link.kind][language],
        Math.min(right, left) + LINE + 8,
        under - SIZES.question * 1.5,
        420,
        {
          size: SIZES.question,
          weight: 'bold',
          ink,
        },
      ),
    ]
  })
}
