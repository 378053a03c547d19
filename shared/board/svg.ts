import type { Language } from '../words/bilingual.ts'
import { baselineOf, wrap } from './measure.ts'
import { LINE_HEIGHT } from './open-sans.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { INKS, INSET, lineOfLinks, SIZES } from './sheet.ts'
import type { TextLink } from './text.ts'

export interface SvgOptions {
  /** Name of the picture, for whoever cannot see it. */
  readonly title: string
  readonly description?: string
  readonly language?: Language
  /** Width in pixels; left out: as wide as its place. The height follows. */
  readonly width?: number
  /** `outline`: shapes, and only words that can be read when the whole is seen; a preview of many groups stays small. */
  readonly detail?: 'whole' | 'outline'
  /** Whether links can be followed; otherwise they are words. */
  readonly links?: boolean
}

/** Room around the plan. */
const MARGIN = 120
const FONT = "'Open Sans','Noto Sans',system-ui,sans-serif"

/** What XML cannot hold goes; what it would take for markup is escaped. */
const escape = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const short = (number: number): string => String(Math.round(number * 10) / 10)

/** Words of links, line by line as they are wrapped, each word with where it leads. */
function linkLines(links: readonly TextLink[], width: number, size: number): { readonly text: string; readonly href: string }[][] {
  const lines = wrap(lineOfLinks(links), width, size, 'regular')
  // the characters of the whole, each with its link; lines are cut from it in order, white space aside
  const owners = links.flatMap(({ text, href }, i) => [...(i === 0 ? '' : ' · ')].map(() => '').concat([...text].map(() => href)))
  const chars = [...lineOfLinks(links)]
  let at = 0
  return lines.map((line) => {
    const runs: { text: string; href: string }[] = []
    for (const char of line) {
      while (at < chars.length && chars[at] !== char) at += 1
      const href = owners[at] ?? ''
      at += 1
      const last = runs.at(-1)
      if (last && last.href === href) last.text += char
      else runs.push({ text: char, href })
    }
    return runs
  })
}

const isSafe = (href: string): boolean => /^https?:\/\//i.test(href)

function words(item: PlanItem, { links: withLinks, detail }: SvgOptions): string {
  const { text, style, links = [] } = item
  const { size = SIZES.small, weight = 'regular', align = 'left' } = style
  if (text === '' && links.length === 0) return ''
  if (detail === 'outline' && size < SIZES.about) return ''
  const inset = item.kind === 'text' ? 0 : INSET
  const left = item.box.left + inset
  const width = item.box.width - 2 * inset
  const lines = text === '' ? [] : wrap(text, width, size, weight)
  const below = links.length === 0 ? [] : linkLines(links, width, size)
  const line = size * LINE_HEIGHT
  const isCentred = align === 'center'
  const top = isCentred ? item.box.top + (item.box.height - (lines.length + below.length) * line) / 2 : item.box.top + inset
  const x = isCentred ? left + width / 2 : left
  const y = (n: number): string => short(top + n * line + baselineOf(size))
  const spans = lines.map((one, n) => (one === '' ? '' : `<tspan x="${short(x)}" y="${y(n)}">${escape(one)}</tspan>`))
  const linked = below.map((runs, n) => {
    const inner = runs.map(({ text: said, href }) => {
      const safe = escape(said)
      return withLinks && isSafe(href) ? `<a href="${escape(href)}" target="_blank" rel="noopener noreferrer">${safe}</a>` : safe
    })
    return `<tspan x="${short(x)}" y="${y(lines.length + n)}" fill="${INKS.action}">${inner.join('')}</tspan>`
  })
  const all = [...spans, ...linked].join('')
  if (all === '') return ''
  return `<text font-size="${short(size)}" fill="${escape(style.ink ?? INKS.ink)}"${weight === 'bold' ? ' font-weight="700"' : ''}${isCentred ? ' text-anchor="middle"' : ''}>${all}</text>`
}

function rectangle({ box, style, kind }: PlanItem): string {
  const { left, top, width, height, rotation } = box
  const border = kind === 'frame' ? INKS.border : style.border
  const turn = rotation ? ` transform="rotate(${short(rotation)} ${short(left + width / 2)} ${short(top + height / 2)})"` : ''
  return `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="${escape(style.fill ?? 'none')}"${border === undefined ? '' : ` stroke="${escape(border)}" stroke-width="${kind === 'frame' ? 4 : 2}"`}${turn}/>`
}

/**
 * A plan as an SVG picture: the same boxes, words wrapped where the board wraps them. Safe to put into a page: everything that people wrote is escaped, links are
 * those of the web only.
 */
export function planToSvg(plan: BoardPlan, options: SvgOptions): string {
  const { title, description, language = 'it', width, detail = 'whole' } = options
  const { box } = plan
  const view = { left: box.left - MARGIN, top: box.top - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN }
  const size = width === undefined ? '' : ` width="${short(width)}" height="${short((width * view.height) / view.width)}"`
  const drawn = plan.items.map((item) => {
    if (item.kind === 'text') return words(item, { ...options, detail })
    if (detail === 'outline' && item.kind === 'band' && Math.min(item.box.width, item.box.height) < 60) return ''
    return rectangle(item) + (item.kind === 'frame' ? '' : words(item, { ...options, detail }))
  })
  return `<svg xmlns="http://www.w3.org/2000/svg"${size} viewBox="${[view.left, view.top, view.width, view.height].map(short).join(' ')}" role="${options.links ? 'group' : 'img'}" lang="${language}" font-family="${FONT}"><title>${escape(title)}</title>${description === undefined ? '' : `<desc>${escape(description)}</desc>`}${drawn.join('')}</svg>`
}
