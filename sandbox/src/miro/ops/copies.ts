import { type Act, type Board, childrenOf, newBoard, type NewBoard, nextZ } from '../model/board.ts'
import { type Connector, type Drawn, type Entity, type Group, isDrawn, isItem, type Item } from '../model/entities.ts'
import type { Point } from '../model/geometry.ts'
import type { MiroIds } from '../model/miro-ids.ts'

/** Copies within a board, as copy and paste or duplicate do: frames with their children, connectors between copied ends, groups kept apart. */
export function copyItems(act: Act, ids: readonly string[], by: Point): Drawn[] {
  const { entities } = act.board
  const wanted = new Set(ids)
  for (const id of ids) if (entities.get(id)?.type === 'frame') for (const child of childrenOf(act.board, id)) wanted.add(child.id)
  for (const entity of entities.values())
    if (entity.type === 'connector' && ends(entity).every((id) => id !== null && wanted.has(id))) wanted.add(entity.id)
  const originals = [...wanted].flatMap((id) => {
    const entity = entities.get(id)
    return isDrawn(entity) ? entity : []
  })
  const newIds = new Map(originals.map(({ id }) => [id, act.ids.item()]))
  const copied = originals
    .sort((a, b) => a.z - b.z)
    .map((original) => {
      const stamped = {
        ...renamed(original, newIds),
        z: nextZ(act.board),
        createdAt: act.now,
        createdBy: act.by,
        modifiedAt: act.now,
        modifiedBy: act.by,
      }
      const copy = isItem(stamped) ? { ...stamped, x: stamped.x + by.x, y: stamped.y + by.y } : stamped
      act.hush(copy.id)
      return act.put(copy)
    })
  regroup(act, originals, newIds)
  return copied
}

const ends = ({ start, end }: Connector): readonly (string | null)[] => [start.item, end.item]

/** The same under its new id, pointing at the copies of what it pointed at; a child whose frame stays behind keeps it. */
function renamed<T extends Drawn>(original: T, newIds: ReadonlyMap<string, string>): T {
  const id = newIds.get(original.id) ?? original.id
  if (original.type === 'connector') {
    const end = (one: Connector['start']) => ({ ...one, item: one.item === null ? null : (newIds.get(one.item) ?? one.item) })
    return { ...original, id, groupId: null, start: end(original.start), end: end(original.end) }
  }
  const parentId = original.parentId === null ? null : (newIds.get(original.parentId) ?? original.parentId)
  return { ...original, id, groupId: null, parentId }
}

function regroup(act: Act, originals: readonly Drawn[], newIds: ReadonlyMap<string, string>): void {
  for (const groupId of new Set(originals.flatMap(({ groupId: one }) => one ?? []))) {
    const itemIds = originals.filter((one) => one.groupId === groupId).flatMap(({ id }) => newIds.get(id) ?? [])
    if (itemIds.length < 2) continue
    const group = act.put<Group>({ type: 'group', id: act.ids.item(), itemIds })
    for (const id of itemIds) {
      const member = act.board.entities.get(id)
      if (isDrawn(member)) act.put({ ...member, groupId: group.id })
    }
  }
}

/** A copy of a whole board: other ids, the same metadata and app data; collections stay behind (§1.6). */
export function copyBoard(original: Board, ids: MiroIds, wish: NewBoard): Board {
  const copy = newBoard(wish)
  const newIds = new Map([...original.entities.keys()].map((id) => [id, ids.item()]))
  const renew = (id: string): string => newIds.get(id) ?? id
  const stamps = { createdAt: wish.now, createdBy: wish.ownerId, modifiedAt: wish.now, modifiedBy: wish.ownerId }
  for (const entity of original.entities.values()) {
    const made: Entity =
      entity.type === 'tag'
        ? { ...entity, id: renew(entity.id) }
        : entity.type === 'group'
          ? { ...entity, id: renew(entity.id), itemIds: entity.itemIds.map(renew) }
          : { ...withTags(renamed(entity, newIds), renew), ...stamps, groupId: entity.groupId === null ? null : renew(entity.groupId) }
    copy.entities.set(made.id, made)
  }
  copy.topZ = original.topZ
  copy.appData = original.appData
  return copy
}

const withTags = <T extends Item | Connector>(item: T, renew: (id: string) => string): T =>
  'tagIds' in item ? { ...item, tagIds: item.tagIds.map(renew) } : item
