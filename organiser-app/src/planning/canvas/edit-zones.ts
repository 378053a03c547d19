import { type AnswerType, type CanvasBlock, type KitMeeting, type LeadsTo, removeZone, takesNotes, type Zone } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'

const BLANK: Bilingual = { it: '', en: '' }
/** The schema has ids of one or two digits. */
const MOST = 99

export const withZones = (meeting: KitMeeting, zones: readonly Zone[]): KitMeeting => ({
  ...meeting,
  canvas: { ...meeting.canvas, zones: [...zones] },
})

/** After the highest number in use, so that a zone taken away lends its name to no other; null where 99 are used up. */
function nextZoneId({ canvas }: KitMeeting): string | null {
  const highest = Math.max(0, ...canvas.zones.map(({ id }) => Number(id.split('.')[1])))
  return highest >= MOST ? null : `${canvas.id}.${highest + 1}`
}

interface Added {
  readonly meeting: KitMeeting
  readonly id: string
}

/** A new zone for notes at the end of the canvas, its texts still to be written. */
export function addZone(meeting: KitMeeting, leadsTo: readonly LeadsTo[]): Added | null {
  const id = nextZoneId(meeting)
  if (id === null) return null
  const zone: Zone = {
    id,
    title: BLANK,
    question: BLANK,
    answer: { type: 'cards' },
    mayBeAnonymous: false,
    expected: 5,
    leadsTo: [...leadsTo],
  }
  return { meeting: withZones(meeting, [...meeting.canvas.zones, zone]), id }
}

/** The same zone once more right after itself, written in the same blocks. Its title says that it is a copy: on a board, two of one title cannot be told apart. */
export function duplicateZone(meeting: KitMeeting, of: string): Added | null {
  const at = meeting.canvas.zones.findIndex(({ id }) => id === of)
  const zone = meeting.canvas.zones[at]
  const id = nextZoneId(meeting)
  if (!zone || id === null) return null
  const { from: _from, ...rest } = zone
  const copy: Zone = { ...rest, id, title: { it: `${zone.title.it} (copia)`, en: `${zone.title.en} (copy)` } }
  const agenda = meeting.agenda.map((block) => (block.zones.includes(of) ? { ...block, zones: [...block.zones, id] } : block))
  return { meeting: withZones({ ...meeting, agenda }, meeting.canvas.zones.toSpliced(at + 1, 0, copy)), id }
}

/** Moves what has this id so that it stands `by` places later (earlier, where negative); at the ends it stays. */
export function moved<T extends { readonly id: string }>(list: readonly T[], id: string, by: number): readonly T[] {
  const from = list.findIndex((one) => one.id === id)
  const found = list[from]
  const to = from + by
  if (!found || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, found)
}

export const changeZone = (meeting: KitMeeting, id: string, change: (zone: Zone) => Zone): KitMeeting =>
  withZones(
    meeting,
    meeting.canvas.zones.map((zone) => (zone.id === id ? change(zone) : zone)),
  )

/** In which blocks of the agenda a zone is written; zones of a block keep the order of the canvas. */
export function writeDuring(meeting: KitMeeting, zone: string, block: string, ticked: boolean): KitMeeting {
  const order = meeting.canvas.zones.map(({ id }) => id)
  return {
    ...meeting,
    agenda: meeting.agenda.map((one) =>
      one.id === block ? { ...one, zones: order.filter((id) => (id === zone ? ticked : one.zones.includes(id))) } : one,
    ),
  }
}

/** Zones whose notes can be judged in this one: of this meeting and earlier ones, itself aside. */
export const judgeable = (meetings: readonly KitMeeting[], meeting: KitMeeting, zone: Zone): readonly Zone[] =>
  meetings
    .filter(({ number }) => number <= meeting.number)
    .flatMap(({ canvas }) => canvas.zones)
    .filter(({ id, answer }) => id !== zone.id && takesNotes(answer))

/** An answer of another type, with what such an answer needs to begin with. */
export function answerOf(type: AnswerType['type'], on: string): AnswerType {
  switch (type) {
    case 'votes':
      return { type, dots: 3, on }
    case 'consent':
      return { type, on }
    case 'rating':
      return { type, criteria: [{ id: 'criterion-1', title: BLANK }], on }
    case 'table':
      return {
        type,
        columns: [
          { id: 'column-1', title: BLANK },
          { id: 'column-2', title: BLANK },
        ],
      }
    default:
      return { type }
  }
}

/** A zone with another type of answer. One ballot a person is secret already, and what is about a person cannot be anonymous. */
export function withAnswer(zone: Zone, answer: AnswerType): Zone {
  const named = 'on' in answer || answer.type === 'person'
  return { ...zone, answer, mayBeAnonymous: zone.mayBeAnonymous && !named }
}

/** Takes a zone away for good: also where other zones of this meeting start from it, lead to it or judge its notes. */
export const withoutZone = (meeting: KitMeeting, id: string): KitMeeting => {
  const left = removeZone(meeting, id)
  if (left === meeting) return meeting
  return withZones(
    left,
    left.canvas.zones.map((zone) => {
      const from = zone.from?.filter((one) => one !== id)
      const leadsTo = zone.leadsTo.filter((lead) => lead.to !== 'zone' || lead.zone !== id)
      const { from: _from, ...rest } = zone
      return { ...rest, leadsTo, ...(from && from.length > 0 ? { from } : {}) }
    }),
  )
}

/** An empty block of the final canvas, its number after the highest in use; null where no more fit. */
export function newCanvasBlock(blocks: readonly CanvasBlock[]): CanvasBlock | null {
  const highest = Math.max(0, ...blocks.map(({ id }) => Number(id.slice(1))))
  return highest >= MOST || blocks.length >= 20 ? null : { id: `B${highest + 1}`, title: BLANK, question: BLANK }
}

/** Ids of the zones that lead to a block of the final canvas. */
export const leadingTo = (meetings: readonly KitMeeting[], block: string): readonly string[] =>
  meetings
    .flatMap(({ canvas }) => canvas.zones)
    .filter(({ leadsTo }) => leadsTo.some((lead) => lead.to === 'block' && lead.block === block))
    .map(({ id }) => id)

const trimmed = ({ it, en }: Bilingual): Bilingual => ({ it: it.trim(), en: en.trim() })

/** A meeting with the texts of its canvas as they are saved: without blanks around them. */
export const tidyZones = ({ canvas, ...meeting }: KitMeeting): KitMeeting => ({
  ...meeting,
  canvas: {
    ...canvas,
    title: trimmed(canvas.title),
    zones: canvas.zones.map((zone) => ({ ...zone, title: trimmed(zone.title), question: trimmed(zone.question) })),
  },
})

/** Blocks of the final canvas as they are saved. */
export const tidyBlocks = (blocks: readonly CanvasBlock[]): CanvasBlock[] =>
  blocks.map(({ id, title, question }) => ({ id, title: trimmed(title), question: trimmed(question) }))
