import { type Box, INSET, LIMITS, NOTE, SIZES, textHeight, wrap } from '../board/index.ts'
import type { BoardPlan, PlanItem } from '../board/index.ts'

/** Rounding of sums of fractions. */
const NEARLY = 0.5

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width - NEARLY &&
  b.left < a.left + a.width - NEARLY &&
  a.top < b.top + b.height - NEARLY &&
  b.top < a.top + a.height - NEARLY

export const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - NEARLY &&
  inner.top >= outer.top - NEARLY &&
  inner.left + inner.width <= outer.left + outer.width + NEARLY &&
  inner.top + inner.height <= outer.top + outer.height + NEARLY

const ZONE_KEY = /^m\d+\/[^/]+\/C\d+\.\d+$/

/** What is wrong with one item by itself: too small for the platform, or its words do not fit. */
function itemFaults({ key, kind, box, text, style, links = [] }: PlanItem): string[] {
  const faults: string[] = []
  if (![box.left, box.top, box.width, box.height].every(Number.isFinite) || box.width <= 0 || box.height <= 0)
    faults.push(`${key} has no size`)
  if (kind === 'frame') {
    if (Math.min(box.width, box.height) < LIMITS.frameLeast) faults.push(`${key} is too small for a frame`)
    return faults
  }
  if (ZONE_KEY.test(key) !== (kind === 'zone')) faults.push(`${key} is named like a zone, or is one and is not`)
  if (kind === 'zone' && Math.min(box.width, box.height) < NOTE.height) faults.push(`${key} has no room for a note`)
  if (text === '' && links.length === 0) return kind === 'text' || kind === 'carried' ? [...faults, `${key} says nothing`] : faults
  const { size = 0, weight = 'regular' } = style
  if (size < SIZES.small || size > LIMITS.fontMost) faults.push(`${key} is set in ${size}`)
  if (text.length > LIMITS.textMost) faults.push(`${key} says too much for one item`)
  const inset = kind === 'carried' ? INSET : 0
  const width = box.width - 2 * inset
  if (width < LIMITS.textWidth * size) faults.push(`${key} is narrower than its letters allow`)
  if (textHeight({ text, links }, width, size, weight) > box.height - 2 * inset + NEARLY) faults.push(`${key} overflows its box`)
  if (kind === 'band' && wrap(text, width, size, weight).length > 1) faults.push(`${key} does not fit its badge`)
  return faults
}

/** Everything that is wrong with a plan, in words; nothing for a good one. Holds rules BP1–BP3 and BP7. */
export function planFaults(plan: BoardPlan): string[] {
  const faults = plan.items.flatMap(itemFaults)
  const byKey = new Map(plan.items.map((item) => [item.key, item]))
  if (byKey.size !== plan.items.length) faults.push('keys are not unique')
  const children = new Map<string, PlanItem[]>()
  for (const item of plan.items) {
    if (!within(item.box, plan.box)) faults.push(`${item.key} leaves the area`)
    const parent = item.parent === null ? undefined : byKey.get(item.parent)
    if ((parent?.kind ?? null) !== (item.kind === 'frame' ? null : 'frame')) faults.push(`${item.key} stands in no frame`)
    if (parent && !within(item.box, parent.box)) faults.push(`${item.key} leaves ${parent.key}`)
    const list = children.get(item.parent ?? '') ?? []
    list.push(item)
    children.set(item.parent ?? '', list)
  }
  // what overlaps must be made to hold the other, and be drawn under it
  for (const siblings of children.values())
    for (const [i, below] of siblings.entries())
      for (const above of siblings.slice(i + 1)) {
        if (!overlap(below.box, above.box)) continue
        const mayHold = (below.kind === 'zone' || below.kind === 'band') && above.kind !== 'zone' && above.kind !== 'frame'
        if (!mayHold || !within(above.box, below.box)) faults.push(`${above.key} overlaps ${below.key}`)
        else if (below.kind === 'zone' && !above.key.startsWith(`${below.key}/`)) faults.push(`${above.key} stands in ${below.key}`)
      }
  return faults
}
