import { type NodeProps, NodeResizer } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import type { Item, Tag } from '../../../src/miro/model/entities.ts'
import { useDesk } from '../desk.ts'
import { useStored } from '../store.ts'
import { Editor } from './editor.tsx'
import { fitFontSize } from './fit-text.ts'
import { HtmlView } from './html-view.tsx'
import { itemText, kindName } from './item-text.ts'
import { CardView, FrameView, ImageView, ShapeView, StickyView, TextView, UnsupportedView } from './item-views.tsx'
import type { ItemNode } from './nodes.ts'

/** Letters smaller than this on the screen are not drawn: far out a board is colours and places. */
const leastLetters = 2.5

function fontSizeOf(item: Item): number {
  switch (item.type) {
    case 'sticky_note': {
      const room = item.width * 0.86
      return fitFontSize(itemText(item), room, item.height - item.width * (item.tagIds.length > 0 ? 0.24 : 0.14))
    }
    case 'text':
    case 'shape':
      return item.style.fontSize
    default:
      return 16
  }
}

export const ItemNodeView = memo(function ItemNodeView({ data, selected, dragging }: NodeProps<ItemNode>) {
  const { item } = data
  const desk = useDesk()
  const editing = useStored(desk.editing, (id) => id === item.id)
  const fontSize = fontSizeOf(item)
  const legible = useStored(desk.zoom, (zoom) => zoom * fontSize >= leastLetters)
  const alone = useStored(desk.selection, (ids) => ids.length === 1 && ids[0] === item.id)
  const resizable = alone && !dragging && desk.mayEdit && item.type !== 'unsupported'
  return (
    <>
      {resizable && (
        <NodeResizer
          minWidth={item.type === 'frame' ? 100 : 16}
          minHeight={item.type === 'frame' ? 100 : 16}
          keepAspectRatio={item.type === 'sticky_note' || item.type === 'image'}
          lineClassName="resize-line"
          handleClassName="resize-handle"
          // The style keeps them as large at every zoom.
          autoScale={false}
          onResizeEnd={(_event, { x, y, width, height }) => desk.resized(item.id, { x, y, width, height })}
        />
      )}
      <div className={selected ? 'item selected' : 'item'} style={item.rotation === 0 ? undefined : { rotate: `${item.rotation}deg` }}>
        <ItemView item={item} fontSize={fontSize} legible={legible} editing={editing} />
      </div>
    </>
  )
})

const none: readonly string[] = []

/** An item's tags; it is drawn anew when one of them changes, not whenever anything does. */
function useTags(ids: readonly string[]): readonly Tag[] {
  const { view } = useDesk()
  const find = () => ids.map((id) => view.get().entities.get(id)).filter((tag): tag is Tag => tag?.type === 'tag')
  useStored(view, () =>
    find()
      .map(({ title, color }) => `${title} ${color}`)
      .join('\n'),
  )
  return find()
}

function ItemView({ item, fontSize, legible, editing }: { item: Item; fontSize: number; legible: boolean; editing: boolean }) {
  const desk = useDesk()
  const people = useStored(desk.view, ({ people: all }) => all)
  const tags = useTags('tagIds' in item ? item.tagIds : none)
  const body = (html: string): ReactNode => (editing ? <Editor item={item} /> : legible ? <HtmlView html={html} /> : null)
  switch (item.type) {
    case 'sticky_note':
      return <StickyView item={item} tags={legible ? tags : []} fontSize={fontSize} body={body(item.content)} />
    case 'text':
      return <TextView item={item} body={body(item.content)} />
    case 'shape':
      return <ShapeView item={item} body={body(item.content)} />
    case 'card':
      return (
        <CardView
          item={item}
          tags={tags}
          assignee={item.assigneeId === null ? undefined : people.get(item.assigneeId)?.name}
          detailed={legible && !editing}
          body={body(item.title)}
        />
      )
    case 'frame':
      return <FrameView item={item} body={editing ? <Editor item={item} /> : <span>{item.title}</span>} />
    case 'image':
      return <ImageView item={item} />
    case 'unsupported':
      return <UnsupportedView item={item} name={kindName(desk.words, item)} />
  }
}
