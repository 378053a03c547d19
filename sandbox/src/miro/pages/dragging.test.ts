// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDragging, type Dragging } from '../../../pages/miro/sdk/dragging.ts'

let calls: [string, unknown][]
let drops: unknown[]
let place: { x: number; y: number } | null
let element: HTMLElement
let inner: HTMLElement
/** The page sees the pointer let go outside the app's frame. */
let letGo: (place: unknown) => void

/** A pointer's event on the element that has captured it. */
const point = (type: string, clientX: number, clientY: number, button = 0): void => {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { clientX, clientY, button, pointerId: 1 })
  inner.dispatchEvent(event)
}

beforeEach(() => {
  calls = []
  drops = []
  place = { x: 10, y: 20 }
  document.body.innerHTML = '<div class="miro-draggable" data-id="a"><p>Parcheggio</p></div><p id="plain">no</p>'
  element = document.querySelector('.miro-draggable') as HTMLElement
  inner = document.querySelector('.miro-draggable p') as HTMLElement
  element.setPointerCapture = () => undefined
})

const handler = (event: unknown) => drops.push(event)
let drag: Dragging
const dragging = () => {
  drag = createDragging(
    {
      exec: (async (command: string, payload: unknown) => {
        if (command === 'UI_DRAG_WAIT') return new Promise((resolve) => (letGo = resolve))
        calls.push([command, payload])
        return command === 'UI_DRAG_DROP' ? place : undefined
      }) as never,
    },
    document,
  )
  drag.on(handler)
}
afterEach(() => drag.off(handler))

describe('dragging from a panel', () => {
  it('[MS210] an element of class miro-draggable, taken by a part of it, is dropped where the pointer lets go; the handler gets place and element', async () => {
    dragging()
    point('pointerdown', 5, 5)
    point('pointermove', 30, 40)
    expect(calls).toEqual([['UI_DRAG_MOVE', { clientX: 30, clientY: 40, label: 'Parcheggio' }]])
    point('lostpointercapture', 300, 200)
    await vi.waitFor(() => expect(drops).toEqual([{ x: 10, y: 20, target: element }]))
    expect(calls.at(-1)).toEqual(['UI_DRAG_DROP', { clientX: 300, clientY: 200 }])
  })

  it('[MS211] a press that moves no further than a hand trembles, another button, another element and a drop beside the board drop nothing', async () => {
    dragging()
    point('pointerdown', 5, 5)
    point('pointermove', 6, 7)
    point('lostpointercapture', 6, 7)
    point('pointerdown', 5, 5, 2)
    point('pointermove', 60, 70)
    expect(calls).toEqual([])
    inner = document.querySelector('#plain') as HTMLElement
    point('pointerdown', 5, 5)
    point('pointermove', 60, 70)
    expect(calls).toEqual([])
    inner = element
    place = null
    point('pointerdown', 5, 5)
    point('pointermove', 60, 70)
    point('lostpointercapture', 60, 70)
    await vi.waitFor(() => expect(calls.at(-1)?.[0]).toBe('UI_DRAG_DROP'))
    await Promise.resolve()
    expect(drops).toEqual([])
  })

  it('[MS213] where the pointer is lost outside the frame, the page says where it was let go: dropped once', async () => {
    dragging()
    point('pointerdown', 5, 5)
    point('pointermove', 30, 40)
    letGo({ x: 70, y: 80 })
    await vi.waitFor(() => expect(drops).toEqual([{ x: 70, y: 80, target: element }]))
    point('lostpointercapture', 300, 200)
    await Promise.resolve()
    expect(drops).toHaveLength(1)
    expect(calls.map(([command]) => command)).toEqual(['UI_DRAG_MOVE'])
  })

  it('[MS212] no handler, no dragging: it lives in the page that asked for it, and ends when it is taken off', () => {
    dragging()
    drag.off(handler)
    point('pointerdown', 5, 5)
    point('pointermove', 60, 70)
    expect(calls).toEqual([])
  })
})
