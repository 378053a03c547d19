import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Content, datesLine, oneLine, type Paper, type Piece, sayIn } from '@telaio/shared/documents'
import { colours } from '@telaio/shared/tokens'
import { accentOf } from '../typst/jobs.ts'
import { withoutControls } from './clean.ts'
import { fitInto, pictureOf } from './pictures.ts'

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const
const LOCALE = { it: 'it-IT', en: 'en-GB' } as const
const hex = (colour: string): string => colour.slice(1).toUpperCase()
/** Width of a page's text in twentieths of a point: A4 less its margins. */
const TEXT_WIDTH = 9000

const FONT = 'Titillium Web'
/** Around the text of a cell, in twentieths of a point. */
const CELL_MARGINS = { top: 60, bottom: 40, left: 100, right: 100 }
/** Room for a logo, in pixels of 1/96 inch. */
const LOGO_BOX = { width: 160, height: 60 }

/** A document that an office can go on editing: real styles, real lists, header rows. */
export async function paperDocx(content: Content, paper: Paper): Promise<Buffer> {
  const say = sayIn(content)
  const words = { language: { value: LOCALE[paper.words] } }
  const run = (text: string, theirs: boolean, more: object = {}): TextRun =>
    new TextRun({ text: withoutControls(text), ...(theirs ? words : {}), ...more })
  const paragraph = (text: string, style: string, theirs = false): Paragraph => new Paragraph({ style, children: [run(text, theirs)] })

  const cell = (text: string, theirs: boolean, width: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: CELL_MARGINS,
      children: [new Paragraph({ style: head ? 'TableHead' : 'TableText', children: [run(text, theirs)] })],
    })

  const blocks = (piece: Piece): (Paragraph | Table)[] => {
    switch (piece.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[piece.level],
            pageBreakBefore: piece.onNewPage === true,
            children: [run(piece.text, piece.words === true)],
          }),
        ]
      case 'text':
        return [
          paragraph(
            piece.text,
            piece.tone === 'lead' ? 'Lead' : piece.tone === 'muted' ? 'Muted' : piece.tone === 'alert' ? 'Alert' : 'Normal',
            piece.words,
          ),
        ]
      case 'sentence':
        return [
          new Paragraph({
            style: 'Sentence',
            children: [...(piece.number === undefined ? [] : [run(`${piece.number}. `, false)]), run(piece.text, true)],
          }),
          paragraph(piece.note, 'SourceNote'),
        ]
      case 'advice':
        return [
          ...piece.parts.map(
            ({ label, text }) => new Paragraph({ style: 'Advice', children: [run(`${label} `, false, { bold: true }), run(text, true)] }),
          ),
          paragraph(piece.note, 'SourceNote'),
        ]
      case 'list':
        return piece.items.map(
          (item) =>
            new Paragraph({
              style: 'ListParagraph',
              numbering: { reference: 'bullets', level: 0 },
              children: [run(item, piece.words === true)],
            }),
        )
      case 'table': {
        const sum = piece.widths.reduce((all, width) => all + width, 0)
        const widths = piece.widths.map((width) => Math.round((TEXT_WIDTH * width) / sum))
        const row = (cells: readonly string[], head: boolean): TableRow =>
          new TableRow({
            tableHeader: head,
            cantSplit: true,
            children: cells.map((text, i) => cell(text, !head && piece.words === true, widths[i] ?? 1000, head)),
          })
        return [
          new Table({
            width: { size: TEXT_WIDTH, type: WidthType.DXA },
            columnWidths: widths,
            rows: [row(piece.columns, true), ...piece.rows.map((cells) => row(cells, false))],
          }),
          // Word joins two tables that touch
          new Paragraph({ style: 'Muted', children: [] }),
        ]
      }
      case 'figures':
        return piece.items.map(
          ({ value, label }) => new Paragraph({ style: 'Normal', children: [run(value, false, { bold: true }), run(` ${label}`, false)] }),
        )
      case 'shares':
        return [
          paragraph(
            piece.items
              .map(({ sector, notes }) => `${content.sectors.find(({ id }) => id === sector)?.title ?? sector}: ${notes}`)
              .join(' · '),
            'Muted',
          ),
        ]
      case 'signatures':
        return piece.names.length > 0
          ? piece.names.map((name) => paragraph(name, 'Normal', true))
          : Array.from({ length: piece.blank }, () => paragraph(`${piece.label}: ______________________________`, 'Normal'))
      case 'link':
        return [
          new Paragraph({
            style: 'Normal',
            children: [
              new ExternalHyperlink({
                link: piece.href,
                children: [new TextRun({ text: withoutControls(piece.text), style: 'Hyperlink' })],
              }),
            ],
          }),
        ]
    }
  }

  const logos = content.look.logos.flatMap((logo, i): ParagraphChild[] => {
    const picture = pictureOf(logo)
    if (!picture) return []
    const alt = oneLine(logo.alt) || `Logo ${i + 1}`
    return [
      ...(i > 0 ? [new TextRun('   ')] : []),
      new ImageRun({
        type: picture.type,
        data: picture.data,
        transformation: fitInto(picture, LOGO_BOX),
        altText: { name: `logo-${i + 1}`, title: withoutControls(alt), description: withoutControls(alt) },
      }),
    ]
  })
  const accent = hex(accentOf(content))
  const muted = hex(colours.muted.light)
  const style = (id: string, name: string, more: object, paragraphMore: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: more,
    paragraph: { spacing: { after: 120 }, ...paragraphMore },
  })
  const document = new Document({
    title: withoutControls(`${paper.title} – ${paper.kind}`),
    creator: withoutControls(content.promoters[0] ?? content.lab.title),
    description: withoutControls(`${paper.kind}: ${paper.title}`),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, color: hex(colours.ink.light), language: { value: LOCALE[paper.language] } },
          paragraph: { spacing: { after: 80 } },
        },
        title: { run: { font: FONT, size: 52, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { font: FONT, size: 52, bold: true }, paragraph: { spacing: { before: 120, after: 160 }, keepNext: true } },
        heading2: {
          run: { font: FONT, size: 32, bold: true, color: accent },
          paragraph: { spacing: { before: 400, after: 140 }, keepNext: true },
        },
        heading3: { run: { font: FONT, size: 26, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
        heading4: { run: { font: FONT, size: 22, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
        hyperlink: { run: { color: accent, underline: {} } },
      },
      paragraphStyles: [
        style('Kind', 'Telaio – tipo di documento', { bold: true, color: accent }),
        style('Lead', 'Telaio – apertura', { size: 26 }),
        style('Muted', 'Telaio – in secondo piano', { color: muted }),
        style('Alert', 'Telaio – bozza', { bold: true, color: hex(colours.danger.light) }),
        style('Sentence', 'Telaio – frase', { bold: true, size: 24 }, { keepNext: true, spacing: { before: 160, after: 40 } }),
        style('SourceNote', 'Telaio – fonte', { size: 18, color: muted }),
        style(
          'Advice',
          'Telaio – consiglio',
          {},
          {
            keepNext: true,
            indent: { left: 240 },
            spacing: { after: 40 },
            border: { left: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 8 } },
          },
        ),
        style('TableHead', 'Telaio – testata di tabella', { bold: true, size: 20 }, { spacing: { after: 40 } }),
        style('TableText', 'Telaio – tabella', { size: 20 }, { spacing: { after: 40 } }),
      ],
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1360, bottom: 1360, left: 1450, right: 1450 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'SourceNote',
                children: [run(`${paper.kind} · ${paper.title} · `, false), new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          ...(logos.length > 0 ? [new Paragraph({ children: logos, spacing: { after: 240 } })] : []),
          paragraph(paper.kind, 'Kind'),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(paper.title, true)] }),
          paragraph([datesLine(content, say), say('minutes', { n: paper.minutes })].filter((line) => line !== '').join(' · '), 'Muted'),
          ...paper.pieces.flatMap(blocks),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
