import type { Piece } from '@telaio/shared/documents'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { printedPieces, runsFromRight } from './pieces.ts'

const only = (piece: Piece): Record<string, unknown> => printedPieces([piece])[0] ?? {}
const table = (...rows: string[][]): Piece => ({ kind: 'table', caption: '', columns: ['A', 'B'], widths: [1, 1], rows })
const muted = (text: string): Piece => ({ kind: 'text', text, tone: 'muted' })

it('keeps the name of a licence and an address in one line, and every letter where it stands', () => {
  expect(only(muted('Da “X”, www.example.org, CC BY-SA 4.0”.'))['text']).toEqual([
    'Da “X”, ',
    { kept: 'www.example.org' },
    ', ',
    { kept: 'CC BY-SA 4.0' },
    '”.',
  ])
  expect(only(muted('Un testo.'))['text']).toBe('Un testo.')
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('CC BY 4.0', 'CC0 1.0', 'https://a.it/b.', `www.${'a'.repeat(60)}.it`, '(http://x.y)', ',', '.'),
  )
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(' ')
      const parts = [only(muted(text))['text']].flat() as (string | { kept: string })[]
      expect(parts.map((one) => (typeof one === 'string' ? one : one.kept)).join('')).toBe(text)
      for (const one of parts) if (typeof one !== 'string') expect(one.kept.length).toBeLessThan(60)
    }),
  )
})

it('keeps a question with its answers, and what is said of one thing on one page', () => {
  const long = 'parola '.repeat(80)
  const pieces: Piece[] = [
    { kind: 'heading', level: 3, text: 'Metodo' },
    { kind: 'text', text: 'In breve.' },
    muted('Di chi è.'),
    { kind: 'link', text: 'qui', href: 'https://example.org' },
    { kind: 'text', text: 'In breve.' },
    { kind: 'heading', level: 3, text: 'Domanda' },
    muted('Quale?'),
    { kind: 'list', items: ['questa'] },
    { kind: 'text', text: long },
    muted('sotto'),
  ]
  expect(printedPieces(pieces).map((one) => one['with-next'])).toEqual([
    undefined,
    true,
    true,
    undefined,
    false,
    undefined,
    true,
    undefined,
    false,
    false,
  ])
  expect(printedPieces(pieces).flatMap(({ kind, whole }) => (kind === 'text' ? [whole] : []))).toEqual([
    true,
    true,
    true,
    true,
    false,
    true,
  ])
})

it('hyphenates a word that is long for its column alone, and breaks an address letter by letter', () => {
  const found = only(table(['breve', 'incomprensibilmentissimo']))['cells']
  expect(found).toEqual(['breve', { hyphenated: 'incomprensibilmentissimo' }])
  const [address] = only(table(['https://example.org/una-pagina-lunghissima', 'b']))['cells'] as { hyphenated: string }[]
  expect(address?.hyphenated.replaceAll('\u200B', '')).toBe('https://example.org/una-pagina-lunghissima')
  expect(address?.hyphenated).toContain('\u200B')
})

it('sets figures under each other, whole or with a decimal, and nothing else', () => {
  const figures = (...cells: string[]) => (only(table(...cells.map((cell) => [cell, ''])))['figures'] as boolean[])[0]
  expect(figures('1', '20', '')).toBe(true)
  expect(figures('3,5', '4.0')).toBe(true)
  expect(figures('1', 'due')).toBe(false)
  expect(figures('2021-10-13')).toBe(false)
})

it('tears a table that is long, by rows or by letters, and no short one', () => {
  const rows = (n: number, cell = 'a') => Array.from({ length: n }, () => [cell, 'b'])
  expect(only(table(...rows(8)))['breakable']).toBe(false)
  expect(only(table(...rows(9)))['breakable']).toBe(true)
  expect(only(table(...rows(2, 'a'.repeat(460))))['breakable']).toBe(true)
})

it('knows what runs from the right by its first letter', () => {
  expect(['«שלום»', '1. مرحبا', 'ciao שלום', '12', ''].map(runsFromRight)).toEqual([true, true, false, false, false])
})
