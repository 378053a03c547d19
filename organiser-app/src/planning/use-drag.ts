import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

const KIND = 'telaio-block'
export type Edge = 'before' | 'after'

export interface Dragging {
  readonly row: RefObject<HTMLLIElement | null>
  readonly grip: RefObject<HTMLButtonElement | null>
  /** Side of this row on which what is dragged over it would come to lie; null while nothing is. */
  readonly edge: Signal<Edge | null>
  readonly dragged: Signal<boolean>
}

/** A row that a pointer drags by its grip onto another: `onDrop` is told which, and on which side of this one. */
export function useDrag(id: string, list: string, enabled: boolean, onDrop: (dragged: string, edge: Edge) => void): Dragging {
  const row = useRef<HTMLLIElement>(null)
  const grip = useRef<HTMLButtonElement>(null)
  const edge = useSignal<Edge | null>(null)
  const dragged = useSignal(false)
  const drop = useRef(onDrop)
  drop.current = onDrop
  useEffect(() => {
    const [element, handle] = [row.current, grip.current]
    if (!enabled || !element || !handle) return
    const sideOf = (y: number): Edge => {
      const { top, height } = element.getBoundingClientRect()
      return y < top + height / 2 ? 'before' : 'after'
    }
    return combine(
      draggable({
        element,
        dragHandle: handle,
        getInitialData: () => ({ kind: KIND, list, id }),
        onDragStart: () => {
          dragged.value = true
        },
        onDrop: () => {
          dragged.value = false
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === KIND && source.data['list'] === list && source.data['id'] !== id,
        onDrag: ({ location }) => {
          edge.value = sideOf(location.current.input.clientY)
        },
        onDragLeave: () => {
          edge.value = null
        },
        onDrop: ({ source, location }) => {
          edge.value = null
          drop.current(String(source.data['id']), sideOf(location.current.input.clientY))
        },
      }),
    )
  }, [id, list, enabled])
  return { row, grip, edge, dragged }
}
