import { useSignal } from '@preact/signals'

/** Ours, so that a text dragged from elsewhere is no person. */
export const DRAGGED = 'application/x-telaio-person'

/** A place where a dragged person, or something else of its own kind, can be let go. */
export function useDrop(onDrop: ((person: string) => void) | null, kind: string = DRAGGED) {
  const over = useSignal(false)
  return {
    over,
    handlers: onDrop
      ? {
          onDragOver: (event: DragEvent) => {
            if (!event.dataTransfer?.types.includes(kind)) return
            event.preventDefault()
            over.value = true
          },
          onDragLeave: (event: DragEvent & { currentTarget: HTMLElement }) => {
            // leaving for a child is no leaving
            if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) over.value = false
          },
          onDrop: (event: DragEvent) => {
            event.preventDefault()
            over.value = false
            const person = event.dataTransfer?.getData(kind)
            if (person) onDrop(person)
          },
        }
      : {},
  }
}
