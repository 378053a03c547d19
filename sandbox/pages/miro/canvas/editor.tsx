import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../../src/miro/model/entities.ts'
import { useDesk } from '../desk.ts'
import { itemText, kindName } from './item-text.ts'

/** The field in which one writes an item's text. Leaving it keeps what was written; so does Escape. */
export function Editor({ item }: { item: Item }) {
  const desk = useDesk()
  const [text, setText] = useState(() => itemText(item))
  const field = useRef<HTMLTextAreaElement>(null)
  const written = useRef(text)
  written.current = text

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    return () => {
      if (written.current !== itemText(item)) void desk.hand({ do: 'write', id: item.id, text: written.current })
    }
    // Once for each time of writing: what others write meanwhile does not take the field away.
  }, [])

  const isLine = item.type === 'frame' || item.type === 'card'
  return (
    <textarea
      ref={field}
      className="editor nodrag nopan nowheel"
      aria-label={desk.words.editing(kindName(desk.words, item))}
      rows={1}
      value={text}
      onChange={(event) => setText(isLine ? event.currentTarget.value.replaceAll('\n', ' ') : event.currentTarget.value)}
      onBlur={() => desk.editing.set(null)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' || (event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey))) {
          event.preventDefault()
          desk.editing.set(null)
          desk.focusCanvas()
        }
      }}
    />
  )
}
