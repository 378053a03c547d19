import { Parser } from 'htmlparser2'
import { fold } from '../lab/text.ts'

const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'blockquote'])

/** A board item's text with its lines: tags gone, entities resolved, a line break between paragraphs. */
export function linesOf(html: string): string {
  // most notes hold no markup at all
  if (!/[<&]/.test(html)) return foldLines(html)
  let text = ''
  const parser = new Parser(
    {
      ontext: (piece) => {
        text += piece
      },
      onopentagname: (name) => {
        if (BLOCKS.has(name)) text += '\n'
      },
      onclosetag: (name) => {
        if (BLOCKS.has(name)) text += '\n'
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return foldLines(text)
}

const foldLines = (text: string): string =>
  text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
    .join('\n')

/** What a reader sees of a board item's text, in one line: white space folded to single spaces. */
export const plainText = (html: string): string => fold(linesOf(html))

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Our text as the content of a board item: escaped, a paragraph a line, so that nothing a person wrote is taken for markup. */
export const htmlOf = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `<p>${escape(line)}</p>`)
    .join('')

export interface TextLink {
  readonly text: string
  readonly href: string
}

/** A last paragraph of links, for items that lead back to others. */
export const linksHtml = (links: readonly TextLink[]): string =>
  links.length === 0
    ? ''
    : `<p>${links.map(({ text, href }) => (href === '' ? escape(text) : `<a href="${escape(href)}">${escape(text)}</a>`)).join(' · ')}</p>`

/** What an item of a plan says on the board: its text, and its links in a last paragraph. */
export const contentOf = ({ text, links }: { readonly text: string; readonly links?: readonly TextLink[] }): string =>
  (text === '' ? '' : htmlOf(text)) + linksHtml(links ?? [])
