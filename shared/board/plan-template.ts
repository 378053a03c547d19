import type { Block } from '../kit/index.ts'
import type { Language } from '../words/bilingual.ts'
import { boxAround } from './geometry.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { headingItems, placedFrame } from './plan/frame.ts'
import { shelfWidth, shelve } from './plan/shelves.ts'
import { stripItems } from './plan/strip.ts'
import { planZone } from './plan-zone.ts'
import { bandItem, bottomOf, GAP, INKS, lowest, NOTE, PAD, shiftItems, SIZES, textItem } from './sheet.ts'
import type { Template, TemplateSpace, TemplateZone } from './templates.ts'

/** Key of a template's frame; all its items have keys below it. */
const KEY = 'template'
/** Least width of a sheet's inside; with many steps it is wide enough for two of them side by side. */
const leastFor = ({ cards }: Template): number => (cards.length > 2 ? 3600 : 2400)
const SPACE = 16
/** Height of white space under its title. */
const WHITE = 640
const TIME = 300
const CIRCLE = { radius: 900, seat: { width: 360, height: 240 }, question: 800 } as const

/** Items laid out from 0, 0 on, and the height that they take. */
interface Laid {
  readonly items: readonly PlanItem[]
  readonly height: number
}

/** Nobody has written yet: room for what each zone expects. */
const shelving = (language: Language) => ({ language, expected: new Map<string, number>() })

const asZone = (zone: TemplateZone) => ({ ...zone, leadsTo: [] })

/** Lanes stand in a grid rather than side by side in one row: four are two and two, as people know them. */
const lanesPerRow = (count: number): number => (count === 4 ? 2 : count <= 3 ? count : count <= 6 ? 3 : 4)

const hasOwnFields = ({ lanes, answer }: TemplateZone): boolean =>
  lanes !== undefined && (answer.type === 'cards' || answer.type === 'sentence')

/** A zone with lanes: its title and question over a field a lane. */
function laneFields(zone: TemplateZone, language: Language, width: number): Laid {
  const key = `${KEY}/${zone.id}`
  const lanes = zone.lanes ?? []
  const title = textItem(`${key}/title`, KEY, zone.title[language], 0, 0, width, { size: SIZES.title, weight: 'bold' })
  const question = textItem(`${key}/question`, KEY, zone.question[language], 0, bottomOf(title) + SPACE, width, {
    size: SIZES.question,
    ink: INKS.muted,
  })
  const items: PlanItem[] = [title, question]
  const perRow = lanesPerRow(lanes.length)
  const own = Math.floor((width - (perRow - 1) * GAP) / perRow)
  const across = Math.max(1, Math.floor((own - 2 * PAD + NOTE.gap) / (NOTE.width + NOTE.gap)))
  const deep = Math.ceil((zone.expected * 1.5) / lanes.length / across)
  let top = bottomOf(question) + GAP / 2
  for (let from = 0; from < lanes.length; from += perRow) {
    const row = lanes.slice(from, from + perRow).map((lane, i) => {
      const left = i * (own + GAP)
      const words = textItem(`${key}/lane-${lane.id}/title`, KEY, lane.title[language], left + PAD, top + PAD, own - 2 * PAD, {
        size: SIZES.name,
        weight: 'bold',
        ink: INKS.action,
      })
      return { lane, left, words }
    })
    const height =
      lowest(
        row.map(({ words }) => words),
        top,
      ) +
      SPACE * 2 +
      deep * (NOTE.height + NOTE.gap) -
      NOTE.gap +
      PAD -
      top
    for (const { lane, left, words } of row)
      items.push(
        {
          key: `${key}/lane-${lane.id}`,
          kind: 'zone',
          parent: KEY,
          box: { left, top, width: own, height },
          text: '',
          style: { fill: INKS.zone, border: INKS.border },
        },
        words,
      )
    top += height + GAP
  }
  return { items, height: top - GAP }
}

/** Zones in reading order: those with fields of their own take the whole width, the others stand on shelves. */
function zoneItems({ zones }: Template, language: Language, width: number): Laid {
  const items: PlanItem[] = []
  let top = 0
  let shelf: TemplateZone[] = []
  const close = (): void => {
    if (shelf.length === 0) return
    const { cells, height } = shelve(shelving(language), shelf.map(asZone), () => [], width, width)
    for (const cell of cells)
      items.push(
        ...planZone(cell.zone, { language, sectors: [] }, `${KEY}/${cell.zone.id}`, KEY, {
          left: cell.left,
          top: top + cell.top,
          width: cell.width,
          height: cell.height,
        }),
      )
    top += height + GAP
    shelf = []
  }
  for (const zone of zones) {
    if (!hasOwnFields(zone)) {
      shelf.push(zone)
      continue
    }
    close()
    const fields = laneFields(zone, language, width)
    items.push(...shiftItems(fields.items, 0, top))
    top += fields.height + GAP
  }
  close()
  return { items, height: Math.max(0, top - GAP) }
}

