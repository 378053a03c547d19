import type { Block, KitMeeting, Zone } from '../kit/index.ts'
import { type Group, goesOnBoard, type Lab } from '../lab/index.ts'
import type { Bilingual, Language } from '../words/bilingual.ts'
import type { Box } from './geometry.ts'
import { heightOf } from './measure.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { planZone, zoneHeight, zoneWidth } from './plan-zone.ts'
import { bottomOf, GAP, INKS, PAD, SIZES, textItem } from './sheet.ts'

/** Widest a sheet grows before its zones go on in the next row. */
const SHEET_WIDTH = 4200
/** Space between the frames of an area. */
const AISLE = 240
const BAND = 260

const KINDS: Readonly<Record<Block['kind'], Bilingual>> = {
  plenary: { it: 'plenaria', en: 'plenary' },
  framing: { it: 'inquadramento', en: 'framing' },
  individual: { it: 'individuale', en: 'on your own' },
  'project-groups': { it: 'gruppi di progetto', en: 'project groups' },
  'mixed-groups': { it: 'gruppi misti', en: 'mixed groups' },
  break: { it: 'pausa', en: 'break' },
}
const WORDS = {
  meeting: { it: 'Incontro', en: 'Meeting' },
  together: { it: 'Tutti insieme', en: 'All together' },
  agenda: { it: 'Agenda', en: 'Agenda' },
  parking: { it: 'Parcheggio', en: 'Parking lot' },
  parkingHint: { it: 'Qui finisce ciò che merita un altro momento.', en: 'What deserves another moment goes here.' },
} satisfies Record<string, Bilingual>

interface Sheet {
  readonly items: PlanItem[]
  readonly box: Box
}

/** The header band of a frame: whose it is, and what it is about. */
function band(frame: string, box: Box, text: string, fill: string): PlanItem {
  return {
    key: `${frame}/band`,
    kind: 'band',
    parent: frame,
    box,
    text,
    style: { fill, ink: '#FFFFFF', size: SIZES.header, weight: 'bold', align: 'left' },
  }
}

const bandHeight = (text: string, width: number): number => Math.max(BAND, heightOf(text, width - 2 * PAD, SIZES.header, 'bold') + 2 * PAD)

/** Least width of a sheet's inside: a header that is not a word wide. */
const SHEET_LEAST = 1600

/** Zones in rows, in reading order; the zones of a row share its height, and the rows one width. */
function shelves(zones: readonly Zone[], language: Language): { zone: Zone; width: number; height: number; left: number; top: number }[] {
  const rows: { zone: Zone; width: number }[][] = []
  for (const zone of zones) {
    const width = Math.min(zoneWidth(zone), SHEET_WIDTH)
    const row = rows.at(-1)
    if (row && row.reduce((sum, one) => sum + one.width + GAP, 0) + width <= SHEET_WIDTH) row.push({ zone, width })
    else rows.push([{ zone, width }])
  }
  const lengthOf = (row: readonly { width: number }[]): number => row.reduce((sum, { width }) => sum + width, 0) + (row.length - 1) * GAP
  const widest = Math.max(SHEET_LEAST, ...rows.map(lengthOf))
  let top = 0
  return rows.flatMap((narrow) => {
    // what is left of a row is shared out, so that no sheet has a ragged edge
    const share = (widest - (narrow.length - 1) * GAP) / narrow.reduce((sum, { width }) => sum + width, 0)
    const row = narrow.map(({ zone, width }) => ({ zone, width: Math.floor(width * share) }))
    const height = Math.max(...row.map(({ zone, width }) => zoneHeight(zone, language, width)))
    let left = 0
    const placed = row.map(({ zone, width }) => {
      const one = { zone, width, height, left, top }
      left += width + GAP
      return one
    })
    top += height + GAP
    return placed
  })
}

/** A sheet of zones for one group (or for everybody), its frame's top left at the given point. */
function sheet(key: string, title: string, zones: readonly Zone[], language: Language, left: number, top: number): Sheet {
  const cells = shelves(zones, language)
  const width = Math.max(SHEET_LEAST, ...cells.map((cell) => cell.left + cell.width)) + 2 * PAD
  const head = bandHeight(title, width)
  const height = head + GAP + Math.max(0, ...cells.map((cell) => cell.top + cell.height)) + PAD
  const box = { left, top, width, height }
  const items: PlanItem[] = [
    { key, kind: 'frame', parent: null, box, text: title, style: { fill: INKS.paper } },
    band(key, { left, top, width, height: head }, title, INKS.action),
    ...cells.flatMap((cell) =>
      planZone(cell.zone, language, `${key}/${cell.zone.id}`, key, {
        left: left + PAD + cell.left,
        top: top + head + GAP + cell.top,
        width: cell.width,
        height: cell.height,
      }),
    ),
  ]
  return { items, box }
}

