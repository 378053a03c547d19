import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { oneLine, PAPER_NAMES } from '@telaio/shared/documents'
import { isRefused, PIXEL, randomLab, SmallLab, steps } from '@telaio/shared/testing'
import { csvOf } from './csv.ts'
import { DocumentsFile } from './formats/json.ts'
import { DOCUMENT_NAMES } from './names.ts'
import { readFonts } from './typst/fonts.ts'
import { printable } from './typst/printable.ts'
import { pagesOf } from './testing/pages-of.ts'
import { openTestDesk } from './testing/test-desk.ts'

const { desk, made, text, close } = openTestDesk()
afterAll(close)

const MARKUP = '#panic("x") *bold* _it_ $x$ <script>alert(1)</script> &amp; \\ @ref `raw` </p>'
/** A lab with entries of every unruly kind. */
function unruly(...texts: string[]): SmallLab {
  const lab = new SmallLab().start(1, 'mixed')
  const note = lab.note(lab.ann, 'C1.2', 'a note')
  for (const one of texts) lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: one, sources: [note] })
  return lab
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly children?: readonly Tag[]
}
/** Roles and alternative texts of a PDF's tags, in reading order, and the text of its pages. */
async function readPdf(
  file: Buffer,
): Promise<{ pages: number; text: string; roles: string[]; alts: string[]; lang: string | null; title: unknown; bookmarks: string[] }> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const roles: string[] = []
  const alts: string[] = []
  let words = ''
  const walk = (tag: Tag): void => {
    if (tag.role !== undefined) roles.push(tag.role)
    if (tag.alt !== undefined) alts.push(tag.alt)
    for (const child of tag.children ?? []) walk(child)
  }
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const tree = (await page.getStructTree()) as Tag | null
    if (tree) walk(tree)
    for (const item of (await page.getTextContent()).items) if ('str' in item) words += item.str + (item.hasEOL ? ' ' : '')
  }
  const { info, metadata } = await pdf.getMetadata()
  const bookmarks = ((await pdf.getOutline()) ?? []).map(({ title }) => title)
  const lang = (info as { Language?: string | null }).Language ?? null
  const found = {
    pages: pdf.numPages,
    text: oneLine(words),
    roles,
    alts,
    lang,
    title: metadata?.get('dc:title') ?? (info as { Title?: string }).Title,
    bookmarks,
  }
  await pdf.destroy()
  return found
}

/** Text of a piece of XML or HTML, and whether its elements close. */
function textOfXml(xml: string): string {
  let words = ''
  new Parser(
    { ontext: (part) => (words += part), onclosetag: (name) => (words += /^(p|li|td|th|h\d|w:p|title)$/.test(name) ? '\n' : '') },
    { xmlMode: true, decodeEntities: true },
  ).end(xml)
  return words
}
const docxText = (file: Buffer): string => textOfXml(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()))
const lines = (words: string): string[] => words.split('\n').map(oneLine).filter(Boolean)

