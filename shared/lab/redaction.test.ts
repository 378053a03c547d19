import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import type { Scenario, Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { type Viewer, viewOf } from '../view/index.ts'
import {
  applyCommit,
  type Commit,
  emptyLab,
  type LabEvent,
  labToJson,
  readEvent,
  removalIn,
  type SentAnswer,
  withoutWords,
} from './index.ts'

/** The log as a store keeps it: after each redaction or erasure, every earlier event in its rewritten form. */
const rewritten = (commits: readonly Commit[]): Commit[] =>
  commits.reduce<Commit[]>((stored, commit) => {
    const removal = removalIn(commit.events)
    const earlier = removal ? stored.map((one) => ({ ...one, events: one.events.map((event) => withoutWords(event, removal)) })) : stored
    return [...earlier, commit]
  }, [])

const everybody = (lab: Scenario): Viewer[] => [...lab.lab.people.keys()].map((person) => lab.viewer(person))
const viewsOf = (lab: Scenario, viewers = everybody(lab)): string => JSON.stringify(viewers.map((viewer) => viewOf(viewer, lab.scene)))

/** Everywhere a text could still stand: log, lab with its remembered answers, register, every view. */
const placesOf = (lab: Scenario): Record<string, string> => ({
  log: JSON.stringify(rewritten(lab.commits)),
  lab: JSON.stringify(labToJson(lab.lab)),
  register: JSON.stringify([...lab.register.values()]),
  views: viewsOf(lab),
})
const holding = (lab: Scenario, text: string): string[] =>
  Object.entries(placesOf(lab)).flatMap(([place, json]) => (json.includes(text) ? [place] : []))

/** A lab in which every meeting has been held and every zone may be written in. */
function held(): SmallLab {
  const lab = new SmallLab()
  for (const [meeting, blocks] of [
    [1, ['silent', 'mixed', 'vote']],
    [2, ['work', 'close']],
  ] as const) {
    for (const block of blocks) lab.start(meeting, block)
    lab.do(lab.fay, { type: 'closeMeeting', meeting })
  }
  return lab
}
const entryOf = (lab: SmallLab, say: Omit<Extract<Say, { type: 'addEntry' }>, 'type' | 'block'>): string =>
  lab.do(lab.oscar, { type: 'addEntry', block: 'B1', ...say })['entry'] as string
const revOf = (lab: SmallLab, entry: string): number => lab.lab.entries.get(entry)?.rev ?? -1

describe('redaction', () => {
  const zones: [zone: string, edited: (text: string) => SentAnswer][] = [
    ['C1.1', (text) => ({ type: 'person', text })],
    ['C1.2', (text) => ({ type: 'cards', text })],
    ['C1.3', (text) => ({ type: 'term', term: text, meaning: text })],
    ['C2.1', (text) => ({ type: 'sentence', text })],
    ['C2.2', (text) => ({ type: 'table', cells: { what: text } })],
    ['C2.3', (text) => ({ type: 'triple', difficulty: text, approach: text, pointer: text })],
    ['C2.5', (text) => ({ type: 'consent', choice: 'objection', reason: text })],
    ['C2.6', (text) => ({ type: 'commitments', what: text, who: text, by: text })],
  ]
  it.each(zones)('[RED1] of a note in %s: neither what was written nor any correction stands anywhere', (zone, edited) => {
    const lab = held()
    const note = lab.note(lab.ann, zone, 'TOKEN-first')
    lab.send(lab.fay, { type: 'revealNotes', meeting: Number(zone[1]) })
    lab.do(lab.ann, { type: 'editContribution', contribution: note, answer: edited('TOKEN-second') })
    lab.send(lab.oscar, { type: 'compileCanvas' })
    lab.do(lab.ann, { type: 'editContribution', contribution: note, answer: edited('TOKEN-third') })
    lab.send(lab.oscar, { type: 'compileCanvas' })
    expect(holding(lab, 'TOKEN').length).toBeGreaterThan(1)
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(holding(lab, 'TOKEN')).toEqual([])
    expect(lab.send(lab.ann, { type: 'editContribution', contribution: note, answer: edited('TOKEN-again') })).toMatchObject({
      code: 'already_redacted',
    })
    expect(lab.send(lab.fay, { type: 'redact', contribution: note })).toMatchObject({ code: 'already_redacted' })
  })

  it('[RED1] reaches notes that are private, hidden, withdrawn or without author', () => {
    const lab = held()
    const key = 'k'.repeat(43)
    const notes = [
      lab.note(lab.ann, 'C1.2', 'TOKEN-0', { private: true }),
      lab.note(lab.ann, 'C1.2', 'TOKEN-1'),
      lab.note(lab.ann, 'C1.2', 'TOKEN-2'),
      lab.note(lab.ann, 'C1.2', 'TOKEN-3', { anonymous: key }),
    ]
    lab.do(lab.fay, { type: 'hideContribution', contribution: notes[1] ?? '' })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: notes[2] ?? '' })
    for (const contribution of notes) lab.do(lab.fay, { type: 'redact', contribution })
    expect(holding(lab, 'TOKEN')).toEqual([])
    expect(JSON.stringify(viewOf(lab.viewer(lab.ann, { editKeys: [key] }), lab.scene).mine)).toBe('{}')
  })

  it('[RED1] of an entry: none of its wordings stands anywhere', () => {
    const lab = held()
    const entry = entryOf(lab, { text: 'TOKEN-first' })
    lab.do(lab.oscar, { type: 'editEntry', entry, rev: revOf(lab, entry), text: 'TOKEN-second' })
    lab.do(lab.fay, { type: 'redact', entry })
    expect(holding(lab, 'TOKEN')).toEqual([])
  })

  it('[RED1] of a call for help: its reason stands nowhere', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const { help } = lab.do(lab.ann, { type: 'askHelp', meeting: 1, reason: 'TOKEN' }) as unknown as { help: string }
    lab.do(lab.fay, { type: 'redact', help })
    expect(holding(lab, 'TOKEN')).toEqual([])
    expect(lab.lab.helps.get(help)).toMatchObject({ reason: '', status: 'asked' })
  })

  it('[RED1] leaves every other text as it was', () => {
    const lab = held()
    const first = lab.note(lab.ann, 'C1.2', 'TOKEN-first')
    const second = lab.note(lab.bob, 'C1.2', 'TOKEN-second', { group: 'x1-2' })
    lab.do(lab.oscar, { type: 'compileCanvas' })
    lab.do(lab.fay, { type: 'redact', contribution: first })
    expect(holding(lab, 'TOKEN-first')).toEqual([])
    expect(holding(lab, 'TOKEN-second')).toEqual(['log', 'lab', 'views'])
    expect(lab.lab.contributions.get(second)).toMatchObject({ redacted: false, answer: { text: 'TOKEN-second' } })
  })

  it.each(['removed', 'without its source'])('[RED1] of a note that an entry quoted which is now %s', (fate) => {
    const lab = held()
    const note = lab.note(lab.ann, 'C1.2', 'TOKEN')
    lab.do(lab.oscar, { type: 'compileCanvas' })
    const [entry = ''] = lab.lab.entries.keys()
    if (fate === 'removed') lab.do(lab.oscar, { type: 'removeEntry', entry, rev: revOf(lab, entry) })
    else lab.do(lab.oscar, { type: 'editEntry', entry, rev: revOf(lab, entry), text: 'reworded', sources: [] })
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(holding(lab, 'TOKEN')).toEqual([])
  })

  it('[RED1] refuses what is not there, and nothing at all', () => {
    const lab = held()
    expect(lab.send(lab.fay, { type: 'redact', contribution: lab.newId('con') })).toMatchObject({ code: 'unknown_contribution' })
    expect(lab.send(lab.fay, { type: 'redact', entry: lab.newId('ent') })).toMatchObject({ code: 'unknown_entry' })
    expect(lab.send(lab.fay, { type: 'redact', help: lab.newId('hlp') })).toMatchObject({ code: 'unknown_help' })
    expect(lab.send(lab.fay, { type: 'redact' })).toMatchObject({ code: 'nothing_to_do' })
  })
})

