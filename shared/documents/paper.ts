import type { Language } from '../words/bilingual.ts'
import type { SectorShare } from './content.ts'

/**
 * A stretch of a document. `words`: written by people in the lab, so in the lab's language and shown letter for letter; everything else is ours, in the
 * document's language. No text is ever markup: writers of formats take it as data.
 */
export type Piece =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string; readonly words?: true; readonly onNewPage?: true }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'lead' | 'muted' | 'alert'; readonly words?: true }
  /** A sentence of the lab with what stands behind it. `number`: of a numbered statement. */
  | { readonly kind: 'sentence'; readonly id: string; readonly text: string; readonly note: string; readonly number?: number }
  | { readonly kind: 'advice'; readonly id: string; readonly parts: readonly Labelled[]; readonly note: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly words?: true }
  | {
      readonly kind: 'table'
      /** What the table is about, for those who cannot see it. */
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly words?: true
      /** Share of the width of each column. */
      readonly widths: readonly number[]
    }
  | { readonly kind: 'figures'; readonly items: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'shares'; readonly title: string; readonly items: readonly SectorShare[] }
  | { readonly kind: 'signatures'; readonly names: readonly string[]; readonly blank: number; readonly label: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export interface Labelled {
  readonly label: string
  readonly text: string
}

export const PAPER_NAMES = [
  'map',
  'poster',
  'manifesto',
  'vademecum',
  'dossier',
  'projects',
  'article',
  'post',
  'sheet',
  'conclusion',
] as const
export type PaperName = (typeof PAPER_NAMES)[number]

/** A document in reading order, before it has a format. */
export interface Paper {
  readonly name: PaperName
  /** The lab's title. */
  readonly title: string
  /** What document this is. */
  readonly kind: string
  readonly language: Language
  /** Language of what people wrote. */
  readonly words: Language
  /** To be revised by somebody before it goes out. */
  readonly draft: boolean
  readonly minutes: number
  /** Sectors by how much they wrote of what this document holds: the threads at its edge. */
  readonly threads: readonly SectorShare[]
  readonly pieces: readonly Piece[]
}

/** Every text of a piece in reading order. */
export function textsOf(piece: Piece): string[] {
  switch (piece.kind) {
    case 'heading':
    case 'text':
      return [piece.text]
    case 'sentence':
      return [piece.text, piece.note]
    case 'advice':
      return [...piece.parts.flatMap(({ label, text }) => [label, text]), piece.note]
    case 'list':
      return [...piece.items]
    case 'table':
      return [piece.caption, ...piece.columns, ...piece.rows.flat()]
    case 'figures':
      return piece.items.flatMap(({ value, label }) => [value, label])
    case 'shares':
      return [piece.title]
    case 'signatures':
      return [...piece.names]
    case 'link':
      return [piece.text]
  }
}

/** Documents of many pages open with their contents. */
export const hasContents = ({ name }: Pick<Paper, 'name'>): boolean => name === 'dossier' || name === 'projects' || name === 'vademecum'
