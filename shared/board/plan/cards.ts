import type { PlanItem } from '../plan.ts'
import { clip, INKS, INSET, SIZES, textHeight } from '../sheet.ts'
import type { TextLink } from '../text.ts'

/** Words of a contribution that stand on the board of another meeting. */
export interface CardNote {
  /** Of the contribution: the last part of the item's key. */
  readonly id: string
  readonly text: string
  readonly links: readonly TextLink[]
  /** Its place is kept, and stays empty: somebody has taken it up. */
  readonly blank: boolean
}

/** A card of few words is so wide; longer ones are wider, so that none is a tower. */
const CARD = 520
const BETWEEN = 20
const LEAST = 130

/**
 * Words of earlier meetings as cards, row by row. The place of one that was taken up stays empty, so that nothing around it moves. Keys: `prefix` and the
 * contribution's id.
 */
export function cardItems(
  notes: readonly CardNote[],
  prefix: string,
  parent: string,
  left: number,
  top: number,
  width: number,
  size: number = SIZES.small,
): { readonly items: PlanItem[]; readonly height: number } {
  const columns = Math.max(1, Math.floor((width + BETWEEN) / (CARD + BETWEEN)))
  const unit = (width - (columns - 1) * BETWEEN) / columns
  const widthAt = (span: number): number => span * unit + (span - 1) * BETWEEN
  const items: PlanItem[] = []
  let y = top
  let row: PlanItem[] = []
  let used = 0
  const blanks = new Set<string>()
  const end = (): void => {
    if (row.length === 0) return
    const height = Math.max(...row.map(({ box }) => box.height))
    for (const item of row) if (!blanks.has(item.key)) items.push({ ...item, box: { ...item.box, height } })
    y += height + BETWEEN
    row = []
    used = 0
  }
  for (const { id, text: whole, links, blank } of notes) {
    const text = clip(whole)
    const heightAt = (span: number): number => Math.max(LEAST, textHeight({ text, links }, widthAt(span) - 2 * INSET, size) + 2 * INSET)
    let span = 1
    while (span < columns && heightAt(span) > widthAt(span) * 0.8) span += 1
    if (used + span > columns) end()
    const key = `${prefix}${id}`
    if (blank) blanks.add(key)
    row.push({
      key,
      kind: 'carried',
      parent,
      box: { left: left + used * (unit + BETWEEN), top: y, width: widthAt(span), height: heightAt(span) },
      text,
      style: { fill: INKS.zone, ink: INKS.ink, size, align: 'left', border: INKS.border },
      links,
    })
    used += span
  }
  end()
  return { items, height: Math.max(0, y - top - BETWEEN) }
}
