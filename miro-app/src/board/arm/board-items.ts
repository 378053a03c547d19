import { ARM_CONTENT_MAX } from '@telaio/shared/api'
import { type Box, boxAround, centreFromSdk } from '@telaio/shared/board'
import type { BoardItem, BoardItemKind } from '@telaio/shared/ports'
import type { SdkItem } from './arm-sdk.ts'
import { ArmFault } from './arm-fault.ts'

const KINDS: ReadonlyMap<string, BoardItemKind> = new Map([
  ['frame', 'frame'],
  ['shape', 'shape'],
  ['text', 'text'],
  ['sticky_note', 'note'],
  ['card', 'card'],
])
/** Deeper than frames are ever put into frames. */
const DEEPEST = 8

/** What an item says: a frame's or card's is its title. */
export function contentOf({ type, content, title }: Pick<SdkItem, 'type' | 'content' | 'title'>): string {
  const said = type === 'frame' || type === 'card' ? title : (content ?? title)
  return (said ?? '').slice(0, ARM_CONTENT_MAX)
}

/** Where an item is on the board; null where its frame is not among those given. */
export function boxOf(item: SdkItem, frames: ReadonlyMap<string, SdkItem>, depth = 0): Box | null {
  const { x, y, width = 0, height = 0, rotation = 0, parentId = null, relativeTo = 'canvas_center' } = item
  if (parentId === null || relativeTo === 'canvas_center') return boxAround({ x, y }, width, height, rotation)
  if (depth >= DEEPEST) throw new ArmFault('unknown', 'frames in frames without an end')
  const frame = frames.get(parentId)
  const around = frame ? boxOf(frame, frames, depth + 1) : null
  return around && boxAround(centreFromSdk({ x, y }, relativeTo, around), width, height, rotation)
}

/** Items as REST would give them; one whose frame is gone meanwhile is gone too. */
export function boardItems(items: readonly SdkItem[], frames: ReadonlyMap<string, SdkItem>): BoardItem[] {
  return items.flatMap((item) => {
    const box = boxOf(item, frames)
    const { id, type, parentId, createdBy, createdAt, modifiedAt } = item
    return box
      ? [
          {
            id,
            kind: KINDS.get(type) ?? 'other',
            type: type.slice(0, 60),
            parent: parentId ?? null,
            box,
            content: contentOf(item),
            by: createdBy ?? null,
            createdAt: createdAt ?? null,
            modifiedAt: modifiedAt ?? null,
          },
        ]
      : []
  })
}
