import { Parser } from 'htmlparser2'

const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'blockquote'])

/** What a reader sees of a board item's text: tags gone, entities resolved, white space folded to single spaces, ends trimmed. */
export function plainText(html: string): string {
  let text = ''
  const parser = new Parser(
    {
      ontext: (piece) => {
        text += piece
      },
      onopentagname: (name) => {
        if (BLOCKS.has(name)) text += ' '
      },
      onclosetag: (name) => {
        if (BLOCKS.has(name)) text += ' '
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return fold(text)
}

/** White space folded: any run, no-break spaces and zero-width ones included, is one space. */
export const fold = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim()

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Our text as the content of a board item: escaped, a paragraph a line, so that nothing a person wrote is taken for markup. */
export const htmlOf = (text: string): string => text.split(/\r\n|\r|\n/).map((line) => `<p>${escape(line)}</p>`).join('')
