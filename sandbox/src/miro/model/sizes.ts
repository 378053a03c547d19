import { heightOf, linesOf } from '@telaio/shared/board'

/** Sizes as Miro gives them where nobody sets them (facts/miro.md §1.7, §3). */

const sticky = { square: { width: 199, height: 228 }, rectangle: { width: 350, height: 228 } } as const
export const shapeSize = { width: 100, height: 100 } as const
export const frameSize = { width: 100, height: 100 } as const
export const frameLeast = 100
export const cardSize = { width: 320, height: 94 } as const
export const imageSize = { width: 400, height: 300 } as const

export type StickyShape = keyof typeof sticky

/** A sticky note keeps its proportions: one side gives the other. */
export function stickySize(shape: StickyShape, said: { readonly width?: number | undefined; readonly height?: number | undefined }) {
  const usual = sticky[shape]
  if (said.height !== undefined) return { width: (said.height * usual.width) / usual.height, height: said.height }
  const width = said.width ?? usual.width
  return { width, height: (width * usual.height) / usual.width }
}

/** An average letter of a sans serif is about so wide, in its font size. */
const letterWidth = 0.55

export const textLeastWidth = (fontSize: number): number => Math.ceil(1.7 * fontSize)

/** Wide enough for its longest line, up to a readable line. */
export function textWidth(text: string, fontSize: number): number {
  const longest = Math.max(1, ...text.split('\n').map((line) => line.length))
  return Math.max(textLeastWidth(fontSize), Math.min(longest + 1, 60) * fontSize * letterWidth)
}

/** As high as its lines, wrapped at its width: set in Open Sans, as the board draws it. `content` is markup; bold where it begins bold. */
export const textHeight = (content: string, fontSize: number, width: number): number =>
  Math.round(heightOf(linesOf(content), width, fontSize, /^(<p>)?<(strong|b)>/.test(content) ? 'bold' : 'regular'))
