import { type Act, nextZ } from '../model/board.ts'
import type { Kind } from '../model/drafts.ts'
import type { Item } from '../model/entities.ts'
import { cardSize, frameSize, imageSize, shapeSize, stickySize } from '../model/sizes.ts'

const black = '#1a1a1a'

const textStyle = { color: black, fillColor: '#ffffff', fillOpacity: 0, fontFamily: 'open_sans', fontSize: 14 } as const

const common = (act: Act) => ({
  id: act.ids.item(),
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  rotation: 0,
  parentId: null,
  groupId: null,
  z: nextZ(act.board),
  metadata: {},
  linkedTo: null,
  createdAt: act.now,
  createdBy: act.by,
  modifiedAt: act.now,
  modifiedBy: act.by,
})

/** An item of a kind with nothing said about it: Miro's defaults (REST description; [live] a shape nobody coloured has no visible border). */
export function newItem(act: Act, kind: Kind): Item {
  const base = common(act)
  switch (kind) {
    case 'sticky_note':
      return {
        ...base,
        ...stickySize('square', {}),
        type: kind,
        content: '',
        shape: 'square',
        style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'top' },
        tagIds: [],
      }
    case 'text':
      return { ...base, type: kind, content: '', style: { ...textStyle, textAlign: 'center' } }
    case 'shape':
      return {
        ...base,
        ...shapeSize,
        type: kind,
        content: '',
        shape: 'rectangle',
        style: {
          ...textStyle,
          textAlign: 'left',
          textAlignVertical: 'top',
          borderColor: black,
          borderOpacity: 0,
          borderStyle: 'normal',
          borderWidth: 2,
        },
      }
    case 'card':
      return {
        ...base,
        ...cardSize,
        type: kind,
        title: '',
        description: '',
        dueDate: null,
        assigneeId: null,
        style: { cardTheme: '#2d9bf0' },
        tagIds: [],
      }
    case 'frame':
      return { ...base, ...frameSize, type: kind, title: '', showContent: true, style: { fillColor: '#ffffffff' } }
    case 'image':
      return { ...base, ...imageSize, type: kind, title: '', url: '' }
  }
}

export const newUnsupported = (act: Act, kind: Extract<Item, { type: 'unsupported' }>['kind']): Item => ({
  ...common(act),
  width: 300,
  height: 200,
  type: 'unsupported',
  kind,
})
