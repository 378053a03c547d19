import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '@telaio/shared/words'

const DATA = new URL('../../../shared/data/', import.meta.url)

interface Row {
  readonly text: string
  readonly gold?: string | null
  readonly topic?: string | null
  readonly stance?: number
}

/** Notes that people sorted into themes. */
export interface ThemeSet {
  readonly name: string
  /** Sets of one family count together as one in a mean. */
  readonly family: string
  readonly language: Language
  readonly texts: readonly string[]
  readonly gold: readonly string[]
}

const FILES: readonly (readonly [file: string, family: string, language: Language])[] = [
  ['fixtures/boards/it-synthetic-workshop.json', 'it-synthetic-workshop', 'it'],
  ['italian/it-referendum-iniziative.json', 'it-referendum', 'it'],
  ['argkp/argkp-dev.json', 'argkp-dev', 'en'],
  ['italian/sib200-it-train.json', 'sib200-it', 'it'],
  ['italian/sib200-en-train.json', 'sib200-en', 'en'],
]

const rowsIn = (file: string): Row[] => (JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as { contributions: Row[] }).contributions

/** All public sets that are beside the repository, and the names of those that are not. Null answers (`VUOTA`) are no theme. */
export function publicSets(): { sets: ThemeSet[]; absent: string[] } {
  const sets: ThemeSet[] = []
  const absent: string[] = []
  for (const [file, family, language] of FILES) {
    if (!existsSync(new URL(file, DATA))) {
      absent.push(family)
      continue
    }
    const parts = new Map<string, Row[]>()
    for (const row of rowsIn(file)) {
      if (row.gold === null || row.gold === undefined || row.gold === 'VUOTA') continue
      // key points belong to a topic and a stance: each pair of them is a table of its own
      const part = row.stance === undefined ? family : `${family} ${row.gold.replace(/^kp_(\d+)_.*/, '$1')}${row.stance > 0 ? '+' : '-'}`
      parts.set(part, [...(parts.get(part) ?? []), row])
    }
    for (const [name, rows] of [...parts].sort(([one], [other]) => (one < other ? -1 : 1)))
      sets.push({ name, family, language, texts: rows.map(({ text }) => text), gold: rows.map(({ gold }) => gold ?? '') })
  }
  return { sets, absent }
}
