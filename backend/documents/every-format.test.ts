import type { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { afterAll, expect, it } from 'vitest'
import { type Content, oneLine, paperOf, type Piece } from '@telaio/shared/documents'
import { randomLab, SmallLab, steps } from '@telaio/shared/testing'
import type { Scene } from '@telaio/shared/view'
import { withoutControls } from '../src/documents/formats/clean.ts'
import { DocumentsFile } from '../src/documents/formats/json.ts'
import { openTestDesk } from '../src/documents/testing/test-desk.ts'
import { publicPage } from '../src/public/page.ts'
import { notOnce } from './prints.ts'
import { readPdf } from './read-pdf.ts'

const { desk, made, text, close } = openTestDesk()
afterAll(close)

/** The paragraphs, cells and headings of XML or HTML, each a line. */
function linesOf(xml: string): string[] {
  let words = ''
  new Parser(
    {
      ontext: (part) => (words += part),
      onclosetag: (name) => (words += /^(p|li|td|th|h\d|w:p|t|title|span|strong)$/.test(name) ? '\n' : ''),
    },
    { xmlMode: true, decodeEntities: true },
  ).end(xml.replace(/<!doctype html>|<meta[^>]*>|<style>[\s\S]*?<\/style>|<input[^>]*>/gi, ''))
  return words.split('\n').map(oneLine).filter(Boolean)
}
const partOf = (file: Buffer, name: string): string => strFromU8(unzipSync(file)[name] ?? new Uint8Array())

/** Rows of the first sheet of a workbook, cell by cell. */
const rowsOf = (file: Buffer): string[][] =>
  [...partOf(file, 'xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*>(.*?)<\/c>/gs)].map(([, cell = '']) => linesOf(cell.replaceAll('v>', 't>')).join(' ')),
  )

const clean = (words: string): string => oneLine(withoutControls(words))
const countOf = (note: string): string => /^\d+/.exec(note)?.[0] ?? '0'

/** What a sentence came from, as a line begins that says it. */
const SOURCES = /^(?:\d+ not[ae] · |senza fonte)/

/** Each of these texts is a line once, and the line after it says what it came from. */
function once(lines: readonly string[], said: readonly (readonly [words: string, note: string])[], where: string): void {
  for (const [words, note] of said) {
    // a sentence of one figure stands elsewhere too, as a figure of the lab
    const at = lines.flatMap((line, i) => (line === clean(words) && SOURCES.test(lines[i + 1] ?? '') ? [i] : []))
    // the same words under another heading are another sentence
    expect([where, words, at.length]).toEqual([where, words, said.filter(([other]) => clean(other) === clean(words)).length])
    expect(
      at.map((i) => lines[i + 1]),
      where,
    ).toContain(clean(note))
  }
}
/** Each of these pairs of text and number of notes is a row once. */
function onceInRows(rows: readonly (readonly string[])[], said: readonly (readonly [words: string, note: string])[], where: string): void {
  const key = (words: string, count: string): string => `${clean(words)}|${count}`
  expect([
    where,
    ...rows
      .slice(1)
      .map((row) => key((row[3] ?? '').replace(/^'(?=[=+\-@])/, ''), row[5] ?? ''))
      .sort(),
  ]).toEqual([where, ...said.map(([words, note]) => key(words, countOf(note))).sort()])
}

const sentences = (pieces: readonly Piece[]): (readonly [string, string])[] =>
  pieces.flatMap((piece) => (piece.kind === 'sentence' ? [[piece.text, piece.note] as const] : []))

async function checkCanvas(scene: Scene, content: Content): Promise<void> {
  const map = sentences(paperOf('map', content).pieces)
  once(linesOf(await text(scene, 'map.it.html')), map, 'HTML')
  once(linesOf(partOf(await made(scene, 'map.it.docx'), 'word/document.xml')), map, 'DOCX')
  const page = publicPage({ lab: scene.lab, content, path: '/p/lab', filter: { block: '', sector: '', goal: null } })
  once(linesOf(page), map, 'public page')
  onceInRows(rowsOf(await made(scene, 'data.it.xlsx')), map, 'XLSX')
  onceInRows(parse(await text(scene, 'entries.csv'), { record_delimiter: '\r\n' }), map, 'CSV')
  onceInRows(
    parse(await text(scene, 'entries.it.csv'), { record_delimiter: '\r\n', delimiter: ';', bom: true }),
    map,
    'CSV for spreadsheets',
  )
  const { blocks } = DocumentsFile.parse(JSON.parse(await text(scene, 'documents.it.json')))
  onceInRows(
    [[], ...blocks.flatMap((block) => [...block.sentences, ...block.appendix]).map((one) => ['', '', '', one.text, '', String(one.notes)])],
    map,
    'JSON',
  )
  expect(notOnce(content, (await readPdf(await made(scene, 'map.it.pdf'))).text)).toEqual([])
  const proposals = parse(await text(scene, 'proposals.it.csv'), { record_delimiter: '\r\n', delimiter: ';' }).slice(1)
  const offered = [...content.manifesto.statements, ...content.blocks.flatMap((block) => block.sentences)]
  expect(proposals.map(([, body]) => body?.split('\n\n')[0])).toEqual(offered.map((one) => one.text.split('\n\n')[0]))
}

/** Every piece of advice is in the book once, its parts in their order, then what it came from. */
async function checkBook(scene: Scene, content: Content): Promise<void> {
  const files = unzipSync(await made(scene, 'vademecum.it.epub'))
  const lines = Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml') && !name.endsWith('nav.xhtml'))
    .flatMap(([, bytes]) => linesOf(strFromU8(bytes)))
  const advice = paperOf('vademecum', content).pieces.flatMap((piece) => (piece.kind === 'advice' ? [piece] : []))
  for (const { parts, note } of advice) {
    const said = [...parts.flatMap(({ label, text: words }) => [label, words]), note].map(clean).filter(Boolean)
    const at = lines.filter((_line, i) => said.every((line, n) => lines[i + n] === line))
    expect([said, at.length]).toEqual([said, 1])
  }
}

it('[DOC17] for any lab, every published sentence stands once in every format that should hold it, with its source count', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(steps(40), async (todo) => {
      const { scene } = randomLab(todo).lab
      const content = desk.contentOf(scene, 'it')
      await checkCanvas(scene, content)
      await checkBook(scene, content)
      seen += sentences(paperOf('map', content).pieces).length
    }),
    { numRuns: 10 },
  )
  // what met no sentence has shown nothing
  expect(seen).toBeGreaterThan(0)
})

it('[DOC17] whatever was written as difficulty, approach and pointer stands in the handbook once, and in the map', async () => {
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom('Quando piove', 'a tenere il filo', 'ad andarci', 'Siepi'),
  )
  let beyond = 0
  const triple = fc.record({ difficulty: words, approach: words, pointer: words.filter((one) => /\S/.test(one)) })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(triple, {
        minLength: 8,
        maxLength: 10,
        selector: ({ pointer }) => pointer.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
      }),
      async (triples) => {
        const lab = new SmallLab().start(2, 'work')
        for (const one of triples) lab.note(lab.ann, 'C2.3', { type: 'triple', ...one })
        lab.do(lab.oscar, { type: 'compileCanvas' })
        const content = desk.contentOf(lab.scene, 'it')
        expect(content.advice.length).toBeGreaterThan(0)
        beyond += content.blocks.reduce((sum, { more }) => sum + more.length, 0)
        await checkCanvas(lab.scene, content)
        await checkBook(lab.scene, content)
      },
    ),
    { numRuns: 6 },
  )
  // of some there were more than the map's sheet has room for
  expect(beyond).toBeGreaterThan(0)
})
