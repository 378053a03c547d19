import { strFromU8, unzipSync } from 'fflate'
import { parseDocument, DomUtils } from 'htmlparser2'
import { afterAll, expect, it } from 'vitest'
import { SmallLab } from '@telaio/shared/testing'
import { openTestDesk } from '../testing/test-desk.ts'

const { desk, made, text, close } = openTestDesk()
afterAll(close)

/** A lab in which two groups wrote, with a rule for the handbook and markup in a name. */
function written(): SmallLab {
  const lab = new SmallLab().start(1, 'mixed')
  const note = lab.note(lab.ann, 'C1.2', 'Siepi lungo i canali')
  lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'Siepi <b>lungo</b> i canali', sources: [note] })
  return lab
}
const LONG = ['dossier', 'projects', 'vademecum']
const SHORT = ['manifesto', 'map', 'conclusion']

it('[DOC26] long pages open with their contents, and every chapter is one touch away', async () => {
  const { scene } = written()
  for (const name of [...LONG, ...SHORT]) {
    const page = parseDocument(await text(scene, `${name}.en.html`))
    const all = DomUtils.getElementsByTagName('*', page)
    const ids = all.flatMap(({ attribs }) => attribs['id'] ?? [])
    expect([name, new Set(ids).size]).toEqual([name, ids.length])
    const nav = DomUtils.getElementsByTagName('nav', page)
    const chapters = DomUtils.getElementsByTagName('h2', page).map((one) => [`#${one.attribs['id']}`, DomUtils.textContent(one)])
    const links = nav
      .flatMap((one) => DomUtils.getElementsByTagName('a', one))
      .map((one) => [one.attribs['href'], DomUtils.textContent(one)])
    expect([name, nav.length, links]).toEqual([name, LONG.includes(name) ? 1 : 0, LONG.includes(name) ? chapters : []])
    if (LONG.includes(name)) expect(chapters.length).toBeGreaterThan(0)
    expect(nav.map(({ attribs }) => attribs['aria-label'])).toEqual(LONG.includes(name) ? ['Contents'] : [])
  }
})

it('[DOC26] in DOCX contents are a field whose lines lead to the chapters; a lab without anything has them too', async () => {
  for (const { scene } of [written(), new SmallLab()])
    for (const name of [...LONG, ...SHORT]) {
      const files = unzipSync(await made(scene, `${name}.it.docx`))
      const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
      const places = [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"\/>/g)].map(([, , place]) => place)
      const lines = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, place]) => place)
      expect([name, lines]).toEqual([name, LONG.includes(name) ? places : []])
      expect([name, new Set(places).size > 0]).toEqual([name, LONG.includes(name)])
      const fields = [...xml.matchAll(/w:fldCharType="(\w+)"/g)].map(([, type]) => type)
      expect([name, fields]).toEqual([name, LONG.includes(name) ? ['begin', 'separate', 'end'] : []])
    }
})

it('[DOC26] a table says its name once to those who see it, and always to those who listen', async () => {
  const page = parseDocument(await text(written().scene, 'dossier.it.html'))
  const captions = DomUtils.getElementsByTagName('caption', page)
  expect(captions.length).toBeGreaterThan(1)
  const headings = DomUtils.getElementsByTagName('h3', page).map((one) => DomUtils.textContent(one))
  for (const caption of captions) {
    const words = DomUtils.textContent(caption)
    const isAbove = headings.some((one) => words.startsWith(one))
    expect([words, words.length > 0, caption.attribs['class']]).toEqual([words, true, isAbove ? 'unseen' : undefined])
  }
})

it('[DOC26] a book opens with what it is, when, and whose threads it holds', async () => {
  const { scene } = written()
  const files = unzipSync(await made(scene, 'vademecum.en.epub'))
  const read = (name: string): string => strFromU8(files[`OEBPS/${name}`] ?? new Uint8Array())
  const { language, licence } = desk.contentOf(scene, 'en')
  expect([language, licence]).toEqual(['en', scene.lab.documents.licence])
  expect(read('chapter-0.xhtml')).toMatch(/<p class="kind">Handbook<\/p><h1[^>]*lang="it"[^>]*>Lab<\/h1><p class="by">29 September 2026/)
  expect(read('content.opf')).toContain('<dc:rights>Creative Commons')
})
