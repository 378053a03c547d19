import { findingsOf, toDecide, toDecideInAll } from '@telaio/shared/conduct'
import { describe, expect, it } from 'vitest'
import type { NewEvent } from '@telaio/shared/lab'
import { Scenario, SmallLab } from '@telaio/shared/testing'
import { type Items, viewOf } from '@telaio/shared/view'
import { meetingItem } from '../testing/items.ts'
import { boardFor, servedBy, standingOf } from './areas.ts'
import { readBoardLink } from './read-board-link.ts'
import { linkTo, spotOfNote } from './spots.ts'

const BOARD = 'uXjVPq3_r4s='
const LINK = `https://miro.com/app/board/${BOARD}/`

/** A lab with a board, as the console sees it. */
function onBoard(scenario = new Scenario()) {
  const record = (...events: NewEvent[]) => scenario.record(events)
  const connect = (board: string, meeting: number | null = null) =>
    record({
      type: 'boardConnected',
      body: { board, meeting, name: `Board ${board}`, link: `https://miro.com/app/board/${board}/`, writer: 'w'.repeat(43) },
    })
  const view = (): Items => viewOf(scenario.viewer(scenario.organiser), scenario.scene)
  return { scenario, record, connect, view }
}

describe('a board’s link', () => {
  it.each([
    LINK,
    `  ${LINK}?share_link_id=123#x `,
    'https://miro.com/app/board/uXjVPq3_r4s%3D/?moveToWidget=3458764500000000000&cot=14',
    'https://miro.com/app/live-embed/uXjVPq3_r4s=/?autoplay=true',
    `<iframe src="https://miro.com/app/live-embed/${BOARD}/?x=1"></iframe>`,
    `http://localhost:3100/miro/app/board/${BOARD}/`,
    'http://m1.localhost:3100/miro/board/uXjVPq3_r4s%3D?user=franca-riva',
    BOARD,
  ])('gives its id: %s', (pasted) => {
    expect(readBoardLink(pasted)).toBe(BOARD)
  })
  it.each(['', 'https://miro.com/app/dashboard/', 'https://miro.com/app/board/%E0%A4%A/', 'due parole', 'x'.repeat(65)])(
    'is not anything else: %s',
    (pasted) => {
      expect(readBoardLink(pasted)).toBeNull()
    },
  )
})

describe('areas', () => {
  it('go on the meeting’s own board, else on the lab’s, as the server decides', () => {
    const { scenario, connect, view } = onBoard()
    expect(standingOf('m1', view())).toEqual({ kind: 'no-board' })
    connect('own', 1)
    expect(boardFor(view().boards, 'm1')?.id).toBe('own')
    expect(boardFor(view().boards, 'canvas')).toBeNull()
    connect('former')
    // one board serves the meetings that have none of their own: the newest
    connect('common')
    const { boards } = view()
    expect(['m1', 'm2', 'canvas'].map((area) => boardFor(boards, area)?.id)).toEqual(['own', 'common', 'common'])
    const meetings = [meetingItem(1), meetingItem(2)]
    expect(Object.keys(boards).sort((a, b) => (a < b ? -1 : 1))).toEqual(['common', 'own'])
    expect(['own', 'common'].map((board) => servedBy(board, boards, meetings))).toEqual([[1], [2, null]])
    for (const area of ['m1', 'canvas']) {
      scenario.do(scenario.organiser, { type: 'placeArea', area })
      expect(scenario.lab.placements.get(area)?.board).toBe(boardFor(boards, area)?.id)
    }
  })
  it('are asked for, on their way, there, stopped, or on a board that is no longer theirs', () => {
    const { scenario, record, connect, view } = onBoard()
    const kind = () => standingOf('canvas', view()).kind
    connect(BOARD)
    expect(kind()).toBe('not-placed')
    scenario.do(scenario.organiser, { type: 'placeArea', area: 'canvas' })
    expect(kind()).toBe('placing')
    record({ type: 'placementStarted', body: { area: 'canvas', board: BOARD, left: 0, top: 0, items: 2 } })
    record({ type: 'itemsPlaced', body: { board: BOARD, items: [{ key: 'canvas', item: '1', mark: '' }] } })
    expect(standingOf('canvas', view())).toMatchObject({ kind: 'placing', placement: { placed: 1, items: 2 } })
    record({ type: 'placementEnded', body: { area: 'canvas', outcome: 'failed', problem: 'no' } })
    expect(standingOf('canvas', view())).toMatchObject({ kind: 'stopped', placement: { status: 'failed', problem: 'no' } })
    record({ type: 'placementEnded', body: { area: 'canvas', outcome: 'done' } })
    expect(kind()).toBe('placed')
    connect(BOARD, 1)
    connect('another')
    expect(kind()).toBe('elsewhere')
  })
})

