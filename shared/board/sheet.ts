import { colours } from '../look/tokens.ts'
import { type Box, shifted } from './geometry.ts'
import { heightOf } from './measure.ts'
import type { PlanItem, PlanStyle } from './plan.ts'
import type { TextLink } from './text.ts'

/** Sizes in board units. Titles are read at 12 % zoom, questions at 40 %. */
export const SIZES = { header: 132, title: 84, name: 66, about: 60, prompt: 54, text: 44, question: 40, small: 32 } as const
/** A sticky note as we write it, and the room it takes. */
export const NOTE = { width: 200, height: 229, gap: 24 } as const
export const PAD = 48
export const GAP = 64
/** What the platform takes (facts: §1.2, §3), and how far we go where it does not say: nobody can read a longer text on a board. */
export const LIMITS = { frameLeast: 100, fontLeast: 10, fontMost: 288, textWidth: 1.7, textMost: 5000 } as const
/** Left free inside a shape around its own text. */
export const INSET = 20

/** Colours of boards: the tokens' light theme, and tints of paper on which all inks can be read (`look.test.ts` measures them). */
export const INKS = {
  ink: colours.ink.light,
  muted: colours.muted.light,
  action: colours.action.light,
  onAction: colours.onAction.light,
  paper: colours.paper.light,
  zone: colours.raised.light,
  border: colours.line.light,
  /** Zones that are gathered on a wall. */
  harvest: '#EAF2F6',
  /** What has to be done; asides. */
  plenary: '#F3EEE4',
} as const

/**
 * Tones of groups, by number; a number and a name stand with each. None is a sector's colour, so that nobody takes a group for a sector, and white can be read on all.
 */
const TONES = ['#34506B', '#6B4E71', '#55652F', '#7C4A2D', '#2C6468', '#4B4F8F', '#75394F', '#5E5136'] as const
export const toneOf = (group: number): string => TONES[(Math.max(1, group) - 1) % TONES.length] ?? TONES[0]
export const toneCount = TONES.length

/** The text, cut where it is too long for one item of a board; never inside a character. */
export const clip = (text: string, most: number = LIMITS.textMost): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** Height that text and its line of links take in a column. */
export const textHeight = (
  { text, links = [] }: { readonly text: string; readonly links?: readonly TextLink[] },
  width: number,
  size: number,
  weight: 'regular' | 'bold' = 'regular',
): number =>
  Math.ceil(
    (text === '' ? 0 : heightOf(text, width, size, weight)) + (links.length === 0 ? 0 : heightOf(lineOfLinks(links), width, size, weight)),
  )

/** How a line of links reads. */
export const lineOfLinks = (links: readonly TextLink[]): string => links.map(({ text }) => text).join(' · ')

/** Text in a column: its item and the height it takes. */
export function textItem(
  key: string,
  parent: string,
  text: string,
  left: number,
  top: number,
  width: number,
  style: PlanStyle & { size: number },
  links: readonly TextLink[] = [],
): PlanItem {
  const said = clip(text)
  const height = textHeight({ text: said, links }, width, style.size, style.weight)
  return {
    key,
    kind: 'text',
    parent,
    box: { left, top, width, height },
    text: said,
    style: { ink: INKS.ink, align: 'left', ...style },
    ...(links.length === 0 ? {} : { links }),
  }
}

/** A coloured rectangle without words. */
export const bandItem = (key: string, parent: string, box: Box, fill: string, border?: string): PlanItem => ({
  key,
  kind: 'band',
  parent,
  box,
  text: '',
  style: { fill, ...(border === undefined ? {} : { border }) },
})

export const bottomOf = ({ box }: { readonly box: Box }): number => box.top + box.height

/** The lowest edge of some items; `least` where there are none. */
export const lowest = (items: readonly PlanItem[], least: number): number =>
  items.reduce((low, item) => Math.max(low, bottomOf(item)), least)

/** Items moved as a whole. */
export const shiftItems = (items: readonly PlanItem[], x: number, y: number): PlanItem[] =>
  items.map((item) => ({ ...item, box: shifted(item.box, x, y) }))

/** Columns and rows for `count` notes in an area that is about half again as wide as high. */
export function gridFor(count: number): { columns: number; rows: number } {
  const columns = Math.max(2, Math.round(Math.sqrt(count * 1.6)))
  return { columns, rows: Math.ceil(count / columns) }
}
