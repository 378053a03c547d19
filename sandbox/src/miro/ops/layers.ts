import type { Act } from '../model/board.ts'
import { type Drawn, isDrawn } from '../model/entities.ts'
import { itemNotFound } from '../model/errors.ts'

export type LayerMove = 'front' | 'back' | 'inFrontOf' | 'behind'

/** Frames have layers of their own, below all others. */
const sameFloor = (a: Drawn, b: Drawn): boolean => (a.type === 'frame') === (b.type === 'frame')

export function moveLayers(act: Act, ids: readonly string[], move: LayerMove, targetId?: string): void {
  const moved = new Set(ids)
  for (const id of ids) drawnIn(act, id)
  const target = targetId === undefined ? null : drawnIn(act, targetId)
  const all = inLayers(act)
  const going = all.filter(({ id }) => moved.has(id))
  const staying = all.filter(({ id }) => !moved.has(id))
  const at = target ? staying.findIndex(({ id }) => id === target.id) : -1
  const cut = { front: staying.length, back: 0, inFrontOf: at + 1, behind: Math.max(at, 0) }[move]
  const order = [...staying.slice(0, cut), ...going, ...staying.slice(cut)]
  for (const [index, entity] of order.entries()) if (entity.z !== index + 1) act.put({ ...entity, z: index + 1 })
  act.board.topZ = order.length
}

export function layerIndex(act: Act, id: string): number {
  const item = drawnIn(act, id)
  return inLayers(act)
    .filter((one) => sameFloor(one, item))
    .findIndex((one) => one.id === id)
}

const inLayers = ({ board }: Act): Drawn[] => [...board.entities.values()].filter(isDrawn).sort((a, b) => a.z - b.z)

function drawnIn({ board }: Act, id: string): Drawn {
  const entity = board.entities.get(id)
  if (!isDrawn(entity)) throw itemNotFound(board.id)
  return entity
}
