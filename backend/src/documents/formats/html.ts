import { byline, type Content, hasContents, oneLine, type Paper, type Piece, sayIn } from '@telaio/shared/documents'
import { colours, threads } from '@telaio/shared/tokens'
import { accentOf } from '../typst/jobs.ts'
import { withoutControls } from './clean.ts'
import { fontCss } from './font-css.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text as text: nothing in it is markup, in HTML or in XML. Characters that XML cannot hold are left out. */
export const escapeText = (text: string): string => withoutControls(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')

/** An address that a link may lead to; anything else leads nowhere. */
const safeHref = (href: string): string => (/^https?:\/\//.test(href) ? escapeText(href) : '#')

/** Where the contents of a page lead: the n-th piece of a paper. */
const anchorOf = (at: number): string => `part-${at}`

/** The pieces of a paper as HTML that is XML too. */
export function piecesHtml(content: Content, paper: Pick<Paper, 'pieces' | 'language' | 'words'>): string {
  const foreign = paper.language === paper.words ? '' : ` lang="${paper.words}" xml:lang="${paper.words}"`
  const words = (piece: { readonly words?: true }): string => (piece.words ? foreign : '')
  let above = ''
  /** A caption that only says again what stands above or in the table's own head is for those who listen. */
  const isSaid = ({ caption, columns }: Extract<Piece, { kind: 'table' }>): boolean =>
    caption === columns[0] || (above !== '' && caption.startsWith(above))
  const one = (piece: Piece, at: number): string => {
    if (piece.kind === 'heading') above = piece.text
    switch (piece.kind) {
      case 'heading':
        return `<h${piece.level}${piece.level === 2 ? ` id="${anchorOf(at)}"` : ''}${words(piece)}>${escapeText(piece.text)}</h${piece.level}>`
      case 'text':
        return `<p${piece.tone ? ` class="${piece.tone}"` : ''}${words(piece)}>${escapeText(piece.text)}</p>`
      case 'sentence':
        return `<div class="sentence" id="${escapeText(piece.id)}"><p class="words">${piece.number === undefined ? '' : `<span class="number">${piece.number}. </span>`}<span dir="auto"${foreign}>${escapeText(piece.text)}</span></p><p class="note">${escapeText(piece.note)}</p></div>`
      case 'advice':
        return `<div class="advice" id="${escapeText(piece.id)}">${piece.parts.map(({ label, text }) => `<p><strong>${escapeText(label)}</strong> <span dir="auto"${foreign}>${escapeText(text)}</span></p>`).join('')}<p class="note">${escapeText(piece.note)}</p></div>`
      case 'list':
        return `<ul${words(piece)}>${piece.items.map((item) => `<li${piece.words ? ' dir="auto"' : ''}>${escapeText(item)}</li>`).join('')}</ul>`
      case 'table':
        // a wide table is moved along by itself, with the keyboard too
        return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeText(piece.caption)}"><table${piece.columns.length > 3 ? ' class="many"' : ''}><caption${isSaid(piece) ? ' class="unseen"' : ''}>${escapeText(piece.caption)}</caption><thead><tr>${piece.columns.map((column) => (column === '' ? '<td></td>' : `<th scope="col">${escapeText(column)}</th>`)).join('')}</tr></thead><tbody${words(piece)}>${piece.rows.map((row) => `<tr>${row.map((cell) => `<td${piece.words ? ' dir="auto"' : ''}>${escapeText(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`
      case 'figures':
        return `<ul class="figures">${piece.items.map(({ value, label }) => `<li><strong>${escapeText(value)}</strong> ${escapeText(label)}</li>`).join('')}</ul>`
      case 'shares':
        return `<ul class="legend">${piece.items.map(({ sector, notes }) => `<li>${threadHtml(content, sector)}: ${notes}</li>`).join('')}</ul>`
      case 'signatures':
        return piece.names.length > 0
          ? `<ul class="names">${piece.names.map((name) => `<li>${escapeText(name)}</li>`).join('')}</ul>`
          : `<ul class="blanks">${Array.from({ length: piece.blank }, () => `<li>${escapeText(piece.label)}</li>`).join('')}</ul>`
      case 'link':
        return `<p><a href="${safeHref(piece.href)}">${escapeText(piece.text)}</a></p>`
    }
  }
  return paper.pieces.map(one).join('\n')
}

/** How pages of documents look: on a screen, on a narrow one, on paper. They are paper in the dark too: an organiser's colour and logo are made for it. */
export const pageCss = (content: Pick<Content, 'look'>): string => `
:root{color-scheme:light;--ink:${colours.ink.light};--paper:#fff;--muted:${colours.muted.light};--accent:${accentOf(content)};--line:${colours.line.light}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font-family:'Titillium Web',system-ui,sans-serif;font-size:1.0625rem;line-height:1.5;overflow-wrap:anywhere}
main,header.page,footer.page{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem}
h1{font-size:2.25rem;line-height:1.15;margin:.25rem 0 .75rem}h2{font-size:1.5rem;line-height:1.2;color:var(--accent);margin:2.5rem 0 .75rem}h3{font-size:1.2rem;line-height:1.25;margin:1.75rem 0 .5rem}h4{font-size:1.0625rem;margin:1.25rem 0 .25rem}
a{color:var(--accent)}a:focus-visible,[tabindex]:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.kind{color:var(--accent);font-weight:700;margin:0}.lead{font-size:1.2rem}.muted,.note,.by{color:var(--muted)}.note{font-size:.9rem;margin:.15rem 0 0}
.alert{border:1px solid ${colours.danger.light};color:${colours.danger.light};padding:.75rem 1rem;border-radius:6px}
.sentence{margin:1.1rem 0}.words{font-weight:600;font-size:1.1rem;margin:0}.number{color:var(--accent)}
.advice{border-left:4px solid var(--accent);padding:.1rem 0 .1rem 1rem;margin:1.25rem 0}.advice p{margin:.2rem 0}.advice strong{color:var(--accent)}
ul{padding-inline-start:1.25rem}li{margin-block:.2rem}
.scroll{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:start;color:var(--muted);padding:.25rem 0}th,td{text-align:start;vertical-align:top;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--line);min-width:7.5em;hyphens:auto}th{border-bottom:2px solid var(--accent)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.figures,.legend,.names,.blanks{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.75rem 1rem}.figures strong{display:block;font-size:1.9rem;line-height:1.1;color:var(--accent)}
.legend{gap:.25rem 1rem}
.contents ul{list-style:none;padding:0;margin:1.25rem 0}.contents li{margin:0}.contents a{display:inline-block;padding:.3rem 0}
.blanks li{border-top:1px solid var(--muted);color:var(--muted);font-size:.85rem;margin-top:2.25rem;padding-top:.2rem}
.band{display:flex;height:.6rem}.logos{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin-bottom:1rem}.logos img{height:3.5rem;max-width:12rem;object-fit:contain}
footer.page{border-top:1px solid var(--line);margin-top:3rem;font-size:.95rem}
@media print{.scroll{overflow:visible}th,td{min-width:0}h2,h3,h4{break-after:avoid}.sentence,.advice,tr{break-inside:avoid}}
`

/** A sector by the colour and the shape of its thread, and by its name. */
function threadHtml({ sectors }: Pick<Content, 'sectors'>, id: string): string {
  const known = sectors.find((one) => one.id === id)
  const { light, glyph } = threads[known?.thread ?? 'other-3']
  return `<span aria-hidden="true" style="color:${light}">${glyph}</span> ${escapeText(known?.title ?? id)}`
}

/** The threads at the edge, with the names of the sectors beside them. */
export function threadsHtml(content: Content, paper: Pick<Paper, 'threads'>): { band: string; legend: string } {
  const sum = paper.threads.reduce((all, { notes }) => all + notes, 0)
  if (sum === 0) return { band: '', legend: '' }
  const colour = (id: string): string => threads[content.sectors.find((one) => one.id === id)?.thread ?? 'other-3'].light
  return {
    band: `<div class="band" aria-hidden="true">${paper.threads.map(({ sector, notes }) => `<span style="flex:${notes};background:${colour(sector)}"></span>`).join('')}</div>`,
    legend: `<ul class="legend">${paper.threads.map(({ sector, notes }) => `<li>${threadHtml(content, sector)} ${Math.round((100 * notes) / sum)}\u00A0%</li>`).join('')}</ul>`,
  }
}

export const logosHtml = ({ look }: Content): string =>
  look.logos.length === 0
    ? ''
    : `<div class="logos">${look.logos.map(({ type, data, alt }, i) => `<img src="data:${type};base64,${data}" alt="${escapeText(oneLine(alt) || `Logo ${i + 1}`)}">`).join('')}</div>`

/** Where the chapters of a long page begin. */
function contentsHtml(paper: Paper): string {
  if (!hasContents(paper)) return ''
  const foreign = paper.language === paper.words ? '' : ` lang="${paper.words}"`
  const lines = paper.pieces.flatMap((piece, at) =>
    piece.kind === 'heading' && piece.level === 2
      ? [`<li><a href="#${anchorOf(at)}"${piece.words ? foreign : ''}>${escapeText(piece.text)}</a></li>`]
      : [],
  )
  return `<nav class="contents" aria-label="${escapeText(sayIn(paper)('contents'))}"><ul>${lines.join('')}</ul></nav>`
}

/** A document as one self-contained page: no script, nothing fetched from anywhere. */
export function paperHtml(content: Content, paper: Paper): string {
  const foreign = paper.language === paper.words ? '' : ` lang="${paper.words}"`
  const { band, legend } = threadsHtml(content, paper)
  return `<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeText(paper.title)} – ${escapeText(paper.kind)}</title>
<style>${fontCss()}${pageCss(content)}</style>
</head>
<body>
${band}
<main>
${logosHtml(content)}
<p class="kind">${escapeText(paper.kind)}</p>
<h1 dir="auto"${foreign}>${escapeText(paper.title)}</h1>
<p class="by">${escapeText(byline(content, paper))}</p>
${legend}
${contentsHtml(paper)}
${piecesHtml(content, paper)}
</main>
</body>
</html>
`
}
