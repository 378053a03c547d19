import type { Zone } from '../../kit/index.ts'
import type { PlanItem } from '../plan.ts'
import { isUsable, isBallot, kitZone, type Tally } from '../../lab/index.ts'
import { bandItem, bottomOf, GAP, INKS, lowest, PAD, SIZES, textItem } from '../sheet.ts'
import { decimal } from '../../words/numbers.ts'
import { type Draft, headingItems } from './frame.ts'
import { sourceLink } from './links.ts'
import { saidIn } from './said.ts'
import { blocksOf, EVERYBODY, partOf, type Scene } from './scene.ts'
import { stripItems } from './strip.ts'
import { PARTS, WORDS } from './words.ts'

const WHITE = 1000

/** A sheet for each block that is listened to: what it is about, and white space for questions. */
export function framingSheets(scene: Scene, width: number): Draft[] {
  const inner = width - 2 * PAD
  const { area, language, meeting } = scene
  return blocksOf(scene, EVERYBODY)
    .filter((block) => block.kind !== 'break' && partOf(scene, block) === 'framing')
    .map((block) => {
      const key = `${area}/framing/${block.id}`
      const name = block.title[language]
      const head = headingItems(key, { name, about: PARTS.framing[language], fill: INKS.muted }, width)
      const strip = stripItems([block], language, key, PAD, head.height + GAP, inner)
      const top = head.height + GAP + strip.height
      const words = textItem(`${key}/questions`, key, WORDS.questions[language], 2 * PAD, top + PAD, inner - 2 * PAD, {
        size: SIZES.about,
        weight: 'bold',
        ink: INKS.action,
      })
      const box = { left: PAD, top, width: inner, height: bottomOf(words) + WHITE - top }
      return {
        key,
        title: `${WORDS.meeting[language]} ${meeting.number} · ${name}`,
        width,
        height: top + box.height + PAD,
        items: [...head.items, ...strip.items, bandItem(`${key}/space`, key, box, INKS.zone, INKS.border), words],
      }
    })
}

/** What somebody set aside, with room for it. */
export function parkingSheet({ area, language, meeting }: Scene, width: number): Draft {
  const key = `${area}/parking`
  const name = PARTS.parking[language]
  const head = headingItems(key, { name, about: WORDS.parkingHint[language], fill: INKS.muted }, width)
  const box = { left: PAD, top: head.height + GAP, width: width - 2 * PAD, height: WHITE }
  return {
    key,
    title: `${WORDS.meeting[language]} ${meeting.number} · ${name}`,
    width,
    height: box.top + box.height + PAD,
    items: [...head.items, bandItem(`${key}/space`, key, box, INKS.zone, INKS.border)],
  }
}

/** Most lines of a result: the first ones are what a plenary talks about. */
const RESULT_LINES = 10

interface Line {
  /** `con_…`, or what was chosen. */
  readonly id: string
  readonly count: string
  readonly text: string
  readonly note?: string
}

function linesOf(scene: Scene, { answer }: Zone, tally: Tally): Line[] {
  const { lab, language } = scene
  const ofNote = (id: string, count: string): Line[] => {
    const note = lab.contributions.get(id)
    if (!note || !isUsable(note)) return []
    return [{ id, count, text: saidIn(note.answer, kitZone(lab, note.meeting, note.zone), language), note: id }]
  }
  const ranked = (amounts: readonly (readonly [string, number])[]): string[] =>
    amounts
      .filter(([, amount]) => amount > 0)
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([id]) => id)
  if (answer.type === 'votes') return ranked(Object.entries(tally.dots)).flatMap((id) => ofNote(id, String(tally.dots[id] ?? 0)))
  if (answer.type === 'rating') {
    const mean = (id: string, criterion: string): number => {
      const score = tally.scores[id]?.[criterion]
      return score && score.count > 0 ? score.sum / score.count : 0
    }
    const total = (id: string): number => answer.criteria.reduce((sum, { id: one }) => sum + mean(id, one), 0) / answer.criteria.length
    return ranked(Object.keys(tally.scores).map((id) => [id, total(id)])).flatMap((id) =>
      ofNote(id, decimal(total(id), language)).map((line) => ({
        ...line,
        text: `${line.text}\n${answer.criteria.map((one) => `${one.title[language]} ${decimal(mean(id, one.id), language)}`).join(' · ')}`,
      })),
    )
  }
  return (['agree', 'can-live-with', 'objection'] as const).map((id) => ({
    id,
    count: String(tally.consents[id]),
    text: WORDS[id][language],
  }))
}

