import type { AnswerType } from '../answer-type.ts'
import type { Block, Grouping, KitMeeting, LeadsTo, Zone } from '../kit.ts'
import type { Method, MethodBlock } from '../method.ts'
import type { Bilingual } from '../../words/bilingual.ts'
import { freeId, insertBlocks, nextMoment, USUAL_SIZE } from './edit-agenda.ts'
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

/** A method's block in the meeting's counting. Where the method leaves the size of its groups open (people choose their room), the usual one is proposed. */
function groupingOf({ groups, moment: own }: MethodBlock, moment: number, { brings }: Method): Grouping {
  if (groups !== 'mixed') return { groups }
  const size = brings.blocks.find((one) => one.groups === 'mixed' && one.moment === own && one.size !== undefined)?.size
  return { groups, moment, size: size ?? USUAL_SIZE }
}

/** A title that no zone of the canvas has yet: on the board nobody could tell two apart. */
function freeTitle(title: Bilingual, taken: readonly Bilingual[]): Bilingual {
  const isTaken = (one: Bilingual): boolean => taken.some(({ it, en }) => it === one.it || en === one.en)
  if (!isTaken(title)) return title
  for (let n = 2; ; n++) {
    const next = { it: `${title.it} (${n})`, en: `${title.en} (${n})` }
    if (!isTaken(next)) return next
  }
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
  const standing = meeting.canvas.zones.map((zone) => zone.title)
  const zones = method.brings.zones.map(
    ({ id, answer, title, ...zone }): Zone => ({
      ...zone,
      id: idOf.get(id) ?? '',
      title: freeTitle(title, standing),
      answer: rewired(answer),
      leadsTo: [...leadsTo],
    }),
  )
  const taken = new Set(meeting.agenda.map(({ id }) => id))
  const blocks = method.brings.blocks.map((brought): Block => {
    const { groups: _groups, size: _size, moment, zones: written, ...rest } = brought
    const id = freeId(brought.id, taken)
    taken.add(id)
    return {
      ...rest,
      id,
      grouping: groupingOf(brought, first + moments.indexOf(moment), method),
      zones: written.flatMap((zone) => idOf.get(zone) ?? []),
      method: method.id,
    }
  })
  return insertBlocks({ ...meeting, canvas: { ...meeting.canvas, zones: [...meeting.canvas.zones, ...zones] } }, at, blocks)
}
