import type { Commander, Listener } from './commander.ts'

/** Drag and drop from an open panel: elements with the class `miro-draggable` (facts/miro.md §1.4). */
export interface Dragging {
  readonly on: (handler: Listener) => void
  readonly off: (handler: Listener) => void
}

/** How far a pointer goes before it drags rather than presses. */
const threshold = 4

export function createDragging({ exec }: Pick<Commander, 'exec'>, page: Document): Dragging {
  const handlers = new Set<Listener>()

  const begin = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.miro-draggable') : null
    if (!target || handlers.size === 0 || event.button !== 0) return
    event.preventDefault()
    let dragging = false
    const start = { x: event.clientX, y: event.clientY }
    const move = (now: PointerEvent) => {
      if (!dragging && Math.hypot(now.clientX - start.x, now.clientY - start.y) < threshold) return
      dragging = true
      void exec('UI_DRAG_MOVE', { clientX: now.clientX, clientY: now.clientY, label: (target.textContent ?? '').trim().slice(0, 60) })
    }
    const end = async (now: PointerEvent) => {
      target.removeEventListener('pointermove', move)
      if (!dragging) return
      const place = await exec('UI_DRAG_DROP', { clientX: now.clientX, clientY: now.clientY })
      // Dropped outside the board: nothing happens.
      if (place === null || place === undefined) return
      for (const handler of handlers) (handler as (event: object) => void)({ ...place, target })
    }
    // Captured, or the pointer would be lost as soon as it leaves the panel.
    target.setPointerCapture(event.pointerId)
    target.addEventListener('pointermove', move)
    target.addEventListener('lostpointercapture', (now) => void end(now), { once: true })
  }

  return {
    on(handler) {
      if (handlers.size === 0) page.addEventListener('pointerdown', begin)
      handlers.add(handler)
    },
    off(handler) {
      handlers.delete(handler)
      if (handlers.size === 0) page.removeEventListener('pointerdown', begin)
    },
  }
}