describe('any lab', () => {
  const TOKEN = /~\d+~/g
  /** Words of an event that speaks of one of these notes or calls. */
  const wordsOf = (event: LabEvent, ids: ReadonlySet<string>): string[] => {
    const id =
      event.type === 'contributed' || event.type === 'contributionEdited'
        ? event.body.contribution
        : event.type === 'helpAsked'
          ? event.body.help
          : ''
    return ids.has(id) ? (JSON.stringify(event).match(TOKEN) ?? []) : []
  }

  it('[RED1] [RED2] holds no redacted word; its rewritten log can be read and gives the same lab', () => {
    let met = 0
    fc.assert(
      fc.property(steps(), fc.array(fc.nat(999), { minLength: 1, maxLength: 3 }), (todo, picks) => {
        const { lab, viewers } = randomLab(todo)
        lab.send(lab.organiser, { type: 'reopenLab' })
        lab.send(lab.organiser, { type: 'compileCanvas' })
        for (const n of picks) {
          const contribution = [...lab.lab.contributions.keys()][n % Math.max(1, lab.lab.contributions.size)]
          const help = [...lab.lab.helps.keys()][n % Math.max(1, lab.lab.helps.size)]
          if (contribution !== undefined) lab.send(lab.organiser, { type: 'redact', contribution })
          if (help !== undefined) lab.send(lab.organiser, { type: 'redact', help })
        }
        const events = lab.commits.flatMap((commit) => commit.events)
        const redactions = events.flatMap((event) => (event.type === 'textRedacted' ? [event.body] : []))
        const ids = new Set(redactions.flatMap((body) => [...body.contributions, ...body.helps]))
        const words = new Set(events.flatMap((event) => wordsOf(event, ids)))
        met += words.size

        const stored = rewritten(lab.commits)
        const kept = stored.flatMap((commit) => commit.events)
        for (const event of kept) expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
        expect(kept.map((event) => event.seq)).toEqual(events.map((event) => event.seq))
        expect(JSON.stringify(labToJson(stored.reduce(applyCommit, emptyLab(lab.lab.id))))).toBe(JSON.stringify(labToJson(lab.lab)))

        const log = JSON.stringify(kept)
        const rest = JSON.stringify(labToJson(lab.lab)) + viewsOf(lab, viewers())
        for (const word of words) expect([log.includes(word), rest.includes(word)], word).toEqual([false, false])
      }),
      { numRuns: 80 },
    )
    expect(met).toBeGreaterThan(10)
  })
})

