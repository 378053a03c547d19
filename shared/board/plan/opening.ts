import type { PlanItem } from '../plan.ts'
import { bandItem, bottomOf, GAP, INKS, lowest, PAD, SIZES, textItem, toneOf } from '../sheet.ts'
import { cardItems } from './cards.ts'
import { type Draft, evenRows, headingItems } from './frame.ts'
import { blocksOf, EVERYBODY, type OpeningNote, partOf, type Scene } from './scene.ts'
import { stripItems } from './strip.ts'
import { SHEET } from './welcome.ts'
import { PARTS, WORDS } from './words.ts'

const COLUMN = 980
/** Height of the label with which a group's column begins. */
const LABEL = 110

interface Column {
  readonly key: string
  readonly name: string
  readonly tone: string
  readonly notes: readonly OpeningNote[]
}

/** Columns side by side: what each group decided, what its people promised. */
function columnItems({ language }: Scene, frame: string, columns: readonly Column[], top: number, width: number): PlanItem[] {
  const leftOf = (i: number): number => PAD + i * (width + GAP)
  const labels = columns.map(({ key, name }, i) =>
    textItem(`${frame}/of-${key}/name`, frame, name, leftOf(i) + PAD, top, width - 2 * PAD, {
      size: SIZES.about,
      weight: 'bold',
      ink: INKS.onAction,
    }),
  )
  const height = Math.max(LABEL, ...labels.map(({ box }) => box.height + 24))
  return columns.flatMap(({ key, tone, notes }, i) => {
    const left = leftOf(i)
    const own = `${frame}/of-${key}`
    const label = labels[i] as PlanItem
    const items: PlanItem[] = [
      bandItem(own, frame, { left, top, width, height }, tone),
      { ...label, box: { ...label.box, top: top + (height - label.box.height) / 2 } },
    ]
    let y = top + height + 24
    for (const kind of ['decided', 'commitment'] as const) {
      const those = notes.filter((note) => note.kind === kind)
      if (those.length === 0) continue
      const title = textItem(`${own}/${kind}`, frame, (kind === 'decided' ? WORDS.decided : WORDS.promised)[language], left, y, width, {
        size: SIZES.text,
        weight: 'bold',
        ink: INKS.action,
      })
      const cards = cardItems(those, `${frame}/`, frame, left, bottomOf(title) + 12, width, SIZES.question)
      items.push(title, ...cards.items)
      y = bottomOf(title) + 12 + cards.height + 28
    }
    return items
  })
}

/** "Picking up from here": what was decided and what is still promised, by group; what every group may start from. Null for the first meeting. */
export function openingSheet(scene: Scene): Draft | null {
  const { area, language, opening, forAll, isFirst, writers, meeting } = scene
  if (isFirst) return null
  const key = `${area}/opening`
  const title = PARTS.opening[language]
  const groups = writers.filter((writer) => writer.kind === 'project')
  const named = [
    ...groups.map((group) => ({ key: group.key, name: `${group.number} · ${group.name}`, tone: toneOf(group.number) })),
    { key: 'all', name: PARTS.plenary[language], tone: INKS.action },
  ]
    .map((column) => ({
      ...column,
      notes: opening.filter((note) => (groups.some((group) => group.key === note.group) ? note.group : 'all') === column.key),
    }))
    .filter(({ notes }) => notes.length > 0)
  // as many columns as make the sheet neither a tower nor a ribbon
  const across = Math.max(1, ...evenRows(named.length).filter((count) => count <= Math.max(6, Math.ceil(Math.sqrt(named.length * 2)))))
  const width = Math.max(SHEET, across * COLUMN + (across - 1) * GAP + 2 * PAD)
  const inner = width - 2 * PAD
  const head = headingItems(key, { name: title, about: WORDS.openingAbout[language], fill: INKS.action }, width)
  const items: PlanItem[] = [...head.items]
  const strip = stripItems(
    blocksOf(scene, EVERYBODY).filter((block) => partOf(scene, block) === 'opening'),
    language,
    key,
    PAD,
    head.height + GAP,
    inner,
  )
  items.push(...strip.items)
  let top = head.height + GAP + strip.height
  if (named.length === 0 && forAll.size === 0) {
    items.push(textItem(`${key}/empty`, key, WORDS.openingEmpty[language], PAD, top, inner, { size: SIZES.about, ink: INKS.muted }))
    top = lowest(items, top) + GAP * 6
  }
  const own = (inner - (across - 1) * GAP) / across
  for (let from = 0; from < named.length; from += across) {
    const row = columnItems(scene, key, named.slice(from, from + across), top, own)
    items.push(...row)
    top = lowest(row, top) + GAP
  }
  for (const [zoneId, notes] of forAll) {
    const zone = meeting.canvas.zones.find(({ id }) => id === zoneId)
    const words = textItem(`${key}/for-${zoneId}`, key, `${WORDS.forAll[language]}: ${zone?.title[language] ?? zoneId}`, PAD, top, inner, {
      size: SIZES.about,
      weight: 'bold',
      ink: INKS.action,
    })
    const cards = cardItems(notes, `${key}/for-${zoneId}/from/`, key, PAD, bottomOf(words) + 16, inner, SIZES.question)
    items.push(words, ...cards.items)
    top = bottomOf(words) + 16 + cards.height + GAP
  }
  return {
    key,
    title: `${WORDS.meeting[language]} ${meeting.number} · ${title}`,
    width,
    height: Math.max(top - GAP, lowest(items, 0)) + PAD,
    items,
  }
}