/** The opening sheet: what the meeting is for, its agenda, a parking lot. */
function opening(meeting: KitMeeting, language: Language, left: number, top: number): Sheet {
  const key = `m${meeting.number}`
  const width = 2600
  const inner = width - 2 * PAD
  const title = `${WORDS.meeting[language]} ${meeting.number} · ${meeting.title[language]}`
  const head = bandHeight(title, width)
  const purpose = textItem(`${key}/purpose`, key, meeting.purpose[language], left + PAD, top + head + GAP, inner, { size: SIZES.text })
  const items: PlanItem[] = [
    purpose,
    textItem(`${key}/agenda`, key, WORDS.agenda[language], left + PAD, bottomOf(purpose) + GAP, inner, {
      size: SIZES.title,
      weight: 'bold',
    }),
  ]
  for (const block of meeting.agenda) {
    const above = items.at(-1) as PlanItem
    items.push(
      textItem(
        `${key}/agenda/${block.id}`,
        key,
        `${block.minutes}′  ${block.title[language]} · ${KINDS[block.kind][language]}`,
        left + PAD,
        bottomOf(above) + 20,
        inner,
        { size: SIZES.text },
      ),
    )
  }
  const parkingTop = bottomOf(items.at(-1) as PlanItem) + GAP
  const parkingTitle = textItem(`${key}/parking/title`, key, WORDS.parking[language], left + 2 * PAD, parkingTop + PAD, inner - 2 * PAD, {
    size: SIZES.title,
    weight: 'bold',
  })
  const hint = textItem(
    `${key}/parking/hint`,
    key,
    WORDS.parkingHint[language],
    left + 2 * PAD,
    bottomOf(parkingTitle) + 16,
    inner - 2 * PAD,
    { size: SIZES.question, ink: INKS.muted },
  )
  const parking: Box = { left: left + PAD, top: parkingTop, width: inner, height: bottomOf(hint) - parkingTop + 620 }
  const height = parking.top + parking.height + PAD - top
  return {
    items: [
      { key, kind: 'frame', parent: null, box: { left, top, width, height }, text: title, style: { fill: INKS.paper } },
      band(key, { left, top, width, height: head }, title, INKS.ink),
      ...items,
      { key: `${key}/parking`, kind: 'band', parent: key, box: parking, text: '', style: { fill: INKS.plenary } },
      parkingTitle,
      hint,
    ],
    box: { left, top, width, height },
  }
}

const groupNumber = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 0)

/** Groups that write in a meeting, with the zones of their blocks: project groups, then the mixed groups of each moment. */
function writers(lab: Pick<Lab, 'groups'>, meeting: KitMeeting): { group: Group; zones: Zone[] }[] {
  const zonesOf = (fits: (block: Block) => boolean): Zone[] => {
    const ids = new Set(meeting.agenda.filter(fits).flatMap((block) => block.zones))
    return meeting.canvas.zones.filter((zone) => ids.has(zone.id) && goesOnBoard(zone.answer.type))
  }
  const groups = [...lab.groups.values()].sort((a, b) =>
    a.kind === b.kind ? (a.moment ?? 0) - (b.moment ?? 0) || groupNumber(a.key) - groupNumber(b.key) : a.kind === 'mixed' ? -1 : 1,
  )
  return groups.flatMap((group) => {
    if (group.people.length === 0 || (group.kind === 'mixed' && group.meeting !== meeting.number)) return []
    const zones = zonesOf(({ grouping }) =>
      group.kind === 'project' ? grouping.groups === 'project' : grouping.groups === 'mixed' && grouping.moment === group.moment,
    )
    return zones.length === 0 ? [] : [{ group, zones }]
  })
}

/**
 * The board of one meeting as data: opening and agenda, one sheet a group with its zones, one for everybody together. Frames stand in rows from the given
 * point; nothing overlaps, nothing leaves its frame, no text leaves its column (rules BP1–BP4).
 */
export function planMeeting(
  lab: Pick<Lab, 'kit' | 'groups' | 'language'>,
  number: number,
  at: { readonly left: number; readonly top: number } = { left: 0, top: 0 },
): BoardPlan {
  const meeting = lab.kit.meetings.find((one) => one.number === number)
  if (!meeting) return { items: [], box: { ...at, width: 0, height: 0 } }
  const { language } = lab
  const first = opening(meeting, language, at.left, at.top)
  const items = [...first.items]
  const plenary = new Set(meeting.agenda.filter(({ grouping }) => grouping.groups === 'none').flatMap((block) => block.zones))
  const zones = meeting.canvas.zones.filter((zone) => plenary.has(zone.id) && goesOnBoard(zone.answer.type))
  let right = first.box.left + first.box.width
  let bottom = first.box.top + first.box.height
  if (zones.length > 0) {
    const together = sheet(
      `m${number}/all`,
      `${WORDS.together[language]} · ${meeting.canvas.title[language]}`,
      zones,
      language,
      right + AISLE,
      at.top,
    )
    items.push(...together.items)
    right = together.box.left + together.box.width
    bottom = Math.max(bottom, together.box.top + together.box.height)
  }
  const groups = writers(lab, meeting)
  for (const kind of ['mixed', 'project'] as const) {
    const those = groups.filter(({ group }) => group.kind === kind)
    // rows of about as many sheets as columns, so that an area is neither a ribbon nor a tower
    const perRow = Math.max(1, Math.ceil(Math.sqrt(those.length)))
    let left = at.left
    let top = bottom + AISLE
    those.forEach(({ group, zones: own }, i) => {
      if (i > 0 && i % perRow === 0) {
        left = at.left
        top = bottom + AISLE
      }
      const made = sheet(`m${number}/${group.key}`, `${group.name} · ${meeting.canvas.title[language]}`, own, language, left, top)
      items.push(...made.items)
      left += made.box.width + AISLE
      right = Math.max(right, made.box.left + made.box.width)
      bottom = Math.max(bottom, made.box.top + made.box.height)
    })
  }
  return { items, box: { left: at.left, top: at.top, width: right - at.left, height: bottom - at.top } }
}
