import type { Zone } from '../../kit/index.ts'
import { zoneHeight, zoneWidth } from '../plan-zone.ts'
import { GAP } from '../sheet.ts'
import { misshape } from './frame.ts'
import type { CardNote } from './cards.ts'
import type { Scene } from './scene.ts'

/** Width that a zone asks for in this meeting. */
export const askedWidth =
  ({ expected }: Scene) =>
  (zone: Zone): number =>
    zoneWidth(zone, expected.get(zone.id) ?? 0)

interface Shelved {
  readonly zone: Zone
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Zones in rows no wider than this, in reading order; the zones of a row share its height, and the rows one width. */
function rowsOf(zones: readonly Zone[], asked: (zone: Zone) => number, most: number): { zone: Zone; width: number }[][] {
  const rows: { zone: Zone; width: number }[][] = []
  for (const zone of zones) {
    const width = asked(zone)
    const row = rows.at(-1)
    if (row && lengthOf(row) + GAP + width <= most) row.push({ zone, width })
    else rows.push([{ zone, width }])
  }
  return rows
}

const lengthOf = (row: readonly { readonly width: number }[]): number =>
  row.reduce((sum, { width }) => sum + width, 0) + (row.length - 1) * GAP

/** Zones on shelves, all of one width; `least` that width at least. */
export function shelve(
  scene: Scene,
  zones: readonly Zone[],
  carriedIn: (zone: Zone) => readonly CardNote[],
  most: number,
  least: number,
): { readonly cells: readonly Shelved[]; readonly width: number; readonly height: number } {
  const rows = rowsOf(zones, askedWidth(scene), most)
  const widest = Math.max(least, ...rows.map(lengthOf))
  let top = 0
  const cells = rows.flatMap((narrow) => {
    // what is left of a row is shared out, so that no sheet has a ragged edge
    const share = (widest - (narrow.length - 1) * GAP) / narrow.reduce((sum, { width }) => sum + width, 0)
    const row = narrow.map(({ zone, width }) => ({ zone, width: Math.floor(width * share) }))
    const height = Math.max(...row.map(({ zone, width }) => zoneHeight(zone, scene.language, width, carriedIn(zone))))
    let left = 0
    const placed = row.map(({ zone, width }) => {
      const one = { zone, width, height, left, top }
      left += width + GAP
      return one
    })
    top += height + GAP
    return placed
  })
  return { cells, width: widest, height: Math.max(0, top - GAP) }
}

const WIDTHS = [2200, 2900, 3600, 4300, 5200, 6400, 8000, 10_000] as const

/** The width at which these zones make a sheet that suits a screen. */
export function shelfWidth(scene: Scene, zones: readonly Zone[], least: number, above: number): number {
  let best: { readonly width: number; readonly fault: number } | null = null
  for (const width of WIDTHS) {
    const { width: wide, height } = shelve(scene, zones, () => [], width, least)
    const fault = misshape(wide, height + above, 1.4)
    if (!best || fault < best.fault - 0.02) best = { width, fault }
  }
  return best?.width ?? WIDTHS[0]
}
