import type { Entry, Lab } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import { LINK_WORDS } from '../words/links.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { headingItems, placedFrame } from './plan/frame.ts'
import { type Cell, gapFor, LINK_INKS, linkItems } from './plan-links.ts'
import { sourceLink } from './plan/links.ts'
import { bandItem, bottomOf, clip, GAP, INKS, PAD, SIZES, textItem } from './sheet.ts'
import type { TextLink } from './text.ts'

const COLUMNS = 4
const WIDTH = 1700
const LEAST = 700
const WORDS = {
  empty: { it: 'Ancora nessuna voce.', en: 'No entries yet.' },
} satisfies Record<string, Bilingual>

/** Where an entry comes from: each source by meeting, group and zone, leading to its note on the board, else to its zone. */
export function sourceLinks(lab: Lab, entry: Pick<Entry, 'sources'>): TextLink[] {
  return entry.sources.flatMap((id) => {
    const note = lab.contributions.get(id)
    return note ? [sourceLink(lab, note)] : []
  })
}

/** The same source once, and those that lead nowhere as words. */
function once(links: readonly TextLink[]): TextLink[] {
  const seen = new Set<string>()
  return links.filter(({ text, href }) => {
    const key = `${text}|${href}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * The final canvas as an area of the board: a frame, its blocks, their entries in order, each with links to the notes it comes from. Where entries are linked to each other it is the
 * reasoned map: under each entry stands where its links lead, and lines run between blocks.
 */
export function planCanvas(lab: Lab, at: { readonly left: number; readonly top: number }): BoardPlan {
  const { language } = lab
  const { title, blocks } = lab.kit.finalCanvas
  const entries = [...lab.entries.values()]
    .filter(({ withheld }) => !withheld)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const key = 'canvas'
  const shown = new Map(entries.map((entry) => [entry.id, entry]))
  const links = [...lab.links.values()].filter(({ from, to }) => shown.has(from) && shown.has(to))
  const gap = links.length === 0 ? GAP : gapFor(links.length)
  // lines also run at the outer edges: into the first column, out of the last
  const edge = links.length === 0 ? PAD : PAD + gap
  const spots = new Map<string, { cell: Cell; y: number }>()
  const width = COLUMNS * WIDTH + (COLUMNS - 1) * gap + 2 * edge
  const head = headingItems(key, { name: title[language], about: lab.title, fill: INKS.ink }, width)
  const items: PlanItem[] = []
  let top = head.height + GAP
  for (let row = 0; row * COLUMNS < blocks.length; row++) {
    const cells = blocks.slice(row * COLUMNS, (row + 1) * COLUMNS).map((block, column) => {
      const left = edge + column * (WIDTH + gap)
      const inner = WIDTH - 2 * PAD
      const own = `${key}/${block.id}`
      const name = textItem(`${own}/title`, key, `${block.id} · ${block.title[language]}`, left + PAD, top + PAD, inner, {
        size: SIZES.title,
        weight: 'bold',
      })
      const question = textItem(`${own}/question`, key, block.question[language], left + PAD, bottomOf(name) + 16, inner, {
        size: SIZES.question,
        ink: INKS.muted,
      })
      const made: PlanItem[] = [name, question]
      const those = entries.filter((entry) => entry.block === block.id)
      let y = bottomOf(question) + GAP
      const ys = new Map<string, number>()
      if (those.length === 0)
        made.push(textItem(`${own}/empty`, key, WORDS.empty[language], left + PAD, y, inner, { size: SIZES.question, ink: INKS.muted }))
      for (const entry of those) {
        const item = textItem(
          `${own}/${entry.id}`,
          key,
          entry.text,
          left + PAD,
          y,
          inner,
          { size: SIZES.text },
          once(sourceLinks(lab, entry)),
        )
        made.push(item)
        ys.set(entry.id, y + SIZES.text * 0.7)
        y = bottomOf(item) + 40
        const ways = links.filter(({ from }) => from === entry.id)
        for (const link of ways) {
          const other = shown.get(link.to)
          if (!other) continue
          const said = textItem(
            `${own}/${entry.id}/to/${other.id}/${link.id}`,
            key,
            `↳ ${LINK_WORDS[link.kind][language]} ${other.block}: «${clip(other.text, 90)}»`,
            left + PAD + 40,
            y - 24,
            inner - 40,
            { size: SIZES.question, ink: LINK_INKS[link.kind] },
          )
          made.push(said)
          y = bottomOf(said) + 40
        }
      }
      return { block: own, left, made, ys, height: Math.max(LEAST, bottomOf(made.at(-1) as PlanItem) + PAD - top) }
    })
    const height = Math.max(...cells.map((cell) => cell.height))
    for (const { block, left, made, ys } of cells) {
      items.push(bandItem(block, key, { left, top, width: WIDTH, height }, INKS.zone, INKS.border), ...made)
      for (const [entry, y] of ys) spots.set(entry, { cell: { left, top, width: WIDTH, height }, y })
    }
    top += height + gap
  }
  items.push(...linkItems(key, links, spots, gap, language))
  const height = top + PAD - (links.length === 0 ? gap : 0)
  const draft = { key, title: `${title[language]} · ${lab.title}`, width, height, items: [...head.items, ...items] }
  return { items: placedFrame(draft, at.left, at.top), box: { left: at.left, top: at.top, width, height } }
}
