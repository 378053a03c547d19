import { PAPER_NAMES, type PaperName } from '@telaio/shared/documents'
import type { Language } from '@telaio/shared/words'
import type { SheetName } from './typst/jobs.ts'

/** How a document is made: from which paper, in which format, on which sheet. */
export type Recipe =
  | { readonly make: 'reading'; readonly paper: PaperName; readonly as: 'pdf' | 'svg'; readonly language: Language }
  | { readonly make: 'docx' | 'html' | 'epub'; readonly paper: PaperName; readonly language: Language }
  | { readonly make: 'poster' | 'map'; readonly sheet: SheetName; readonly as: 'pdf' | 'svg' | 'png'; readonly language: Language }
  | { readonly make: 'xlsx' | 'entries-csv' | 'notes-csv' | 'json' | 'decidim'; readonly language: Language }
  | { readonly make: 'entries-raw' }
  | { readonly make: 'schema' }

export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  epub: 'application/epub+zip',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
export const mediaTypeOf = (name: string): string => MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

const READ_ON_A4 = PAPER_NAMES.filter((name) => name !== 'map' && name !== 'poster')
const POSTERS: readonly (readonly [string, SheetName])[] = [
  ['poster', '100x70'],
  ['poster-a1', 'a1'],
  ['poster-a3', 'a3'],
]
const MAPS: readonly (readonly [string, SheetName])[] = [
  ['map', 'a3-landscape'],
  ['map-a1', 'a1-landscape'],
]

const inLanguage = (language: Language): (readonly [string, Recipe])[] => [
  // pictures before the PDF of the same sheet, which is then set already
  ...(['svg', 'png'] as const).map((as) => [`poster.${language}.${as}`, { make: 'poster', sheet: '100x70', as, language }] as const),
  ...POSTERS.map(([name, sheet]) => [`${name}.${language}.pdf`, { make: 'poster', sheet, as: 'pdf', language }] as const),
  ...(['svg', 'png'] as const).map((as) => [`map.${language}.${as}`, { make: 'map', sheet: 'a3-landscape', as, language }] as const),
  ...MAPS.map(([name, sheet]) => [`${name}.${language}.pdf`, { make: 'map', sheet, as: 'pdf', language }] as const),
  ...READ_ON_A4.map((paper) => [`${paper}.${language}.pdf`, { make: 'reading', paper, as: 'pdf', language }] as const),
  [`manifesto.${language}.svg`, { make: 'reading', paper: 'manifesto', as: 'svg', language }],
  ...PAPER_NAMES.flatMap((paper) =>
    (['docx', 'html'] as const).map((make) => [`${paper}.${language}.${make}`, { make, paper, language }] as const),
  ),
  [`vademecum.${language}.epub`, { make: 'epub', paper: 'vademecum', language }],
  [`data.${language}.xlsx`, { make: 'xlsx', language }],
  [`entries.${language}.csv`, { make: 'entries-csv', language }],
  [`contributions.${language}.csv`, { make: 'notes-csv', language }],
  [`documents.${language}.json`, { make: 'json', language }],
  [`proposals.${language}.csv`, { make: 'decidim', language }],
]

/** Every document there is, by the name it has as a file. */
export const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ...inLanguage('it'),
  ...inLanguage('en'),
  ['entries.csv', { make: 'entries-raw' }],
  ['documents.schema.json', { make: 'schema' }],
])
export const DOCUMENT_NAMES: readonly string[] = [...RECIPES.keys()]

/** So many are asked for at a time by who wants them all: enough for the printer never to wait, few enough not to fill the memory. */
export const AT_ONCE = 4

/** Names in the order in which to ask for them all: one that is printed, one that is written meanwhile, and so on. */
export function byTurns(names: readonly string[]): string[] {
  const printed = names.filter((name) => /\.(pdf|svg|png)$/.test(name))
  const written = names.filter((name) => !printed.includes(name))
  return Array.from({ length: Math.max(printed.length, written.length) }, (_one, i) => [printed[i], written[i]])
    .flat()
    .filter((name) => name !== undefined)
}
