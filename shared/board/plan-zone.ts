import type { Zone } from '../kit/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Box } from './geometry.ts'
import type { PlanItem } from './plan.ts'
import { bottomOf, gridFor, INKS, NOTE, PAD, SIZES, textItem } from './sheet.ts'

const SPACE = 16

/** Notes a zone has room for: what is expected and half as many; a triple is three notes, a row of a table one a column. */
const roomFor = ({ answer, expected }: Zone): number => {
  const parts = answer.type === 'triple' ? 3 : answer.type === 'table' ? answer.columns.length : 1
  return Math.ceil(expected * 1.5) * parts
}

/** Width that a zone asks for. */
export function zoneWidth(zone: Zone): number {
  const { columns } = gridFor(roomFor(zone))
  // lanes want a column of notes each at least; a title wants a line that is not a word wide
  const least = Math.max(zone.lanes ? zone.lanes.length * (2 * NOTE.width + NOTE.gap) : 0, 760)
  return Math.max(least, columns * (NOTE.width + NOTE.gap) - NOTE.gap + 2 * PAD)
}

/** Height of what stands above the notes of a zone, at a width. */
export function zoneHead(zone: Zone, language: Language, width: number): number {
  return bottomOf(headOf(zone, language, '', '', { left: 0, top: 0, width, height: 0 }).at(-1) as PlanItem) + SPACE * 2
}

/** Height that a zone asks for at a width. */
export function zoneHeight(zone: Zone, language: Language, width: number): number {
  const columns = Math.max(1, Math.floor((width - 2 * PAD + NOTE.gap) / (NOTE.width + NOTE.gap)))
  const rows = Math.ceil(roomFor(zone) / columns)
  return zoneHead(zone, language, width) + rows * (NOTE.height + NOTE.gap) - NOTE.gap + PAD
}

function headOf(zone: Zone, language: Language, key: string, parent: string, { left, top, width }: Box): PlanItem[] {
  const inner = width - 2 * PAD
  const title = textItem(`${key}/title`, parent, zone.title[language], left + PAD, top + PAD, inner, { size: SIZES.title, weight: 'bold' })
  const question = textItem(`${key}/question`, parent, zone.question[language], left + PAD, bottomOf(title) + SPACE, inner, { size: SIZES.question, ink: INKS.muted })
  const parts =
    zone.answer.type === 'triple'
      ? [language === 'it' ? 'Difficoltà · Soluzione adottata · Indicazione replicabile' : 'Difficulty · Approach taken · Replicable pointer']
      : zone.answer.type === 'table'
        ? [zone.answer.columns.map((column) => column.title[language]).join(' · ')]
        : []
  const legend = parts.map((text) => textItem(`${key}/parts`, parent, text, left + PAD, bottomOf(question) + SPACE, inner, { size: SIZES.small, ink: INKS.action, weight: 'bold' }))
  const above = legend[0] ?? question
  const lanes = zone.lanes?.map((lane, i, all) =>
    textItem(`${key}/lane-${lane.id}`, parent, lane.title[language], left + PAD + (inner / all.length) * i, bottomOf(above) + SPACE, inner / all.length - SPACE, { size: SIZES.small, weight: 'bold' }),
  )
  // the tallest lane title last: what comes below starts under it
  return [title, question, ...legend, ...(lanes?.toSorted((a, b) => bottomOf(a) - bottomOf(b)) ?? [])]
}

/** A zone: its shape, its title, its question, its parts or lanes. */
export function planZone(zone: Zone, language: Language, key: string, parent: string, box: Box): PlanItem[] {
  const fill = zone.answer.type === 'triple' ? INKS.harvest : INKS.zone
  return [{ key, kind: 'zone', parent, box, text: '', style: { fill, border: INKS.border } }, ...headOf(zone, language, key, parent, box)]
}
