import { isItem, type Item } from '../../../src/miro/model/entities.ts'
import { stickyColours } from '../../../src/miro/model/enums.ts'
import { shapeColours, stickyHex } from '../colours.ts'
import { useDesk } from '../desk.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useStored } from '../store.ts'
import { closeWhenLeft } from './close-when-left.ts'

/** What can be done with what is selected. */
export function SelectionBar() {
  const desk = useDesk()
  const { words } = desk
  const ids = useStored(desk.selection, (now) => now)
  const entities = useStored(desk.view, (view) => view.entities)
  const editing = useStored(desk.editing, (now) => now)
  const items = ids.map((id) => entities.get(id)).filter(isItem)
  const [first, second] = items
  if (!first || editing !== null || !desk.mayEdit) return null

  const action = (name: IconName, label: string, run: () => void, className = 'quiet') => (
    <button type="button" className={className} onClick={run} aria-label={label} title={label}>
      <Icon name={name} />
    </button>
  )
  const isGrouped = items.every((item) => item.groupId !== null && item.groupId === first.groupId)
  const copy = async () => desk.select(await desk.hand({ do: 'copy', ids, by: { x: 40, y: 40 } }))
  return (
    <div className="pill selection-bar" role="toolbar" aria-label={words.actions}>
      <span className="count">{words.selected(items.length)}</span>
      <Colours items={items} />
      {items.length === 1 && first.type !== 'unsupported' && action('pen', words.edit, () => desk.editing.set(first.id))}
      {action('duplicate', words.duplicate, () => void copy())}
      {items.length > 1 &&
        (isGrouped
          ? action('ungroup', words.ungroup, () => void desk.hand({ do: 'ungroup', ids }))
          : action('group', words.group, () => void desk.hand({ do: 'group', ids })))}
      {items.length === 2 &&
        second &&
        first.type !== 'frame' &&
        second.type !== 'frame' &&
        action('connect', words.connect, () => void desk.hand({ do: 'connect', from: first.id, to: second.id }))}
      {action('front', words.front, () => void desk.hand({ do: 'layers', ids, move: 'front' }))}
      {action('back', words.back, () => void desk.hand({ do: 'layers', ids, move: 'back' }))}
      {action('remove', words.remove, () => void desk.hand({ do: 'delete', ids }), 'quiet danger')}
    </div>
  )
}

function Colours({ items }: { items: readonly Item[] }) {
  const desk = useDesk()
  const { words } = desk
  const notes = items.filter((item) => item.type === 'sticky_note')
  const painted = items.filter((item) => item.type === 'shape' || item.type === 'frame' || item.type === 'text')
  if (notes.length === 0 && painted.length === 0) return null
  const swatches =
    notes.length > 0
      ? stickyColours.map((name) => ({ value: name as string, hex: stickyHex[name], label: words.colours[name] }))
      : shapeColours.map((hex) => ({ value: hex as string, hex: hex as string, label: hex as string }))
  const ids = (notes.length > 0 ? notes : painted).map(({ id }) => id)
  const now = notes[0] ? stickyHex[notes[0].style.fillColor] : painted[0]?.style.fillColor
  return (
    <details className="colours" onBlur={closeWhenLeft}>
      <summary aria-label={words.colour} title={words.colour}>
        <Swatch hex={now ?? '#ffffff'} />
      </summary>
      <div className="pop swatches">
        {swatches.map(({ value, hex, label }) => (
          <button
            key={value}
            type="button"
            className="quiet"
            aria-label={label}
            title={label}
            aria-pressed={hex === now}
            onClick={(event) => {
              event.currentTarget.closest('details')?.removeAttribute('open')
              void desk.hand({ do: 'colour', ids, fillColor: value })
            }}
          >
            <Swatch hex={hex} />
          </button>
        ))}
      </div>
    </details>
  )
}

const Swatch = ({ hex }: { hex: string }) => <span className="swatch" style={{ background: hex }} />
