import type { Sector, Zone } from '../kit/index.ts'
import { partsOnBoard } from '../lab/index.ts'
import { threads } from '../look/tokens.ts'
import type { Language } from '../words/bilingual.ts'
import { type Box, shifted } from './geometry.ts'
import type { PlanItem } from './plan.ts'
import { type CardNote, cardItems } from './plan/cards.ts'
import { COLUMNS, WORDS } from './plan/words.ts'
import { bandItem, bottomOf, gridFor, INKS, lowest, NOTE, PAD, SIZES, textItem } from './sheet.ts'

const SPACE = 16
/** The thread along the left of what was carried over. */
const THREAD = 14

/** Notes a zone has room for: what is expected and half as many; a triple is three notes, a row of a table one a column. */
const roomFor = ({ answer, expected }: Zone): number => Math.ceil(expected * 1.5) * partsOnBoard(answer).length

/** Titles of the columns in which the parts of an answer stand; none for an answer of one text. */
function columnTitles({ answer }: Zone, language: Language): string[] {
  if (answer.type === 'table') return answer.columns.map(({ title }) => title[language])
  const parts = partsOnBoard(answer)
  return parts.length === 1 ? [] : parts.map((part) => COLUMNS[part]?.[language] ?? part)
}

/** Widest that the notes of a zone grow side by side. */
const WIDEST = 4000

/**
 * How many answers of several parts stand side by side in a lane: as many as make the zone about half again as wide as high, so that none is a tower. One
 * for answers of one text, which fill their rows by themselves.
 */
export function tracksOf(zone: Zone): number {
  const parts = partsOnBoard(zone.answer).length
  if (parts === 1) return 1
  const lanes = zone.lanes?.length ?? 1
  const answers = Math.ceil(zone.expected * 1.5)
  const shapeAt = (tracks: number) =>
    (lanes * tracks * parts * (NOTE.width + NOTE.gap)) / (Math.ceil(answers / (lanes * tracks)) * (NOTE.height + NOTE.gap))
  let best = 1
  for (let tracks = 2; tracks <= 6 && lanes * tracks * parts * (NOTE.width + NOTE.gap) <= WIDEST; tracks++)
    if (Math.abs(Math.log(shapeAt(tracks) / 1.6)) < Math.abs(Math.log(shapeAt(best) / 1.6))) best = tracks
  return best
}

/** Width that a zone asks for; `cards`: how many notes of earlier meetings are expected in it, which would make a narrow zone a tower. */
export function zoneWidth(zone: Zone, cards = 0): number {
  const { columns } = gridFor(roomFor(zone))
  // lanes want two notes side by side, parts of an answer one each; a title wants a line that is not a word wide
  const lanes = zone.lanes?.length ?? 1
  const parts = partsOnBoard(zone.answer).length
  const abreast = parts > 1 ? lanes * tracksOf(zone) * parts : zone.lanes ? lanes * 2 : 0
  const least = Math.max(abreast * (NOTE.width + NOTE.gap) + 2 * PAD, 760, cards >= 10 ? 1760 : cards >= 4 ? 1240 : 0)
  // a row of parts is as wide as its columns: more would set them apart
  return parts > 1 ? least : Math.max(least, columns * (NOTE.width + NOTE.gap) - NOTE.gap + 2 * PAD)
}

/** Height of what stands above the notes of a zone, at a width; what was carried into it comes on top of this (`carriedHeight`). */
export function zoneHead(zone: Zone, language: Language, width: number): number {
  const { words, columns } = headOf(zone, language, [], width)
  return lowest([...words, ...columns], 0) + SPACE * 2
}

/** Key of the strip that holds what was carried into a zone. */
export const carriedKeyOf = (zone: string): string => `${zone}/from`

/** Room that a strip of carried notes takes from the notes below it. */
export const stripRoom = (strip: { readonly height: number }): number => strip.height + SPACE

/** What was carried into a zone: a strip with a thread along its left, a card each. */
function carriedItems(
  notes: readonly CardNote[],
  language: Language,
  key: string,
  parent: string,
  left: number,
  top: number,
  width: number,
): PlanItem[] {
  if (notes.length === 0) return []
  const own = carriedKeyOf(key)
  const x = left + THREAD + SPACE
  const inner = width - THREAD - 2 * SPACE
  const title = textItem(`${own}/title`, parent, WORDS.carried[language], x, top + SPACE, inner, {
    size: SIZES.question,
    weight: 'bold',
    ink: INKS.action,
  })
  const cards = cardItems(notes, `${own}/`, parent, x, bottomOf(title) + SPACE, inner)
  const height = bottomOf(title) + SPACE + cards.height + SPACE - top
  return [
    bandItem(own, parent, { left, top, width, height }, INKS.harvest),
    bandItem(`${own}/thread`, parent, { left, top, width: THREAD, height }, INKS.action),
    title,
    ...cards.items,
  ]
}

/** Room that is taken by what was carried into a zone. */
function carriedRoom(notes: readonly CardNote[], language: Language, width: number): number {
  const [strip] = carriedItems(notes, language, '', '', 0, 0, width - 2 * PAD)
  return strip ? stripRoom(strip.box) : 0
}

