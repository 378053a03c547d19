import type { Lab } from './lab.ts'
import { emptyLab } from './lab.ts'
import { Table } from './table.ts'

/** Changes when the shape of a folded lab does: an older snapshot is then ignored and made anew from the log. */
export const SNAPSHOT_SHAPE = 9

/** A folded lab as plain JSON. Equal labs give equal text. */
export const labToJson = (lab: Lab): Record<string, unknown> =>
  Object.fromEntries(Object.entries(lab).map(([key, value]) => [key, value instanceof Table ? value.toJSON() : value]))

/** The lab of a snapshot; null where its shape is not today's. */
export function labFromJson(json: unknown): Lab | null {
  if (typeof json !== 'object' || json === null) return null
  const shape = emptyLab('')
  const entries = Object.entries(shape).map(([key, empty]) => {
    const stored = (json as Record<string, unknown>)[key]
    if (empty instanceof Table) return [key, Array.isArray(stored) ? Table.from(stored as [string, unknown][]) : undefined]
    return [key, stored]
  })
  return entries.some(([, value]) => value === undefined) ? null : (Object.fromEntries(entries) as Lab)
}
