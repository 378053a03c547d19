import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, REGISTER_ONLY, steps } from '../testing/random-lab.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { type Answer, type Contribution, draftEntries, type EntryDraft, isUsable, type Lab, lineOf, readEvent, TEXT_MAX } from './index.ts'

const reg = `reg_${'0'.repeat(26)}`
const con = `con_${'0'.repeat(26)}`

/** A note of meeting 1 for each of these texts, in this order. */
function labWith(...cards: readonly string[]): { lab: SmallLab; notes: string[] } {
  const lab = new SmallLab().start(1, 'mixed')
  return { lab, notes: cards.map((text) => lab.note(lab.ann, 'C1.2', text)) }
}
const texts = (lab: Lab): string[] => draftEntries(lab).map((draft) => draft.text)

describe('a line of an answer', () => {
  const lines: [answer: Answer, line: string | null][] = [
    [{ type: 'cards', text: ' as  written ' }, ' as  written '],
    [{ type: 'cards', text: ' \n ' }, null],
    [{ type: 'sentence', text: 'We plant.' }, 'We plant.'],
    [{ type: 'table', cells: { what: 'trees', state: 'start' } }, 'trees · start'],
    [{ type: 'table', cells: { what: '', state: 'start' } }, 'start'],
    [{ type: 'table', cells: {} }, null],
    [{ type: 'term', term: 'commons', meaning: 'shared' }, 'commons: shared'],
    [{ type: 'term', term: 'commons', meaning: ' ' }, 'commons'],
    [{ type: 'triple', difficulty: 'no time', approach: 'walk', pointer: 'one walk a month' }, 'one walk a month'],
    [{ type: 'triple', difficulty: 'no time', approach: 'walk', pointer: ' ' }, 'no time → walk'],
    [{ type: 'triple', difficulty: '', approach: 'walk', pointer: '' }, 'walk'],
    [{ type: 'triple', difficulty: '', approach: '', pointer: '' }, null],
    [{ type: 'commitments', what: 'plant', who: 'the school', by: 'May' }, 'plant · the school · May'],
    [{ type: 'commitments', what: 'plant' }, 'plant'],
    [{ type: 'person', row: reg }, null],
    [{ type: 'votes', dots: { [con]: 2 } }, null],
    [{ type: 'rating', scores: { [con]: { useful: 2 } } }, null],
    [{ type: 'consent', choice: 'objection', reason: 'too dear' }, null],
  ]
  it.each(lines)('of %j', (answer, line) => {
    expect(lineOf(answer)).toBe(line)
  })

  it('names the column of an option that another column offers too, and of no other', () => {
    const some = (id: string) => ({ id, title: { it: `Tanto ${id}`, en: `Much ${id}` } })
    const column = (id: string, ...options: string[]) => ({ id, title: { it: id, en: id }, options: options.map(some) })
    const columns = [
      { id: 'who', title: { it: 'Chi', en: 'Who' } },
      column('Kind', 'k'),
      column('Power', 'a', 'b'),
      { ...column('Interest', 'c', 'b'), title: { it: 'Interesse', en: 'Interest' } },
    ]
    const answer: Answer = { type: 'table', cells: { who: 'Bar: the one', Kind: 'k', Power: 'b', Interest: 'b' } }
    expect(lineOf(answer, { type: 'table', columns })).toBe('Bar: the one · Tanto k · Power: tanto b · Interesse: tanto b')
    expect(lineOf(answer, { type: 'table', columns: columns.slice(0, 3) }, 'en')).toBe('Bar: the one · Much k · Much b')
  })

  it('is never longer than a text may be, and never ends in half a character', () => {
    for (const length of [10, 11, 12, 13]) {
      const line = lineOf({ type: 'term', term: 'x'.repeat(length), meaning: '🌳'.repeat(TEXT_MAX / 2) }) ?? ''
      expect(line.length).toBeLessThanOrEqual(TEXT_MAX)
      expect(line.endsWith('🌳…'), String(length)).toBe(true)
      const event = {
        v: 1,
        seq: 1,
        at: '2026-09-29T15:00:00.000Z',
        actor: null,
        type: 'entryAdded',
        body: { entry: `ent_${'0'.repeat(26)}`, block: 'B1', text: line, sources: [con], compiled: true },
      }
      expect(readEvent(event)).toEqual(event)
    }
  })
})

