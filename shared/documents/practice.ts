import type { LeadsTo, Zone } from '../kit/index.ts'
import { type Contribution, type Entry, type Lab, lineOf } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Advice, Content, Output, Sentence, Term } from './content.ts'
import { byTime, evidenceOf, isQuotable, oneLine, sameText, sentenceOf, withOrigins } from './evidence.ts'
import type { Goals } from './canvas.ts'
import { limits } from './limits.ts'
import { outputsOf, partsOf } from './outputs.ts'
import { sayWord } from './words.ts'

interface ZoneAt {
  readonly zone: Zone
  readonly meeting: number
}

/** Zones that lead to a collection or a document, in the order of meetings. */
const zonesTo = (lab: Lab, to: LeadsTo['to']): ZoneAt[] =>
  lab.kit.meetings.flatMap(({ number, canvas }) =>
    canvas.zones.filter(({ leadsTo }) => leadsTo.some((lead) => lead.to === to)).map((zone) => ({ zone, meeting: number })),
  )

/** Quotable notes by `meeting/zone`, in the order of writing: looked through once. */
export type NotesByZone = ReadonlyMap<string, readonly Contribution[]>
export function notesByZone(lab: Lab): NotesByZone {
  const found = new Map<string, Contribution[]>()
  for (const note of lab.contributions.values()) {
    if (!isQuotable(note)) continue
    const key = `${note.meeting}/${note.zone}`
    const there = found.get(key)
    if (there) there.push(note)
    else found.set(key, [note])
  }
  for (const notes of found.values()) notes.sort(byTime)
  return found
}
const inZone = (notes: NotesByZone, { zone, meeting }: ZoneAt): readonly Contribution[] => notes.get(`${meeting}/${zone.id}`) ?? []

const consentOn = (zones: readonly ZoneAt[]): ZoneAt | undefined => zones.find(({ zone }) => zone.answer.type === 'consent')

/**
 * All statements that a manifesto could hold. Those that say the same are one with several sources; those with more notes behind them come
 * first. `ids`: of these notes alone, in their order.
 */
export function statementsOf(lab: Lab, notes: NotesByZone, goals: Goals, language: Language, ids: readonly string[] = []): Sentence[] {
  const zones = zonesTo(lab, 'manifesto')
  const consent = consentOn(zones)
  const asked = consent?.zone.answer.type === 'consent' ? consent.zone.answer.on : undefined
  const holding = zones.filter(({ zone }) => zone.answer.type === 'cards' || zone.answer.type === 'sentence')
  const adoptedZone = holding.find(({ zone }) => zone.id === asked)
  const last = [adoptedZone, ...holding.toReversed()].find((at) => at !== undefined && inZone(notes, at).length > 0)
  const chosen = ids.map((id) => lab.contributions.get(id)).filter(isQuotable)
  const merged = new Map<string, Contribution[]>()
  for (const note of chosen.length > 0 ? chosen : last ? inZone(notes, last) : []) {
    const text = lineOf(note.answer, undefined, lab.language)
    if (text === null) continue
    merged.set(sameText(text), [...(merged.get(sameText(text)) ?? []), note])
  }
  const statements = [...merged.values()].map((same): Sentence => {
    const [first] = same as [Contribution, ...Contribution[]]
    const origins = withOrigins(
      lab,
      same.map(({ id }) => id),
    )
    return sentenceOf(lab, { id: first.id, text: lineOf(first.answer, undefined, lab.language) ?? '', notes: origins }, goals, language)
  })
  return chosen.length > 0 ? statements : statements.toSorted((a, b) => b.evidence.notes - a.evidence.notes)
}

/** The statements that organisers chose, in their order, else the first of all; with the result of the consent round. */
export function manifestoOf(lab: Lab, notes: NotesByZone, goals: Goals, language: Language): Content['manifesto'] {
  const ordered = statementsOf(lab, notes, goals, language, lab.documents.manifesto)
  const consent = consentOn(zonesTo(lab, 'manifesto'))
  const tally = consent ? lab.results.get(`${consent.meeting}/${consent.zone.id}`) : undefined
  return {
    statements: ordered.slice(0, limits.manifesto.most),
    beyond: Math.max(0, ordered.length - limits.manifesto.most),
    adoption:
      tally && tally.ballots > 0
        ? { agree: tally.consents.agree, canLiveWith: tally.consents['can-live-with'], objection: tally.consents.objection }
        : null,
  }
}

const ADVICE_PARTS = { when: 'when', try: 'tryThis', beware: 'beware', help: 'help' } as const

/** True for a table whose columns are those of an entry of the handbook. */
const isAdviceTable = ({ answer }: Zone): boolean =>
  answer.type === 'table' && answer.columns.some(({ id }) => id === 'when') && answer.columns.some(({ id }) => id === 'try')

/**
 * All that was said to those who start tomorrow: what was written in the handbook's own form, and every triple that was accepted – cited by a line of the
 * canvas, where its zone leads to one. The same words twice are one piece of advice.
 */