describe('PDF', () => {
  it('[DOC11] every printed document is PDF/UA-1 with tags, headings, language, title and bookmarks, in both languages', async () => {
    const lab = unruly('Siepi lungo i canali', 'Una merenda al mese')
    lab.do(lab.oscar, { type: 'addLogo', alt: 'Comune di Prova', data: PIXEL })
    lab.do(lab.oscar, {
      type: 'publish',
      entries: [...lab.lab.entries.keys()],
      papers: ['poster'],
      indexable: false,
      contact: '',
      language: 'it',
    })
    for (const name of DOCUMENT_NAMES.filter((one) => one.endsWith('.pdf'))) {
      const pdf = await readPdf(await made(lab.scene, name))
      const language = name.split('.')[1]
      expect([name, pdf.lang]).toEqual([name, language])
      // a post is too short for headings of its own
      const asked = name.startsWith('post.') ? ['H1', 'P'] : ['H1', 'H2', 'P']
      expect(pdf.roles.filter((role, i) => asked.includes(role) && pdf.roles.indexOf(role) === i).sort(), name).toEqual(asked)
      expect(
        pdf.roles.find((role) => /^H\d$/.test(role)),
        name,
      ).toBe('H1')
      expect(pdf.bookmarks.length, name).toBeGreaterThan(0)
      expect(String(pdf.title), name).toContain('Lab')
      expect(pdf.alts, name).toContain('Comune di Prova')
      if (/^(poster|map)/.test(name))
        expect(
          pdf.alts.some((alt) => alt.includes('https://lab.example.org/p/')),
          name,
        ).toBe(true)
    }
  })

  it('[DOC12] words are data: markup of Typst and HTML is printed, never done', async () => {
    const lab = unruly(MARKUP)
    for (const name of ['map.it.pdf', 'poster.en.pdf', 'conclusion.it.pdf'])
      expect((await readPdf(await made(lab.scene, name))).text.replaceAll(' ', '')).toContain(MARKUP.replaceAll(' ', ''))
    const html = await text(lab.scene, 'map.it.html')
    expect(html).not.toContain('<script')
    expect(lines(textOfXml(html.replace(/<!doctype html>|<meta[^>]*>/gi, '')))).toContain(MARKUP)
    expect(lines(docxText(await made(lab.scene, 'map.it.docx')))).toContain(MARKUP)
  })

  it('[DOC13] prints letters of other alphabets and emoji; what no typeface has is a box, never a fault', async () => {
    const words = 'Привет · Ελλάδα · עברית · العربية · 🌱 👩‍🏫 ❤️'
    const pdf = await readPdf(await made(unruly(words).scene, 'map.it.pdf'))
    for (const part of ['Привет', 'Ελλάδα', '🌱']) expect(pdf.text).toContain(part)
    const odd = await readPdf(await made(unruly('di 中文 e \u{10FFFD}\u0001 basta').scene, 'map.it.pdf'))
    expect(odd.text).toContain('di □□ e □ basta')
  })

  it('[DOC13] organisers are told which characters cannot be printed, and where, in both languages', () => {
    const lab = unruly('Siepi e merende – perché «no»?', 'Привет עברית 🌱', 'una parola come 中文', '中 è qui')
    const told = desk.missing(lab.scene).find(({ code }) => code === 'no-letter')
    expect(told?.words.it).toBe(
      'Segni che in stampa diventano caselle vuote: 中 文. Sono in «una parola come 中文» e in altri testi (1). Per la stampa scrivili in lettere latine, o chiedi a chi gestisce il server di aggiungere un carattere che li ha (FONTS_DIR); negli altri formati restano.',
    )
    expect(told?.words.en).toContain('Characters that become empty boxes in print: 中 文.')
    expect(desk.missing(unruly('Siepi', 'Привет עברית العربية 🌱').scene).map(({ code }) => code)).not.toContain('no-letter')
  })

  it('[DOC13] printing leaves what typefaces have as it is and lets long words break', () => {
    const { has } = readFonts()
    expect(printable('Perché no? «Sì» – 3 ½ €', has)).toBe('Perché no? «Sì» – 3 ½ €')
    expect(printable('a\nb\u0007c', has)).toBe('a bc')
    const long = printable('x'.repeat(100), has)
    expect(long.replaceAll('\u200B', '')).toBe('x'.repeat(100))
    expect(Math.max(...long.split('\u200B').map((part) => part.length))).toBeLessThanOrEqual(12)
  })

  it('[DOC14] nothing runs over the edge or into the next line: long titles, sentences of 3,000 characters, words without an end', async () => {
    const lab = unruly(
      'parola '.repeat(428).trim(),
      'Z'.repeat(700),
      'una frase che sta su più righe, come quelle che si scrivono davvero, e che da tre metri si deve leggere',
    )
    lab.do(lab.oscar, { type: 'changeLab', title: `Un titolo ${'molto lungo '.repeat(24)}`.slice(0, 290) })
    // a word that is just short enough not to be broken, alone on its wall: nothing but its width keeps its letters small
    const wide = unruly('W'.repeat(32))
    wide.do(wide.oscar, { type: 'changeLab', title: 'M'.repeat(32) })
    for (const [{ scene }, name] of [
      ...['poster.it.pdf', 'poster-a3.it.pdf', 'map.it.pdf', 'manifesto.it.pdf', 'conclusion.it.pdf'].map((one) => [lab, one] as const),
      ...['poster.it.pdf', 'poster-a3.it.pdf', 'map.it.pdf'].map((one) => [wide, one] as const),
    ]) {
      const pages = await pagesOf(await made(scene, name))
      for (const [n, { width, height, texts }] of pages.entries())
        for (const [i, one] of texts.entries()) {
          const isInside = one.x >= 0 && one.x + one.width <= width && one.y >= 0 && one.y <= height
          expect([name, n, one.str, isInside]).toEqual([name, n, one.str, true])
          // a line and the next of the same letters
          const next = texts[i + 1]
          if (!next || Math.abs(next.size - one.size) > 0.01 || next.y >= one.y - 0.1 || Math.abs(next.x - one.x) > 1) continue
          expect((one.y - next.y) / one.size, `${name}: “${one.str}” and “${next.str}”`).toBeGreaterThan(0.85)
        }
      if (name.startsWith('poster')) expect(pages).toHaveLength(1)
    }
  })

  it('[DOC9] a logo that cannot be drawn is left out, and takes no document with it', async () => {
    const lab = unruly('Siepi')
    lab.do(lab.oscar, { type: 'addLogo', alt: 'Comune di Prova', data: PIXEL })
    const damaged = Buffer.from('\x89PNG\r\n\x1a\n and then nothing of a picture', 'latin1').toString('base64')
    expect([await desk.canDraw(PIXEL), await desk.canDraw(damaged)]).toEqual([true, false])
    lab.do(lab.oscar, { type: 'addLogo', alt: 'Ente rovinato', data: damaged })
    for (const name of ['poster.it.pdf', 'manifesto.en.pdf'])
      expect((await readPdf(await made(lab.scene, name))).alts).toEqual(['Comune di Prova'])
  })

  it('[DOC14] a lab with no notes, with one group, and with fifty makes every document', async () => {
    const fifty = new SmallLab()
    fifty.do(fifty.fay, {
      type: 'formProjectGroups',
      groups: Array.from({ length: 50 }, (_one, i) => ({ key: `g${i + 1}`, name: `Group ${i + 1}`, people: i === 0 ? [fifty.ann] : [] })),
    })
    const one = new SmallLab()
    one.do(one.fay, {
      type: 'formProjectGroups',
      groups: [{ key: 'g1', name: 'All of us', people: [one.ann, one.bob, one.cleo, one.dan] }],
    })
    for (const lab of [new SmallLab(), one, fifty])
      for (const name of DOCUMENT_NAMES.filter((file) => /\.it\.|^entries|schema/.test(file)))
        expect((await made(lab.scene, name)).length, name).toBeGreaterThan(0)
    expect((await readPdf(await made(fifty.scene, 'projects.it.pdf'))).text).toContain('Group 50')
  })
})

