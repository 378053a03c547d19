import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { labToJson, type LabEvent, removalIn, summaryKey, withoutWords } from './index.ts'

const view = (lab: SmallLab, person: string) => viewOf(lab.viewer(person), lab.scene)
const told = (lab: SmallLab, person: string): string[] => Object.values(view(lab, person).messages).map(({ text }) => text)
const tell = (lab: SmallLab, text: string, groups: string[] | null, kind: 'message' | 'prompt' = 'message'): string =>
  lab.do(lab.fay, { type: 'sendMessage', meeting: 1, groups, kind, text })['message'] as string
/** Everywhere a text could still stand: the log as stored after the removal, the folded lab, every view. */
function traces(lab: SmallLab, text: string): string[] {
  const stored = lab.commits.reduce<LabEvent[]>((events, commit) => {
    const removal = removalIn(commit.events)
    return [...(removal ? events.map((event) => withoutWords(event, removal)) : events), ...commit.events]
  }, [])
  const places = {
    log: stored,
    lab: labToJson(lab.lab),
    views: [...lab.lab.people.keys()].map((person) => view(lab, person)),
  }
  return Object.entries(places).flatMap(([place, held]) => (JSON.stringify(held).includes(text) ? [place] : []))
}

describe('messages to rooms', () => {
  it('[MS1] reach whom they are for: one group, some, or everybody; those who run the lab and observers read all', () => {
    const lab = new SmallLab().start(1, 'mixed')
    tell(lab, 'to one', ['m1/x1-1'])
    tell(lab, 'to two', ['m1/x1-1', 'g2'])
    tell(lab, 'to all', null)
    expect(told(lab, lab.ann).sort()).toEqual(['to all', 'to one', 'to two'])
    expect(told(lab, lab.bob)).toEqual(['to all'])
    // in both groups: told once for each, so that parts of a view never meet
    expect(told(lab, lab.cleo).sort()).toEqual(['to all', 'to one', 'to two', 'to two'])
    expect(told(lab, lab.dan).sort()).toEqual(['to all', 'to two'])
    for (const person of [lab.fay, lab.oscar, lab.otto]) expect(told(lab, person)).toHaveLength(3)
    expect(Object.values(view(lab, lab.fay).messages).every(({ by }) => by === lab.fay)).toBe(true)
    for (const person of [lab.ann, lab.otto]) expect(JSON.stringify(view(lab, person).messages)).not.toContain(lab.fay)
    expect(JSON.stringify(view(lab, lab.ann).messages)).not.toContain('g2')
  })

  it('[MS1] are refused without words, to groups that are none of this meeting’s, in a meeting that is not open', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const say = (more: object) => lab.send(lab.fay, { type: 'sendMessage', meeting: 1, groups: null, kind: 'message', text: 'x', ...more })
    expect(say({ text: ' \n' })).toMatchObject({ code: 'answer_unfit', field: 'text' })
    expect(say({ groups: ['g1', 'g9'] })).toMatchObject({ code: 'unknown_group', field: 'groups.1', facts: { group: 'g9' } })
    expect(say({ groups: ['m2/x1-1'] })).toMatchObject({ code: 'unknown_group' })
    expect(say({ meeting: 2 })).toMatchObject({ code: 'meeting_not_open' })
    expect(say({ kind: 'place', spot: 'm1/x1-1' })).toMatchObject({ code: 'unknown_spot' })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(say({})).toMatchObject({ code: 'meeting_not_open' })
  })

  it('[MS2] say in which block they were sent; a prompt needs one', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    const early = tell(lab, 'welcome', null)
    expect(lab.lab.messages.get(early)).toMatchObject({ block: null })
    expect(lab.send(lab.fay, { type: 'sendMessage', meeting: 1, groups: null, kind: 'prompt', text: 'x' })).toMatchObject({
      code: 'block_not_running',
    })
    lab.start(1, 'mixed')
    const prompt = tell(lab, 'Look at costs', null, 'prompt')
    expect(lab.lab.messages.get(prompt)).toMatchObject({ block: 'mixed', kind: 'prompt' })
  })

  it('[MS3] withdrawn, are gone for all but those who run the lab; redacted, stand nowhere', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const message = tell(lab, 'TOKEN', null)
    lab.do(lab.fay, { type: 'withdrawMessage', message })
    expect(lab.send(lab.fay, { type: 'withdrawMessage', message })).toMatchObject({ code: 'nothing_to_do' })
    for (const person of [lab.ann, lab.otto]) expect(told(lab, person)).toEqual([])
    expect(view(lab, lab.oscar).messages[message]).toMatchObject({ withdrawn: true, text: 'TOKEN' })
    lab.do(lab.oscar, { type: 'redact', message })
    expect(traces(lab, 'TOKEN')).toEqual([])
  })
})

