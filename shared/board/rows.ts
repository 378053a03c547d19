import type { Zone } from '../kit/index.ts'
import { type Answer, type Lab, TEXT_MAX, withPart } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { centreOf } from './geometry.ts'
import { NOTE } from './sheet.ts'
import { linesOf } from './text.ts'

/** A note found in a zone, with the part and the lane that its place stands for. */
export interface FoundNote {
  readonly item: BoardItem
  readonly part: string
  readonly lane: string | null
  readonly track: number
}

/** Notes side by side in one row of a zone of several parts are one answer; each part once. */
export function answersIn<T extends FoundNote>(notes: readonly T[]): T[][] {
  const rows: { readonly first: T; readonly all: T[] }[] = []
  for (const one of notes.toSorted((a, b) => centreOf(a.item.box).y - centreOf(b.item.box).y || a.item.box.left - b.item.box.left)) {
    const y = centreOf(one.item.box).y
    const row = rows.find(
      ({ first, all }) =>
        Math.abs(centreOf(first.item.box).y - y) < NOTE.height / 2 &&
        first.lane === one.lane &&
        first.track === one.track &&
        all.every(({ part }) => part !== one.part),
    )
    if (row) row.all.push(one)
    else rows.push({ first: one, all: [one] })
  }
  return rows.map(({ all }) => all)
}

const blank = (zone: Zone): Answer | null => {
  switch (zone.answer.type) {
    case 'cards':
    case 'sentence':
      return { type: zone.answer.type, text: '' }
    case 'table':
      return { type: 'table', cells: {} }
    case 'term':
      return { type: 'term', term: '', meaning: '' }
    case 'triple':
      return { type: 'triple', difficulty: '', approach: '', pointer: '' }
    case 'commitments':
      return { type: 'commitments', what: '' }
    default:
      return null
  }
}

/** An answer from the notes of a row. A part that may not stay empty takes what there is: a lone meaning is a term, a lone name a commitment. */
export function answerFrom(
  lab: Lab,
  zone: Zone,
  row: readonly { readonly item: BoardItem; readonly part: string }[],
): { answer: Answer; parts: ReadonlyMap<string, BoardItem> } | null {
  let answer = blank(zone)
  const parts = new Map<string, BoardItem>()
  const needed = zone.answer.type === 'term' ? 'term' : zone.answer.type === 'commitments' ? 'what' : null
  const taken = new Set(row.map(({ part }) => part))
  for (const [i, { item, part: stood }] of row.entries()) {
    const part = needed !== null && !taken.has(needed) && i === 0 ? needed : stood
    if (!answer) return null
    const text = linesOf(item.content)
    if (text.length > TEXT_MAX) return null
    answer = withPart(answer, part, text, zone.answer, lab.language)
    parts.set(part, item)
  }
  return answer && { answer, parts }
}