describe('offices’ formats', () => {
  it('[DOC16] disarms formulas in spreadsheets, and keeps them letter for letter where programs read', async () => {
    const formula = '=HYPERLINK("https://example.org";"click")'
    const lab = unruly(formula)
    const [, row] = parse(await text(lab.scene, 'entries.it.csv'), { delimiter: ';', bom: true, record_delimiter: '\r\n' })
    expect(row?.[3]).toBe(`'${formula}`)
    const [, raw] = parse(await text(lab.scene, 'entries.csv'), { record_delimiter: '\r\n' })
    expect(raw?.[3]).toBe(formula)
    const files = unzipSync(await made(lab.scene, 'data.it.xlsx'))
    const sheets = Object.entries(files).flatMap(([name, bytes]) => (name.endsWith('.xml') ? [strFromU8(bytes)] : []))
    expect(sheets.join('')).not.toMatch(/<f[ >]/)
    expect(sheets.some((xml) => textOfXml(xml).includes(formula))).toBe(true)
  })

  it('[DOC16] DOCX has real headings, lists and header rows', async () => {
    const xml = strFromU8(unzipSync(await made(unruly('Siepi').scene, 'dossier.it.docx'))['word/document.xml'] ?? new Uint8Array())
    for (const style of ['Heading1', 'Heading2', 'Heading3']) expect(xml).toContain(`w:pStyle w:val="${style}"`)
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:numPr>')
    expect(xml).toContain('w:val="it-IT"')
  })

  it('[DOC16] EPUB begins with its media type, uncompressed, and its chapters are XML', async () => {
    const file = await made(unruly(MARKUP).scene, 'vademecum.it.epub')
    expect(file.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
    const files = unzipSync(file)
    for (const [name, bytes] of Object.entries(files))
      if (/\.(xhtml|opf|xml)$/.test(name)) {
        const open: string[] = []
        new Parser(
          { onopentagname: (tag) => open.push(tag), onclosetag: (tag) => expect([name, tag]).toEqual([name, open.pop()]) },
          { xmlMode: true },
        ).end(strFromU8(bytes))
        expect(open).toEqual([])
      }
  })

  it('[DOC16] JSON is what its schema says', async () => {
    const lab = unruly('Siepi')
    const file = DocumentsFile.parse(JSON.parse(await text(lab.scene, 'documents.it.json')))
    expect(file.blocks[0]?.sentences).toMatchObject([{ text: 'Siepi', notes: 1 }])
    expect(JSON.parse(await text(lab.scene, 'documents.schema.json'))).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('writes a CSV that a strict parser gives back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (drawn) => {
        const rows = drawn.map((row) => [row[0] ?? '', row[1] ?? ''])
        expect(parse(csvOf(rows, 'raw'), { record_delimiter: '\r\n', relax_quotes: false })).toEqual(rows)
      }),
    )
  })
})

describe('for any lab', () => {
  it('[DOC11] [DOC13] any lab prints: poster, map and conclusion are PDF/UA-1 whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(steps(40), async (todo) => {
        const { lab } = randomLab(todo)
        for (const name of ['poster.it.pdf', 'map.en.pdf', 'conclusion.it.pdf', 'dossier.en.pdf'])
          expect((await made(lab.scene, name)).toString('latin1', 0, 5)).toBe('%PDF-')
      }),
      { numRuns: 8 },
    )
  })

  it('[DOC10] made from chosen entries alone, a document holds no other', async () => {
    const lab = unruly('shown sentence', 'other sentence')
    const [first = ''] = [...lab.lab.entries.values()].filter(({ text: words }) => words === 'shown sentence').map(({ id }) => id)
    expect(
      isRefused(lab.send(lab.oscar, { type: 'publish', entries: [first], papers: ['map'], indexable: false, contact: '', language: 'it' })),
    ).toBe(false)
    for (const name of PAPER_NAMES.filter((one) => one !== 'dossier' && one !== 'projects')) {
      const html = (await desk.make(lab.scene, `${name}.it.html`, new Set([first])))?.toString('utf8') ?? ''
      expect(html).not.toContain('other sentence')
    }
  })
})
