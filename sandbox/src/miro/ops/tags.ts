import type { Act } from '../model/board.ts'
import { isTagged, type Tag, type Tagged } from '../model/entities.ts'
import type { TagColour } from '../model/enums.ts'
import { invalidField, itemNotFound } from '../model/errors.ts'

/** §1.7: titles up to 120 characters, unique and case-sensitive; a hundred a board, eight an item. */
export const tagLimits = { title: 120, perBoard: 100, perItem: 8 } as const

const tagsOf = ({ board }: Act): Tag[] => [...board.entities.values()].filter((entity) => entity.type === 'tag')

export function createTag(act: Act, { title, color = 'red' }: { readonly title: string; readonly color?: TagColour | undefined }): Tag {
  if (tagsOf(act).length >= tagLimits.perBoard) throw invalidField('', `A board can have at most ${tagLimits.perBoard} tags`)
  return put(act, { type: 'tag', id: act.ids.item(), title, color })
}

export function changeTag(
  act: Act,
  id: string,
  { title, color }: { readonly title?: string | undefined; readonly color?: TagColour | undefined },
): Tag {
  const tag = tagIn(act, id)
  return put(act, { ...tag, title: title ?? tag.title, color: color ?? tag.color })
}

function put(act: Act, tag: Tag): Tag {
  if (tag.title.length > tagLimits.title) throw invalidField('title', `Value must not be greater than ${tagLimits.title} characters`)
  if (tagsOf(act).some((one) => one.id !== tag.id && one.title === tag.title))
    throw invalidField('title', `Tag with title [${tag.title}] already exists`)
  return act.put(tag)
}

export function tagIn({ board }: Act, id: string): Tag {
  const tag = board.entities.get(id)
  if (tag?.type !== 'tag') throw itemNotFound(board.id)
  return tag
}

function taggedIn({ board }: Act, id: string): Tagged {
  const item = board.entities.get(id)
  if (!item || item.type === 'tag') throw itemNotFound(board.id)
  if (!isTagged(item)) throw invalidField('item_id', 'Tags can be attached to cards and sticky notes only')
  return item
}

export function attachTag(act: Act, itemId: string, tagId: string): void {
  const item = taggedIn(act, itemId)
  const tag = tagIn(act, tagId)
  if (!item.tagIds.includes(tag.id)) setTags(act, item, [...item.tagIds, tag.id])
}

export function detachTag(act: Act, itemId: string, tagId: string): void {
  const item = taggedIn(act, itemId)
  if (!item.tagIds.includes(tagId)) throw itemNotFound(act.board.id)
  setTags(
    act,
    item,
    item.tagIds.filter((id) => id !== tagId),
  )
}

export function setTags<T extends Tagged>(act: Act, item: T, tagIds: readonly string[]): T {
  if (tagIds.length > tagLimits.perItem) throw invalidField('tagIds', `An item can have at most ${tagLimits.perItem} tags`)
  for (const id of tagIds) tagIn(act, id)
  return act.put({ ...item, tagIds: [...new Set(tagIds)], modifiedAt: act.now, modifiedBy: act.by })
}
