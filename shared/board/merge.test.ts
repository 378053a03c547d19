import { describe, expect, it } from 'vitest'
import { type Lab, type NewEvent, noteKey, partsOfAnswer } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { Scenario } from '../testing/scenario.ts'
import { boxAround, centreOf } from './geometry.ts'
import { mergeReading, type Merged } from './merge.ts'
import { planMeeting } from './plan-meeting.ts'
import { freeSlots } from './slots.ts'
import { contentOf } from './text.ts'

const BOARD = 'b1'

/** A lab whose meeting 2 is open and placed on a board in memory: items are what a reading gives. */
class Placed {
  readonly scenario = new Scenario()
  readonly items: BoardItem[] = []
  readonly ada: string

  constructor() {
    const { scenario } = this
    const [ada = '', bruno = ''] = scenario.people(['Ada'], ['Bruno'])
    this.ada = ada
    scenario.do(scenario.organiser, { type: 'formProjectGroups', groups: [{ key: 'g1', name: 'Fiume', people: [ada, bruno] }] })
    scenario.do(scenario.organiser, { type: 'openMeeting', meeting: 2 })
    for (const block of scenario.lab.kit.meetings[1]?.agenda ?? [])
      scenario.do(scenario.organiser, { type: 'startBlock', meeting: 2, block: block.id })
    const plan = planMeeting(scenario.lab, 2)
    for (const { key, kind, box, text } of plan.items)
      this.items.push({
        id: `f-${key}`,
        kind: kind === 'frame' ? 'frame' : kind === 'text' ? 'text' : 'shape',
        type: kind,
        parent: null,
        box,
        content: contentOf({ text }),
        by: 'writer',
        createdAt: null,
        modifiedAt: null,
      })
    scenario.record([
      { type: 'boardConnected', body: { board: BOARD, meeting: null, name: 'Board', link: 'https://b.example', writer: 'w'.repeat(43) } },
      { type: 'itemsPlaced', body: { board: BOARD, items: plan.items.map(({ key }) => ({ key, item: `f-${key}`, mark: 'm' })) } },
    ])
  }

  get lab(): Lab {
    return this.scenario.lab
  }

  zone(key: string): BoardItem {
    const found = this.items.find(({ id }) => id === `f-${key}`)
    if (!found) throw new Error(`no zone ${key}`)
    return found
  }

  /** A note that somebody puts on the board, in the column of a part. */
  put(
    key: string,
    content: string,
    part = 'text',
    taken: readonly { x: number; y: number }[] = [],
    more: Partial<BoardItem> = {},
  ): BoardItem {
    const [, id = ''] = /(C\d\.\d)$/.exec(key) ?? []
    const zone = this.lab.kit.meetings[1]?.canvas.zones.find((one) => one.id === id)
    const [slot] = zone ? freeSlots(zone, 'it', this.zone(key).box, [{ lane: null, part }], taken) : []
    const item: BoardItem = {
      id: `n${this.items.length}`,
      kind: 'note',
      type: 'sticky_note',
      parent: null,
      box: boxAround(slot ? centreOf(slot) : { x: 0, y: 0 }, 199, 228),
      content,
      by: 'somebody',
      createdAt: null,
      modifiedAt: null,
      ...more,
    }
    this.items.push(item)
    return item
  }

  /** A contribution of Ada's and its note, as written by us. */
  wrote(zone: string, text: string): { id: string; item: BoardItem } {
    const id = String(
      this.scenario.do(this.ada, { type: 'contribute', meeting: 2, zone, answer: { type: 'sentence', text }, private: false })[
        'contribution'
      ],
    )
    const item = this.put(`m2/g1/${zone}`, `<p>${text}</p>`, 'text', [], { by: 'writer' })
    this.record([{ type: 'notesWritten', body: { board: BOARD, notes: [{ contribution: id, part: 'text', item: item.id, text }] } }])
    return { id, item }
  }

