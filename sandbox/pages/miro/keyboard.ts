import type { FlowHandle } from './canvas/flow-handle.ts'
import { place } from './canvas/place.ts'
import type { Desk } from './desk.ts'
import { isItem, type Item } from '../../src/miro/model/entities.ts'
import { toolKeys } from './tools.ts'

/** The whole board by keyboard; the help lists it. Keys typed in a field are the field's. */
export interface KeyboardOptions {
  readonly desk: Desk
  readonly flow: FlowHandle
  readonly toggleList: () => void
  readonly toggleHelp: () => void
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const pasteOffset = 40
/** Pixels of the screen that an arrow moves the view by. */
const panStep = 80

export function createKeyboard({ desk, flow, toggleList, toggleHelp }: KeyboardOptions) {
  let copied: readonly string[] = []
  const selectedItems = (): Item[] =>
    desk.selection.get().flatMap((id) => {
      const entity = desk.view.get().entities.get(id)
      return isItem(entity) ? entity : []
    })
  const copyBy = async (ids: readonly string[]) => {
    if (ids.length === 0) return
    const made = await desk.hand({ do: 'copy', ids, by: { x: pasteOffset, y: pasteOffset } })
    desk.select(made)
  }
  const nudge = ([dx, dy]: readonly [number, number], step: number) =>
    void desk.hand({ do: 'nudge', ids: selectedItems().map(({ id }) => id), by: { x: dx * step, y: dy * step } })

  const withControl: Readonly<Record<string, (shift: boolean) => void>> = {
    a: () => desk.select(desk.view.get().items.map(({ id }) => id)),
    c: () => {
      copied = desk.selection.get()
    },
    v: () => void copyBy(copied.filter((id) => desk.view.get().entities.has(id))),
    d: () => void copyBy(desk.selection.get()),
    g: (shift) => void desk.hand({ do: shift ? 'ungroup' : 'group', ids: desk.selection.get() }),
    z: (shift) => void desk.hand({ do: shift ? 'redo' : 'undo' }),
    y: () => void desk.hand({ do: 'redo' }),
    // Keeps what is selected while Tab goes on to the next.
    Enter: () => desk.kept.set(desk.selection.get()),
  }
  const needSelection = new Set(['g', 'd', 'c', 'Enter'])

  const plain: Readonly<Record<string, () => void>> = {
    Delete: () => desk.selection.get().length > 0 && void desk.hand({ do: 'delete', ids: desk.selection.get() }),
    Escape: () => {
      desk.tool.set('select')
      desk.kept.set([])
      desk.select([])
    },
    Enter: () => {
      const tool = desk.tool.get()
      const seen = flow.current?.viewport()
      if (tool !== 'select' && seen) return void place(desk, tool, { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 })
      const [only, more] = selectedItems()
      if (only && !more && desk.mayEdit && only.type !== 'unsupported') desk.editing.set(only.id)
    },
    '+': () => flow.current?.zoomBy(1.25),
    '-': () => flow.current?.zoomBy(0.8),
    '0': () => flow.current?.setZoom(1),
    '1': () => flow.current?.fit(),
    '?': toggleHelp,
    l: toggleList,
  }
  /** True where the key was ours. */
  return (event: KeyboardEvent): boolean => {
    if (isTyping(event.target) || event.altKey) return false
    const control = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (control) {
      const act = withControl[key]
      if (!act || (needSelection.has(key) && desk.selection.get().length === 0)) return false
      act(event.shiftKey)
      return true
    }
    const arrow = arrows[key]
    if (arrow) {
      if (desk.selection.get().length > 0) nudge(arrow, event.shiftKey ? 10 : 1)
      // Nothing is in hand: the view itself goes.
      else flow.current?.panBy(arrow[0] * panStep * (event.shiftKey ? 4 : 1), arrow[1] * panStep * (event.shiftKey ? 4 : 1))
      return true
    }
    // A press on a button stays the button's.
    if (key === 'Enter' && isControl(event.target)) return false
    const tool = toolKeys[key]
    const act = plain[key === 'Backspace' ? 'Delete' : key === '=' ? '+' : key]
    if (tool && desk.mayEdit) desk.tool.set(tool)
    else if (act) act()
    else return false
    return true
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
const isControl = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a, summary') !== null
