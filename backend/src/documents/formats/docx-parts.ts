import type { Content } from '@telaio/shared/documents'
import { colours } from '@telaio/shared/tokens'
import type { Language } from '@telaio/shared/words'
import { accentOf } from '../typst/jobs.ts'

export const LOCALE = { it: 'it-IT', en: 'en-GB' } as const

const WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPACES = [
  WORDS,
  `xmlns:r="${RELATED}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** The file says nothing of the hour in which it was made: the same lab gives the same bytes. */
const STAMP = '1980-01-02T00:00:00Z'

/** How a paragraph looks. Sizes in half points, distances in twentieths of a point. */
interface Look {
  readonly size?: number
  readonly bold?: true
  readonly colour?: string
  readonly before?: number
  readonly after: number
  readonly withNext?: true
  /** A line along its left edge. */
  readonly edge?: string
}

const hex = (colour: string): string => colour.slice(1).toUpperCase()

function paragraphStyle(id: string, name: string, { size, bold, colour, before, after, withNext, edge }: Look): string {
  const paragraph = [
    withNext ? '<w:keepNext/>' : '',
    edge === undefined ? '' : `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${hex(edge)}"/></w:pBdr>`,
    `<w:spacing${before === undefined ? '' : ` w:before="${before}"`} w:after="${after}"/>`,
    edge === undefined ? '' : '<w:ind w:left="240"/>',
  ].join('')
  const run = [
    bold ? '<w:b/><w:bCs/>' : '',
    colour === undefined ? '' : `<w:color w:val="${hex(colour)}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('')
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

/** Around the text of a cell, in twentieths of a point. */
const CELL_MARGINS = Object.entries({ top: 60, left: 0, bottom: 40, right: 120 })
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')

/** A line under each row, a stronger one under the head: as in our PDFs. */
function tableStyle(accent: string): string {
  const line = (side: string, colour: string, size: number): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${hex(colour)}"/>`
  return (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>' +
    `<w:style w:type="table" w:styleId="TelaioTable"><w:name w:val="Telaio – righe"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${line('bottom', colours.line.light, 4)}${line('insideH', colours.line.light, 4)}</w:tblBorders><w:tblCellMar>${CELL_MARGINS}</w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', accent, 8)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`
  )
}

/** The styles that an office finds in the document, under names it shows. */
export function stylesXml(content: Content, language: Language): string {
  const accent = accentOf(content)
  const { ink, muted, danger } = colours
  const font = 'Titillium Web'
  const styles: readonly (readonly [id: string, name: string, look: Look])[] = [
    ['Heading1', 'heading 1', { size: 52, bold: true, before: 120, after: 160, withNext: true }],
    ['Heading2', 'heading 2', { size: 32, bold: true, colour: accent, before: 400, after: 140, withNext: true }],
    ['Heading3', 'heading 3', { size: 26, bold: true, before: 280, after: 100, withNext: true }],
    ['Heading4', 'heading 4', { size: 22, bold: true, before: 200, after: 80, withNext: true }],
    ['ListParagraph', 'List Paragraph', { after: 80 }],
    ['Kind', 'Telaio – tipo di documento', { bold: true, colour: accent, after: 120 }],
    ['Lead', 'Telaio – apertura', { size: 26, before: 200, after: 120 }],
    ['Muted', 'Telaio – in secondo piano', { colour: muted.light, after: 120 }],
    ['Alert', 'Telaio – bozza', { bold: true, colour: danger.light, after: 120 }],
    ['Sentence', 'Telaio – frase', { size: 24, bold: true, before: 160, after: 40, withNext: true }],
    ['SourceNote', 'Telaio – fonte', { size: 18, colour: muted.light, after: 120 }],
    ['Advice', 'Telaio – consiglio', { after: 40, withNext: true, edge: accent }],
    ['AdviceNote', 'Telaio – fonte di un consiglio', { size: 18, colour: muted.light, after: 200, edge: accent }],
    ['TOC2', 'toc 2', { after: 60 }],
    ['TableHead', 'Telaio – testata di tabella', { size: 20, bold: true, after: 40 }],
    ['TableText', 'Telaio – tabella', { size: 20, after: 40 }],
  ]
  return (
    `<w:styles ${WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:color w:val="${hex(ink.light)}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${LOCALE[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    styles.map((style) => paragraphStyle(...style)).join('') +
    `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:color w:val="${hex(accent)}"/><w:u w:val="single"/></w:rPr></w:style>${tableStyle(accent)}</w:styles>`
  )
}

const related = (lines: readonly (readonly [id: string, type: string, target: string, more?: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.map(([id, type, target, more = '']) => `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`).join('')}</Relationships>`

/** What a document is made of beside its styles and pictures. Every text comes escaped. */
export interface DocxBody {
  readonly title: string
  readonly creator: string
  readonly description: string
  /** Paragraphs and tables; links are called `link1`…, pictures `logo1`…. */
  readonly body: string
  readonly footer: string
  readonly links: readonly string[]
  /** Names of files in `word/media/`. */
  readonly logos: readonly string[]
}

/** The files of the package, in the order in which they stand in it. */
export function partsOf({ title, creator, description, body, footer, links, logos }: DocxBody): Record<string, string> {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${[
      override('/word/document.xml', `${TYPES}.document.main+xml`),
      override('/word/styles.xml', `${TYPES}.styles+xml`),
      override('/word/numbering.xml', `${TYPES}.numbering+xml`),
      override('/word/settings.xml', `${TYPES}.settings+xml`),
      override('/word/footer.xml', `${TYPES}.footer+xml`),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ].join('')}</Types>`,
    '_rels/.rels': related([
      ['document', `${RELATED}/officeDocument`, 'word/document.xml'],
      ['core', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dc:description>${description}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${STAMP}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${STAMP}</dcterms:modified></cp:coreProperties>`,
    'word/_rels/document.xml.rels': related([
      ['styles', `${RELATED}/styles`, 'styles.xml'],
      ['numbering', `${RELATED}/numbering`, 'numbering.xml'],
      ['settings', `${RELATED}/settings`, 'settings.xml'],
      ['footer', `${RELATED}/footer`, 'footer.xml'],
      ...links.map((href, i) => [`link${i + 1}`, `${RELATED}/hyperlink`, href, ' TargetMode="External"'] as const),
      ...logos.map((file, i) => [`logo${i + 1}`, `${RELATED}/image`, `media/${file}`] as const),
    ]),
    'word/document.xml': `<w:document ${SPACES}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1360" w:right="1450" w:bottom="1360" w:left="1450" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/footer.xml': `<w:ftr ${WORDS}>${footer}</w:ftr>`,
    'word/numbering.xml': `<w:numbering ${WORDS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/settings.xml': `<w:settings ${WORDS}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  }
}