  record(events: readonly NewEvent[]): void {
    this.scenario.record(events)
  }

  read(at = Date.parse(this.scenario.now) + 3_600_000, planned = new Map<string, string>()): Merged {
    const merged = mergeReading(this.lab, { board: BOARD, items: this.items, startedAt: at, lagMs: 5000, planned }, this.scenario.newId)
    this.record(merged.events)
    return merged
  }
}

const answers = (lab: Lab) => [...lab.contributions.values()].filter(({ board }) => board !== null).map(({ answer }) => answer)
/** A zone of one text. */
const SENTENCE = 'C2.1'

describe('a reading of the board', () => {
  it('[HV9] read when the moment is over, what was written there before its end was in time; after it, late', () => {
    const placed = new Placed()
    placed.scenario.do(placed.scenario.organiser, { type: 'startBlock', meeting: 2, block: 'work' })
    const made = (minutes: number) => new Date(Date.parse(placed.scenario.now) + minutes * 60_000).toISOString()
    placed.put('m2/g1/C2.3', '<p>in tempo</p>', 'difficulty', [], { createdAt: made(1) })
    placed.put('m2/g1/C2.1', '<p>dopo</p>', 'text', [], { createdAt: made(30) })
    placed.scenario.pass(600_000)
    placed.scenario.do(placed.scenario.organiser, { type: 'closeMeeting', meeting: 2 })
    placed.scenario.pass(3_600_000)
    placed.read()
    expect([...placed.lab.contributions.values()].map(({ answer, late }) => [partsOfAnswer(answer)[0]?.text, late])).toEqual([
      ['in tempo', false],
      ['dopo', true],
    ])
  })

  it('[HV5] makes a contribution of a note written there, once, without an author, in its zone and block', () => {
    const world = new Placed()
    const zone = SENTENCE
    world.put(`m2/g1/${zone}`, '<p>Scritto a mano</p><p>su due righe</p>')
    expect(world.read().fresh).toBe(1)
    expect(world.read().fresh).toBe(0)
    const [note] = [...world.lab.contributions.values()]
    expect(note).toMatchObject({
      meeting: 2,
      group: 'g1',
      zone,
      author: null,
      editKey: null,
      private: false,
      board: BOARD,
      answer: { type: 'sentence', text: 'Scritto a mano\nsu due righe' },
    })
    expect(note?.block).not.toBeNull()
  })

  it('[HV5] makes one answer of the notes of a row, each part from its column', () => {
    const world = new Placed()
    const key = 'm2/g1/C2.3'
    const first = ['difficulty', 'approach', 'pointer'].map((part) => world.put(key, `<p>${part} 1</p>`, part))
    world.put(
      key,
      '<p>pointer 2</p>',
      'pointer',
      first.map(({ box }) => centreOf(box)),
    )
    expect(world.read().fresh).toBe(2)
    expect(answers(world.lab)).toEqual([
      { type: 'triple', difficulty: 'difficulty 1', approach: 'approach 1', pointer: 'pointer 1' },
      { type: 'triple', difficulty: '', approach: '', pointer: 'pointer 2' },
    ])
    expect(world.read().fresh).toBe(0)
  })

  it('[HV6] takes over what was changed there, keeps what was changed here, and keeps both where both were', () => {
    const world = new Placed()
    const zone = SENTENCE
    const [there, here, both, same] = ['uno', 'due', 'tre', 'quattro'].map((text) => world.wrote(zone, text))
    if (!there || !here || !both || !same) throw new Error('four notes')
    const change = ({ item }: { item: BoardItem }, content: string) =>
      world.items.splice(
        world.items.findIndex(({ id }) => id === item.id),
        1,
        { ...item, content },
      )
    const edit = ({ id }: { id: string }, text: string) =>
      world.scenario.do(world.ada, { type: 'editContribution', contribution: id, answer: { type: 'sentence', text } })
    change(there, '<p>uno, sulla lavagna</p>')
    edit(here, 'due, nel pannello')
    change(both, '<p>tre, sulla lavagna</p>')
    edit(both, 'tre, nel pannello')
    change(same, '<p>quattro, uguale</p>')
    edit(same, 'quattro, uguale')
    world.read()
    const textOf = ({ id }: { id: string }) =>
      partsOfAnswer(world.lab.contributions.get(id)?.answer ?? { type: 'sentence', text: '?' })[0]?.text
    const stateOf = ({ id }: { id: string }) => world.lab.boardNotes.get(noteKey(id, 'text'))?.state
    expect([there, here, both, same].map(textOf)).toEqual([
      'uno, sulla lavagna',
      'due, nel pannello',
      'tre, nel pannello',
      'quattro, uguale',
    ])
    expect([there, here, both, same].map(stateOf)).toEqual(['written', 'written', 'clash', 'written'])
  })

  it('[HV4] says that a note is missing when it was deleted there, and keeps the contribution', () => {
    const world = new Placed()
    const { id, item } = world.wrote(SENTENCE, 'uno')
    world.items.splice(world.items.indexOf(item), 1)
    world.read()
    expect(world.lab.boardNotes.get(noteKey(id, 'text'))?.state).toBe('missing')
    expect(world.lab.contributions.get(id)).toMatchObject({ withdrawn: false, redacted: false })
  })

  it('[HV7] does not judge what was written after the reading began, or within the lag before', () => {
    const world = new Placed()
    const { id, item } = world.wrote(SENTENCE, 'uno')
    world.items.splice(world.items.indexOf(item), 1)
    world.read(Date.parse(world.lab.boardNotes.get(noteKey(id, 'text'))?.at ?? '') + 4999)
    expect(world.lab.boardNotes.get(noteKey(id, 'text'))?.state).toBe('written')
  })

  it('[BW3] lists what may be a second copy of a note of ours, and takes it in once a facilitator says it is none', () => {
    const world = new Placed()
    const zone = SENTENCE
    const { id, item } = world.wrote(zone, 'uno')
    const copy = world.put(`m2/g1/${zone}`, '<p>uno</p>', 'text', [centreOf(item.box)], { by: 'writer' })
    expect(world.read().fresh).toBe(0)
    expect([...world.lab.doubles.values()]).toEqual([{ contribution: id, part: 'text', item: copy.id, board: BOARD }])
    world.scenario.do(world.scenario.organiser, { type: 'dismissDouble', item: copy.id })
    expect(world.read().fresh).toBe(1)
    expect(world.lab.doubles.size).toBe(0)
  })

  it('[HV3] gives strays back with their words, and keeps none of these in the log', () => {
    const world = new Placed()
    world.put('m2/g1/C2.1', '<p>fuori da tutto</p>', 'text', [], { box: boxAround({ x: -90_000, y: 0 }, 199, 228) })
    expect(world.read().strays).toMatchObject([{ reason: 'outside', text: 'fuori da tutto' }])
    expect(JSON.stringify(world.scenario.commits)).not.toContain('fuori da tutto')
    expect(world.lab.strays.size).toBe(1)
    world.items.pop()
    world.read()
    expect(world.lab.strays.size).toBe(0)
  })

  it('notices that a note of ours was moved to another zone, or out of all', () => {
    const world = new Placed()
    const { id, item } = world.wrote(SENTENCE, 'uno')
    world.items.splice(world.items.indexOf(item), 1, { ...item, box: boxAround({ x: -90_000, y: 0 }, 199, 228) })
    world.read()
    expect(world.lab.boardNotes.get(noteKey(id, 'text'))?.movedTo).toBe('outside')
    world.items.splice(
      world.items.findIndex((one) => one.id === item.id),
      1,
      item,
    )
    world.read()
    expect(world.lab.boardNotes.get(noteKey(id, 'text'))?.movedTo).toBeNull()
  })
})
