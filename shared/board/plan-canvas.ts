import type { Entry, Lab } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { headingItems, placedFrame } from './plan/frame.ts'
import { sourceLink } from './plan/links.ts'
import { bandItem, bottomOf, GAP, INKS, PAD, SIZES, textItem } from './sheet.ts'
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

/** The final canvas as an area of the board: a frame, its blocks, their entries in order, each with links to the notes it comes from. */
export function planCanvas(lab: Lab, at: { readonly left: number; readonly top: number }): BoardPlan {
  const { language } = lab
  const { title, blocks } = lab.kit.finalCanvas
  const entries = [...lab.entries.values()]
    .filter(({ withheld }) => !withheld)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const key = 'canvas'
  const width = COLUMNS * WIDTH + (COLUMNS - 1) * GAP + 2 * PAD
  const head = headingItems(key, { name: title[language], about: lab.title, fill: INKS.ink }, width)
  const items: PlanItem[] = []
  let top = head.height + GAP
  for (let row = 0; row * COLUMNS < blocks.length; row++) {
    const cells = blocks.slice(row * COLUMNS, (row + 1) * COLUMNS).map((block, column) => {
      const left = PAD + column * (WIDTH + GAP)
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
        y = bottomOf(item) + 40
      }
      return { block: own, left, made, height: Math.max(LEAST, bottomOf(made.at(-1) as PlanItem) + PAD - top) }
    })
    const height = Math.max(...cells.map((cell) => cell.height))
    for (const { block, left, made } of cells)
      items.push(bandItem(block, key, { left, top, width: WIDTH, height }, INKS.zone, INKS.border), ...made)
    top += height + GAP
  }
  const height = top + PAD - GAP
  const draft = { key, title: `${title[language]} · ${lab.title}`, width, height, items: [...head.items, ...items] }
  return { items: placedFrame(draft, at.left, at.top), box: { left: at.left, top: at.top, width, height } }
}
