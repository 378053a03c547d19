import type { Block, Zone } from '../../kit/index.ts'
import { goesOnBoard, zoneKey } from '../../lab/index.ts'
import type { PlanItem } from '../plan.ts'
import { planZone, zoneHeight } from '../plan-zone.ts'
import { bandItem, GAP, INKS, lowest, PAD, SIZES, textItem, toneOf } from '../sheet.ts'
import { type Draft, evenRows, grown, headingItems, misshape } from './frame.ts'
import { blocksOf, EVERYBODY, partOf, type Scene, type Wall, type Writer, zonesOf } from './scene.ts'
import { askedWidth, shelfWidth, shelve } from './shelves.ts'
import { stripItems } from './strip.ts'
import { SHEET } from './welcome.ts'
import { PARTS, WORDS } from './words.ts'

/** Least width of a sheet's inside: a header that is not a word wide. */
const LEAST = 2200

const carriedIn =
  ({ carried, meeting }: Scene, writer: Writer) =>
  (zone: Zone) =>
    carried.get(zoneKey(meeting.number, writer.key, zone.id)) ?? []

/** A sheet of one writer: what there is to do, and the zones. Null where there is neither. */
function writerSheet(scene: Scene, writer: Writer, width: number): Draft | null {
  const { area, language, sectors, meeting } = scene
  const zones = zonesOf(scene, writer, null)
  const key = `${area}/${writer.key}`
  const blocks = blocksOf(scene, writer)
  // what is gathered on a wall is asked there
  const own = blocks.filter(({ zones: ids }) => ids.length === 0 || ids.some((id) => zones.some((zone) => zone.id === id)))
  if (zones.length === 0 && own.length === 0) return null
  const { cells, width: wide, height } = shelve(scene, zones, carriedIn(scene, writer), width, LEAST)
  const inner = Math.max(LEAST, wide)
  const heading = {
    name: writer.name,
    about: `${WORDS.meeting[language]} ${meeting.number} · ${meeting.canvas.title[language]}`,
    fill: toneOf(writer.number),
    badge: String(writer.number),
  }
  const head = headingItems(key, heading, inner + 2 * PAD)
  const strip = stripItems(own, language, key, PAD, head.height + GAP, inner)
  const top = head.height + GAP + strip.height
  const items = [
    ...head.items,
    ...strip.items,
    ...cells.flatMap((cell) =>
      planZone(cell.zone, { language, sectors, carried: carriedIn(scene, writer)(cell.zone) }, `${key}/${cell.zone.id}`, key, {
        left: PAD + cell.left,
        top: top + cell.top,
        width: cell.width,
        height: cell.height,
      }),
    ),
  ]
  return {
    key,
    title: `${writer.number} · ${writer.name}`,
    width: inner + 2 * PAD,
    height: cells.length > 0 ? top + height + PAD : top - GAP + PAD,
    items,
  }
}

/** Sheets of writers who do the same, as large as one another, so that they stand in rows. */
function writerSheets(scene: Scene, writers: readonly Writer[]): Draft[] {
  const [first] = writers
  if (!first) return []
  const width = shelfWidth(scene, zonesOf(scene, first, null), LEAST, 900)
  const sheets = writers.flatMap((writer) => writerSheet(scene, writer, width) ?? [])
  const largest = { width: Math.max(...sheets.map((one) => one.width)), height: Math.max(...sheets.map((one) => one.height)) }
  return sheets.map((sheet) => grown(sheet, largest.width, largest.height))
}

/** A moment in which mixed groups only talk: one sheet for all, with the prompt and a tile a group. */
function talkSheet(scene: Scene, moment: number, writers: readonly Writer[]): Draft | null {
  const { area, language, meeting } = scene
  const [first] = writers
  if (!first) return null
  const key = `${area}/x${moment}`
  const blocks = blocksOf(scene, first)
  if (blocks.length === 0) return null
  const name = blocks.map(({ title }) => title[language]).join(' · ')
  const inner = SHEET - 2 * PAD
  const head = headingItems(key, { name, about: WORDS.tables[language], fill: INKS.action }, SHEET)
  const strip = stripItems(blocks, language, key, PAD, head.height + GAP, inner)
  const items: PlanItem[] = [...head.items, ...strip.items]
  const perRow = Math.min(writers.length, 5)
  const width = (inner - (perRow - 1) * GAP) / perRow
  let top = head.height + GAP + strip.height
  for (let from = 0; from < writers.length; from += perRow) {
    const row = writers.slice(from, from + perRow).map((writer, i) => {
      const left = PAD + i * (width + GAP)
      const words = textItem(`${key}/${writer.key}/name`, key, `${writer.number} · ${writer.name}`, left + 24, top + 24, width - 48, {
        size: SIZES.text,
        weight: 'bold',
      })
      return { writer, left, words }
    })
    const height = Math.max(300, ...row.map(({ words }) => words.box.height + 160))
    for (const { writer, left, words } of row)
      items.push(bandItem(`${area}/${writer.key}`, key, { left, top, width, height }, INKS.zone, INKS.border), words)
    top += height + GAP
  }
  return { key, title: `${WORDS.meeting[language]} ${meeting.number} · ${name}`, width: SHEET, height: top - GAP + PAD, items }
}

