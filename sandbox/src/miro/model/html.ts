import { Parser } from 'htmlparser2'

/** What Miro keeps of HTML; everything else is stripped, its text stays (facts/miro.md §1.7). */
const inItems = new Set(['p', 'a', 'strong', 'b', 'em', 'i', 'u', 's', 'span', 'ul', 'ol', 'li', 'br'])
const inCardTitles = new Set(['p', 'a', 'br'])
const inCardDescriptions = new Set(['p', 'a', 'strong', 'b', 'em', 'i', 'u', 'ol', 'ul', 'li', 'br'])
const kept = { content: inItems, title: inCardTitles, description: inCardDescriptions }

const blocks = new Set(['p', 'ul', 'ol', 'li'])
/** What these hold is code, not text. */
const silent = new Set(['script', 'style', 'template', 'noscript'])

/** Entities as Miro's sanitiser writes them: numeric for all but the three of markup. */
const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/["'+=@`]/g, (letter) => `&#${letter.charCodeAt(0)};`)

const linkAttributes = ({ href }: Record<string, string>): string =>
  href !== undefined && /^(https?:|mailto:)/i.test(href) ? ` href="${escapeText(href)}"` : ''

const styleAttributes = ({ style }: Record<string, string>): string => {
  const colours = (style ?? '').match(/(?:background-)?color\s*:\s*[#\w(),. %]+/g) ?? []
  return colours.length === 0 ? '' : ` style="${colours.map((one) => one.replace(/\s+/g, '')).join(';')}"`
}

const attributesOf = (name: string, attributes: Record<string, string>): string => {
  if (name === 'a') return linkAttributes(attributes)
  return name === 'span' ? styleAttributes(attributes) : ''
}

/** HTML as Miro gives it back: paragraphs around loose text, unknown tags gone, entities rewritten. */
export function rewriteHtml(html: string, place: keyof typeof kept = 'content'): string {
  const allowed = kept[place]
  let out = ''
  let open: string[] = []
  let muted = 0
  const inBlock = () => open.some((name) => blocks.has(name))
  const openLoose = () => {
    if (inBlock()) return
    out += '<p>'
    open.push('p')
  }
  const closeTo = (name: string) => {
    const at = open.lastIndexOf(name)
    if (at < 0) return
    for (const one of open.slice(at).reverse()) out += `</${one}>`
    open = open.slice(0, at)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) muted += 1
        if (muted > 0 || !allowed.has(name)) return
        if (name === 'br') {
          openLoose()
          out += '<br />'
          return
        }
        // Blocks do not stand in paragraphs.
        if (blocks.has(name) && name !== 'li') closeTo('p')
        else if (!blocks.has(name)) openLoose()
        out += `<${name}${attributesOf(name, attributes)}>`
        open.push(name)
      },
      ontext(text) {
        if (muted > 0 || text === '') return
        if (!inBlock() && text.trim() === '') return
        for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
          if (at > 0 && open.at(-1) === 'p') closeTo('p')
          else if (at > 0 && open.length > 0) out += ' '
          if (line === '') continue
          openLoose()
          out += escapeText(line)
        }
      },
      onclosetag(name, implied) {
        if (silent.has(name)) muted -= 1
        if (muted === 0 && allowed.has(name) && name !== 'br' && !(implied && name === 'p' && !open.includes('p'))) closeTo(name)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  for (const one of open.reverse()) out += `</${one}>`
  return out
}

/** What a person typed: a paragraph a line. */
export const htmlOfText = (text: string): string =>
  text === ''
    ? ''
    : text
        .split(/\r\n|\r|\n/)
        .map((line) => `<p>${line === '' ? '<br />' : escapeText(line)}</p>`)
        .join('')

/** What a reader sees, a line a paragraph. */
export function textOfHtml(html: string): string {
  let text = ''
  let muted = 0
  const newLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (silent.has(name)) muted += 1
        else if (name === 'br') text += '\n'
        else if (blocks.has(name) || name === 'div') newLine()
      },
      ontext: (piece) => {
        if (muted === 0) text += piece
      },
      onclosetag: (name) => {
        if (silent.has(name)) muted -= 1
        else if (blocks.has(name) || name === 'div') newLine()
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return text.replace(/\n+$/, '')
}
