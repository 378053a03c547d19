import type { Commander, Listener } from './commander.ts'

/** Drag and drop from an open panel: elements with the class `miro-draggable` (facts/miro.md §1.4). */
export interface Dragging {
  readonly on: (handler: Listener) => void
  readonly off: (handler: Listener) => void
}

/** How far a pointer goes before it drags rather than presses. */
const threshold = 4

/** What is shown under the pointer: a picture by its name, anything else by its words. */
const labelOf = (target: Element): string =>
  (target.querySelector('svg > title')?.textContent ?? target.textContent ?? '').trim().slice(0, 60)

/** The browser's own dragging and selecting of what is dragged. A press itself is not kept from it, or it would lose the pointer outside this frame. */
const keepFrom = (event: Event): void => {
  if (event.target instanceof Element && event.target.closest('.miro-draggable')) event.preventDefault()
}
const OWN = ['dragstart', 'selectstart'] as const

export function createDragging({ exec }: Pick<Commander, 'exec'>, page: Document): Dragging {
  const handlers = new Set<Listener>()

  const begin = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.miro-draggable') : null
    if (!target || handlers.size === 0 || event.button !== 0) return
    let dragging = false
    let over = false
    const start = { x: event.clientX, y: event.clientY }
    const finish = (place: unknown): void => {
      if (over) return
      over = true
      target.removeEventListener('pointermove', move)
      // Dropped outside the board: nothing happens.
      if (typeof place !== 'object' || place === null) return
      for (const handler of handlers) (handler as (event: object) => void)({ ...place, target })
    }
    const move = (now: PointerEvent) => {
      if (!dragging && Math.hypot(now.clientX - start.x, now.clientY - start.y) < threshold) return
      // Not every browser keeps a pointer captured outside its frame: there the page follows it, and says where it was let go.
      if (!dragging) void exec('UI_DRAG_WAIT').then(finish)
      dragging = true
      void exec('UI_DRAG_MOVE', { clientX: now.clientX, clientY: now.clientY, label: labelOf(target) })
    }
    const end = async (now: PointerEvent) => {
      if (!dragging) finish(null)
      if (!over) finish(await exec('UI_DRAG_DROP', { clientX: now.clientX, clientY: now.clientY }))
    }
    // Captured, or the pointer would be lost as soon as it leaves the panel.
    target.setPointerCapture(event.pointerId)
    target.addEventListener('pointermove', move)
    target.addEventListener('lostpointercapture', (now) => void end(now), { once: true })
  }

  return {
    on(handler) {
      if (handlers.size === 0) {
        page.addEventListener('pointerdown', begin)
        for (const event of OWN) page.addEventListener(event, keepFrom)
      }
      handlers.add(handler)
    },
    off(handler) {
      handlers.delete(handler)
      if (handlers.size > 0) return
      page.removeEventListener('pointerdown', begin)
      for (const event of OWN) page.removeEventListener(event, keepFrom)
    },
  }
}
