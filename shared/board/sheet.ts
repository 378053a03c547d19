import type { Box } from './geometry.ts'
import { heightOf } from './measure.ts'
import type { PlanItem, PlanStyle } from './plan.ts'

/** Sizes in board units. Titles are read at 12 % zoom, questions at 40 %. */
export const SIZES = { header: 132, title: 84, question: 38, text: 44, small: 32 } as const
/** A sticky note as we write it, and the room it takes. */
export const NOTE = { width: 200, height: 229, gap: 24 } as const
export const PAD = 48
export const GAP = 64

export const INKS = {
  ink: '#1F2430',
  muted: '#565D6B',
  action: '#1D5B79',
  paper: '#FAF7F2',
  zone: '#FFFFFF',
  harvest: '#EAF2F6',
  plenary: '#F3EEE4',
  border: '#8B8577',
} as const

/** Text in a column: its item and the height it takes. */
export function textItem(
  key: string,
  parent: string,
  text: string,
  left: number,
  top: number,
  width: number,
  style: PlanStyle & { size: number },
): PlanItem {
  const height = heightOf(text, width, style.size, style.weight ?? 'regular')
  return { key, kind: 'text', parent, box: { left, top, width, height }, text, style: { ink: INKS.ink, align: 'left', ...style } }
}

export const bottomOf = ({ box }: { readonly box: Box }): number => box.top + box.height

/** Columns and rows for `count` notes in an area that is about half again as wide as high. */
export function gridFor(count: number): { columns: number; rows: number } {
  const columns = Math.max(2, Math.round(Math.sqrt(count * 1.6)))
  return { columns, rows: Math.ceil(count / columns) }
}
