import { describe, expect, it, vi } from 'vitest'
import { ApiProblem, createSender, NoAnswer } from '@telaio/shared/client'
import { SmallLab } from '@telaio/shared/testing'
import { type Items, viewOf } from '@telaio/shared/view'
import { HostTrouble } from '../board/board-host.ts'
import { blockOf, groupsOfBlock } from '@telaio/shared/conduct'
import { meetingNow } from './agenda.ts'
import { createArrivals } from './arrivals.ts'
import { itemLink } from '@telaio/shared/board'
import { boardFor, notesByContribution, placeOfNote } from './boards.ts'
import { createNews } from './news.ts'
import { troubleOf } from './send.ts'

const seenBy = (lab: SmallLab, person = lab.fay): Items => viewOf(lab.viewer(person), lab.scene)

describe('the agenda', () => {
  it('[LB1] the meeting of now is the open one, else the next planned, else the last', () => {
    const lab = new SmallLab()
    const now = () => meetingNow(seenBy(lab).meetings)?.number
    expect(now()).toBe(1)
    lab.start(2, 'work')
    expect(now()).toBe(2)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 2 })
    expect(now()).toBe(1)
    lab.start(1, 'silent').do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(now()).toBe(2)
  })

  it('[LB3] groups of a block are those of its moment, in order; none where everybody works together', () => {
    const { blocks, groups } = seenBy(new SmallLab())
    const keys = (meeting: number, id: string) => {
      const block = blockOf(blocks, meeting, id)
      return block ? groupsOfBlock(block, groups).map(({ key }) => key) : null
    }
    expect(keys(1, 'silent')).toEqual(['x1-1', 'x1-2'])
    expect(keys(2, 'work')).toEqual(['g1', 'g2'])
    expect(keys(1, 'vote')).toEqual([])
  })
})

describe('places on boards', () => {
  const board = (id: string, meeting: number | null) => ({
    id,
    meeting,
    name: id,
    link: `https://b/${id}`,
    panel: false,
    by: null,
    trouble: null,
    reading: false,
    readAt: null,
    notes: 0,
    fresh: 0,
    waiting: 0,
  })
  const onNote = (contribution: string, part: string, item: string | null, state = 'written') =>
    ({ contribution, part, board: 'b', item, state, take: null, at: '', movedTo: null }) as Items['boardNotes'][string]

  it('[LB5] an area is on the meeting’s own board, else on the lab’s', () => {
    const boards = { all: board('all', null), two: board('two', 2) }
    expect(boardFor(boards, 'm2')?.id).toBe('two')
    expect(boardFor(boards, 'm1')?.id).toBe('all')
    expect(boardFor(boards, 'canvas')?.id).toBe('all')
    expect(boardFor({ two: boards.two }, 'canvas')).toBeNull()
  })

  it('[LB6] a note is looked at where it stands, in its zone; else its zone, else its sheet', () => {
    const note = { id: 'con_1', meeting: 2, group: 'g1', zone: 'C2.3' }
    const spots = { 'm2/g1': { board: 'b', item: 'sheet' }, 'm2/g1/C2.3': { board: 'b', item: 'zone' } }
    const notes = notesByContribution({ a: onNote('con_1', 'pointer', 'second'), b: onNote('con_1', 'difficulty', 'first') })
    expect(placeOfNote(note, { spots, onBoard: notes })).toEqual(expect.objectContaining({ item: 'first', around: 'zone', exact: true }))
    const gone = notesByContribution({ a: onNote('con_1', 'text', 'x', 'missing'), b: onNote('con_2', 'text', null, 'writing') })
    expect(placeOfNote(note, { spots, onBoard: gone })).toMatchObject({ item: 'zone', exact: false })
    expect(placeOfNote(note, { spots: { 'm2/g1': spots['m2/g1'] }, onBoard: gone })).toMatchObject({ item: 'sheet' })
    expect(placeOfNote(note, { spots: {}, onBoard: gone })).toBeNull()
  })

  it('[LB7] another board is opened at the item, as Miro writes links', () => {
    expect(itemLink('https://miro.example/b/', 'i=1')).toBe('https://miro.example/b/?moveToWidget=i%3D1')
    expect(itemLink('https://miro.example/b?x=1', 'i')).toBe('https://miro.example/b?x=1&moveToWidget=i')
  })
})

describe('what is said', () => {
  const note = (id: string, group: string, more: object = {}) => ({ id, group, ...more }) as Items['notes'][string]

  it('[LB8] arrivals are told together and not again before a while; those of the board are no arrivals', async () => {
    const told: (readonly (readonly [string, number])[])[] = []
    const waits: (() => void)[] = []
    const arrive = createArrivals({ tell: (groups) => told.push(groups), wait: () => new Promise((resolve) => waits.push(resolve)) })
    const first = [note('1', 'g1')]
    arrive('lab 2', first)
    expect(told).toEqual([])
    arrive('lab 2', [...first, note('2', 'g1')])
    arrive('lab 2', [...first, note('2', 'g1'), note('3', 'g2'), note('4', 'g2'), note('5', 'g1', { onBoard: true })])
    arrive('lab 2', [...first, note('2', 'g1'), note('3', 'g2'), note('4', 'g2'), note('6', 'g1')])
    expect(told).toEqual([[['g1', 1]]])
    waits[0]?.()
    await vi.waitFor(() =>
      expect(told[1]).toEqual([
        ['g2', 2],
        ['g1', 1],
      ]),
    )
    arrive('lab 3', [note('7', 'g1')])
    waits[1]?.()
    await Promise.resolve()
    expect(told).toHaveLength(2)
  })

  it('[LB9] news is what was not there at the last look at the same place', () => {
    const news = createNews<string>()
    expect([news('a', ['1']), news('a', ['1', '2']), news('b', ['3']), news('b', [])]).toEqual([[], ['2'], [], []])
  })
})

describe('sending', () => {
  const still = () => Promise.resolve()

  it('[LB11] what nobody answered keeps its id through every attempt and the next press; after an answer it is another', async () => {
    let n = 0
    const seen: string[] = []
    const send = createSender({ newId: () => `id-${++n}`, wait: still, attempts: 2 })
    const attempt = (fate: Error | 'done') => (id: string) => {
      seen.push(id)
      return fate instanceof Error ? Promise.reject(fate) : Promise.resolve(fate)
    }
    await expect(send('a', attempt(new NoAnswer()))).rejects.toBeInstanceOf(NoAnswer)
    await send('a', attempt('done'))
    await send('a', attempt('done'))
    await expect(send('b', attempt(new ApiProblem({ status: 409, code: 'x', detail: 'x' })))).rejects.toThrow('x')
    await send('b', attempt('done'))
    expect(seen).toEqual(['id-1', 'id-1', 'id-1', 'id-2', 'id-3', 'id-4'])
  })

  it('[LB12] faults that people can do something about are told; others are ours, and thrown on', () => {
    expect(troubleOf(new ApiProblem({ status: 409, code: 'c', detail: 'd' }))).toEqual({ kind: 'refused', code: 'c', detail: 'd' })
    expect(troubleOf(new NoAnswer())).toMatchObject({ kind: 'no-answer' })
    expect(troubleOf(new HostTrouble('silent'))).toMatchObject({ kind: 'board', code: 'silent' })
    expect(() => troubleOf(new TypeError('a bug'))).toThrow('a bug')
  })
})
