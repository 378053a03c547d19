import { readFile } from 'node:fs/promises'
import { FreeText, TEXT_MAX } from '@telaio/shared/lab'
import { parse } from 'csv-parse/sync'
import type { Bilingual } from '@telaio/shared/words'

/** A row that cannot become a note: which one, counted as a spreadsheet counts, the header being row 1. */
interface RefusedRow {
  readonly row: number
  readonly why: Bilingual
}

export interface NotesFile {
  /** Texts character for character, in the order of the file. */
  readonly notes: readonly string[]
  readonly refused: readonly RefusedRow[]
}

/** A file that holds no notes; what is wrong with it. */
export class BadNotes extends Error {
  override readonly name = 'BadNotes'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}

/** Reads the column `text` of a CSV: UTF-8 with or without a mark, else Windows-1252; commas, semicolons or tabs; any line ends. */
export async function readNotes(path: string): Promise<NotesFile> {
  return notesOf(await readFile(path))
}

export function notesOf(bytes: Uint8Array): NotesFile {
  const [header, ...rows] = tableOf(bytes)
  const column = header?.findIndex((name) => name.trim().toLowerCase() === 'text') ?? -1
  if (!header || column < 0)
    throw new BadNotes(
      `Non c’è una colonna «text». Ci sono: ${header?.join(', ') ?? 'nessuna'}.`,
      `There is no column “text”. There are: ${header?.join(', ') ?? 'none'}.`,
    )
  const notes: string[] = []
  const refused: RefusedRow[] = []
  for (const [i, cells] of rows.entries()) {
    const text = cells[column] ?? ''
    const why = faultOf(text)
    if (why) refused.push({ row: i + 2, why })
    else notes.push(text)
  }
  return { notes, refused }
}

function faultOf(text: string): Bilingual | null {
  if (!/\S/.test(text)) return { it: 'è vuota', en: 'is blank' }
  if (text.length > TEXT_MAX)
    return { it: `ha ${text.length} caratteri, al massimo ${TEXT_MAX}`, en: `has ${text.length} characters, at most ${TEXT_MAX}` }
  return FreeText.safeParse(text).success ? null : { it: 'non è Unicode valido', en: 'is no valid Unicode' }
}

/** The cells of a CSV, its header first. Throws `BadNotes` when it cannot be read. */
export const tableOf = (bytes: Uint8Array): string[][] => rowsOf(decode(bytes))

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function rowsOf(text: string): string[][] {
  const header = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const delimiter = [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best), ',')
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new BadNotes(
      `Il CSV non si legge (${message}): controlla le virgolette.`,
      `The CSV cannot be read (${message}): check the quotes.`,
    )
  }
}
