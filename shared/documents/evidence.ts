import { type Contribution, groupIdOf, isBallot, isUsable, type Lab } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Evidence, Sentence, SectorShare, Source } from './content.ts'
import { sayWord } from './words.ts'

/** May be quoted in a document: revealed, not hidden, taken back or redacted; nothing about a person, no ballot. */
export const isQuotable = (note: Contribution | undefined): note is Contribution =>
  note !== undefined && isUsable(note) && !isBallot(note.answer.type) && note.answer.type !== 'person'

export const groupName = (lab: Lab, note: Contribution, language: Language): string =>
  note.group === 'all' ? sayWord('plenary', language) : (lab.groups.get(groupIdOf(note.meeting, note.group))?.name ?? note.group)

export const sectorsOf = (lab: Lab, people: Iterable<string | null>): SectorShare[] => {
  const counts = new Map<string, number>()
  for (const id of people) {
    const sector = id === null ? null : lab.people.get(id)?.sector
    if (sector) counts.set(sector, (counts.get(sector) ?? 0) + 1)
  }
  return lab.kit.sectors.flatMap(({ id }) => (counts.has(id) ? [{ sector: id, notes: counts.get(id) ?? 0 }] : []))
}

/** Each once, in the order of the first. */
export const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** What a set of notes adds up to. */
export function evidenceOf(lab: Lab, notes: readonly Contribution[], language: Language): Evidence {
  return {
    notes: notes.length,
    people: new Set(notes.flatMap(({ author }) => author ?? [])).size,
    groups: distinct(notes.map((note) => groupName(lab, note, language))),
    meetings: distinct(notes.map(({ meeting }) => meeting)).sort((a, b) => a - b),
    sectors: sectorsOf(
      lab,
      notes.map(({ author }) => author),
    ),
  }
}

/** The notes themselves and all that they were made from, as far as these may be quoted. */
export function withOrigins(lab: Lab, ids: readonly string[]): Contribution[] {
  const found = new Map<string, Contribution>()
  const add = (id: string | null): void => {
    const note = id === null ? undefined : lab.contributions.get(id)
    if (!note || found.has(note.id)) return
    if (isQuotable(note)) found.set(note.id, note)
    if (note.derivedFrom !== id) add(note.derivedFrom)
  }
  for (const id of ids) add(id)
  return [...found.values()]
}

export const sourceOf = (lab: Lab, note: Contribution, language: Language): Source => ({
  note: note.id,
  meeting: note.meeting,
  group: groupName(lab, note, language),
  zone: note.zone,
})

export const sentenceOf = (
  lab: Lab,
  { id, text, notes }: { id: string; text: string; notes: readonly Contribution[] },
  goals: ReadonlyMap<string, readonly number[]>,
  language: Language,
): Sentence => ({
  id,
  text,
  sources: notes.map((note) => sourceOf(lab, note, language)),
  evidence: evidenceOf(lab, notes, language),
  goals: distinct(notes.flatMap((note) => goals.get(note.group) ?? [])).sort((a, b) => a - b),
})

export { fold as oneLine, sameText } from '../lab/index.ts'

/** In the order of writing; ids decide between equals. */
export const byTime = (a: Contribution, b: Contribution): number => (a.at + a.id < b.at + b.id ? -1 : a.id === b.id ? 0 : 1)
