import { byline, type Content, hasContents, oneLine, type Paper, type Piece } from '@telaio/shared/documents'
import { strToU8 } from 'fflate'
import { LOCALE, partsOf, stylesXml } from './docx-parts.ts'
import { escapeText } from './html.ts'
import { fitInto, pictureOf } from './pictures.ts'
import { zipOf } from './zip.ts'

/** Width of a page's text in twentieths of a point: A4 less its margins. */
const TEXT_WIDTH = 9000
/** Room for a logo, in pixels of 1/96 inch. */
const LOGO_BOX = { width: 160, height: 60 }
/** English Metric Units in such a pixel. */
const EMU = 9525
const paragraph = (style: string, body: string, more = ''): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${body}</w:p>`

/**
 * A document that an office can go on editing: real styles, real lists, header rows (WordprocessingML, ECMA-376). Written letter by letter: a library builds
 * a tree of every run first, which for a full lab takes twenty times as long, and names links by chance.
 */
export function paperDocx(content: Content, paper: Paper): Buffer {
  const links: string[] = []
  /** `theirs`: in the language of those who wrote it. */
  const run = (text: string, theirs: boolean, more = ''): string => {
    const style = `${more}${theirs ? `<w:lang w:val="${LOCALE[paper.words]}"/>` : ''}`
    return `<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`
  }
  const bold = '<w:b/><w:bCs/>'
  const plain = (text: string, style: string, theirs = false): string => paragraph(style, run(text, theirs))

  const table = ({ columns, rows, widths, words }: Extract<Piece, { kind: 'table' }>): string => {
    const sum = widths.reduce((all, width) => all + width, 0)
    const across = widths.map((width) => Math.round((TEXT_WIDTH * width) / sum))
    const row = (cells: readonly string[], head: boolean): string =>
      `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells
        .map(
          (text, i) =>
            `<w:tc><w:tcPr><w:tcW w:w="${across[i] ?? 1000}" w:type="dxa"/></w:tcPr>${plain(text, head ? 'TableHead' : 'TableText', !head && words === true)}</w:tc>`,
        )
        .join('')}</w:tr>`
    return (
      `<w:tbl><w:tblPr><w:tblStyle w:val="TelaioTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>` +
      `<w:tblGrid>${across.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(columns, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>` +
      // Word joins two tables that touch
      paragraph('Muted', '')
    )
  }

  const withContents = hasContents(paper)
  /** The name of a chapter's place, for the contents. */
  const placeOf = (at: number): string => `_Toc${String(at).padStart(6, '0')}`
  /** The contents as a field: in a word processor they take the numbers of pages when they are updated. */
  const contents = (): string => {
    const chapters = paper.pieces.flatMap((one, at) => (one.kind === 'heading' && one.level === 2 ? [{ ...one, at }] : []))
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const begin = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "2-2" \\h </w:instrText></w:r>${field('separate')}`
    return chapters
      .map(({ text, words, at }, i) =>
        paragraph(
          'TOC2',
          `${i === 0 ? begin : ''}<w:hyperlink w:history="1" w:anchor="${placeOf(at)}">${run(text, words === true)}</w:hyperlink>${i === chapters.length - 1 ? field('end') : ''}`,
        ),
      )
      .join('')
  }

  const piece = (one: Piece, at: number): string => {
    switch (one.kind) {
      case 'heading': {
        const body = run(one.text, one.words === true)
        return paragraph(
          `Heading${one.level}`,
          withContents && one.level === 2
            ? `<w:bookmarkStart w:id="${at}" w:name="${placeOf(at)}"/>${body}<w:bookmarkEnd w:id="${at}"/>`
            : body,
          one.onNewPage === true ? '<w:pageBreakBefore/>' : '',
        )
      }
      case 'text':
        return plain(
          one.text,
          one.tone === 'lead' ? 'Lead' : one.tone === 'muted' ? 'Muted' : one.tone === 'alert' ? 'Alert' : 'Normal',
          one.words,
        )
      case 'sentence':
        return (
          paragraph('Sentence', (one.number === undefined ? '' : run(`${one.number}. `, false)) + run(one.text, true)) +
          plain(one.note, 'SourceNote')
        )
      case 'advice':
        return (
          one.parts.map(({ label, text }) => paragraph('Advice', run(`${label} `, false, bold) + run(text, true))).join('') +
          plain(one.note, 'AdviceNote')
        )
      case 'list':
        return one.items
          .map((item) =>
            paragraph('ListParagraph', run(item, one.words === true), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
          )
          .join('')
      case 'table':
        return table(one)
      case 'figures':
        return one.items.map(({ value, label }) => paragraph('Normal', run(value, false, bold) + run(` ${label}`, false))).join('')
      case 'shares':
        return plain(
          one.items.map(({ sector, notes }) => `${content.sectors.find(({ id }) => id === sector)?.title ?? sector}: ${notes}`).join(' · '),
          'Muted',
        )
      case 'signatures':
        return one.names.length > 0
          ? one.names.map((name) => plain(name, 'Normal', true)).join('')
          : plain(`${one.label}: ______________________________`, 'Normal').repeat(one.blank)
      case 'link':
        links.push(one.href)
        return paragraph(
          'Normal',
          `<w:hyperlink w:history="1" r:id="link${links.length}">${run(one.text, false, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`,
        )
    }
  }

  const logos = content.look.logos.flatMap((logo, i) => {
    const picture = pictureOf(logo)
    if (!picture) return []
    const { width, height } = fitInto(picture, LOGO_BOX)
    return [
      {
        file: `logo-${i + 1}.${picture.type === 'png' ? 'png' : 'jpeg'}`,
        data: picture.data,
        alt: escapeText(oneLine(logo.alt) || `Logo ${i + 1}`),
        size: `cx="${width * EMU}" cy="${height * EMU}"`,
      },
    ]
  })
  const pictures = logos.map(
    ({ alt, size }, i) =>
      `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${i + 1}" name="logo-${i + 1}" descr="${alt}" title="${alt}"/>` +
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
      `<pic:pic><pic:nvPicPr><pic:cNvPr id="${i + 1}" name="logo-${i + 1}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="logo${i + 1}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  )
  const body = [
    ...(pictures.length > 0 ? [paragraph('Normal', pictures.join(run('   ', false)), '<w:spacing w:after="240"/>')] : []),
    plain(paper.kind, 'Kind'),
    paragraph('Heading1', run(paper.title, true)),
    plain(byline(content, paper), 'Muted'),
    ...(withContents ? [contents()] : []),
    ...paper.pieces.map(piece),
  ].join('')
  const footer = paragraph(
    'SourceNote',
    `${run(`${paper.kind} · ${paper.title} · `, false)}<w:fldSimple w:instr="PAGE">${run('1', false)}</w:fldSimple>`,
  )
  const parts = {
    ...partsOf({
      title: escapeText(`${paper.title} – ${paper.kind}`),
      creator: escapeText(content.promoters[0] ?? content.lab.title),
      description: escapeText(`${paper.kind}: ${paper.title}`),
      body,
      footer,
      links: links.map(escapeText),
      logos: logos.map(({ file }) => file),
    }),
    'word/styles.xml': stylesXml(content, paper.language),
  }
  return zipOf({
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)]),
    ),
    ...Object.fromEntries(logos.map(({ file, data }) => [`word/media/${file}`, new Uint8Array(data)])),
  })
}