export function adviceOf(lab: Lab, notes: NotesByZone, entries: readonly Entry[], language: Language): Advice[] {
  const cited = new Set(entries.flatMap(({ sources }) => sources))
  const themes = new Map(lab.kit.meetings.map(({ number, title }) => [number, title[language]]))
  const found = new Map<string, { theme: string; parts: { label: string; text: string }[]; notes: Contribution[] }>()
  const add = (note: Contribution, parts: { label: string; text: string }[]): void => {
    const said = parts.filter(({ text }) => /\S/.test(text))
    if (said.length === 0) return
    const key = said.map(({ label, text }) => `${label}: ${sameText(text)}`).join('\n')
    const same = found.get(key)
    if (same) same.notes.push(note)
    else found.set(key, { theme: themes.get(note.meeting) ?? '', parts: said, notes: [note] })
  }
  for (const at of zonesTo(lab, 'vademecum').toSorted((a, b) => a.meeting - b.meeting))
    for (const note of inZone(notes, at)) {
      const { answer } = note
      if (answer.type === 'triple') {
        if (at.zone.leadsTo.some(({ to }) => to === 'block') && !cited.has(note.id)) continue
        add(note, [
          { label: sayWord('when', language), text: answer.difficulty },
          { label: sayWord('pointerTo', language), text: answer.pointer },
          { label: sayWord('worked', language), text: answer.approach },
        ])
      } else if (answer.type === 'table' && isAdviceTable(at.zone))
        add(
          note,
          Object.entries(ADVICE_PARTS).map(([id, word]) => ({ label: sayWord(word, language), text: answer.cells[id] ?? '' })),
        )
    }
  return [...found.values()].map(({ theme, parts, notes: same }) => ({
    id: same[0]?.id ?? '',
    theme,
    parts,
    evidence: evidenceOf(lab, same, language),
  }))
}

/** The same answer of several notes is one, with their number. */
function eachOnce(rows: Output['rows']): Output['rows'] {
  const found = new Map<string, Output['rows'][number]>()
  for (const row of rows) {
    const key = row.parts.map(({ label, text }) => `${label}: ${sameText(text)}`).join('\n')
    const same = found.get(key)
    found.set(key, same ? { ...same, late: same.late && row.late, notes: (same.notes ?? 1) + 1 } : row)
  }
  return [...found.values()]
}

/** Rules, roles and whatever else leads to the handbook without being advice: each once. */
export function practiceOf(lab: Lab, notes: NotesByZone, language: Language): Output[] {
  return zonesTo(lab, 'vademecum').flatMap(({ zone, meeting }) => {
    const kitMeeting = lab.kit.meetings.find(({ number }) => number === meeting)
    if (!kitMeeting || zone.answer.type === 'triple' || isAdviceTable(zone)) return []
    return outputsOf({ ...kitMeeting, canvas: { ...kitMeeting.canvas, zones: [zone] } }, inZone(notes, { zone, meeting }), language).map(
      (output) => ({ ...output, rows: eachOnce(output.rows) }),
    )
  })
}

/** Commitments of zones that lead on, the latest meeting's: what happens next. */
export function stepsOf(lab: Lab, notes: NotesByZone, language: Language): Output['rows'] {
  const zones = lab.kit.meetings
    .toReversed()
    .flatMap(({ number, canvas }) =>
      canvas.zones.filter(({ answer }) => answer.type === 'commitments').map((zone) => ({ zone, meeting: number })),
    )
  const last = zones.find((at) => inZone(notes, at).length > 0)
  return last
    ? inZone(notes, last)
        .filter(({ settled }) => settled !== 'dropped')
        .map((note) => ({ id: note.id, parts: partsOf(note.answer, last.zone.answer, language), late: note.late }))
    : []
}

/** Words with their meanings, each meaning once with the sector that reads it so. */
export function glossaryOf(lab: Lab, notes: NotesByZone, language: Language): Term[] {
  const terms = new Map<string, { term: string; meanings: Map<string, Term['meanings'][number]> }>()
  for (const at of zonesTo(lab, 'glossary'))
    for (const { answer } of inZone(notes, at)) {
      if (answer.type !== 'term') continue
      const key = sameText(answer.term)
      const known = terms.get(key) ?? { term: oneLine(answer.term), meanings: new Map() }
      terms.set(key, known)
      const sector = lab.kit.sectors.find(({ id }) => id === answer.sector)?.title[language] ?? null
      const meaning = `${sameText(answer.meaning)}|${sector}`
      if (/\S/.test(answer.meaning) && !known.meanings.has(meaning)) known.meanings.set(meaning, { text: answer.meaning, sector })
    }
  return [...terms.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { term, meanings }]) => ({ term, meanings: [...meanings.values()] }))
}

/** Development goals that project groups chose for themselves, by group: options `goal-7` of tables that lead to tags. */
export function goalsOf(lab: Lab, notes: NotesByZone): Goals {
  const found = new Map<string, number[]>()
  for (const at of zonesTo(lab, 'tags'))
    for (const { group, answer } of inZone(notes, at))
      if (answer.type === 'table')
        for (const cell of Object.values(answer.cells)) {
          const goal = Number(/^goal-(\d{1,2})$/.exec(cell)?.[1])
          if (goal >= 1 && goal <= 17)
            found.set(
              group,
              [...new Set([...(found.get(group) ?? []), goal])].sort((a, b) => a - b),
            )
        }
  return found
}