describe('the way to the board', () => {
  const BOARD = 'uXjVboard1='
  const placed = (...keys: string[]): SmallLab => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.record([
      { type: 'boardConnected', body: { board: BOARD, meeting: null, name: 'B', link: 'https://board.example/b', writer: 'w'.repeat(43) } },
      { type: 'itemsPlaced', body: { board: BOARD, items: keys.map((key, i) => ({ key, item: `34587${i}`, mark: 'm' })) } },
    ])
    return lab
  }

  it('[FR1] leads people to their own group’s frame and to what everybody looks at, and to no other group’s', () => {
    const lab = placed('m1', 'm1/all', 'm1/x1-1', 'm1/x1-2', 'm2/g1', 'm1/x1-1/C1.2')
    const frames = (person: string) => Object.keys(view(lab, person).frames).sort()
    expect(frames(lab.ann)).toEqual(['m1', 'm1/all', 'm1/x1-1', 'm2/g1'])
    expect(frames(lab.dan)).toEqual(['m1', 'm1/all', 'm1/x1-2'])
    expect(view(lab, lab.ann).frames['m1/x1-1']).toEqual({
      meeting: 1,
      group: 'x1-1',
      href: 'https://board.example/b?moveToWidget=345872',
    })
    lab.record([{ type: 'boardDisconnected', body: { board: BOARD } }])
    expect(frames(lab.ann)).toEqual([])
  })

  it('[FR2] a place that was sent leads where it is now, and nowhere once it is gone', () => {
    const lab = placed('m1/x1-2')
    const sent = lab.do(lab.fay, { type: 'sendMessage', meeting: 1, groups: null, kind: 'place', spot: 'm1/x1-2' })['message'] as string
    const href = () => view(lab, lab.ann).messages[sent]?.href
    expect(href()).toBe('https://board.example/b?moveToWidget=345870')
    lab.record([{ type: 'itemsUnplaced', body: { keys: ['m1/x1-2'] } }])
    expect(href()).toBeNull()
  })
})

