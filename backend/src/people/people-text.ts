import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { ImportPreview } from '@telaio/shared/api'
import type { Bilingual } from '@telaio/shared/words'

export const problem = (it: string, en: string): Bilingual => ({ it, en })

/** A file of which nothing can be read: why, and the mend. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly problem: Bilingual
  constructor(why: Bilingual) {
    super(why.en)
    this.problem = why
  }
}

/** UTF-16 by its mark, or by its zeros; UTF-8 with or without a mark; what is not valid UTF-8 was saved by a spreadsheet as Windows-1252. */
export function decode(bytes: Uint8Array): { text: string; encoding: ImportPreview['encoding'] } {
  const wide = utf16Of(bytes)
  if (wide) return { text: iconv.decode(Buffer.from(bytes), wide), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // not TextDecoder: Node 20's reads windows-1252 as Latin-1, so that typographic apostrophes become control characters
    return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'windows-1252' }
  }
}

/** A mark decides; without one, text of Western letters has a zero in every second byte. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 200)
  const zeros = (odd: number): number => head.filter((byte, n) => n % 2 === odd && byte === 0).length
  if (head.length >= 8 && zeros(1) > head.length / 4) return 'utf-16le'
  return head.length >= 8 && zeros(0) > head.length / 4 ? 'utf-16be' : null
}

const SEPARATORS = [',', ';', '\t'] as const

/** `sep=;`, which some spreadsheets write above the headers. */
const STATED = /^sep=([,;\t])(?:\r\n|\r|\n)/i

/** A file without the line that states its separator, and how many lines that took. */
export function withoutStated(text: string): { text: string; separator: ImportPreview['separator'] | null; lines: number } {
  const stated = STATED.exec(text)
  const separator = SEPARATORS.find((one) => one === stated?.[1]) ?? null
  return { text: stated ? text.slice(stated[0].length) : text, separator, lines: stated ? 1 : 0 }
}

/** The separator that cuts the header line into most pieces, outside quotes; where that line has none (a title stands above), the lines after it. */
export function separatorOf(text: string): ImportPreview['separator'] {
  const bare = text.replace(/"[^"]*"/g, '')
  const best = (line: string): ImportPreview['separator'] | null => {
    const count = (one: string) => line.split(one).length
    const [first, ...others] = SEPARATORS
    const most = others.reduce<ImportPreview['separator']>((found, one) => (count(one) > count(found) ? one : found), first)
    return count(most) > 1 ? most : null
  }
  for (const line of bare.split(/\r\n|\r|\n/).slice(0, 30)) {
    const found = best(line)
    if (found) return found
  }
  return ','
}

export function rowsOf(text: string, separator: string): { line: number; cells: string[] }[] {
  try {
    // the parser's own count of lines goes astray over line breaks inside quotes: we count them in the raw rows
    const rows = parse(text, { delimiter: separator, relax_column_count: true, raw: true }) as unknown as {
      raw: string
      record: string[]
    }[]
    let line = 1
    return rows.map(({ raw, record }) => {
      const row = { line, cells: record }
      line += raw.match(/\r\n|\r|\n/g)?.length ?? 0
      return row
    })
  } catch (error) {
    const line = (error as { lines?: number }).lines
    throw new UnreadableFile(
      problem(
        `Il CSV si interrompe alla riga ${line ?? '?'}: controlla le virgolette.`,
        `The CSV breaks off at line ${line ?? '?'}: check the quotes.`,
      ),
    )
  }
}