function spaceItems(rows: readonly (readonly TemplateSpace[])[], language: Language, width: number): Laid {
  const items: PlanItem[] = []
  let top = 0
  for (const row of rows) {
    const own = Math.floor((width - (row.length - 1) * GAP) / row.length)
    const cells = row.map(({ id, title, question }, i) => {
      const key = `${KEY}/${id}`
      const left = i * (own + GAP)
      const inner = own - 2 * PAD
      const name = textItem(`${key}/title`, KEY, title[language], left + PAD, top + PAD, inner, {
        size: SIZES.about,
        weight: 'bold',
        ink: INKS.action,
      })
      const asked = question
        ? [
            textItem(`${key}/question`, KEY, question[language], left + PAD, bottomOf(name) + SPACE, inner, {
              size: SIZES.question,
              ink: INKS.muted,
            }),
          ]
        : []
      return { key, left, words: [name, ...asked] }
    })
    const height =
      lowest(
        cells.flatMap(({ words }) => words),
        top,
      ) +
      WHITE -
      top
    for (const { key, left, words } of cells)
      items.push(bandItem(key, KEY, { left, top, width: own, height }, INKS.zone, INKS.border), ...words)
    top += height + GAP
  }
  return { items, height: Math.max(0, top - GAP) }
}

function rowItems({ rows }: Template, language: Language, width: number): Laid {
  const items: PlanItem[] = []
  let top = 0
  for (const { id, time, title, about } of rows) {
    const key = `${KEY}/row-${id}`
    const name = textItem(key, KEY, title[language], TIME, top, width - TIME, { size: SIZES.prompt, weight: 'bold' })
    const below = textItem(`${key}/about`, KEY, about[language], TIME, bottomOf(name), width - TIME, {
      size: SIZES.question,
      ink: INKS.muted,
    })
    items.push(textItem(`${key}/time`, KEY, time, 0, top, TIME - 20, { size: SIZES.prompt, weight: 'bold', ink: INKS.action }), name, below)
    top = bottomOf(below) + 30
  }
  return { items, height: Math.max(0, top - 30) }
}

/** Places around a question, the first at the top. */
function circleItems({ seats, question }: NonNullable<Template['circle']>, language: Language, width: number): Laid {
  const { radius, seat } = CIRCLE
  const centre = { x: width / 2, y: radius + seat.height / 2 }
  const places = Array.from({ length: seats }, (_, i): PlanItem => {
    const angle = (2 * Math.PI * i) / seats
    const at = { x: Math.round(centre.x + radius * Math.sin(angle)), y: Math.round(centre.y - radius * Math.cos(angle)) }
    return bandItem(`${KEY}/seat-${i + 1}`, KEY, boxAround(at, seat.width, seat.height), INKS.zone, INKS.border)
  })
  const words = textItem(`${KEY}/circle`, KEY, question[language], centre.x - CIRCLE.question / 2, 0, CIRCLE.question, {
    size: SIZES.title,
    weight: 'bold',
    align: 'center',
    ink: INKS.action,
  })
  return {
    items: [...places, ...shiftItems([words], 0, Math.round(centre.y - words.box.height / 2))],
    height: 2 * radius + seat.height,
  }
}

/** Cards of what there is to do, as the sheets of groups have them. */
const blockOf = ({ groups: _groups, moment: _moment, size: _size, zones: _zones, ...block }: Template['cards'][number]): Block => ({
  ...block,
  grouping: { groups: 'none' },
  zones: [],
})

/**
 * A template as a plan of one frame, its top left at a point: heading, what there is to do, fields, white space, whose idea it is. Nothing overlaps, nothing leaves
 * the frame, no text leaves its column (rules TP1–TP4).
 */
export function planTemplate(
  template: Template,
  language: Language,
  at: { readonly left: number; readonly top: number } = { left: 0, top: 0 },
): BoardPlan {
  const plain = template.zones.filter((zone) => !hasOwnFields(zone)).map(asZone)
  const least = leastFor(template)
  const scene = shelving(language)
  const inner =
    plain.length === 0 ? least : Math.max(least, shelve(scene, plain, () => [], shelfWidth(scene, plain, least, 900), least).width)
  const width = inner + 2 * PAD
  const head = headingItems(KEY, { name: template.title[language], about: template.about[language], fill: INKS.ink }, width)
  const strip = stripItems(template.cards.map(blockOf), language, KEY, PAD, head.height + GAP, inner)
  const items: PlanItem[] = [...head.items, ...strip.items]
  let top = head.height + GAP + strip.height
  const parts = [
    rowItems(template, language, inner),
    ...(template.circle ? [circleItems(template.circle, language, inner)] : []),
    zoneItems(template, language, inner),
    spaceItems(template.spaces, language, inner),
  ]
  for (const part of parts) {
    if (part.items.length === 0) continue
    items.push(...shiftItems(part.items, PAD, top))
    top += part.height + GAP
  }
  if (template.credit) {
    const credit = textItem(`${KEY}/credit`, KEY, template.credit[language], PAD, top, inner, { size: SIZES.small, ink: INKS.muted })
    items.push(credit)
    top = bottomOf(credit) + GAP
  }
  const height = Math.ceil(top - GAP + PAD)
  const draft = { key: KEY, title: template.title[language], width, height, items }
  return { items: placedFrame(draft, at.left, at.top), box: { left: at.left, top: at.top, width, height } }
}