describe('a group’s summary of a block', () => {
  const write = (lab: SmallLab, person: string, text: string, rev: number, group = 'm1/x1-1') =>
    lab.send(person, { type: 'writeSummary', meeting: 1, block: 'mixed', group, rev, text })
  const of = (lab: SmallLab, group = 'm1/x1-1') => lab.lab.summaries.get(summaryKey(1, 'mixed', group))

  it('[SU1] is written by its people and by facilitators, for a block that began, and says who wrote it', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(write(lab, lab.ann, 'x', 0)).toMatchObject({ code: 'block_not_started' })
    lab.start(1, 'mixed')
    expect(write(lab, lab.bob, 'x', 0)).toMatchObject({ code: 'not_in_group' })
    expect(write(lab, lab.ann, 'x', 0, 'g1')).toMatchObject({ code: 'unknown_group' })
    write(lab, lab.ann, 'We plant.', 0)
    expect(of(lab)).toMatchObject({ text: 'We plant.', by: lab.ann, shared: false })
    write(lab, lab.fay, 'We plant trees.', of(lab)?.rev ?? 0)
    expect(of(lab)).toMatchObject({ by: lab.fay })
  })

  it('[SU2] that somebody else changed meanwhile is not overwritten', () => {
    const lab = new SmallLab().start(1, 'mixed')
    write(lab, lab.ann, 'Ann’s', 0)
    const rev = of(lab)?.rev ?? 0
    expect(write(lab, lab.cleo, 'Cleo’s', 0)).toMatchObject({ code: 'summary_changed', field: 'rev', facts: { rev } })
    expect(of(lab)).toMatchObject({ text: 'Ann’s', by: lab.ann })
    write(lab, lab.cleo, 'Ann’s and Cleo’s', rev)
    expect(of(lab)?.text).toBe('Ann’s and Cleo’s')
  })

  it('[SU3] is read in its group, by those who run the lab and by observers; by all once it is shared', () => {
    const lab = new SmallLab().start(1, 'mixed')
    write(lab, lab.ann, 'We plant.', 0)
    const key = summaryKey(1, 'mixed', 'm1/x1-1')
    for (const person of [lab.ann, lab.cleo, lab.fay, lab.oscar]) expect(view(lab, person).summaries[key]).toMatchObject({ by: lab.ann })
    expect(view(lab, lab.otto).summaries[key]).not.toHaveProperty('by')
    expect(JSON.stringify(view(lab, lab.bob))).not.toContain('We plant.')
    lab.do(lab.fay, { type: 'shareSummaries', meeting: 1, block: 'mixed' })
    expect(view(lab, lab.bob).sharedSummaries[key]).toMatchObject({ text: 'We plant.', shared: true })
    expect(JSON.stringify(view(lab, lab.bob).sharedSummaries)).not.toContain(lab.ann)
    expect(lab.send(lab.fay, { type: 'shareSummaries', meeting: 1, block: 'mixed' })).toMatchObject({ code: 'nothing_to_do' })
  })

  it('[SU4] redacted, stands nowhere, none of its wordings; it may be written anew', () => {
    const lab = new SmallLab().start(1, 'mixed')
    write(lab, lab.ann, 'TOKEN one', 0)
    write(lab, lab.ann, 'TOKEN two', of(lab)?.rev ?? 0)
    lab.do(lab.oscar, { type: 'redact', summary: { meeting: 1, block: 'mixed', group: 'm1/x1-1' } })
    expect(traces(lab, 'TOKEN')).toEqual([])
    expect(write(lab, lab.ann, 'again', of(lab)?.rev ?? 0)).toHaveProperty('seq')
  })
})

