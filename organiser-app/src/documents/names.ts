import type { Bilingual } from '@telaio/shared/words'
import { documentWords as our } from './words.ts'

export interface DocumentLine {
  readonly label: Bilingual
  /** Names of files; `LANG` is the language that was chosen. */
  readonly files: readonly string[]
}

const paper = (name: string, label: Bilingual, formats: readonly string[]): DocumentLine => ({
  label,
  files: formats.map((format) => `${name}.LANG.${format}`),
})

/** What can be downloaded, as the server names it. */
export const PAPERS: readonly DocumentLine[] = [
  paper('poster', our.poster, ['pdf', 'svg', 'png', 'docx', 'html']),
  paper('poster-a1', our.posterA1, ['pdf']),
  paper('poster-a3', our.posterA3, ['pdf']),
  paper('map', our.map, ['pdf', 'svg', 'png', 'docx', 'html']),
  paper('map-a1', our.mapA1, ['pdf']),
  paper('manifesto', our.manifesto, ['pdf', 'docx', 'html']),
  paper('vademecum', our.vademecum, ['pdf', 'docx', 'html', 'epub']),
  paper('dossier', our.dossier, ['pdf', 'docx', 'html']),
  paper('projects', our.projects, ['pdf', 'docx', 'html']),
  paper('article', our.article, ['pdf', 'docx', 'html']),
  paper('post', our.post, ['pdf', 'docx', 'html']),
  paper('sheet', our.sheet, ['pdf', 'docx', 'html']),
  paper('conclusion', our.conclusion, ['pdf', 'docx', 'html']),
]

export const DATA: readonly DocumentLine[] = [
  paper('data', our.workbook, ['xlsx']),
  paper('entries', our.entriesCsv, ['csv']),
  paper('contributions', our.notesCsv, ['csv']),
  { label: our.entriesRaw, files: ['entries.csv'] },
  paper('documents', our.json, ['json']),
  paper('proposals', our.proposals, ['csv']),
]

/** What the preview can show, by the name of its drawing. */
export const PREVIEWS = [
  ['poster', our.poster],
  ['map', our.map],
  ['manifesto', our.manifesto],
] as const
export type PreviewName = (typeof PREVIEWS)[number][0]

/** Documents that the public page may offer. */
export const OFFERED = [
  ['poster', our.poster],
  ['map', our.map],
  ['manifesto', our.manifesto],
  ['vademecum', our.vademecum],
  ['article', our.article],
  ['sheet', our.sheet],
  ['conclusion', our.conclusion],
] as const
