import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createKeyboard } from '../../../pages/miro/keyboard.ts'
import { createStore } from '../../../pages/miro/store.ts'
import type { Desk } from '../../../pages/miro/desk.ts'
import type { Tool } from '../../../pages/miro/tools.ts'

class FakeElement {
  readonly isContentEditable = false
  readonly #name: string
  constructor(name: string) {
    this.#name = name
  }
  matches = (selector: string): boolean => selector.split(', ').includes(this.#name)
  closest = (selector: string): this | null => (this.matches(selector) ? this : null)
}

let hand: ReturnType<typeof vi.fn>
let pan: ReturnType<typeof vi.fn>
let desk: Desk
let press: (key: string, more?: object) => boolean

beforeEach(() => {
  vi.stubGlobal('HTMLElement', FakeElement)
  hand = vi.fn(() => Promise.resolve(['new']))
  const items = [{ id: 'a', type: 'sticky_note', x: 0, y: 0, parentId: null, groupId: null }]
  desk = {
    words: { tool: { frame: 'Frame' } },
    view: createStore({ items, entities: new Map(items.map((item) => [item.id, item])) }),
    tool: createStore<Tool>('select'),
    editing: createStore<string | null>(null),
    selection: createStore<readonly string[]>([]),
    kept: createStore<readonly string[]>([]),
    mayEdit: true,
    hand,
    select: (ids: readonly string[]) => desk.selection.set(ids),
  } as unknown as Desk
  pan = vi.fn()
  const flow = { current: { viewport: () => ({ x: 0, y: 0, width: 200, height: 100 }), panBy: pan } } as never
  const keyboard = createKeyboard({ desk, flow, toggleList: vi.fn(), toggleHelp: vi.fn() })
  press = (key, more = {}) =>
    keyboard({
      key,
      target: new FakeElement('section'),
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...more,
    } as unknown as KeyboardEvent)
})

describe('the board by keyboard', () => {
  it('[MS207] chooses tools, puts things in the middle, writes, moves, copies, groups, deletes, takes back', async () => {
    expect(press('n')).toBe(true)
    expect(desk.tool.get()).toBe('sticky_note')
    press('Enter')
    await vi.waitFor(() => expect(desk.editing.get()).toBe('new'))
    expect(hand).toHaveBeenLastCalledWith({ do: 'create', kind: 'sticky_note', x: 100, y: 50 })
    expect(desk.tool.get()).toBe('select')

    press('a', { ctrlKey: true })
    expect(desk.selection.get()).toEqual(['a'])
    press('Enter')
    expect(desk.editing.get()).toBe('a')
    press('ArrowLeft', { shiftKey: true })
    expect(hand).toHaveBeenLastCalledWith({ do: 'nudge', ids: ['a'], by: { x: -10, y: 0 } })
    press('c', { ctrlKey: true })
    press('v', { ctrlKey: true })
    expect(hand).toHaveBeenLastCalledWith({ do: 'copy', ids: ['a'], by: { x: 40, y: 40 } })
    await vi.waitFor(() => expect(desk.selection.get()).toEqual(['new']))
    desk.select(['a'])
    press('g', { ctrlKey: true, shiftKey: true })
    expect(hand).toHaveBeenLastCalledWith({ do: 'ungroup', ids: ['a'] })
    press('Delete')
    expect(hand).toHaveBeenLastCalledWith({ do: 'delete', ids: ['a'] })
    press('Z', { ctrlKey: true, shiftKey: true })
    expect(hand).toHaveBeenLastCalledWith({ do: 'redo' })
    press('Escape')
    expect(desk.selection.get()).toEqual([])
  })

  it('[MS209] arrows move the view where nothing is selected; Ctrl Enter keeps what is selected for the next', () => {
    expect(press('ArrowLeft')).toBe(true)
    expect(pan).toHaveBeenLastCalledWith(-80, 0)
    expect(press('Enter', { ctrlKey: true })).toBe(false)
    desk.select(['a'])
    expect(press('Enter', { ctrlKey: true })).toBe(true)
    expect(desk.kept.get()).toEqual(['a'])
    press('Escape')
    expect([desk.kept.get(), desk.selection.get()]).toEqual([[], []])
  })

  it('[MS208] leaves alone what is typed in a field, pressed on a button, or means nothing', () => {
    expect(press('n', { target: new FakeElement('textarea') })).toBe(false)
    desk.select(['a'])
    expect(press('Enter', { target: new FakeElement('button') })).toBe(false)
    expect(press('q')).toBe(false)
    desk.select([])
    expect(press('d', { ctrlKey: true })).toBe(false)
    expect(hand).not.toHaveBeenCalled()
  })
})