describe('drafts', () => {
  it('stand in the order of blocks, meetings, zones and writing', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'second zone, first note')
    lab.note(lab.dan, 'C1.2', 'second zone, second note')
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.start(2, 'work')
    lab.note(lab.ann, 'C2.3', 'for block B2')
    lab.note(lab.ann, 'C2.2', 'second zone of meeting 2')
    lab.note(lab.ann, 'C2.1', 'first zone of meeting 2')
    // written last, in a meeting long closed, and yet among the first
    lab.note(lab.bob, 'C1.2', 'second zone, late note', { group: 'x1-2' })
    expect(draftEntries(lab.lab).map(({ block, text }) => `${block} ${text}`)).toEqual([
      'B1 second zone, first note',
      'B1 second zone, second note',
      'B1 second zone, late note',
      'B1 first zone of meeting 2',
      'B1 second zone of meeting 2 · Start',
      'B2 for block B2',
    ])
  })

  it('leave out what leads to no block of the final canvas', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.3', 'a term leads to the glossary')
    expect(draftEntries(lab.lab)).toEqual([])
    expect(lab.send(lab.oscar, { type: 'compileCanvas' })).toMatchObject({ code: 'nothing_to_do' })
  })

  it('bring equal texts together, whatever their case, spaces and last full stop, as the first wrote them', () => {
    const { lab, notes } = labWith(
      'Plant  trees',
      ' plant trees.\n',
      'PLANT\tTREES',
      'plant a tree',
      'Caffe\u0300',
      'caff\u00e8',
      'plant...',
      'plant',
    )
    expect(draftEntries(lab.lab)).toEqual([
      { block: 'B1', text: 'Plant  trees', sources: notes.slice(0, 3) },
      { block: 'B1', text: 'plant a tree', sources: notes.slice(3, 4) },
      { block: 'B1', text: 'Caffe\u0300', sources: notes.slice(4, 6) },
      { block: 'B1', text: 'plant...', sources: notes.slice(6, 7) },
      { block: 'B1', text: 'plant', sources: notes.slice(7) },
    ])
  })

  it('cite nothing twice: what an entry of the block cites is not drafted again', () => {
    const { lab, notes } = labWith('trees', 'birds')
    lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'On trees', sources: notes.slice(0, 1) })
    expect(texts(lab.lab)).toEqual(['birds'])
    expect(lab.do(lab.oscar, { type: 'compileCanvas' })).toMatchObject({ entries: 1 })
    expect(lab.send(lab.oscar, { type: 'compileCanvas' })).toMatchObject({ code: 'nothing_to_do' })
    lab.note(lab.bob, 'C1.2', 'TREES', { group: 'x1-2' })
    expect(texts(lab.lab)).toEqual(['TREES'])
  })

  it('come back when the entry that cited the note is removed or lets go of it', () => {
    const { lab, notes } = labWith('trees')
    const { entry } = lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'On trees', sources: notes }) as unknown as { entry: string }
    const rev = () => lab.lab.entries.get(entry)?.rev ?? 0
    lab.do(lab.oscar, { type: 'editEntry', entry, rev: rev(), sources: [] })
    expect(texts(lab.lab)).toEqual(['trees'])
    lab.do(lab.oscar, { type: 'editEntry', entry, rev: rev(), sources: notes })
    expect(texts(lab.lab)).toEqual([])
    lab.do(lab.oscar, { type: 'removeEntry', entry, rev: rev() })
    expect(texts(lab.lab)).toEqual(['trees'])
  })

  it('an entry that was moved to another block no longer stands for this one', () => {
    const { lab, notes } = labWith('trees')
    lab.do(lab.oscar, { type: 'compileCanvas' })
    const entry = [...lab.lab.entries.values()][0]
    lab.do(lab.oscar, { type: 'editEntry', entry: entry?.id ?? '', rev: entry?.rev ?? 0, block: 'B2' })
    expect(draftEntries(lab.lab)).toEqual([{ block: 'B1', text: 'trees', sources: notes }])
  })

  it('never quote what is private, hidden, withdrawn or redacted, nor a person or a ballot', () => {
    const { lab, notes } = labWith('kept', 'hidden', 'withdrawn', 'redacted')
    const [, hidden = '', withdrawn = '', redacted = ''] = notes
    lab.note(lab.ann, 'C1.2', 'private', { private: true })
    lab.do(lab.fay, { type: 'hideContribution', contribution: hidden })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: withdrawn })
    lab.do(lab.fay, { type: 'redact', contribution: redacted })
    lab.start(1, 'silent')
    lab.note(lab.ann, 'C1.1', 'about me', { private: false })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.start(2, 'close')
    for (const person of [lab.ann, lab.bob, lab.cleo]) lab.note(person, 'C2.5', 'my objection')
    lab.do(lab.fay, { type: 'revealNotes', meeting: 2 })
    expect(texts(lab.lab)).toEqual(['kept'])
    lab.do(lab.fay, { type: 'unhideContribution', contribution: hidden })
    expect(texts(lab.lab)).toEqual(['kept', 'hidden'])
  })

  it('of any lab: each has a source, each source is usable, leads there and stands in one entry only', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        checkDrafts(lab.lab, draftEntries(lab.lab))
        if ('code' in lab.send(lab.organiser, { type: 'compileCanvas' })) return
        const drafted = lab.commits.at(-1)?.events ?? []
        for (const event of drafted) expect(event.type === 'entryAdded' && event.body.sources.length > 0).toBe(true)
        expect(draftEntries(lab.lab)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

function checkDrafts(lab: Lab, drafts: readonly EntryDraft[]): void {
  const cited = new Set([...lab.entries.values()].flatMap((entry) => entry.sources.map((source) => `${entry.block} ${source}`)))
  for (const draft of drafts) {
    expect(draft.sources.length).toBeGreaterThan(0)
    expect(draft.text).not.toContain(REGISTER_ONLY)
    for (const id of draft.sources) {
      expect(cited.has(`${draft.block} ${id}`)).toBe(false)
      cited.add(`${draft.block} ${id}`)
      const note = lab.contributions.get(id) as Contribution
      expect(isUsable(note)).toBe(true)
      expect(note.answer.type).not.toBe('person')
      const zone = lab.kit.meetings.find((meeting) => meeting.number === note.meeting)?.canvas.zones.find((one) => one.id === note.zone)
      expect(zone?.leadsTo).toContainEqual({ to: 'block', block: draft.block })
    }
  }
}
