import { type Entry, kitZone, type Lab, noteKey, partsOnBoard, zoneKey } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import { heightOf } from './measure.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { bottomOf, GAP, INKS, PAD, SIZES, textItem } from './sheet.ts'
import type { TextLink } from './text.ts'

const COLUMNS = 4
const WIDTH = 1700
const LEAST = 700
const WORDS = {
  empty: { it: 'Ancora nessuna voce.', en: 'No entries yet.' },
  meeting: { it: 'Incontro', en: 'Meeting' },
  all: { it: 'tutti insieme', en: 'all together' },
} satisfies Record<string, Bilingual>

/** A link that opens a board at an item, as Miro writes it: the board's own link with `moveToWidget`. */
export const itemLink = (boardLink: string, item: string): string =>
  `${boardLink}${boardLink.includes('?') ? '&' : '?'}moveToWidget=${encodeURIComponent(item)}`

/** Where an entry comes from: each source by meeting, group and zone, leading to its note on the board, else to its zone. */
export function sourceLinks(lab: Lab, entry: Pick<Entry, 'sources'>): TextLink[] {
  const { language } = lab
  return entry.sources.flatMap((id) => {
    const note = lab.contributions.get(id)
    if (!note) return []
    const zone = kitZone(lab, note.meeting, note.zone)
    const first = (zone ? partsOnBoard(zone.answer) : ['text'])
      .map((part) => lab.boardNotes.get(noteKey(id, part)))
      .find((one) => one?.item != null)
    const placed = lab.placed.get(zoneKey(note.meeting, note.group, note.zone))
    const spot =
      first?.item != null
        ? { board: first.board, item: first.item }
        : placed?.item != null
          ? { board: placed.board, item: placed.item }
          : null
    const board = spot && lab.boards.get(spot.board)
    const group =
      note.group === 'all'
        ? WORDS.all[language]
        : (lab.groups.get(note.group.startsWith('g') ? note.group : `m${note.meeting}/${note.group}`)?.name ?? note.group)
    const text = `${WORDS.meeting[language]} ${note.meeting} · ${group} · ${note.zone}`
    return [{ text, href: board ? itemLink(board.link, spot.item) : '' }]
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
  const heading = `${title[language]} · ${lab.title}`
  const head = Math.max(260, heightOf(heading, width - 2 * PAD, SIZES.header, 'bold') + 2 * PAD)
  const items: PlanItem[] = []
  let top = at.top + head + GAP
  for (let row = 0; row * COLUMNS < blocks.length; row++) {
    const cells = blocks.slice(row * COLUMNS, (row + 1) * COLUMNS).map((block, column) => {
      const left = at.left + PAD + column * (WIDTH + GAP)
      const inner = WIDTH - 2 * PAD
      const own = `${key}/${block.id}`
      const made: PlanItem[] = [
        textItem(`${own}/title`, key, `${block.id} · ${block.title[language]}`, left + PAD, top + PAD, inner, {
          size: SIZES.title,
          weight: 'bold',
        }),
      ]
      made.push(
        textItem(`${own}/question`, key, block.question[language], left + PAD, bottomOf(made[0] as PlanItem) + 16, inner, {
          size: SIZES.question,
          ink: INKS.muted,
        }),
      )
      const those = entries.filter((entry) => entry.block === block.id)
      let y = bottomOf(made.at(-1) as PlanItem) + GAP
      if (those.length === 0)
        made.push(textItem(`${own}/empty`, key, WORDS.empty[language], left + PAD, y, inner, { size: SIZES.question, ink: INKS.muted }))
      for (const entry of those) {
        const links = once(sourceLinks(lab, entry))
        const text = textItem(`${own}/${entry.id}`, key, entry.text, left + PAD, y, inner, { size: SIZES.text })
        const height =
          text.box.height + (links.length === 0 ? 0 : heightOf(links.map((link) => link.text).join(' · '), inner, SIZES.text, 'regular'))
        made.push({ ...text, box: { ...text.box, height }, ...(links.length === 0 ? {} : { links }) })
        y += height + 40
      }
      return { block: own, left, made, height: Math.max(LEAST, bottomOf(made.at(-1) as PlanItem) + PAD - top) }
    })
    const height = Math.max(...cells.map((cell) => cell.height))
    for (const { block, left, made } of cells)
      items.push(
        {
          key: block,
          kind: 'band',
          parent: key,
          box: { left, top, width: WIDTH, height },
          text: '',
          style: { fill: INKS.zone, border: INKS.border },
        },
        ...made,
      )
    top += height + GAP
  }
  const box = { left: at.left, top: at.top, width, height: top - at.top + PAD - GAP }
  return {
    items: [
      { key, kind: 'frame', parent: null, box, text: heading, style: { fill: INKS.paper } },
      {
        key: `${key}/band`,
        kind: 'band',
        parent: key,
        box: { ...box, height: head },
        text: heading,
        style: { fill: INKS.ink, ink: '#FFFFFF', size: SIZES.header, weight: 'bold', align: 'left' },
      },
      ...items,
    ],
    box,
  }
}
