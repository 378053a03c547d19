import { isDeepStrictEqual } from 'node:util'
import { type AnswerPart, isBallot, type LabEvent, partsOfAnswer } from '@telaio/shared/lab'
import { parse } from 'csv-parse/sync'
import type { FinalCanvas } from '../documents/data.ts'
import { patiently } from './client.ts'
import type { Stage } from './stage.ts'

/** What `summary.json` says: numbers, all of them. */
export interface Summary {
  readonly seed: number
  readonly participants: number
  readonly meetings: number
  /** Contributions sent, acknowledged, and found in the log, once each. */
  readonly sent: number
  readonly acknowledged: number
  readonly stored: number
  /** Contributions in the log beyond one for each that was sent. */
  readonly duplicates: number
  /** Notes placed on a board, and those that fit nowhere: none until there is a board. */
  readonly placed: number
  readonly strays: number
  readonly entries: number
  readonly entriesWithSources: number
  readonly seconds: number
}

/** The documents that exist, as the server gives them. */
const DOCUMENTS = ['lab.json', 'contributions.csv', 'final-canvas.json'] as const
type DocumentName = (typeof DOCUMENTS)[number]

/** Those for the wall and for reading, as files. */
const PRINTED = ['it', 'en'].flatMap((language) =>
  ['poster.LANG.pdf', 'map.LANG.pdf', 'manifesto.LANG.pdf', 'vademecum.LANG.pdf', 'vademecum.LANG.docx', 'data.LANG.xlsx'].map((name) =>
    name.replace('LANG', language),
  ),
)

export interface Results {
  readonly documents: Readonly<Record<DocumentName, string>>
  /** Printed documents by name; they carry their date, so that two rehearsals differ in them. */
  readonly printed: Readonly<Record<string, Uint8Array>>
  readonly counts: Pick<Summary, 'stored' | 'duplicates' | 'entries' | 'entriesWithSources'>
  /** What is not as it was written. */
  readonly faults: readonly string[]
}

/** Fetches what came of the lab and holds it against what was sent. */
export async function gatherResults(
  { lab, organiser, line, programme }: Stage,
  notes: readonly string[] | null,
  withPrinted: boolean,
): Promise<Results> {
  const api = await organiser.ready()
  const texts: string[] = []
  for (const name of DOCUMENTS) texts.push(await patiently(async () => (await api.file(lab, `/documents/${name}`)).text()))
  const [labJson = '', csv = '', canvasJson = ''] = texts
  const printed: Record<string, Uint8Array> = {}
  for (const name of withPrinted ? PRINTED : [])
    printed[name] = new Uint8Array(await patiently(async () => (await api.file(lab, `/documents/${name}`)).arrayBuffer()))

  const times = new Map<string, number>()
  for (const event of JSON.parse(labJson) as LabEvent[])
    if (event.type === 'contributed') times.set(event.body.contribution, (times.get(event.body.contribution) ?? 0) + 1)
  const known = new Set(line.written.map(({ contribution }) => contribution))
  const beyond = [...times].reduce((sum, [id, n]) => sum + (known.has(id) ? n - 1 : n), 0)

  const parts = partsById(csv)
  const faults: string[] = []
  for (const one of line.written) {
    const isOut = one.isPrivate || one.isWithdrawn || isBallot(one.answer.type)
    const expected = isOut ? [] : partsOfAnswer(one.answer)
    if (!isDeepStrictEqual(parts.get(one.contribution) ?? [], expected))
      faults.push(
        `contributions.csv: ${one.contribution} (m${one.meeting}/${one.group}/${one.zone}) is not as it was written: ${JSON.stringify(parts.get(one.contribution) ?? [])}, sent ${JSON.stringify(expected)}`,
      )
  }
  if (notes) {
    const isCards = (id: string): boolean => {
      const one = line.written.find(({ contribution }) => contribution === id)
      return one !== undefined && programme.zoneOf(one.meeting, one.zone).answer.type === 'cards'
    }
    const found = [...parts].flatMap(([id, [first]]) => (first && isCards(id) ? [first.text] : []))
    faults.push(
      ...missing(notes, found).map(
        (text) => `this note of the file is not in contributions.csv as often as in the file: ${JSON.stringify(text)}`,
      ),
    )
    faults.push(...missing(found, notes).map((text) => `contributions.csv has more of this note than the file: ${JSON.stringify(text)}`))
  }
  const entries = (JSON.parse(canvasJson) as FinalCanvas).blocks.flatMap((block) => block.entries)
  return {
    documents: { 'lab.json': labJson, 'contributions.csv': csv, 'final-canvas.json': canvasJson },
    printed,
    counts: {
      stored: line.written.filter(({ contribution }) => times.get(contribution) === 1).length,
      duplicates: beyond,
      entries: entries.length,
      entriesWithSources: entries.filter(({ sources }) => sources.length > 0).length,
    },
    faults,
  }
}

/** Parts of each contribution, from the raw CSV. */
function partsById(csv: string): Map<string, AnswerPart[]> {
  const [header = [], ...rows] = parse(csv, { record_delimiter: '\r\n' })
  const [id, part, text] = ['id', 'part', 'text'].map((name) => header.indexOf(name)) as [number, number, number]
  const parts = new Map<string, AnswerPart[]>()
  for (const row of rows) {
    const list = parts.get(row[id] ?? '')
    const one = { part: row[part] ?? '', text: row[text] ?? '' }
    if (list) list.push(one)
    else parts.set(row[id] ?? '', [one])
  }
  return parts
}

/** What stands in `these` more often than in `those`. */
function missing(these: readonly string[], those: readonly string[]): string[] {
  const there = new Map<string, number>()
  for (const text of those) there.set(text, (there.get(text) ?? 0) + 1)
  return these.filter((text) => {
    const left = there.get(text) ?? 0
    there.set(text, left - 1)
    return left <= 0
  })
}
