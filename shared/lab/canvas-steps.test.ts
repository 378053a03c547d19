import { describe, expect, it } from 'vitest'
import { Compiling } from '../testing/compiling.ts'
import { viewOf } from '../view/index.ts'
import { type Contribution, stepsOf } from './index.ts'

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
