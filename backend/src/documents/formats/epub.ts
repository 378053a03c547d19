import { byline, type Content, LICENCES, type Paper, sayIn } from '@telaio/shared/documents'
import { strToU8 } from 'fflate'
import { escapeText, pageCss, piecesHtml, threadsHtml } from './html.ts'
import { zipOf } from './zip.ts'

const page = (paper: Paper, body: string): string => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${paper.language}" xml:lang="${paper.language}">
<head><title>${escapeText(paper.title)} – ${escapeText(paper.kind)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`

/** A reader for books has no room to move a table along: many columns become as narrow as they must. */
const BOOK_CSS = '.many{font-size:.8rem}.many th,.many td{min-width:0;padding-inline-end:.4rem}'

/** A document as an EPUB 3: a chapter a heading, contents that lead to them. `at`: when the document took this form, ms. */
export function paperEpub(content: Content, paper: Paper, at: number): Buffer {
  const say = sayIn(content)
  const chapters: { title: string; pieces: Paper['pieces'][number][] }[] = [{ title: paper.title, pieces: [] }]
  for (const piece of paper.pieces) {
    if (piece.kind === 'heading' && piece.level === 2) chapters.push({ title: piece.text, pieces: [] })
    chapters.at(-1)?.pieces.push(piece)
  }
  const foreign = paper.language === paper.words ? '' : ` lang="${paper.words}" xml:lang="${paper.words}"`
  const opening = `<p class="kind">${escapeText(paper.kind)}</p><h1 dir="auto"${foreign}>${escapeText(paper.title)}</h1><p class="by">${escapeText(byline(content, paper))}</p>${threadsHtml(content, paper).legend}`
  const files = chapters.map((chapter, i) => ({
    name: `chapter-${i}.xhtml`,
    title: chapter.title,
    body: (i === 0 ? opening : '') + piecesHtml(content, { ...paper, pieces: chapter.pieces }).replaceAll(' tabindex="0"', ''),
  }))
  const id = `urn:telaio:${content.lab.id}:${paper.name}:${paper.language}`
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${paper.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeText(id)}</dc:identifier><dc:title>${escapeText(paper.title)} – ${escapeText(paper.kind)}</dc:title><dc:language>${paper.language}</dc:language>
<dc:creator>${escapeText(content.promoters.join(', ') || content.lab.title)}</dc:creator>
<dc:rights>${escapeText(LICENCES[content.licence].words[content.language])}</dc:rights>
<meta property="dcterms:modified">${new Date(at).toISOString().slice(0, 19)}Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta><meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilitySummary">${escapeText(say('vademecumLead'))}</meta>
</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="style" href="style.css" media-type="text/css"/>
${files.map(({ name }, i) => `<item id="c${i}" href="${name}" media-type="application/xhtml+xml"/>`).join('\n')}</manifest>
<spine>${files.map((_file, i) => `<itemref idref="c${i}"/>`).join('')}</spine>
</package>
`
  const nav = page(
    paper,
    `<nav epub:type="toc"><h1>${escapeText(paper.kind)}</h1><ol>${files.map(({ name, title }) => `<li><a href="${name}">${escapeText(title)}</a></li>`).join('')}</ol></nav>`,
  )
  const container =
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
  return zipOf({
    // first and not compressed, by which a reader knows the format
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'OEBPS/content.opf': strToU8(opf),
    'OEBPS/nav.xhtml': strToU8(nav),
    'OEBPS/style.css': strToU8(`${pageCss(content)}${BOOK_CSS}`),
    ...Object.fromEntries(files.map(({ name, body }) => [`OEBPS/${name}`, strToU8(page(paper, body))])),
  })
}
