import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOARD } from '../testing/random-board.ts'
import { randomLab, steps } from '../testing/random-lab.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { type Contribution, conversionOf, coverageOf, labConversion, type Lab, overtaken, stepsOf } from './index.ts'

class Compiling extends SmallLab {
  constructor() {
    super()
    this.start(1, 'mixed')
  }
  entry(text: string, sources: string[] = [], block = 'B1'): string {
    return this.do(this.oscar, { type: 'addEntry', block, text, sources })['entry'] as string
  }
  ref(entry: string): { entry: string; rev: number } {
    return { entry, rev: this.lab.entries.get(entry)?.rev ?? 0 }
  }
  theme(title: string, contributions: string[] = []): string {
    return this.do(this.oscar, { type: 'addTheme', title, block: 'B1', contributions })['theme'] as string
  }
  themeRev(id: string): number {
    return this.lab.themes.get(id)?.rev ?? 0
  }
  order(block = 'B1'): string[] {
    return [...this.lab.entries.values()]
      .filter((one) => one.block === block)
      .sort((a, b) => a.position - b.position)
      .map(({ text }) => text)
  }
  undo(step = stepsOf(this.lab)[0]?.seq ?? 0) {
    return this.send(this.oscar, { type: 'undoStep', step })
  }
}

describe('entries', () => {
  it('[CP1] merged keep the sources of all, and the links that ended at any', () => {
    const lab = new Compiling()
    const [a = '', b = ''] = ['one', 'two'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const [first, second, third] = [lab.entry('first', [a]), lab.entry('second', [a, b]), lab.entry('third')]
    lab.do(lab.oscar, { type: 'linkEntries', from: third, to: second, kind: 'needs' })
    lab.do(lab.oscar, { type: 'linkEntries', from: first, to: second, kind: 'supports' })
    lab.do(lab.oscar, { type: 'mergeEntries', entries: [lab.ref(first), lab.ref(second)], text: 'both' })
    expect(lab.lab.entries.get(first)).toMatchObject({ text: 'both', sources: [a, b] })
    expect(lab.lab.entries.has(second)).toBe(false)
    expect([...lab.lab.links.values()].map(({ from, to, kind }) => ({ from, to, kind }))).toEqual([
      { from: third, to: first, kind: 'needs' },
    ])
  })
  it('[CP2] split lose no source: one that no part takes is refused; the parts stand one after another', () => {
    const lab = new Compiling()
    const [a = '', b = ''] = ['one', 'two'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const entry = lab.entry('whole', [a, b])
    lab.entry('after')
    const split = (second: string[]) =>
      lab.send(lab.oscar, {
        type: 'splitEntry',
        ...lab.ref(entry),
        parts: [
          { text: 'one', sources: [a] },
          { text: 'two', sources: second },
        ],
      })
    expect(split([])).toMatchObject({ code: 'source_left_over', facts: { count: 1 } })
    expect(split([a, b])).not.toHaveProperty('code')
    expect(lab.order()).toEqual(['one', 'two', 'after'])
  })
  it('[CP3] are put in order without overtaking whoever rewords one of them', () => {
    const lab = new Compiling()
    const [a, b, c] = [lab.entry('a'), lab.entry('b'), lab.entry('c')]
    const seen = lab.ref(a)
    lab.do(lab.oscar, { type: 'orderEntry', entry: c, before: a })
    expect(lab.order()).toEqual(['c', 'a', 'b'])
    lab.do(lab.organiser, { type: 'editEntry', ...seen, text: 'a again' })
    lab.do(lab.oscar, { type: 'orderEntry', entry: c, before: null })
    expect(lab.order()).toEqual(['a again', 'b', 'c'])
    lab.do(lab.oscar, { type: 'editEntry', ...lab.ref(b), block: 'B2' })
    expect(lab.send(lab.oscar, { type: 'orderEntry', entry: c, before: b })).toMatchObject({ code: 'entries_elsewhere' })
  })
  it('[CP4] set aside go with the notes that no other entry cites; these are drafted no more until they are taken up', () => {
    const lab = new Compiling()
    const [a = '', b = ''] = ['one', 'two'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const entry = lab.entry('first', [a, b])
    lab.entry('second', [b])
    lab.do(lab.oscar, { type: 'setAside', reason: 'said elsewhere', entry: lab.ref(entry) })
    expect([...lab.lab.asides.values()]).toMatchObject([{ contribution: a, reason: 'said elsewhere', by: lab.oscar }])
    expect(lab.send(lab.oscar, { type: 'compileCanvas' })).toMatchObject({ code: 'nothing_to_do' })
    lab.do(lab.oscar, { type: 'takeUp', contribution: a })
    expect(lab.send(lab.oscar, { type: 'compileCanvas' })).toMatchObject({ entries: 1 })
  })
})

/** What the compilation has made, without the numbers of changes. */
const made = ({ entries, themes, asides, links }: Lab) =>
  [entries, themes, asides, links].map((table) =>
    [...table.values()].map(({ rev: _rev, ...one }) => JSON.stringify(one)).sort((a, b) => (a < b ? -1 : 1)),
  )

describe('a step taken back', () => {
  it('[CP5] gives the canvas as it was before, whatever the step, in any lab', () => {
    let met = 0
    fc.assert(
      fc.property(steps(40), (todo) => {
        const { lab } = randomLab(todo)
        const last = stepsOf(lab.lab)[0]
        if (!last || overtaken(lab.lab, last)) return
        const at = lab.commits.findIndex(({ events }) => events.at(-1)?.seq === last.seq)
        // what is not of the compilation may have happened since; redactions forget the steps they touch
        if (lab.commits.slice(at + 1).some(({ events }) => events.some(({ type }) => type === 'textRedacted'))) return
        const before = lab.scenes[at - 1]?.lab
        const answer = lab.send(lab.organiser, { type: 'undoStep', step: last.seq })
        if (!before || 'code' in answer) return
        met += 1
        expect(made(lab.lab)).toEqual(made(before))
      }),
      { numRuns: 40 },
    )
    expect(met).toBeGreaterThan(5)
  })
  it('[CP5] is a step too, and can be taken back', () => {
    const lab = new Compiling()
    const entry = lab.entry('first')
    lab.do(lab.oscar, { type: 'removeEntry', ...lab.ref(entry) })
    expect(lab.undo()).not.toHaveProperty('code')
    expect(lab.lab.entries.get(entry)?.text).toBe('first')
    expect(lab.undo()).not.toHaveProperty('code')
    expect(lab.lab.entries.has(entry)).toBe(false)
  })
  it('[CP6] is refused where somebody changed the same since, and says by which step', () => {
    const lab = new Compiling()
    const entry = lab.entry('first')
    const step = stepsOf(lab.lab)[0]?.seq ?? 0
    lab.do(lab.organiser, { type: 'editEntry', ...lab.ref(entry), text: 'another hand' })
    const later = lab.lab.seq
    expect(lab.undo(step)).toMatchObject({ code: 'step_overtaken', facts: { step: later } })
    expect(lab.lab.entries.get(entry)?.text).toBe('another hand')
    expect(viewOf(lab.viewer(lab.oscar), lab.scene).steps[String(step)]).toMatchObject({ overtaken: later, by: lab.oscar, kind: 'added' })
  })
  it('[CP7] brings back nothing that was redacted', () => {
    const lab = new Compiling()
    const note = lab.note(lab.ann, 'C1.2', 'TOKEN')
    const entry = lab.entry('TOKEN', [note])
    lab.do(lab.oscar, { type: 'removeEntry', ...lab.ref(entry) })
    const step = lab.lab.seq
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(lab.undo(step)).toMatchObject({ code: 'unknown_step' })
    expect(JSON.stringify([...lab.lab.steps.values()])).not.toContain('TOKEN')
  })
})

describe('themes', () => {
  it('[CP8] are changed by whoever saw them as they are; notes put or taken by two at once are all kept', () => {
    const lab = new Compiling()
    const [a = '', b = ''] = ['one', 'two'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const theme = lab.theme('Trees')
    const rev = lab.themeRev(theme)
    lab.do(lab.oscar, { type: 'putInTheme', theme, contributions: [a] })
    lab.do(lab.organiser, { type: 'putInTheme', theme, contributions: [b] })
    expect(lab.lab.themes.get(theme)?.notes).toEqual([a, b])
    expect(lab.send(lab.oscar, { type: 'renameTheme', theme, rev, title: 'Woods' })).toMatchObject({ code: 'theme_changed' })
    lab.do(lab.oscar, { type: 'renameTheme', theme, rev: lab.themeRev(theme), title: 'Woods' })
    // a note may stand in two
    const other = lab.theme('Paths', [a])
    const split = lab.do(lab.oscar, { type: 'splitTheme', theme, rev: lab.themeRev(theme), title: 'Birds', contributions: [b] })[
      'theme'
    ] as string
    expect([theme, other, split].map((id) => lab.lab.themes.get(id)?.notes)).toEqual([[a], [a], [b]])
    lab.do(lab.oscar, { type: 'mergeThemes', theme, rev: lab.themeRev(theme), from: split, fromRev: lab.themeRev(split) })
    expect(lab.lab.themes.get(theme)).toMatchObject({ notes: [a, b], title: 'Woods' })
    expect(lab.lab.themes.has(split)).toBe(false)
  })
  it('[CP9] never hold what was refused for them, unless a hand puts it there', () => {
    const lab = new Compiling()
    const note = lab.note(lab.ann, 'C1.2', 'one')
    const theme = lab.theme('Trees')
    lab.do(lab.oscar, { type: 'refuseSuggestion', theme, contributions: [note] })
    expect(lab.lab.themes.get(theme)).toMatchObject({ notes: [], refused: [note] })
    lab.do(lab.oscar, { type: 'putInTheme', theme, contributions: [note] })
    expect(lab.lab.themes.get(theme)).toMatchObject({ notes: [note], refused: [] })
    expect(lab.send(lab.oscar, { type: 'refuseSuggestion', theme, contributions: [note] })).toMatchObject({ code: 'nothing_to_do' })
  })
  it('[CP7] lose a redacted note, and their title with it: a title may repeat its words', () => {
    const lab = new Compiling()
    const [note = '', other = ''] = ['TOKEN', 'birds'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const theme = lab.theme('TOKEN', [note, other])
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(lab.lab.themes.get(theme)).toMatchObject({ title: '', notes: [other] })
    lab.do(lab.oscar, { type: 'renameTheme', theme, rev: lab.themeRev(theme), title: 'Birds' })
    expect(lab.lab.themes.get(theme)?.title).toBe('Birds')
  })
})

describe('the editorial group', () => {
  const lab = new Compiling()
  const note = lab.note(lab.cleo, 'C1.2', 'a path by the river')
  const entry = lab.entry('Paths', [note])
  lab.do(lab.oscar, { type: 'setRoles', person: lab.dan, roles: ['editor'] })
  it('[CP10] reads the drafts with the notes behind them and comments, and has no other power or view', () => {
    const view = viewOf(lab.viewer(lab.dan), lab.scene)
    expect(view.cited[note]).toMatchObject({ answer: { text: 'a path by the river' }, name: null })
    expect(view.entries[entry]).toMatchObject({ text: 'Paths' })
    for (const empty of [view.notes, view.people, view.authors, view.themes, view.asides, view.steps]) expect(empty).toEqual({})
    expect(lab.send(lab.dan, { type: 'editEntry', ...lab.ref(entry), text: 'x' })).toMatchObject({ code: 'forbidden' })
    lab.do(lab.cleo, { type: 'setConsents', consents: { name: true, directory: false, credits: false } })
    expect(viewOf(lab.viewer(lab.dan), lab.scene).cited[note]?.name).toBe('Cleo')
    expect(viewOf(lab.viewer(lab.dan), lab.scene).cited[note]?.link).toBeNull()
    lab.record([
      {
        type: 'boardConnected',
        body: { board: BOARD, meeting: null, name: 'Board', link: 'https://board.example/b', writer: 'w'.repeat(43) },
      },
      { type: 'itemsPlacing', body: { board: BOARD, keys: ['m1/x1-1/C1.2'] } },
      { type: 'itemsPlaced', body: { board: BOARD, items: [{ key: 'm1/x1-1/C1.2', item: '7', mark: 'm' }] } },
    ])
    const link = () => viewOf(lab.viewer(lab.dan), lab.scene).cited[note]?.link
    expect(link()).toEqual({ href: 'https://board.example/b?moveToWidget=7', exact: false })
    lab.record([
      {
        type: 'notesWritten',
        body: { board: BOARD, notes: [{ contribution: note, part: 'text', item: '9', text: 'a path by the river' }] },
      },
    ])
    expect(link()).toEqual({ href: 'https://board.example/b?moveToWidget=9', exact: true })
    // nobody else reads the notes of others through it
    expect(viewOf(lab.viewer(lab.ann), lab.scene).cited).toEqual({})
    expect(viewOf(lab.viewer(lab.ann), lab.scene).comments).toEqual({})
  })
  it('[CP11] proposes a rewording that an organiser takes as the entry’s text, unless it was changed meanwhile', () => {
    const comment = lab.do(lab.dan, { type: 'addComment', entry, kind: 'rewording', text: 'A path by the river' })['comment'] as string
    const { rev } = lab.ref(entry)
    expect(lab.send(lab.dan, { type: 'resolveComment', comment, how: 'taken', rev })).toMatchObject({ code: 'not_yours' })
    lab.do(lab.organiser, { type: 'editEntry', entry, rev, text: 'Another' })
    expect(lab.send(lab.oscar, { type: 'resolveComment', comment, how: 'taken', rev })).toMatchObject({ code: 'entry_changed' })
    lab.do(lab.oscar, { type: 'resolveComment', comment, how: 'taken', rev: lab.ref(entry).rev })
    expect(lab.lab.entries.get(entry)).toMatchObject({ text: 'A path by the river', sources: [note] })
    expect(lab.send(lab.oscar, { type: 'resolveComment', comment, how: 'done' })).toMatchObject({ code: 'already_resolved' })
  })
  it('[CP7] what was said of a redacted entry goes with it, and a comment can go alone', () => {
    const say = (text: string) => lab.do(lab.dan, { type: 'addComment', entry, kind: 'remark', text })['comment'] as string
    const one = say('TOKEN alone')
    lab.do(lab.fay, { type: 'redact', comment: one })
    expect(lab.lab.comments.get(one)).toMatchObject({ text: '', redacted: true })
    say('TOKEN with it')
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(JSON.stringify([...lab.lab.comments.values()])).not.toContain('TOKEN')
  })
})

describe('triples', () => {
  it('[CP12] are completed where a part is missing, by somebody who is recorded; what people wrote is theirs', () => {
    const lab = new SmallLab().start(2, 'work')
    const note = lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'no time', approach: '', pointer: 'one walk a month' })
    const complete = (part: 'difficulty' | 'approach', text: string) =>
      lab.send(lab.oscar, { type: 'completeTriple', contribution: note, part, text })
    expect(complete('difficulty', 'x')).toMatchObject({ code: 'part_written' })
    complete('approach', 'walks')
    const found = (): Contribution | undefined => lab.lab.contributions.get(note)
    expect(found()).toMatchObject({
      answer: { difficulty: 'no time', approach: 'walks' },
      author: lab.ann,
      completed: { approach: lab.oscar },
    })
    expect(viewOf(lab.viewer(lab.ann), lab.scene).notes[note]?.completed).toEqual({ approach: lab.oscar })
    lab.do(lab.ann, {
      type: 'editContribution',
      contribution: note,
      answer: { type: 'triple', difficulty: 'x', approach: 'walks', pointer: 'y' },
    })
    expect(found()?.completed).toEqual({ approach: lab.oscar })
    complete('approach', '')
    expect(found()).toMatchObject({ answer: { approach: '' }, completed: {} })
    complete('approach', 'again')
    lab.do(lab.ann, {
      type: 'editContribution',
      contribution: note,
      answer: { type: 'triple', difficulty: 'x', approach: 'hers', pointer: 'y' },
    })
    expect(found()?.completed).toEqual({})
    expect(complete('approach', 'x')).toMatchObject({ code: 'part_written' })
  })
})

describe('a draft', () => {
  const drafted = () => {
    const lab = new Compiling()
    for (const text of ['one', 'two', 'three']) lab.note(lab.ann, 'C1.2', text)
    lab.do(lab.oscar, { type: 'compileCanvas' })
    const ids = [...lab.lab.entries.keys()]
    const drafts = () => Object.values(viewOf(lab.viewer(lab.oscar), lab.scene).entries).filter(({ draft }) => draft).length
    const accept = (those: readonly string[], accepted = true) =>
      lab.send(lab.oscar, { type: 'acceptEntries', entries: those.map((id) => lab.ref(id)), accepted })
    return { lab, ids, drafts, accept }
  }
  it('[CP16] is one until somebody has looked at it, rewords, merges or splits it; what is written by hand is none', () => {
    const { lab, ids, drafts, accept } = drafted()
    const [a = '', b = '', c = ''] = ids
    lab.entry('by hand')
    expect(drafts()).toBe(3)
    accept([a])
    expect(drafts()).toBe(2)
    expect(accept([a])).toMatchObject({ code: 'nothing_to_do' })
    expect(lab.send(lab.oscar, { type: 'acceptEntries', entries: [{ entry: b, rev: 0 }] })).toMatchObject({ code: 'entry_changed' })
    lab.do(lab.oscar, { type: 'editEntry', ...lab.ref(b), text: 'reworded' })
    lab.do(lab.oscar, { type: 'mergeEntries', entries: [lab.ref(a), lab.ref(c)], text: 'both' })
    expect(drafts()).toBe(0)
    accept([b], false)
    expect(drafts()).toBe(1)
  })
  it('[CP16] looked at is a step that is taken back by itself, and stops nobody who rewords it', () => {
    const { lab, ids, drafts, accept } = drafted()
    const [a = '', b = ''] = ids
    const seen = lab.ref(a)
    accept([a, b])
    const step = stepsOf(lab.lab)[0]
    expect(step).toMatchObject({ kind: 'accepted', changes: [{ of: 'accepted' }, { of: 'accepted' }] })
    expect(lab.send(lab.oscar, { type: 'editEntry', ...seen, text: 'reworded' })).not.toHaveProperty('code')
    expect(lab.undo(step?.seq)).not.toHaveProperty('code')
    expect(drafts()).toBe(3)
  })
  it('[CP4] several are set aside at once, with their notes, in one step', () => {
    const { lab, ids } = drafted()
    const entries = ids.slice(0, 2).map((id) => lab.ref(id))
    lab.do(lab.oscar, { type: 'setAside', reason: 'said elsewhere', entries })
    expect([lab.lab.entries.size, lab.lab.asides.size]).toEqual([1, 2])
    lab.undo()
    expect([lab.lab.entries.size, lab.lab.asides.size]).toEqual([3, 0])
  })
})

describe('a completed triple', () => {
  const scene = () => {
    const lab = new Compiling()
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.start(2, 'work')
    const note = lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'no time', approach: '', pointer: 'one walk a month' })
    const complete = (text: string) => lab.do(lab.oscar, { type: 'completeTriple', contribution: note, part: 'approach', text })
    const found = () => {
      const { answer, completed } = lab.lab.contributions.get(note) as Contribution
      return { approach: answer.type === 'triple' ? answer.approach : '', completed }
    }
    const latest = () => Object.values(viewOf(lab.viewer(lab.oscar), lab.scene).steps).sort((a, b) => b.seq - a.seq)
    return { lab, note, complete, found, latest }
  }
  it('[CP5] is a step that can be taken back, one after the other, and again', () => {
    const { lab, complete, found, latest } = scene()
    complete('on foot')
    complete('by boat')
    expect(latest()[0]).toMatchObject({ kind: 'completed', about: 'by boat', many: 1, overtaken: null })
    expect(latest()[1]).toMatchObject({ kind: 'completed', overtaken: latest()[0]?.seq })
    lab.undo()
    expect(found()).toEqual({ approach: 'on foot', completed: { approach: lab.oscar } })
    const undone = latest()[0]
    expect(undone).toMatchObject({ kind: 'undone', about: 'on foot', overtaken: null })
    lab.undo(undone?.seq)
    expect(found().approach).toBe('by boat')
    complete('')
    lab.undo()
    expect(found()).toEqual({ approach: 'by boat', completed: { approach: lab.oscar } })
  })
  it('[CP6] is not taken back where whoever wrote the note changed that part, or took the note away: it says so', () => {
    const { lab, note, complete, found, latest } = scene()
    complete('on foot')
    const step = latest()[0]?.seq ?? 0
    const edit = (approach: string) =>
      lab.do(lab.ann, {
        type: 'editContribution',
        contribution: note,
        answer: { type: 'triple', difficulty: 'x', approach, pointer: 'y' },
      })
    edit('on foot')
    expect(latest()[0]).toMatchObject({ overtaken: null })
    edit('hers')
    expect(latest()[0]).toMatchObject({ overtaken: 'note' })
    expect(lab.undo(step)).toMatchObject({ code: 'step_overtaken' })
    expect(found().approach).toBe('hers')
    edit('')
    complete('by boat')
    lab.do(lab.fay, { type: 'hideContribution', contribution: note })
    expect(latest()[0]).toMatchObject({ kind: 'completed', overtaken: 'note' })
    lab.do(lab.fay, { type: 'unhideContribution', contribution: note })
    expect(latest()[0]).toMatchObject({ overtaken: null })
  })
  it('[CP5] setting the same note aside is another thing: both are taken back by themselves', () => {
    const { lab, note, complete, found, latest } = scene()
    complete('on foot')
    const step = latest()[0]?.seq ?? 0
    lab.do(lab.oscar, { type: 'setAside', contributions: [note], reason: 'said elsewhere' })
    lab.undo(step)
    expect(found()).toEqual({ approach: '', completed: {} })
    expect(lab.lab.asides.has(note)).toBe(true)
  })
  it('[CP7] is forgotten with the words of a redacted note', () => {
    const { lab, note, complete, latest } = scene()
    complete('TOKEN')
    lab.undo()
    lab.do(lab.fay, { type: 'redact', contribution: note })
    expect(latest()).toEqual([])
    expect(JSON.stringify([...lab.lab.steps.values()])).not.toContain('TOKEN')
  })
})

describe('figures', () => {
  it('[CP13] the conversion counts notes, triples, those voted and entries; no vote asked is no figure', () => {
    const lab = new SmallLab().start(2, 'work')
    lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'a', approach: '', pointer: 'b' })
    lab.note(lab.bob, 'C2.1', 'a sentence')
    lab.do(lab.oscar, { type: 'compileCanvas' })
    lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'by hand' })
    expect(labConversion(lab.lab)).toMatchObject({ notes: 2, triples: 1, sentences: 3, traced: 2 })
    const triple = { type: 'triple', difficulty: 'a', approach: '', pointer: '' }
    const notes = [
      { id: 't1', answer: triple },
      { id: 't2', answer: triple },
      { id: 'blank', answer: { ...triple, difficulty: ' ' } },
      { id: 'n', answer: { type: 'cards' } },
      { id: 'v', answer: { type: 'votes' } },
      { id: 'p', answer: { type: 'person' } },
    ]
    const tallies = [{ dots: { t1: 2, n: 1, t2: 0 }, scores: {} }]
    expect(conversionOf({ notes, entries: [], tallies, asked: true })).toEqual({ notes: 4, triples: 2, voted: 1, sentences: 0, traced: 0 })
    expect(conversionOf({ notes, entries: [], tallies, asked: false }).voted).toBeNull()
  })
  it('[CP14] coverage shows no sector with fewer than five people, nor lets one be worked out from the others', () => {
    const note = (id: string, person: string, sector: string) => ({ id, meeting: 1, group: 'g1', person, sector })
    const many = (sector: string, people: number) =>
      Array.from({ length: people }, (_, i) => note(`${sector}${i}`, `${sector}-${i}`, sector))
    const all = [...many('a', 7), ...many('b', 6), ...many('c', 2)]
    const { sectors, meetings, used } = coverageOf(all, new Set(['a0', 'c0']), new Set())
    expect(used).toBe(2)
    expect(meetings).toEqual([{ key: '1', notes: 15, used: 2 }])
    expect(Object.fromEntries(sectors.map(({ key, used: n }) => [key, n]))).toEqual({ a: 1, b: null, c: null })
    const enough = coverageOf([...many('a', 7), ...many('b', 5)], new Set(), new Set()).sectors
    expect(enough.map((one) => one.used)).toEqual([0, 0])
  })
  it('[CP14] notes whose sector nobody knows are counted too, and kept back with what is kept back', () => {
    const note = (id: string, sector: string | null) => ({ id, meeting: 1, group: 'g1', person: sector === null ? null : id, sector })
    const known = (sector: string, people: number) => Array.from({ length: people }, (_, i) => note(`${sector}${i}`, sector))
    const cover = (...notes: ReturnType<typeof note>[]) => coverageOf(notes, new Set(['x']), new Set()).unknown
    expect(cover(...known('a', 6))).toBeNull()
    expect(cover(...known('a', 6), note('x', null), note('y', null))).toMatchObject({ notes: 2, used: 1 })
    expect(cover(...known('a', 6), ...known('b', 2), note('x', null))).toMatchObject({ notes: 1, used: null })
  })
  it('[CP14] of any sizes: what is kept back cannot be had from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }), (sizes) => {
        const notes = sizes.flatMap((people, s) =>
          Array.from({ length: people }, (_, i) => ({ id: `${s}-${i}`, meeting: 1, group: 'g1', person: `${s}-${i}`, sector: String(s) })),
        )
        const kept = coverageOf(notes, new Set(), new Set()).sectors.filter(({ used }) => used === null)
        expect(kept.length === 0 || kept.length >= 2).toBe(true)
        for (const [s, people] of sizes.entries()) if (people < 5) expect(kept.some(({ key }) => key === String(s))).toBe(true)
      }),
    )
  })
})