/** Sheets of the groups of a meeting: those of each mixed moment, then those of the projects; each list is one block of rows. */
export function groupSheets(scene: Scene): Draft[][] {
  const { writers } = scene
  const moments = [...new Set(writers.flatMap(({ moment }) => (moment === null ? [] : [moment])))]
  return [
    ...moments.map((moment) => {
      const those = writers.filter((writer) => writer.moment === moment)
      const [first] = those
      // with a zone of their own, on a wall even, each has a sheet
      if (first && zonesOf(scene, first, null).length > 0) return writerSheets(scene, those)
      return [talkSheet(scene, moment, those)].flatMap((sheet) => sheet ?? [])
    }),
    writerSheets(
      scene,
      writers.filter(({ kind }) => kind === 'project'),
    ),
  ].filter((sheets) => sheets.length > 0)
}

/** Groups that a wall's frame holds: more could not be taken in at a look, and a group that comes later moves none of the others to another frame. */
const ON_A_WALL = 12
const LABEL = 120

/** A wall: the zones of all groups side by side, so that a plenary sees them together; one frame for twelve writers. */
export function wallSheets(scene: Scene, wall: Wall, least: number): Draft[] {
  const { area, language, meeting, writers } = scene
  const all = [EVERYBODY, ...writers.toSorted((a, b) => Number(a.kind === 'mixed') - Number(b.kind === 'mixed'))].flatMap((writer) => {
    const zones = zonesOf(scene, writer, wall)
    return zones.length === 0 ? [] : [{ writer, zones }]
  })
  const blocks = wallBlocks(scene, wall)
  if (all.length === 0 && blocks.length === 0) return []
  const key = `${area}/${wall === 'plenary' ? 'all' : wall}`
  const name = PARTS[wall][language]
  const frames = Array.from({ length: Math.max(1, Math.ceil(all.length / ON_A_WALL)) }, (_, i) =>
    all.slice(i * ON_A_WALL, (i + 1) * ON_A_WALL),
  )
  return frames.map((cells, i) => {
    const own = i === 0 ? key : `${key}-${i + 1}`
    const range = frames.length > 1 ? ` ${i + 1}/${frames.length}` : ''
    const { items, width, height } = wallCells(scene, cells, own, least - 2 * PAD)
    const inner = Math.max(least - 2 * PAD, width)
    const head = headingItems(
      own,
      {
        name: `${name}${range}`,
        about: `${WORDS.meeting[language]} ${meeting.number} · ${meeting.canvas.title[language]}`,
        fill: INKS.action,
      },
      inner + 2 * PAD,
    )
    const strip = stripItems(blocks, language, own, PAD, head.height + GAP, inner)
    const top = head.height + GAP + strip.height
    const body =
      cells.length === 0
        ? spaceItems(scene, own, top, inner)
        : items.map((item) => ({ ...item, box: { ...item.box, left: item.box.left + PAD, top: item.box.top + top } }))
    return {
      key: own,
      title: `${WORDS.meeting[language]} ${meeting.number} · ${name}${range}`,
      width: inner + 2 * PAD,
      height: Math.max(top + (cells.length === 0 ? 0 : height), lowest(body, 0)) + PAD,
      items: [...head.items, ...strip.items, ...body],
    }
  })
}

/** Free space where everybody works together and no zone asks anything. */
function spaceItems({ language }: Scene, frame: string, top: number, width: number): PlanItem[] {
  const words = textItem(`${frame}/space/title`, frame, WORDS.space[language], 2 * PAD, top + PAD, width - 2 * PAD, {
    size: SIZES.about,
    weight: 'bold',
    ink: INKS.action,
  })
  return [bandItem(`${frame}/space`, frame, { left: PAD, top, width, height: 1000 }, INKS.zone, INKS.border), words]
}

