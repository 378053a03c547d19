import * as z from 'zod'
import { type Act, type Board, itemIn } from '../model/board.ts'
import { bulkSchemas, createSchemas, type Draft, type Kind, kinds, MoveRequest, updateSchemas } from '../model/drafts.ts'
import { type Item, isTagged } from '../model/entities.ts'
import { unsupportedKinds } from '../model/enums.ts'
import { invalidField, itemNotFound } from '../model/errors.ts'
import { listedItems } from '../model/late-index.ts'
import { read } from '../model/reading.ts'
import { changeItem, createItem, moveItem, removeItems } from '../ops/items.ts'
import { attachTag, detachTag } from '../ops/tags.ts'
import { pathOfKind } from './links.ts'
import { type Answer, boardToEdit, boardToRead, created, gone, ok, type Operation, type RestCall } from './operation.ts'
import { CursorQuery, cursorPage } from './paging.ts'
import { presentItem, presentTag } from './present.ts'

const id = (call: RestCall): string => call.params['item'] ?? ''
const edit = <T>(call: RestCall, work: (act: Act) => T): T => boardToEdit(call).run(call.user.id, work)
const present = (call: RestCall, board: Board, item: Item): object => presentItem(board, item, call.links)

/** `POST …/sticky_notes` and its like, kind by kind. */
const kindOperations = kinds.flatMap((kind): readonly Operation[] => {
  const path = `/:board/${pathOfKind[kind]}`
  const ofKind = (board: Board, itemId: string): Item => {
    const item = itemIn(board, itemId)
    if (item.type !== kind) throw itemNotFound(board.id)
    return item
  }
  return [
    {
      method: 'post',
      path,
      level: 2,
      writes: true,
      run: (call) =>
        created(edit(call, (act) => present(call, act.board, createItem(act, kind, read(createSchemas[kind], call.body ?? {}))))),
    },
    {
      method: 'get',
      path: `${path}/:item`,
      level: 1,
      writes: false,
      run(call) {
        const { board } = boardToRead(call)
        return ok(present(call, board, ofKind(board, id(call))))
      },
    },
    {
      method: 'patch',
      path: `${path}/:item`,
      level: 2,
      writes: true,
      run: (call) =>
        ok(
          edit(call, (act) => {
            ofKind(act.board, id(call))
            return present(call, act.board, changeItem(act, id(call), read(updateSchemas[kind], call.body ?? {})))
          }),
        ),
    },
    {
      method: 'delete',
      path: `${path}/:item`,
      level: 3,
      writes: true,
      run: (call) =>
        edit(call, (act) => {
          ofKind(act.board, id(call))
          return remove(act, id(call))
        }),
    },
  ]
})

function remove(act: Act, itemId: string): Answer {
  removeItems(act, [itemId], act.quirks.frameTakesChildren)
  return gone
}

const listable = [
  'text',
  'shape',
  'sticky_note',
  'image',
  'document',
  'card',
  'app_card',
  'preview',
  'frame',
  'embed',
  'doc_format',
  'data_table_format',
  ...unsupportedKinds,
] as const

const ListQuery = CursorQuery.extend({
  type: z.enum(listable).optional(),
  parent_item_id: z.string().optional(),
  tag_id: z.string().optional(),
})

function list(call: RestCall): Answer {
  const { board } = boardToRead(call)
  const { type, parent_item_id: parent, tag_id: tag, ...query } = read(ListQuery, call.query)
  if (parent !== undefined && itemIn(board, parent).type !== 'frame') throw invalidField('parent_item_id', 'Parent is not a frame')
  const shown = listedItems(board, call.clock.now())
    .filter((item) => type === undefined || (item.type === 'unsupported' ? item.kind : item.type) === type)
    .filter((item) => parent === undefined || item.parentId === parent)
    .filter((item) => tag === undefined || (isTagged(item) && item.tagIds.includes(tag)))
  const more = { ...(type && { type }), ...(parent && { parent_item_id: parent }), ...(tag && { tag_id: tag }) }
  return ok(cursorPage(shown, query, more, call.links, (item) => present(call, board, item)))
}

/** §3: at most twenty, all or nothing. */
const bulkMost = 20

function bulk(call: RestCall): Answer {
  if (!Array.isArray(call.body)) throw invalidField('', 'Unexpected type of value, expected of type [Array]')
  const wishes: readonly unknown[] = call.body
  if (wishes.length === 0) throw invalidField('', 'At least one item is required')
  if (wishes.length > bulkMost) throw invalidField('', `At most ${bulkMost} items could be created with a single request`)
  const drafts = wishes.map((wish, at) => readWish(wish, `[${at}]`))
  const live = boardToEdit(call)
  const made = live.run(call.user.id, (act) => drafts.map(([kind, draft]) => present(call, act.board, createItem(act, kind, draft))))
  return created({ data: live.quirks().bulkOrder === 'shuffled' ? shuffled(made) : made, type: 'bulk-list' })
}

function readWish(wish: unknown, at: string): readonly [Kind, Draft] {
  const { type } = read(z.object({ type: z.enum(kinds) }), wish, at)
  return [type, read(bulkSchemas[type], wish, at)]
}

/** Another order every time, the same in every run: halves interleaved from the end. */
function shuffled<T>(all: readonly T[]): T[] {
  const half = Math.ceil(all.length / 2)
  return all
    .slice(0, half)
    .flatMap((_, at) => all.slice(all.length - 1 - at, all.length - at).concat(at < all.length - half ? all.slice(at, at + 1) : []))
}

export const itemOperations: readonly Operation[] = [
  { method: 'get', path: '/:board/items', level: 2, writes: false, run: list },
  {
    method: 'post',
    path: '/:board/items/bulk',
    level: 2,
    writes: true,
    times: (body) => (Array.isArray(body) ? Math.max(1, body.length) : 1),
    run: bulk,
  },
  {
    method: 'get',
    path: '/:board/items/:item',
    level: 1,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      return ok(present(call, board, itemIn(board, id(call))))
    },
  },
  {
    method: 'patch',
    path: '/:board/items/:item',
    level: 2,
    writes: true,
    run: (call) => ok(edit(call, (act) => present(call, act.board, moveItem(act, id(call), read(MoveRequest, call.body ?? {}))))),
  },
  {
    method: 'post',
    path: '/:board/items/:item',
    level: 1,
    writes: true,
    run: (call) => edit(call, (act) => (attachTag(act, id(call), tagOf(call)), gone)),
  },
  {
    // The same address takes a tag off an item, or deletes the item: the query decides.
    method: 'delete',
    path: '/:board/items/:item',
    level: 3,
    writes: true,
    run: (call) =>
      edit(call, (act) => (call.query['tag_id'] === undefined ? remove(act, id(call)) : (detachTag(act, id(call), tagOf(call)), gone))),
  },
  {
    method: 'get',
    path: '/:board/items/:item/tags',
    level: 1,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      const item = itemIn(board, id(call))
      const tags = isTagged(item) ? item.tagIds.map((one) => board.entities.get(one)) : []
      return ok({ tags: tags.flatMap((tag) => (tag?.type === 'tag' ? presentTag(tag) : [])) })
    },
  },
  ...kindOperations,
]

const tagOf = (call: RestCall): string => read(z.object({ tag_id: z.string() }), call.query).tag_id