/** Height that a zone asks for at a width. */
export function zoneHeight(zone: Zone, language: Language, width: number, carried: readonly CardNote[] = []): number {
  const parts = partsOnBoard(zone.answer).length
  const lanes = zone.lanes?.length ?? 1
  // notes in a row: in each lane as many as `freeSlots` puts there
  const across =
    parts > 1
      ? lanes * tracksOf(zone) * parts
      : lanes * Math.max(1, Math.floor(((width - 2 * PAD) / lanes + NOTE.gap) / (NOTE.width + NOTE.gap)))
  const rows = Math.ceil(roomFor(zone) / across)
  return Math.ceil(
    zoneHead(zone, language, width) + carriedRoom(carried, language, width) + rows * (NOTE.height + NOTE.gap) - NOTE.gap + PAD,
  )
}

interface Head {
  /** Title and question. */
  readonly words: readonly PlanItem[]
  /** Titles of lanes and of parts: right above the notes. */
  readonly columns: readonly PlanItem[]
}

/** Heads already laid out, for a zone of a kit: fifty groups have the same. */
const heads = new WeakMap<Zone, Map<string, Head>>()
const HEADS_MOST = 40

/** What stands above the notes of a zone that is so wide, its top left at 0, 0; keys without the zone's. */
function headOf(zone: Zone, language: Language, sectors: readonly Sector[], width: number): Head {
  const known = heads.get(zone) ?? new Map<string, Head>()
  heads.set(zone, known)
  const key = `${language} ${width} ${zone.lanes ? sectors.map(({ id, thread }) => `${id}=${thread}`).join() : ''}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= HEADS_MOST) known.clear()
  const head = makeHead(zone, language, sectors, width)
  known.set(key, head)
  return head
}

function makeHead(zone: Zone, language: Language, sectors: readonly Sector[], width: number): Head {
  const inner = width - 2 * PAD
  const title = textItem('/title', '', zone.title[language], PAD, PAD, inner, { size: SIZES.title, weight: 'bold' })
  const question = textItem('/question', '', zone.question[language], PAD, bottomOf(title) + SPACE, inner, {
    size: SIZES.question,
    ink: INKS.muted,
  })
  const columns = (titles: readonly { id: string; words: string; ink: string; size: number }[], above: number): PlanItem[] =>
    titles.map(({ id, words, ink, size }, i, all) =>
      textItem(`/${id}`, '', words, PAD + (inner / all.length) * i, above + SPACE, inner / all.length - SPACE, {
        size,
        weight: 'bold',
        ink,
      }),
    )
  // a lane that is a sector's wears its shape beside its name and colour; a dash as wide keeps the room in others, so that heads are as high without the sectors
  const lanes = columns(
    zone.lanes?.map(({ id, title: own }) => {
      const sector = sectors.find((one) => one.id === id)
      const thread = sector && threads[sector.thread]
      return { id: `lane-${id}`, words: `${thread?.glyph ?? '—'} ${own[language]}`, ink: thread?.light ?? INKS.ink, size: SIZES.text }
    }) ?? [],
    bottomOf(question),
  )
  const names = columnTitles(zone, language)
  // the columns repeat in each lane and track
  const tracks = Array.from({ length: tracksOf(zone) }, (_, track) => track + 1)
  const repeated = (zone.lanes ?? [null]).flatMap((lane) =>
    tracks.flatMap((track) =>
      names.map((words, i) => ({
        id: `column-${lane === null ? '' : `${lane.id}-`}${track}-${i + 1}`,
        words,
        ink: INKS.action,
        size: SIZES.small,
      })),
    ),
  )
  return { words: [title, question], columns: [...lanes, ...columns(repeated, lowest(lanes, bottomOf(question)))] }
}

/** What a zone of a plan is made of, beside the kit's zone. */
export interface ZoneDress {
  readonly language: Language
  readonly sectors: readonly Sector[]
  readonly carried?: readonly CardNote[]
}

/** A zone: its shape, its title and question, what was carried into it, its lanes or parts. */
export function planZone(zone: Zone, { language, sectors, carried = [] }: ZoneDress, key: string, parent: string, box: Box): PlanItem[] {
  const fill = zone.answer.type === 'triple' ? INKS.harvest : INKS.zone
  const head = headOf(zone, language, sectors, box.width)
  const words = placed(head.words, key, parent, box.left, box.top)
  const below = lowest(words, box.top) + SPACE
  const strip = carriedItems(carried, language, key, parent, box.left + PAD, below, box.width - 2 * PAD)
  const room = strip[0] ? stripRoom(strip[0].box) : 0
  return [
    { key, kind: 'zone', parent, box, text: '', style: { fill, border: INKS.border } },
    ...words,
    ...strip,
    ...placed(head.columns, key, parent, box.left, box.top + room),
  ]
}

const placed = (items: readonly PlanItem[], key: string, parent: string, x: number, y: number): PlanItem[] =>
  items.map((item) => ({ ...item, key: `${key}${item.key}`, parent, box: shifted(item.box, x, y) }))