describe('what was made from a redacted note', () => {
  it('[RED3] copies of it, and theirs, go with it; what it was made from stays', () => {
    const lab = held()
    const source = lab.note(lab.ann, 'C1.2', 'SOURCE')
    lab.do(lab.fay, { type: 'shareNotes', meeting: 1 })
    const first = lab.note(lab.ann, 'C1.2', 'TOKEN-1', { derivedFrom: source })
    const second = lab.note(lab.ann, 'C2.1', 'TOKEN-2', { derivedFrom: first })
    const third = lab.note(lab.bob, 'C2.1', 'TOKEN-3', { derivedFrom: second })
    lab.do(lab.fay, { type: 'redact', contribution: first })
    for (const id of [first, second, third]) expect(lab.lab.contributions.get(id)?.redacted).toBe(true)
    expect(lab.lab.contributions.get(source)?.redacted).toBe(false)
    expect(holding(lab, 'TOKEN')).toEqual([])
    expect(lab.write(lab.ann, 'C2.1', 'again', { derivedFrom: second })).toMatchObject({
      code: 'unknown_contribution',
      field: 'derivedFrom',
    })
  })

  it('[RED3] entries that cite it, or a copy of it, are withheld until an organiser rewords them', () => {
    const lab = held()
    const source = lab.note(lab.ann, 'C1.2', 'TOKEN')
    const copy = lab.note(lab.ann, 'C2.1', 'TOKEN too', { derivedFrom: source })
    const citing = entryOf(lab, { text: 'TOKEN', sources: [copy] })
    const other = entryOf(lab, { text: 'other' })
    lab.do(lab.fay, { type: 'redact', contribution: source })
    const seenBy = (person: string) => viewOf(lab.viewer(person), lab.scene).entries
    expect(lab.lab.entries.get(citing)).toMatchObject({ text: '', withheld: true })
    for (const person of [lab.ann, lab.otto]) expect(Object.keys(seenBy(person))).toEqual([other])
    for (const person of [lab.fay, lab.oscar]) expect(seenBy(person)[citing]).toMatchObject({ withheld: true, text: '' })

    lab.do(lab.oscar, { type: 'editEntry', entry: citing, rev: revOf(lab, citing), position: 1 })
    expect(seenBy(lab.ann)[citing]).toBeUndefined()
    lab.do(lab.oscar, { type: 'editEntry', entry: citing, rev: revOf(lab, citing), text: 'reworded' })
    expect(seenBy(lab.ann)[citing]).toMatchObject({ withheld: false, text: 'reworded' })
    expect(lab.send(lab.oscar, { type: 'addEntry', block: 'B1', text: 'again', sources: [copy] })).toMatchObject({
      code: 'source_unusable',
    })
  })

  it('[RED3] an edit that saw the entry before the redaction is refused', () => {
    const lab = held()
    const note = lab.note(lab.ann, 'C1.2', 'TOKEN')
    const entry = entryOf(lab, { text: 'TOKEN', sources: [note] })
    const rev = revOf(lab, entry)
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(lab.send(lab.oscar, { type: 'editEntry', entry, rev, text: 'TOKEN, a little better' })).toMatchObject({ code: 'entry_changed' })
  })
})