function resultItems(scene: Scene, zone: Zone, frame: string, left: number, top: number, width: number): PlanItem[] {
  const { language, lab, meeting } = scene
  const key = `${frame}/of-${zone.id}`
  const inner = width - 2 * PAD
  const x = left + PAD
  const title = textItem(`${key}/title`, frame, zone.title[language], x, top + PAD, inner, { size: SIZES.title, weight: 'bold' })
  const question = textItem(`${key}/question`, frame, zone.question[language], x, bottomOf(title) + 16, inner, {
    size: SIZES.question,
    ink: INKS.muted,
  })
  const items = [title, question]
  const tally = lab.results.get(`${meeting.number}/${zone.id}`)
  let y = bottomOf(question) + 32
  const say = (id: string, text: string): void => {
    const item = textItem(`${key}/${id}`, frame, text, x, y, inner, { size: SIZES.text, ink: INKS.muted })
    items.push(item)
    y = bottomOf(item) + 24
  }
  if (!tally) say('state', WORDS.resultsYet[language])
  else if (tally.ballots === 0) say('state', WORDS.resultsNone[language])
  else {
    say('state', `${tally.ballots} ${(tally.ballots === 1 ? WORDS.ballot : WORDS.ballots)[language]}`)
    for (const line of linesOf(scene, zone, tally).slice(0, RESULT_LINES)) {
      const note = line.note === undefined ? undefined : lab.contributions.get(line.note)
      const words = textItem(
        `${key}/${line.id}`,
        frame,
        line.text,
        x + 190,
        y,
        inner - 190,
        { size: SIZES.text },
        note ? [sourceLink(lab, note)] : [],
      )
      items.push(
        textItem(`${key}/${line.id}/count`, frame, line.count, x, y, 170, { size: SIZES.text, weight: 'bold', ink: INKS.action }),
        words,
      )
      y = bottomOf(words) + 24
    }
  }
  return items
}

/** Where the outcome of secret ballots can be seen once it was revealed; null where the meeting has none. */
export function resultsSheet(scene: Scene, width: number): Draft | null {
  const { area, language, meeting } = scene
  const asked = new Set(meeting.agenda.flatMap(({ zones }) => zones))
  const zones = meeting.canvas.zones.filter(({ id, answer }) => asked.has(id) && isBallot(answer.type))
  if (zones.length === 0) return null
  const key = `${area}/results`
  const head = headingItems(key, { name: WORDS.results[language], about: WORDS.resultsAbout[language], fill: INKS.action }, width)
  const items: PlanItem[] = [...head.items]
  const perRow = Math.min(2, zones.length)
  const own = (width - 2 * PAD - (perRow - 1) * GAP) / perRow
  let top = head.height + GAP
  for (let from = 0; from < zones.length; from += perRow) {
    const row = zones
      .slice(from, from + perRow)
      .map((zone, i) => ({ zone, left: PAD + i * (own + GAP), items: resultItems(scene, zone, key, PAD + i * (own + GAP), top, own) }))
    const height = Math.max(560, ...row.map((one) => lowest(one.items, top) + PAD - top))
    for (const one of row)
      items.push(
        bandItem(`${key}/of-${one.zone.id}`, key, { left: one.left, top, width: own, height }, INKS.zone, INKS.border),
        ...one.items,
      )
    top += height + GAP
  }
  return { key, title: `${WORDS.meeting[language]} ${meeting.number} · ${WORDS.results[language]}`, width, height: top - GAP + PAD, items }
}
