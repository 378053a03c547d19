import {
  appendixPieces,
  byline,
  type Content,
  evidenceCount,
  figures,
  hasContents,
  LICENCES,
  linksLine,
  moreLine,
  oneLine,
  organisationsOf,
  type Paper,
  paperOf,
  sayIn,
} from '@telaio/shared/documents'
import type { Logo } from '@telaio/shared/lab'
import { colours, threads } from '@telaio/shared/tokens'
import { renderSVG } from 'uqr'
import { printedPieces, runsFromRight } from './pieces.ts'
import type { PrintJob } from './typst.ts'

/** Sheets by the name that follows the paper's: millimetres. */
export const SHEETS = {
  '100x70': { width: 1000, height: 700 },
  a1: { width: 594, height: 841 },
  a3: { width: 297, height: 420 },
  'a1-landscape': { width: 841, height: 594 },
  'a3-landscape': { width: 420, height: 297 },
} as const
export type SheetName = keyof typeof SHEETS

/** Blue of the Italian public sector's look. */
const PUBLIC_BODY = '#0066CC'
export const accentOf = ({ look }: Pick<Content, 'look'>): string =>
  look.colour ?? (look.theme === 'public-body' ? PUBLIC_BODY : colours.action.light)

/** So much of a colour on white. */
function tint(hex: string, share: number): string {
  const mixed = [1, 3, 5].map((i) => Math.round(255 - (255 - Number.parseInt(hex.slice(i, i + 2), 16)) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const

function common(content: Content, paper: Paper): { data: Record<string, unknown>; files: Record<string, string> } {
  const say = sayIn(content)
  const logos = content.look.logos.map(({ alt, type, data }, i) => ({
    alt: oneLine(alt) || `Logo ${i + 1}`,
    file: `logo-${i}.${EXTENSIONS[type]}`,
    data,
  }))
  const accent = accentOf(content)
  return {
    files: Object.fromEntries(logos.map(({ file, data }) => [file, data])),
    data: {
      look: {
        accent,
        ink: colours.ink.light,
        muted: colours.muted.light,
        faint: tint(colours.line.light, 0.45),
        tint: tint(accent, 0.06),
        danger: colours.danger.light,
      },
      sectors: content.sectors.map(({ id, title, thread }) => ({ id, title, colour: threads[thread].light, shape: threads[thread].shape })),
      logos: logos.map(({ alt, file }) => ({ alt, file })),
      author: content.promoters.length > 0 ? content.promoters.map(oneLine) : [oneLine(content.lab.title)],
      description: `${paper.kind}: ${oneLine(content.lab.title)}`,
      keywords: content.sectors.map(({ title }) => title),
      canvas: content.canvas,
      qr: content.link === null ? null : renderSVG(content.link, { border: 0 }),
      'qr-alt': `${say('scan')}: ${content.link ?? ''}`,
      'qr-words': say('scan'),
      nothing: say('nothingYet'),
      colophon: [
        ...organisationsOf(content).map(({ role, names }) => `${role} ${names}.`),
        `${LICENCES[content.licence].words[content.language]}.`,
      ].join(' '),
      link: content.link,
    },
  }
}

/** A logo alone: can it be drawn at all? */
export function logoJob({ type, data }: Pick<Logo, 'type' | 'data'>): PrintJob {
  const file = `logo.${EXTENSIONS[type]}`
  return { template: 'logo', data: { file }, files: { [file]: data }, as: 'pdf', at: 0 }
}

/** A document for reading, on A4. */
export function readingJob(content: Content, paper: Paper, as: PrintJob['as'], at: number): PrintJob {
  const { data, files } = common(content, paper)
  return {
    template: 'reading',
    data: {
      ...data,
      paper: { ...paper, pieces: printedPieces(paper.pieces) },
      byline: byline(content, paper),
      contents: hasContents(paper),
    },
    files,
    as,
    at,
  }
}

/** The poster on one sheet. */
export function posterJob(content: Content, sheet: SheetName, as: PrintJob['as'], at: number): PrintJob {
  const say = sayIn(content)
  const paper = paperOf('poster', content)
  const { data, files } = common(content, paper)
  const shown = figures(content, say)
  return {
    template: 'poster',
    data: {
      ...data,
      // pieces are not read: what the sheet shows comes laid out
      paper: { ...paper, pieces: [] },
      sheet: SHEETS[sheet],
      poster: content.poster.map((one) => ({
        title: one.title,
        text: oneLine(one.text),
        note: evidenceCount(one.evidence, say),
        'from-right': runsFromRight(one.text),
      })),
      figures: shown.kind === 'figures' ? shown.items : [],
    },
    files,
    as,
    at,
  }
}

/** The map: its sheet and, in the PDF on A3, everything that found no room on it. */
export function mapJob(content: Content, sheet: SheetName, as: PrintJob['as'], at: number): PrintJob {
  const say = sayIn(content)
  const paper = paperOf('map', content)
  const { data, files } = common(content, paper)
  return {
    template: 'map',
    data: {
      ...data,
      paper: { ...paper, pieces: [] },
      sheet: SHEETS[sheet],
      'sheet-only': as !== 'pdf',
      blocks: content.blocks.map((block) => ({
        title: block.title,
        question: block.question,
        nothing: block.sentences.length + block.more.length === 0 ? say('nothingYet') : null,
        sentences: block.sentences.map(({ text, evidence }) => ({ text: oneLine(text), note: evidenceCount(evidence, say) })),
        after: [moreLine(content, block), linksLine(content, block)].filter((line) => line !== null).join(' · ') || null,
      })),
      // who prints a wall sheet wants the sheet; the appendix goes with the one for the table
      appendix: sheet === 'a3-landscape' ? printedPieces(appendixPieces(content)) : [],
    },
    files,
    as,
    at,
  }
}
