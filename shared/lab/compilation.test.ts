import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOARD } from '../testing/random-board.ts'
import { randomLab, steps } from '../testing/random-lab.ts'
import { Compiling } from '../testing/compiling.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { type Contribution, type Lab, overtaken, stepsOf } from './index.ts'

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