describe('what a reading leaves', () => {
  /** Four notes on the board, by their contribution. */
  function read() {
    const lab = new SmallLab().start(2, 'work')
    const notes = ['uno', 'due', 'tre', 'quattro'].map((text) => lab.note(lab.ann, 'C2.1', text, { private: false }))
    const all = onBoard(lab)
    const { record, connect } = all
    connect(BOARD)
    record({
      type: 'notesWritten',
      body: { board: BOARD, notes: notes.map((contribution, i) => ({ contribution, part: 'text', item: `i${i}`, text: 'x' })) },
    })
    return { ...all, notes }
  }
  const note = (contribution = '') => ({ contribution, part: 'text' })

  it('is told apart: two versions, taken off, refused, moved, doubles, strays by reason', () => {
    const { scenario, record, view, notes } = read()
    const [a, b, c, d] = notes
    expect(toDecideInAll(view())).toBe(0)
    record({ type: 'notesClashed', body: { notes: [note(a)] } })
    record({ type: 'notesGone', body: { notes: [note(b)], why: 'missing' } })
    record({ type: 'notesGone', body: { notes: [note(c)], why: 'refused' } })
    record({
      type: 'boardRead',
      body: {
        board: BOARD,
        notes: 4,
        fresh: 0,
        strays: [
          { item: 's1', reason: 'empty' },
          { item: 's2', reason: 'outside' },
          { item: 's3', reason: 'outside' },
        ],
        doubles: [{ ...note(d), item: 's4' }],
        moved: [{ ...note(d), zone: 'm2/g2/C2.1' }],
      },
    })
    const found = findingsOf(BOARD, view())
    expect(found).toMatchObject({
      clashes: [{ contribution: a }],
      settling: 0,
      missing: [{ contribution: b }],
      refused: [{ contribution: c }],
      moved: [{ contribution: d, movedTo: 'm2/g2/C2.1' }],
      doubles: [{ item: 's4' }],
    })
    expect(found.strays.map(([reason, of]) => [reason, of.length])).toEqual([
      ['outside', 2],
      ['empty', 1],
    ])
    // neither the empty note nor the moved one waits for anybody
    expect(toDecide(found)).toBe(6)

    for (const [type, more] of [
      ['settleNote', { ...note(a), take: 'lab' }],
      ['rewriteNote', note(b)],
      ['dismissDouble', { item: 's4' }],
    ] as const)
      scenario.do(scenario.organiser, { type, ...more } as Parameters<Scenario['do']>[1])
    expect(findingsOf(BOARD, view())).toMatchObject({ clashes: [], settling: 1, missing: [], doubles: [] })
    expect(findingsOf('another', view())).toMatchObject({ refused: [], strays: [] })
    record({ type: 'boardTroubled', body: { board: BOARD, trouble: 'gone' } })
    expect(toDecideInAll(view())).toBe(4)
  })

  it('a note leads to the board while it stands there', () => {
    const { record, view, notes } = read()
    const [a = '', b = ''] = notes
    const spot = (id: string) => {
      const found = view().notes[id]
      return found ? spotOfNote(found, view()) : undefined
    }
    expect(spot(a)).toEqual({ board: BOARD, item: 'i0' })
    expect(linkTo(view().boards, { board: BOARD, item: 'i0' })).toBe(`${LINK}?moveToWidget=i0`)
    record({ type: 'notesGone', body: { notes: [note(a)], why: 'missing' } }, { type: 'notesClashed', body: { notes: [note(b)] } })
    expect(spot(a)).toBeNull()
    expect(spot(b)).toEqual({ board: BOARD, item: 'i1' })
    record({ type: 'boardDisconnected', body: { board: BOARD } })
    expect(spot(b)).toBeNull()
    expect(linkTo(view().boards, { board: BOARD, item: 'i1' })).toBeNull()
  })
})
