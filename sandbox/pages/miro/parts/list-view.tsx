import { useDeferredValue, useMemo, useState } from 'react'
import type { Item } from '../../../src/miro/model/entities.ts'
import { authorName, frameTitle, itemText, kindName } from '../canvas/item-text.ts'
import { stickyHex } from '../colours.ts'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { type BoardView, useStored } from '../store.ts'
import type { MiroWords } from '../words.ts'

interface Row {
  readonly item: Item
  readonly kind: string
  readonly text: string
  readonly frame: string
  readonly author: string
}

function rowsOf(words: MiroWords, view: BoardView): Row[] {
  return view.items.map((item) => ({
    item,
    kind: kindName(words, item),
    text: itemText(item),
    frame: frameTitle(view, item),
    author: authorName(view, item),
  }))
}

/** The board without the board: everything on it as a table, for whoever reads better so. */
export function ListView({ close }: { close: () => void }) {
  const desk = useDesk()
  const { words } = desk
  const view = useDeferredValue(useStored(desk.view, (now) => now))
  const selection = useStored(desk.selection, (now) => now)
  const [wanted, setWanted] = useState('')
  const rows = useMemo(() => rowsOf(words, view), [words, view])
  const query = useDeferredValue(wanted.trim().toLowerCase())
  const found = useMemo(
    () => rows.filter(({ kind, text, frame, author }) => `${kind} ${text} ${frame} ${author}`.toLowerCase().includes(query)),
    [rows, query],
  )
  const chosen = new Set(selection)
  return (
    <aside className="list-view" aria-label={words.list}>
      <header>
        <h2>{words.listTitle}</h2>
        <button type="button" className="quiet" onClick={close} aria-label={words.close} title={words.close}>
          <Icon name="close" />
        </button>
      </header>
      <label className="field">
        <span>{words.find}</span>
        <input type="search" value={wanted} placeholder={words.findHint} onChange={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <p className="muted" role="status">
        {rows.length === 0 ? words.nothing : found.length === 0 ? words.noMatch : words.listCount(found.length)}
      </p>
      {found.length > 0 && (
        <div className="rows">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.content}</th>
                <th scope="col">{words.within}</th>
                <th scope="col">{words.author}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((row) => (
                <ListRow key={row.item.id} row={row} chosen={chosen.has(row.item.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </aside>
  )
}

function ListRow({ row: { item, kind, text, frame, author }, chosen }: { row: Row; chosen: boolean }) {
  const desk = useDesk()
  const { words } = desk
  const show = () => {
    desk.select([item.id])
    desk.zoomTo([item.id])
  }
  return (
    <tr aria-selected={chosen}>
      <td>
        <span className="dot" style={{ background: item.type === 'sticky_note' ? stickyHex[item.style.fillColor] : 'transparent' }} />
        {kind}
      </td>
      <td>
        <button type="button" className="link" onClick={show} aria-label={words.show(text === '' ? kind : text)}>
          {text === '' ? <em>{words.empty}</em> : text}
        </button>
      </td>
      <td>{frame}</td>
      <td>{author}</td>
    </tr>
  )
}
