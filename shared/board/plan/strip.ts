import type { Block } from '../../kit/index.ts'
import type { Language } from '../../words/bilingual.ts'
import { shifted } from '../geometry.ts'
import type { PlanItem } from '../plan.ts'
import { bandItem, GAP, INKS, lowest, PAD, SIZES, bottomOf, textItem } from '../sheet.ts'

/** Words fill two readable columns, at most. */
const WIDEST = 3700
const NARROW = 1400
/** Heights go by steps, with some room to spare: a prompt that is reworded moves nothing below it. */
const STEP = 240
const SPARE = 110

/** Strips already laid out, by the first of their blocks. */
const strips = new WeakMap<Block, Map<string, Strip>>()
const STRIPS_MOST = 40

interface Strip {
  readonly items: readonly PlanItem[]
  readonly height: number
}

/** What there is to do in some blocks: a card each, title and prompt on its left, steps on its right. Groups that do the same have the same strip. */
export function stripItems(blocks: readonly Block[], language: Language, frame: string, left: number, top: number, width: number): Strip {
  const [first] = blocks
  if (!first) return { items: [], height: 0 }
  const known = strips.get(first) ?? new Map<string, Strip>()
  strips.set(first, known)
  // a meeting that is planned anew has other blocks: whole ones stand in the key by what they say
  const key = `${language} ${width} ${blocks.map((block) => (block === first ? '' : JSON.stringify(block))).join()}`
  let strip = known.get(key)
  if (!strip) {
    if (known.size >= STRIPS_MOST) known.clear()
    strip = makeStrip(blocks, language, '', 0, 0, width)
    known.set(key, strip)
  }
  return {
    height: strip.height,
    items: strip.items.map((item) => ({ ...item, key: `${frame}${item.key}`, parent: frame, box: shifted(item.box, left, top) })),
  }
}

function makeStrip(blocks: readonly Block[], language: Language, frame: string, left: number, top: number, width: number): Strip {
  const those = blocks.filter((block) => block.prompt !== undefined || block.steps.length > 0)
  if (those.length === 0) return { items: [], height: 0 }
  const most = Math.max(1, Math.floor((width + GAP) / (1700 + GAP)))
  const perRow = Math.ceil(those.length / Math.ceil(those.length / most))
  const own = (width - (perRow - 1) * GAP) / perRow
  const items: PlanItem[] = []
  let y = top
  for (let from = 0; from < those.length; from += perRow) {
    const row = those.slice(from, from + perRow).map((block, i) => cardItems(block, language, frame, left + i * (own + GAP), y, own))
    const tall = Math.max(...row.map((card) => lowest(card, y) - y)) + SPARE
    const height = Math.ceil(tall / STEP) * STEP
    for (const [i, card] of row.entries()) {
      const block = those[from + i] as Block
      items.push(
        bandItem(`${frame}/do-${block.id}`, frame, { left: left + i * (own + GAP), top: y, width: own, height }, INKS.plenary),
        ...card,
      )
    }
    y += height + GAP
  }
  return { items, height: y - top }
}

function cardItems(block: Block, language: Language, frame: string, left: number, top: number, width: number): PlanItem[] {
  const key = `${frame}/do-${block.id}`
  const inner = Math.min(width, WIDEST) - 2 * PAD
  const isWide = inner >= NARROW && block.steps.length > 0
  const column = isWide ? (inner - GAP) / 2 : inner
  const title = textItem(`${key}/title`, frame, `${block.title[language]} · ${block.minutes}′`, left + PAD, top + PAD, column, {
    size: SIZES.name,
    weight: 'bold',
    ink: INKS.action,
  })
  const items = [title]
  if (block.prompt)
    items.push(textItem(`${key}/prompt`, frame, block.prompt[language], left + PAD, bottomOf(title) + 20, column, { size: SIZES.prompt }))
  if (block.steps.length > 0)
    items.push(
      textItem(
        `${key}/steps`,
        frame,
        block.steps.map((step, i) => `${i + 1}. ${step[language]}`).join('\n'),
        isWide ? left + PAD + column + GAP : left + PAD,
        isWide ? top + PAD + 12 : bottomOf(items.at(-1) as PlanItem) + 28,
        column,
        { size: SIZES.text, ink: INKS.muted },
      ),
    )
  return items
}