/** What is asked at a wall: blocks of which at least half of the zones stand there; at the plenary's also those in which everybody only talks or votes. */
function wallBlocks(scene: Scene, wall: Wall): Block[] {
  const { meeting, writers } = scene
  const all = [EVERYBODY, ...writers]
  const standing = (where: Wall): ReadonlySet<string> =>
    new Set(all.flatMap((writer) => zonesOf(scene, writer, where).map(({ id }) => `${writer.kind}/${writer.moment} ${id}`)))
  const here = standing(wall)
  const share = (block: Block): number => {
    const { grouping } = block
    const who = grouping.groups === 'none' ? 'all/null' : grouping.groups === 'project' ? 'project/null' : `mixed/${grouping.moment}`
    const ids = block.zones.filter((id) => meeting.canvas.zones.some((zone) => zone.id === id && goesOnBoard(zone.answer.type)))
    return ids.length === 0 ? 0 : ids.filter((id) => here.has(`${who} ${id}`)).length / ids.length
  }
  return meeting.agenda.filter((block) => {
    if (block.kind === 'break') return false
    if (share(block) >= 0.5) return true
    return wall === 'plenary' && block.grouping.groups === 'none' && partOf(scene, block) === 'plenary'
  })
}

interface WallCell {
  readonly writer: Writer
  readonly zones: readonly Zone[]
}

/** Cells of a wall, its top left at 0, 0: each writer's name over their zones; everybody's zones lie on shelves. */
function wallCells(
  scene: Scene,
  cells: readonly WallCell[],
  frame: string,
  least: number,
): { readonly items: PlanItem[]; readonly width: number; readonly height: number } {
  const { area, language, sectors } = scene
  const items: PlanItem[] = []
  const together = cells.find(({ writer }) => writer.kind === 'all')
  const dress = (writer: Writer, zone: Zone) => ({ language, sectors, carried: carriedIn(scene, writer)(zone) })
  const groups = cells.filter(({ writer }) => writer.kind !== 'all')
  const asked = Math.max(0, ...groups.flatMap(({ zones }) => zones.map(askedWidth(scene))))
  const tallest = Math.max(
    0,
    ...groups.map(
      ({ writer, zones }) =>
        LABEL + zones.reduce((sum, zone) => sum + zoneHeight(zone, language, asked, carriedIn(scene, writer)(zone)) + GAP, 0),
    ),
  )
  const faultAt = (count: number): number => misshape(count * (asked + GAP), Math.ceil(groups.length / count) * (tallest + GAP) + 900, 2)
  const columns = evenRows(groups.length).reduce((best, one) => (faultAt(one) < faultAt(best) ? one : best), Math.max(1, groups.length))
  let width = Math.max(least, columns * asked + (columns - 1) * GAP)
  let top = 0
  if (together) {
    const shelf = shelve(
      scene,
      together.zones,
      carriedIn(scene, together.writer),
      Math.max(width, shelfWidth(scene, together.zones, width, 900)),
      width,
    )
    for (const { zone, ...cell } of shelf.cells)
      items.push(
        ...planZone(zone, dress(together.writer, zone), `${area}/all/${zone.id}`, frame, {
          left: cell.left,
          top: cell.top,
          width: cell.width,
          height: cell.height,
        }),
      )
    width = shelf.width
    top = shelf.height + GAP
  }
  const wide = Math.floor((width - (columns - 1) * GAP) / columns)
  for (let from = 0; from < groups.length; from += columns) {
    const row = groups.slice(from, from + columns)
    const labels = row.map(({ writer }, i) => {
      const name = `${writer.number} · ${writer.name}`
      return textItem(`${frame}/of-${writer.key}/name`, frame, name, i * (wide + GAP) + PAD, top, wide - 2 * PAD, {
        size: SIZES.about,
        weight: 'bold',
        ink: INKS.onAction,
      })
    })
    const label = Math.max(LABEL, ...labels.map(({ box }) => box.height + 30))
    // zones one under another; those of a row begin and end at the same height
    const deepest = Math.max(...row.map(({ zones }) => zones.length))
    const heights = Array.from({ length: deepest }, (_, n) =>
      Math.max(
        ...row.flatMap(({ writer, zones }) => (zones[n] ? [zoneHeight(zones[n], language, wide, carriedIn(scene, writer)(zones[n]))] : [])),
      ),
    )
    for (const [i, { writer, zones }] of row.entries()) {
      const left = i * (wide + GAP)
      const words = labels[i] as PlanItem
      items.push(bandItem(`${frame}/of-${writer.key}`, frame, { left, top, width: wide, height: label }, toneOf(writer.number)), {
        ...words,
        box: { ...words.box, top: top + (label - words.box.height) / 2 },
      })
      let y = top + label + 16
      for (const [n, zone] of zones.entries()) {
        const height = heights[n] ?? 0
        items.push(...planZone(zone, dress(writer, zone), `${area}/${writer.key}/${zone.id}`, frame, { left, top: y, width: wide, height }))
        y += height + GAP
      }
    }
    top += label + 16 + heights.reduce((sum, height) => sum + height + GAP, 0)
  }
  return { items, width, height: top - GAP }
}