describe('a vote opened on the spot', () => {
  const open = (lab: SmallLab, more: object = {}) =>
    lab.send(lab.fay, { type: 'openVote', meeting: 1, on: 'C1.2', ask: { type: 'votes', dots: 2 }, ...more })

  it('[VT3] is a zone of the running block, with a title of its own, and takes ballots like any other', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const note = lab.note(lab.ann, 'C1.2', 'trees')
    expect(open(lab)).toMatchObject({ zone: 'C1.5' })
    expect(open(lab, { ask: { type: 'rating', criteria: ['Useful', 'Cheap'] } })).toMatchObject({ zone: 'C1.6' })
    expect(open(lab)).toMatchObject({ zone: 'C1.7' })
    const { zones, blocks } = view(lab, lab.ann)
    expect(['m1/C1.5', 'm1/C1.6', 'm1/C1.7'].map((id) => zones[id]?.title.it)).toEqual(['Voto: C1.2', 'Valutazione: C1.2', 'Voto: C1.2 2'])
    expect(blocks['m1/mixed']?.zones).toEqual(['C1.2', 'C1.3', 'C1.5', 'C1.6', 'C1.7'])
    lab.write(lab.ann, 'C1.5', { type: 'votes', dots: { [note]: 2 } })
    expect(lab.write(lab.ann, 'C1.6', { type: 'rating', scores: { [note]: { c2: 5 } } })).toHaveProperty('seq')
    for (const person of [lab.bob, lab.cleo]) lab.write(person, 'C1.5', { type: 'votes', dots: {} })
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.5' })
    expect(view(lab, lab.dan).results['1/C1.5']).toMatchObject({ dots: { [note]: 2 } })
  })

  it('[VT3] needs a running block and notes to vote on', () => {
    const lab = new SmallLab().start(1, 'mixed')
    expect(open(lab)).toMatchObject({ code: 'nothing_to_do' })
    expect(open(lab, { on: 'C1.1' })).toMatchObject({ code: 'unknown_zone' })
    expect(open(lab, { on: 'C2.1' })).toMatchObject({ code: 'unknown_zone' })
    lab.note(lab.ann, 'C1.2', 'trees')
    expect(open(lab, { group: 'm1/x1-2' })).toMatchObject({ code: 'nothing_to_do' })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(open(lab)).toMatchObject({ code: 'meeting_not_open' })
  })

  it('[VT4] of one group is that group’s alone, on its own notes', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const [ours, theirs] = [lab.note(lab.ann, 'C1.2', 'trees'), lab.note(lab.bob, 'C1.2', 'birds')]
    open(lab, { group: 'm1/x1-1' })
    const vote = (person: string, note: string) => lab.write(person, 'C1.5', { type: 'votes', dots: { [note]: 1 } })
    expect(vote(lab.bob, ours)).toMatchObject({ code: 'not_in_group' })
    expect(vote(lab.cleo, theirs)).toMatchObject({ code: 'unknown_contribution' })
    expect(vote(lab.cleo, ours)).toHaveProperty('seq')
    expect(view(lab, lab.bob).zones['m1/C1.5']).toMatchObject({ voters: 'm1/x1-1' })
  })

  it('[VT6] on chosen notes is on these alone, whatever their zones', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const [trees, birds] = [lab.note(lab.ann, 'C1.2', 'trees'), lab.note(lab.ann, 'C1.2', 'birds')]
    const other = lab.note(lab.ann, 'C1.3', { type: 'term', term: 'edge', meaning: 'where two meet' })
    const unseen = lab.note(lab.ann, 'C1.2', 'private', { private: true })
    expect(open(lab, { notes: [unseen] })).toMatchObject({ code: 'unknown_contribution', field: 'notes' })
    expect(open(lab, { notes: [other] })).toMatchObject({ code: 'nothing_to_do' })
    expect(open(lab, { notes: [trees], group: 'm1/x1-2' })).toMatchObject({ code: 'unknown_contribution' })
    open(lab, { notes: [trees, other, trees] })
    expect(view(lab, lab.cleo).zones['m1/C1.5']?.voteNotes).toEqual([trees, other])
    const vote = (note: string) => lab.write(lab.cleo, 'C1.5', { type: 'votes', dots: { [note]: 1 } })
    expect(vote(birds)).toMatchObject({ code: 'unknown_contribution' })
    expect(vote(other)).toHaveProperty('seq')
    lab.start(1, 'vote')
    const answered = open(lab, { notes: [trees] })
    expect(answered).toHaveProperty('seq')
    expect(view(lab, lab.bob).notes[trees]).toMatchObject({ shared: true })
    expect(view(lab, lab.bob).notes[birds]).toBeUndefined()
  })

  it('[VT5] in plenary shows everybody the notes that it is about', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const note = lab.note(lab.ann, 'C1.2', 'trees')
    const hidden = lab.note(lab.ann, 'C1.2', 'private', { private: true })
    lab.start(1, 'vote')
    open(lab)
    expect(view(lab, lab.bob).notes[note]).toMatchObject({ shared: true })
    expect(view(lab, lab.bob).notes[hidden]).toBeUndefined()
  })
})

describe('what people bring', () => {
  const brings = (lab: SmallLab, reader: string, who: string) => view(lab, reader).companions[`m1/x1-1:${who}`]?.brings

  it('[VW3] is read in their group once it is revealed and they agreed to stand in the directory', () => {
    const lab = new SmallLab().start(1, 'silent')
    const note = lab.note(lab.ann, 'C1.1', 'I prune', { private: true })
    lab.do(lab.ann, { type: 'setConsents', consents: { name: false, directory: true, credits: false } })
    expect(brings(lab, lab.cleo, lab.ann)).toBe('')
    lab.do(lab.ann, { type: 'revealNotes', meeting: 1, contributions: [note] })
    expect(brings(lab, lab.cleo, lab.ann)).toBe('I prune')
    lab.do(lab.ann, { type: 'editContribution', contribution: note, answer: { type: 'person', text: 'I graft' } })
    expect(brings(lab, lab.cleo, lab.ann)).toBe('I graft')
    lab.do(lab.ann, { type: 'setConsents', consents: { name: true, directory: false, credits: true } })
    expect(brings(lab, lab.cleo, lab.ann)).toBe('')
    lab.do(lab.ann, { type: 'setConsents', consents: { name: true, directory: true, credits: true } })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: note })
    expect(brings(lab, lab.cleo, lab.ann)).toBe('')
  })
})
