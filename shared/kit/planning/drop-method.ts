import type { AnswerType } from '../answer-type.ts'
import type { Block, Grouping, KitMeeting, LeadsTo, Zone } from '../kit.ts'
import type { Method, MethodBlock } from '../method.ts'
import { freeId, insertBlocks, nextMoment } from './edit-agenda.ts'
import type { PlanKit } from './plan-kit.ts'

/** The block of the final canvas that most zones of the meeting lead to; the first of the final canvas where none does. */
export function usualLead({ finalCanvas }: Pick<PlanKit, 'finalCanvas'>, meeting: KitMeeting): LeadsTo[] {
  const counts = new Map<string, number>()
  for (const zone of meeting.canvas.zones)
    for (const lead of zone.leadsTo) if (lead.to === 'block') counts.set(lead.block, (counts.get(lead.block) ?? 0) + 1)
  const [most] = finalCanvas.blocks.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
  return most ? [{ to: 'block', block: most.id }] : [{ to: 'vademecum' }]
}

/** Ids for new zones of a canvas, in order: after the highest number in use, so that a zone taken away lends its name to no other. Null where 99 are used up. */
function newZoneIds({ canvas }: KitMeeting, count: number): string[] | null {
  const highest = Math.max(0, ...canvas.zones.map(({ id }) => Number(id.split('.')[1])))
  return highest + count > 99 ? null : Array.from({ length: count }, (_none, i) => `${canvas.id}.${highest + i + 1}`)
}

function groupingOf({ groups, size }: MethodBlock, moment: number): Grouping {
  if (groups !== 'mixed') return { groups }
  return { groups, moment, ...(size === undefined ? {} : { size }) }
}

/** The last number that a mixed moment of a meeting may have. */
const MOST_MOMENTS = 9

/**
 * A meeting with a method's blocks put in before place `at`, and its zones added to the canvas. Zones and blocks get free ids, what refers to them follows;
 * the method's mixed moments are counted on from the meeting's. The zones lead where `leadsTo` says: `usualLead`, where nobody chose.
 * Null where the meeting has no room for more zones or moments.
 */
export function dropMethod(meeting: KitMeeting, method: Method, at: number, leadsTo: readonly LeadsTo[]): KitMeeting | null {
  const ids = newZoneIds(meeting, method.brings.zones.length)
  const first = nextMoment(meeting.agenda)
  const moments = [...new Set(method.brings.blocks.flatMap(({ groups, moment }) => (groups === 'mixed' ? [moment] : [])))].sort(
    (a, b) => a - b,
  )
  if (!ids || first + moments.length - 1 > MOST_MOMENTS) return null
  const idOf = new Map(method.brings.zones.map((zone, i) => [zone.id, ids[i] ?? ''] as const))
  const rewired = (answer: AnswerType): AnswerType => ('on' in answer ? { ...answer, on: idOf.get(answer.on) ?? answer.on } : answer)
  const zones = method.brings.zones.map(
    ({ id, answer, ...zone }): Zone => ({ ...zone, id: idOf.get(id) ?? '', answer: rewired(answer), leadsTo: [...leadsTo] }),
  )
  const taken = new Set(meeting.agenda.map(({ id }) => id))
  const blocks = method.brings.blocks.map((brought): Block => {
    const { groups: _groups, size: _size, moment, zones: written, ...rest } = brought
    const id = freeId(brought.id, taken)
    taken.add(id)
    return {
      ...rest,
      id,
      grouping: groupingOf(brought, first + moments.indexOf(moment)),
      zones: written.flatMap((zone) => idOf.get(zone) ?? []),
      method: method.id,
    }
  })
  return insertBlocks({ ...meeting, canvas: { ...meeting.canvas, zones: [...meeting.canvas.zones, ...zones] } }, at, blocks)
}
