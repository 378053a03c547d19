import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Content, type PaperName, paperOf, type Piece, textsOf } from '@telaio/shared/documents'
import Ajv from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { contributionRows } from '../src/documents/data.ts'
import { withoutControls } from '../src/documents/formats/clean.ts'
import { decidimRows, entryRows, workbookRows } from '../src/documents/formats/tables.ts'
import type { CheckedLab } from './labs.ts'
import { letters } from './read-pdf.ts'

const run = promisify(execFile)
/** True where this machine has a program of this name. */
export const has = (program: string): Promise<boolean> =>
  run('which', [program]).then(
    () => true,
    () => false,
  )

/** What a format that has no captions says of a piece, in reading order. */
const said = (piece: Piece): string[] => (piece.kind === 'shares' ? [] : textsOf(piece).slice(piece.kind === 'table' ? 1 : 0))
/** All that a document says, in its order. */
export const sayings = (content: Content, name: PaperName): string[] => {
  const paper = paperOf(name, content)
  return [paper.title, ...paper.pieces.flatMap(said)]
}

/** Texts that run from the right, wholly or in part. */
export const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** The first of these texts that is not found, where order counts after the one before it; null where all are there. `by`: what of a text is compared. */
export function firstLost(
  texts: readonly string[],
  found: string,
  where: 'in order' | 'anywhere',
  by: (text: string) => string = letters,
): string | null {
  const all = by(found)
  let from = 0
  for (const text of texts) {
    const wanted = by(withoutControls(text))
    if (wanted === '') continue
    // readers put the letters of lines that go both ways in an order of their own each: these are looked for one by one, words of other scripts whole
    if (RIGHT_TO_LEFT.test(text)) {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
      if (
        words.every((word) => (RIGHT_TO_LEFT.test(word) ? [...by(word)].every((letter) => all.includes(letter)) : all.includes(by(word))))
      )
        continue
      return text
    }
    const at = all.indexOf(wanted, from)
    if (at < 0) return text
    if (where === 'in order') from = at + wanted.length
  }
  return null
}

/** Has LibreOffice convert all files of a kind, in one start. */
async function convert(files: readonly string[], filter: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`
  await run('soffice', [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, ...files], { maxBuffer: 1 << 26 })
}

/** DOCX as LibreOffice reads them: every text there, in its order. Counts those that were read. */
export async function checkDocx(folder: string, contents: ReadonlyMap<string, Content>, fault: (words: string) => void): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.docx'))
  const out = join(folder, 'from-docx')
  await convert(
    names.map((name) => join(folder, name)),
    'txt:Text (encoded):UTF8',
    out,
  )
  for (const name of names) {
    const [paper = '', language = ''] = name.split('.')
    const content = contents.get(language)
    const text = await readFile(join(out, name.replace(/docx$/, 'txt')), 'utf8').catch(() => null)
    if (text === null || !content) fault(`${name}: LibreOffice does not open it`)
    else {
      const lost = firstLost(sayings(content, paper as PaperName), text, 'in order')
      if (lost !== null) fault(`${name}: LibreOffice does not show ${JSON.stringify(lost.slice(0, 120))}`)
    }
  }
  return names.length
}

/** Cells as every sheet is read back: no cell is a formula, none is lost. */
export async function checkXlsx(folder: string, contents: ReadonlyMap<string, Content>, fault: (words: string) => void): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'))
  const out = join(folder, 'from-xlsx')
  // comma, double quotes, UTF-8, all cells quoted, formulas shown as such, every sheet
  await convert(
    names.map((name) => join(folder, name)),
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,true,false,-1',
    out,
  )
  for (const name of names) {
    const content = contents.get(name.split('.')[1] ?? '')
    if (!content) continue
    for (const { name: sheet, rows } of workbookRows(content)) {
      const text = await readFile(join(out, `${name.replace(/\.xlsx$/, '')}-${sheet}.csv`), 'utf8').catch(() => null)
      if (text === null) {
        fault(`${name}: LibreOffice finds no sheet ${sheet}`)
        continue
      }
      const found = parse(text, { relax_column_count: true, skip_empty_lines: false })
      rows.forEach((row, i) => {
        row.forEach((cell, column) => {
          const shown = found[i]?.[column] ?? ''
          if (letters(withoutControls(cell)) !== letters(shown))
            fault(
              `${name}, ${sheet}, row ${i + 1}: LibreOffice shows ${JSON.stringify(shown.slice(0, 80))} for ${JSON.stringify(cell.slice(0, 80))}`,
            )
        })
      })
    }
  }
  return names.length
}

/** EPUB by epubcheck, warnings too. Debian's program is a jar. */
export async function checkEpub(folder: string, fault: (words: string) => void): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.epub'))
  const jar = (await run('which', ['epubcheck'])).stdout.trim()
  for (const name of names)
    await run('java', ['-jar', jar, '--failonwarnings', join(folder, name)], { maxBuffer: 1 << 24 }).catch(
      ({ stdout = '', stderr = '' }: { stdout?: string; stderr?: string }) => {
        const lines = `${stdout}${stderr}`.split('\n')
        fault(
          `${name}: epubcheck, ${
            (lines
              .filter((line) => /^(?:ERROR|WARNING|FATAL)/.test(line))
              .slice(0, 3)
              .join(' | ') ||
              lines[0]) ??
            ''
          }`,
        )
      },
    )
  return names.length
}

/** CSV through a strict parser, cell by cell; JSON through its own published schema. */
export async function checkData(
  folder: string,
  { scene }: CheckedLab,
  contents: ReadonlyMap<string, Content>,
  fault: (words: string) => void,
): Promise<number> {
  const strict = async (name: string, separator: string, rows: readonly (readonly string[])[], disarmed = false): Promise<void> => {
    try {
      const found = parse(await readFile(join(folder, name)), {
        delimiter: separator,
        bom: true,
        record_delimiter: '\r\n',
        relax_quotes: false,
        relax_column_count: false,
      })
      const wanted = rows.map((row) => row.map((cell) => (disarmed && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
      if (JSON.stringify(found) !== JSON.stringify(wanted)) fault(`${name}: a strict parser reads other cells`)
    } catch (error) {
      fault(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  let count = 0
  for (const [language, content] of contents) {
    await strict(`entries.${language}.csv`, ';', entryRows(content), true)
    await strict(`contributions.${language}.csv`, ';', contributionRows(scene), true)
    await strict(`proposals.${language}.csv`, ';', decidimRows(content))
    const validate = new Ajv().compile(JSON.parse(await readFile(join(folder, 'documents.schema.json'), 'utf8')) as object)
    const json: unknown = JSON.parse(await readFile(join(folder, `documents.${language}.json`), 'utf8'))
    if (!validate(json)) fault(`documents.${language}.json: ${JSON.stringify(validate.errors?.slice(0, 2))}`)
    count += 4
  }
  const own = contents.get(scene.lab.language)
  if (own) await strict('entries.csv', ',', entryRows(own))
  return count + 1
}
