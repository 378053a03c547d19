import { beforeEach, describe, expect, it } from 'vitest'
import { emptyItems, type BlockItem, type GroupItem, type Items, type MeetingItem } from '@telaio/shared/view'
import type { ShownNote } from './notes.ts'
import { moveNote, sortNotes } from './sorting.ts'
import { frameFor, readingOrder, saidIn, sharedSummaries } from './voices.ts'
import { keepWays } from './ways.ts'

const view = (more: Partial<Record<keyof Items, object>>): Items => ({ ...emptyItems(), ...more }) as Items
const meeting = { number: 1, current: 'mixed', agenda: ['silent', 'mixed', 'vote'] } as unknown as MeetingItem
const message = (id: string, more: object = {}) => ({
  message: id,
  meeting: 1,
  block: 'mixed',
  groups: null,
  kind: 'message',
  text: id,
  at: `2026-09-29T16:00:0${id.at(-1)}.000Z`,
  href: null,
  ...more,
})

describe('what was said', () => {
  const items = view({
    messages: {
      msg_2: message('msg_2'),
      'msg_1@g1': message('msg_1', { groups: ['g1'] }),
      'msg_1@m1/x1-1': message('msg_1', { groups: ['m1/x1-1'] }),
      msg_3: message('msg_3', { block: 'silent' }),
      msg_4: message('msg_4', { kind: 'prompt' }),
      msg_5: message('msg_5', { kind: 'prompt', block: 'silent' }),
      msg_6: message('msg_6', { meeting: 2 }),
      msg_7: message('msg_7', { withdrawn: true }),
    },
  })
  const ids = (read: readonly string[] = [], group: string | null = null) => {
    const { prompts, here, earlier } = saidIn(items, meeting, group, read)
    return [prompts, here, earlier].map((list) => list.map((one) => one.message))
  }

  it('[VC1] stands once, in the order of sending; a prompt as long as its block, a message until it is put away', () => {
    expect(ids()).toEqual([['msg_4'], ['msg_1', 'msg_2'], ['msg_3']])
    expect(ids(['msg_1', 'msg_3', 'msg_4'])).toEqual([['msg_4'], ['msg_2'], []])
  })

  it('[VC1] of the last minute before the block began stands with it still: nobody has had time to read it', () => {
    const run = { startedAt: '2026-09-29T16:01:02.500Z' }
    const begun = { ...items, blocks: { 'm1/mixed': { run } } } as unknown as Items
    const here = (messages: object) => saidIn({ ...begun, messages } as Items, meeting, null, []).here.map((one) => one.message)
    expect(here({ msg_3: message('msg_3', { block: 'silent' }), msg_2: message('msg_2', { block: 'silent' }) })).toEqual(['msg_3'])
  })

  it('[VC1] is what one group was told, for somebody who looks at that one', () => {
    expect(ids([], 'm1/x1-2')).toEqual([['msg_4'], ['msg_2'], ['msg_3']])
  })
})

describe('what this device remembers', () => {
  let kept: Map<string, string>
  let storage: Storage
  beforeEach(() => {
    kept = new Map()
    storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage
  })

  it('[VC2] is each person’s own, over reloads, and goes when it is to be forgotten', () => {
    const ways = keepWays(() => storage)
    ways.open('lab|anna')
    ways.change((now) => ({ read: [...now.read, 'msg_1'], sort: { here: 'own' } }))
    const again = keepWays(() => storage)
    again.open('lab|bruno')
    expect(again.value.value.read).toEqual([])
    again.open('lab|anna')
    expect(again.value.value).toMatchObject({ read: ['msg_1'], sort: { here: 'own' } })
    again.forget()
    expect(kept.size).toBe(0)
  })

  it('[VC2] is nothing where what was kept cannot be read, and holds for the page where storage is denied', () => {
    kept.set('telaio-ways|lab|anna', '{"read":[1,"msg_1"],"sort":{"here":"sideways"},"order":7}')
    const ways = keepWays(() => storage)
    ways.open('lab|anna')
    expect(ways.value.value).toEqual({ read: ['msg_1'], heard: [], sort: {}, order: {} })
    const denied = keepWays(() => {
      throw new Error('denied')
    })
    denied.open('lab|anna')
    denied.change(() => ({ heard: ['msg_1'] }))
    expect(denied.value.value.heard).toEqual(['msg_1'])
  })
})

describe('the order of notes', () => {
  const note = (id: string, more: object = {}) => ({ id, mine: false, anonymous: false, author: null, ...more }) as unknown as ShownNote
  const notes = [
    note('1', { author: { name: 'Zoe' } }),
    note('2', { mine: true }),
    note('3', { anonymous: true, mine: true }),
    note('4', { author: { name: 'Anna' } }),
  ]
  const ids = (...of: Parameters<typeof sortNotes>) => sortNotes(...of).map(({ id }) => id)

  it('[VC3] is as they came, newest first, by person, or one’s own; what came later stands below', () => {
    expect(ids(notes, 'written')).toEqual(['1', '2', '3', '4'])
    expect(ids(notes, 'newest')).toEqual(['4', '3', '2', '1'])
    expect(ids(notes, 'author')).toEqual(['2', '4', '1', '3'])
    expect(ids(notes, 'own', ['3', 'gone', '1'])).toEqual(['3', '1', '2', '4'])
  })

  it('[VC3] moves one note by one place, and none beyond the ends', () => {
    expect(moveNote(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moveNote(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moveNote(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
    expect(moveNote(['a', 'b'], 'gone', 1)).toEqual(['a', 'b'])
  })
})

describe('a group', () => {
  const person = (id: string, name: string, more: object = {}) => ({ person: id, group: 'g1', name, former: false, ...more })
  const items = view({
    companions: {
      a: person('a', 'Carla'),
      b: person('b', 'Anna'),
      c: person('c', 'Bruno'),
      d: person('d', 'Dino', { former: true }),
      e: person('e', 'Elsa', { group: 'g2' }),
    },
  })
  const order = (block: string) =>
    readingOrder(items, { id: 'g1' } as GroupItem, { id: block, meeting: 1 } as BlockItem, meeting.agenda).map(({ name }) => name)

  it('[VC4] reads aloud in one order for all, begun by another person in each block', () => {
    expect(order('silent')).toEqual(['Bruno', 'Carla', 'Anna'])
    expect(order('mixed')).toEqual(['Carla', 'Anna', 'Bruno'])
    expect(order('vote')).toEqual(['Anna', 'Bruno', 'Carla'])
  })

  it('[VC5] is led to its own frame, else to everybody’s', () => {
    const frames = { 'm1/g1': { href: 'own' }, 'm1/all': { href: 'all' }, m1: { href: 'area' } }
    expect(frameFor(view({ frames }), 1, 'g1')).toEqual({ href: 'own', own: true })
    expect(frameFor(view({ frames }), 1, 'g2')).toEqual({ href: 'all', own: false })
    expect(frameFor(view({ frames: { m1: { href: 'area' } } }), 1, 'all')).toEqual({ href: 'area', own: false })
    expect(frameFor(view({ frames }), 2, 'g1')).toBeNull()
  })

  it('[VC6] reads the summaries of other groups once they were shown to everybody', () => {
    const one = (group: string, more: object = {}) => ({ meeting: 1, block: 'mixed', group, text: group, shared: true, ...more })
    const shown = sharedSummaries(
      view({ summaries: { x: one('g1'), y: one('g4', { shared: false }) }, sharedSummaries: { a: one('g10'), b: one('g2') } }),
      1,
      'g1',
    )
    expect(shown.map(({ group }) => group)).toEqual(['g2', 'g10'])
  })
})
