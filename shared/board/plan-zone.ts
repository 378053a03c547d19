import type { Zone } from '../kit/index.ts'
import { partsOnBoard } from '../lab/index.ts'
import type { Bilingual, Language } from '../words/bilingual.ts'
import type { Box } from './geometry.ts'
import type { PlanItem } from './plan.ts'
import { bottomOf, gridFor, INKS, NOTE, PAD, SIZES, textItem } from './sheet.ts'

const SPACE = 16

/** Notes a zone has room for: what is expected and half as many; a triple is three notes, a row of a table one a column. */
const roomFor = ({ answer, expected }: Zone): number => Math.ceil(expected * 1.5) * partsOnBoard(answer).length

const COLUMNS: Readonly<Record<string, Bilingual>> = {
  difficulty: { it: 'Difficoltà', en: 'Difficulty' },
  approach: { it: 'Soluzione adottata', en: 'Approach taken' },
  pointer: { it: 'Indicazione replicabile', en: 'Replicable pointer' },
  term: { it: 'Termine', en: 'Term' },
  meaning: { it: 'Che cosa vuol dire per noi', en: 'What it means to us' },
  what: { it: 'Che cosa', en: 'What' },
  who: { it: 'Chi', en: 'Who' },
  by: { it: 'Entro quando', en: 'By when' },
}

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

/** Width that a zone asks for. */
export function zoneWidth(zone: Zone): number {
  const { columns } = gridFor(roomFor(zone))
  // lanes want two notes side by side, parts of an answer one each; a title wants a line that is not a word wide
  const lanes = zone.lanes?.length ?? 1
  const parts = partsOnBoard(zone.answer).length
  const abreast = parts > 1 ? lanes * tracksOf(zone) * parts : zone.lanes ? lanes * 2 : 0
  const least = Math.max(abreast * (NOTE.width + NOTE.gap) + 2 * PAD, 760)
  // a row of parts is as wide as its columns: more would set them apart
  return parts > 1 ? least : Math.max(least, columns * (NOTE.width + NOTE.gap) - NOTE.gap + 2 * PAD)
}

/** Height of what stands above the notes of a zone, at a width. */
export function zoneHead(zone: Zone, language: Language, width: number): number {
  return bottomOf(headOf(zone, language, '', '', { left: 0, top: 0, width, height: 0 }).at(-1) as PlanItem) + SPACE * 2
}

/** Height that a zone asks for at a width. */
export function zoneHeight(zone: Zone, language: Language, width: number): number {
  const parts = partsOnBoard(zone.answer).length
  const lanes = zone.lanes?.length ?? 1
  const columns =
    parts > 1 ? lanes * tracksOf(zone) * parts : Math.max(1, Math.floor((width - 2 * PAD + NOTE.gap) / (NOTE.width + NOTE.gap)))
  const rows = Math.ceil(roomFor(zone) / columns)
  return zoneHead(zone, language, width) + rows * (NOTE.height + NOTE.gap) - NOTE.gap + PAD
}

function headOf(zone: Zone, language: Language, key: string, parent: string, { left, top, width }: Box): PlanItem[] {
  const inner = width - 2 * PAD
  const title = textItem(`${key}/title`, parent, zone.title[language], left + PAD, top + PAD, inner, { size: SIZES.title, weight: 'bold' })
  const question = textItem(`${key}/question`, parent, zone.question[language], left + PAD, bottomOf(title) + SPACE, inner, {
    size: SIZES.question,
    ink: INKS.muted,
  })
  const columns = (titles: readonly { id: string; words: string }[], above: PlanItem, style: { readonly ink?: string }): PlanItem[] =>
    titles
      .map(({ id, words }, i, all) =>
        textItem(
          `${key}/${id}`,
          parent,
          words,
          left + PAD + (inner / all.length) * i,
          bottomOf(above) + SPACE,
          inner / all.length - SPACE,
          {
            size: SIZES.small,
            weight: 'bold',
            ...style,
          },
        ),
      )
      // the tallest last: what comes below starts under it
      .toSorted((a, b) => bottomOf(a) - bottomOf(b))
  const lanes = columns(zone.lanes?.map(({ id, title: own }) => ({ id: `lane-${id}`, words: own[language] })) ?? [], question, {})
  const names = columnTitles(zone, language)
  // the columns repeat in each lane and track
  const tracks = Array.from({ length: tracksOf(zone) }, (_, track) => track + 1)
  const repeated = (zone.lanes ?? [null]).flatMap((lane) =>
    tracks.flatMap((track) => names.map((words, i) => ({ id: `column-${lane === null ? '' : `${lane.id}-`}${track}-${i + 1}`, words }))),
  )
  const heads = columns(names.length === 0 ? [] : repeated, lanes.at(-1) ?? question, { ink: INKS.action })
  return [title, question, ...lanes, ...heads]
}

/** A zone: its shape, its title, its question, its parts or lanes. */
export function planZone(zone: Zone, language: Language, key: string, parent: string, box: Box): PlanItem[] {
  const fill = zone.answer.type === 'triple' ? INKS.harvest : INKS.zone
  return [{ key, kind: 'zone', parent, box, text: '', style: { fill, border: INKS.border } }, ...headOf(zone, language, key, parent, box)]
}
