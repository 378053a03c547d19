import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Content, evidenceCount, evidenceLine, oneLine, PAPER_NAMES, type PaperName, paperOf, sayIn } from '@telaio/shared/documents'
import { readFonts } from '../src/documents/typst/fonts.ts'
import { printable } from '../src/documents/typst/printable.ts'
import { firstLost, RIGHT_TO_LEFT, sayings } from './files.ts'
import { letters, readPdf } from './read-pdf.ts'

const run = promisify(execFile)
const { has } = readFonts()
/** Letters and digits alone: pdf.js leaves out points and strokes that the exporter gives a text of their own (ActualText). */
const plain = (text: string): string => letters(text).replace(/[^\p{L}\p{N}]/gu, '')
/** Signs that no typeface has are one empty box, however many they were. */
const boxes = (text: string): string => letters(text).replace(/\u25A1+/gu, '\u25A1')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Sentences that do not stand on the map or in its appendix exactly once, each followed by what it came from. */
export function notOnce(content: Content, text: string): string[] {
  const say = sayIn(content)
  const printed = content.blocks.flatMap(({ sentences, more }) => [
    ...sentences.map((one) => ({ text: one.text, all: plain(printable(one.text + evidenceCount(one.evidence, say), has)) })),
    ...more.map((one) => ({ text: one.text, all: plain(printable(one.text + evidenceLine(one.evidence, say), has)) })),
  ])
  const found = plain(text)
  return printed
    .filter((one) => !RIGHT_TO_LEFT.test(one.text) && plain(printable(one.text, has)) !== '')
    .filter(({ all }) => found.split(all).length - 1 !== printed.filter((other) => other.all.endsWith(all)).length)
    .map((one) => one.text)
}

const isPaper = (name: string): name is PaperName => (PAPER_NAMES as readonly string[]).includes(name)

/** PDFs by their tags: language, title, headings without a gap, bookmarks, alternative texts, every text in its order, nothing over the edge. */
export async function checkPdfs(
  folder: string,
  contents: ReadonlyMap<string, Content>,
  fault: (words: string) => void,
  poppler: boolean,
): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf'))
  for (const name of names) {
    const [file = '', language = ''] = name.split('.')
    const content = contents.get(language)
    const paper = file.replace(/-a\d$/, '')
    if (!content || !isPaper(paper)) continue
    const bad = (words: string): void => fault(`${name}: ${words}`)
    const bytes = await readFile(join(folder, name))
    const pdf = await readPdf(bytes)
    if (pdf.language !== language) bad(`its language is ${pdf.language}`)
    if (!plain(pdf.title).startsWith(plain(printable(content.lab.title, has)).slice(0, 20))) bad(`its title is ${pdf.title}`)
    if (pdf.headings[0]?.level !== 1) bad('its first heading is not of the first level')
    if (pdf.headings.filter(({ level }) => level === 1).length !== 1) bad('it has not one heading of the first level')
    pdf.headings.forEach(({ level, text }, i) => {
      if (level > (pdf.headings[i - 1]?.level ?? 0) + 1) bad(`heading ${JSON.stringify(text)} skips a level`)
      if (text === '') bad('a heading is empty')
    })
    if (pdf.bookmarks.length !== pdf.headings.length) bad(`${pdf.bookmarks.length} bookmarks for ${pdf.headings.length} headings`)
    for (const { alt } of content.look.logos)
      if (!pdf.alts.some((one) => letters(one) === letters(oneLine(alt)))) bad(`the logo of ${alt} has no alternative text`)
    if (content.link !== null && (paper === 'poster' || paper === 'map') && !pdf.alts.some((alt) => alt.includes(content.link ?? '')))
      bad('the QR code has no alternative text')
    for (const words of pdf.overflows.slice(0, 3)) bad(`over the edge, ${words.slice(0, 120)}`)
    if (paper === 'poster' && pdf.pages !== 1) bad(`${pdf.pages} pages`)
    // sheets say the same in an order of their own; the poster has its own words, the map's wall sheet no appendix
    const isSheet = paper === 'poster' || paper === 'map'
    const shown = isSheet
      ? [
          content.lab.title,
          ...(paper === 'poster' ? content.poster : content.blocks.flatMap(({ sentences: on }) => on)).map(({ text }) => text),
        ]
      : sayings(content, paper)
    const lost = firstLost(
      shown.map((text) => printable(text, has)),
      pdf.text,
      isSheet ? 'anywhere' : 'in order',
      plain,
    )
    if (lost !== null) bad(`its tags do not say${isSheet ? '' : ', in its place,'} ${JSON.stringify(lost.slice(0, 120))}`)
    if (paper === 'map' && file === 'map')
      for (const words of notOnce(content, pdf.text)) bad(`does not say once, with its sources, ${JSON.stringify(words.slice(0, 120))}`)
    if (poppler) {
      const { stdout } = await run('pdfinfo', [join(folder, name)])
      if (!/^Tagged:\s+yes/m.test(stdout)) bad('poppler finds no tags')
      if (!bytes.includes('pdfuaid:part')) bad('it does not call itself PDF/UA')
      const read = await run('pdftotext', ['-raw', join(folder, name), '-'], { maxBuffer: 1 << 27 })
      const foot = letters(printable(`${paperOf(paper, content).kind} · ${content.lab.title}`, has))
      const pages = read.stdout
        .split('\f')
        .map((page) => letters(page).replace(new RegExp(`(?:${escaped(foot)}\\d+|\\d+${escaped(foot)})$`, 'u'), ''))
      // a cell that runs over a page's end is read in two parts: then its words must be there
      const all = pages.join('')
      const unread = shown
        .map((text) => printable(text, has))
        .find(
          (text) => firstLost([text], all, 'anywhere', boxes) !== null && firstLost(text.split(/\s+/u), all, 'anywhere', boxes) !== null,
        )
      if (unread !== undefined) bad(`poppler does not read ${JSON.stringify(unread.slice(0, 120))}`)
      const { stdout: structure } = await run('pdfinfo', ['-struct-text', join(folder, name)], { maxBuffer: 1 << 27 })
      if (!/^\s*H1\b/m.test(structure)) bad('poppler finds no heading of the first level')
    }
  }
  return names.length
}
