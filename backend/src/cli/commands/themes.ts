import { readFile } from 'node:fs/promises'
import { type Embedder, type Note, suggestThemes, type Themes } from '@telaio/shared/themes'
import { type Bilingual, issueWords, Language } from '@telaio/shared/words'
import * as z from 'zod'
import { BadNotes, tableOf } from '../../rehearsal/notes-file.ts'
import { embedderOf } from '../../themes/embedders.ts'
import { ModelSilent } from '../../themes/model-silent.ts'
import { handOf, printed, textsOf } from '../../themes/themes-file.ts'
import { type Call, type CliCommand, numberOption, Refused, textOption, UsageError } from '../command.ts'
import type { Terminal } from '../terminal.ts'

const Examples = z.record(z.string().min(1), z.array(z.number().int().min(0)))
const MOST = 100_000

/** `telaio themes`: themes of a file of notes, without a lab. Shapes: design §10, rules TH1 and the following in shared/SPEC.md. */
export const themesCommand: CliCommand = {
  name: 'themes',
  usage: 'NOTES.csv',
  summary: { it: 'raggruppa i contributi di un file per temi', en: 'groups the notes of a file by theme' },
  about: {
    it: 'NOTES: un CSV con intestazione, separato da , o ; o tabulazioni. Stampa { themes: [{ id, title, notes }], empty, duplicates, best } in JSON; le righe si contano da 0, intestazione esclusa. Titoli e temi sono proposte da correggere a mano: con FILE.json, { "titolo": [righe] }, impara dai tuoi esempi. Tutto avviene su questa macchina; solo se EMBEDDINGS_URL (con EMBEDDINGS_MODEL, EMBEDDINGS_KEY) indica un servizio di tipo OpenAI, i testi vanno anche lì. EMBEDDINGS_URL può essere anche una cartella con un modello ONNX: allora resta tutto qui.',
    en: 'NOTES: a CSV with a header, separated by , or ; or tabs. Prints { themes: [{ id, title, notes }], empty, duplicates, best } as JSON; rows count from 0 below the header. Titles and themes are proposals to be corrected by hand: with FILE.json, { "title": [rows] }, it learns from your examples. All of it happens on this machine; only where EMBEDDINGS_URL (with EMBEDDINGS_MODEL, EMBEDDINGS_KEY) names a service like OpenAI’s do texts go there too. EMBEDDINGS_URL can also be a folder with an ONNX model: then all stays here.',
  },
  options: {
    language: {
      type: 'string',
      value: 'it|en|auto',
      words: { it: 'la lingua dei contributi (auto: nota per nota)', en: 'the notes’ language (auto: note by note)' },
    },
    text: { type: 'string', value: 'COLUMN', words: { it: 'la colonna dei testi', en: 'the column of texts' } },
    themes: { type: 'string', value: 'K', words: { it: 'quanti temi', en: 'how many themes' } },
    examples: { type: 'string', value: 'FILE.json', words: { it: 'note già messe nei temi', en: 'notes already put into themes' } },
  },
  operands: 1,
  run: async (call) => {
    const { terminal } = call
    const [path = ''] = call.operands
    const language = languageOf(call)
    const count = numberOption(call, 'themes', { otherwise: 0, least: 1, most: MOST })
    const examples = await readExamples(textOption(call, 'examples'))
    const texts = textsOf(await readTable(path), textOption(call, 'text'))
    const notes = texts.map((text, row) => ({ id: String(row), text }))
    const hand = handOf(examples, texts.length)
    if (count > 0 && count < hand.length)
      throw new Refused(
        `Gli esempi hanno ${hand.length} temi, più dei ${count} chiesti con --themes.`,
        `The examples have ${hand.length} themes, more than the ${count} asked for with --themes.`,
      )
    const vectors = await vectorsOf(notes, terminal)
    const found = suggestThemes(notes, hand, { language, ...(count > 0 ? { count } : {}), ...(vectors ? { vectors } : {}) })
    const said = texts.length - found.empty.length
    if (count > found.themes.length)
      throw new Refused(
        `${count} temi sono troppi: le note diverse tra loro e con un contenuto sono ${found.themes.length}.`,
        `${count} themes are too many: there are ${found.themes.length} different notes that say something.`,
      )
    terminal.out(JSON.stringify(printed(found, texts.length)))
    tell(terminal, found, said)
    return 0
  },
}

function tell(terminal: Terminal, { themes, empty, same, near }: Themes, said: number): void {
  terminal.say(
    `${themes.length} temi per ${said} note; ${empty.length} senza contenuto, ${same.length + near.length} gruppi di doppioni da guardare.`,
    `${themes.length} themes for ${said} notes; ${empty.length} without content, ${same.length + near.length} groups of duplicates to look at.`,
  )
}

function languageOf(call: Call): Language | 'auto' {
  const given = textOption(call, 'language') ?? 'auto'
  const parsed = Language.safeParse(given)
  if (parsed.success) return parsed.data
  if (given === 'auto') return 'auto'
  throw new UsageError(`--language può essere it, en o auto, non «${given}».`, `--language can be it, en or auto, not “${given}”.`)
}

const unread = (path: string, code: string | undefined): Refused =>
  new Refused(`Il file ${path} non si legge (${code}).`, `The file ${path} cannot be read (${code}).`)

async function readTable(path: string): Promise<string[][]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unread(path, error.code)
  })
  try {
    return tableOf(bytes)
  } catch (error) {
    if (error instanceof BadNotes) throw new Refused(`${path}: ${error.words.it}`, `${path}: ${error.words.en}`)
    throw error
  }
}

async function readExamples(path: string | undefined): Promise<z.output<typeof Examples>> {
  if (path === undefined) return {}
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unread(path, error.code)
  })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused(`${path} non è JSON valido: ${why}`, `${path} is not valid JSON: ${why}`)
  }
  const parsed = Examples.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const words = issue ? issueWords(issue) : { it: '', en: '' }
  const where = issue?.path.join('.') ?? ''
  throw new Refused(
    `${path}, ${where || 'alla radice'}: ${words.it}. Serve { "titolo": [righe] }.`,
    `${path}, ${where || 'at its root'}: ${words.en}. It takes { "title": [rows] }.`,
  )
}

async function vectorsOf(notes: readonly Note[], terminal: Terminal): Promise<ReadonlyMap<string, readonly number[]> | undefined> {
  const { EMBEDDINGS_URL: url = '' } = terminal.env
  const embedder = modelIn(terminal)
  if (!embedder) return undefined
  terminal.say(`I testi vanno al modello ${embedder.name} a ${url}.`, `Texts go to the model ${embedder.name} at ${url}.`)
  const written = notes.filter(({ text }) => text.trim() !== '')
  const vectors = await embedder.embed(written.map(({ text }) => text)).catch((error: unknown) => {
    throw error instanceof ModelSilent ? silent(url, error.words) : error
  })
  return new Map(written.map(({ id }, place) => [id, vectors[place] ?? []]))
}

function modelIn({ env }: Terminal): Embedder | null {
  try {
    return embedderOf(env)
  } catch {
    throw silent(env['EMBEDDINGS_URL'] ?? '', { it: 'non è un indirizzo', en: 'it is no address' })
  }
}

const silent = (url: string, why: Bilingual): Refused =>
  new Refused(
    `Il modello a ${url} non aiuta: ${why.it}. Controlla l’indirizzo, o togli EMBEDDINGS_URL: i temi si trovano anche senza.`,
    `The model at ${url} is no help: ${why.en}. Check the address, or remove EMBEDDINGS_URL: themes are found without it too.`,
  )
