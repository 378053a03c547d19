import * as z from 'zod'
import type { Act } from '../model/board.ts'
import { type Connector, type Group, isDrawn, isItem, type Tag } from '../model/entities.ts'
import { restTagColours } from '../model/enums.ts'
import { compareIds } from '../model/late-index.ts'
import { read } from '../model/reading.ts'
import {
  changeConnector,
  connectorIn,
  type ConnectorWish,
  createConnector,
  endOf,
  RestConnectorCreate,
  RestConnectorUpdate,
} from '../ops/connectors.ts'
import { changeGroup, createGroup, groupIn, ungroup } from '../ops/groups.ts'
import { removeItems } from '../ops/items.ts'
import { changeTag, createTag, tagIn } from '../ops/tags.ts'
import { boardToEdit, boardToRead, created, gone, ok, type Operation, type RestCall } from './operation.ts'
import { CursorQuery, cursorPage, offsetPage } from './paging.ts'
import { presentConnector, presentGroup, presentItem, presentTag, presentTagWithLinks } from './present.ts'

const idOf = (call: RestCall): string => call.params['id'] ?? ''
const edit = <T>(call: RestCall, work: (act: Act) => T): T => boardToEdit(call).run(call.user.id, work)
/** Reads need no act, but look things up the same way. */
const look = <T>(call: RestCall, work: (act: Act) => T): T => boardToRead(call).run(call.user.id, work)

const all = <T extends 'connector' | 'tag' | 'group'>(call: RestCall, type: T) =>
  [...boardToRead(call).board.entities.values()]
    .filter((entity): entity is Extract<Connector | Tag | Group, { type: T }> => entity.type === type)
    .sort((a, b) => compareIds(a.id, b.id))

const wishOf = ({ startItem, endItem, ...rest }: z.infer<typeof RestConnectorUpdate>): ConnectorWish => ({
  ...rest,
  ...(startItem && { start: endOf(startItem) }),
  ...(endItem && { end: endOf(endItem) }),
})

const connectors: readonly Operation[] = [
  {
    method: 'post',
    path: '/:board/connectors',
    level: 2,
    writes: true,
    run: (call) =>
      created(
        edit(call, (act) =>
          presentConnector(act.board, createConnector(act, wishOf(read(RestConnectorCreate, call.body ?? {}))), call.links),
        ),
      ),
  },
  {
    method: 'get',
    path: '/:board/connectors',
    level: 2,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      return ok(
        cursorPage(all(call, 'connector'), read(CursorQuery, call.query), {}, call.links, (one) =>
          presentConnector(board, one, call.links),
        ),
      )
    },
  },
  {
    method: 'get',
    path: '/:board/connectors/:id',
    level: 1,
    writes: false,
    run: (call) => ok(look(call, (act) => presentConnector(act.board, connectorIn(act, idOf(call)), call.links))),
  },
  {
    method: 'patch',
    path: '/:board/connectors/:id',
    level: 2,
    writes: true,
    run: (call) =>
      ok(
        edit(call, (act) =>
          presentConnector(act.board, changeConnector(act, idOf(call), wishOf(read(RestConnectorUpdate, call.body ?? {}))), call.links),
        ),
      ),
  },
  {
    method: 'delete',
    path: '/:board/connectors/:id',
    level: 3,
    writes: true,
    run: (call) => edit(call, (act) => (act.drop(connectorIn(act, idOf(call)).id), gone)),
  },
]

const TagWish = z.strictObject({ title: z.string(), fillColor: z.enum(restTagColours).optional() })

const tags: readonly Operation[] = [
  {
    method: 'post',
    path: '/:board/tags',
    level: 1,
    writes: true,
    run(call) {
      const { title, fillColor: color } = read(TagWish, call.body ?? {})
      return created(edit(call, (act) => presentTagWithLinks(act.board, createTag(act, { title, color }), call.links)))
    },
  },
  {
    method: 'get',
    path: '/:board/tags',
    level: 1,
    writes: false,
    run: (call) => ok(offsetPage(all(call, 'tag'), call.query, call.links, presentTag)),
  },
  {
    method: 'get',
    path: '/:board/tags/:id',
    level: 1,
    writes: false,
    run: (call) => ok(look(call, (act) => presentTagWithLinks(act.board, tagIn(act, idOf(call)), call.links))),
  },
  {
    method: 'patch',
    path: '/:board/tags/:id',
    level: 1,
    writes: true,
    run(call) {
      const { title, fillColor: color } = read(TagWish.partial(), call.body ?? {})
      return ok(edit(call, (act) => presentTagWithLinks(act.board, changeTag(act, idOf(call), { title, color }), call.links)))
    },
  },
  {
    method: 'delete',
    path: '/:board/tags/:id',
    level: 1,
    writes: true,
    run: (call) => edit(call, (act) => (act.drop(tagIn(act, idOf(call)).id), gone)),
  },
]

const GroupWish = z.strictObject({ data: z.strictObject({ items: z.array(z.string()) }) })

const groups: readonly Operation[] = [
  {
    method: 'post',
    path: '/:board/groups',
    level: 2,
    writes: true,
    run: (call) =>
      created(edit(call, (act) => presentGroup(act.board, createGroup(act, read(GroupWish, call.body ?? {}).data.items), call.links))),
  },
  {
    method: 'get',
    path: '/:board/groups',
    level: 2,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      return ok(
        cursorPage(all(call, 'group'), read(CursorQuery, call.query), {}, call.links, (one) => presentGroup(board, one, call.links)),
      )
    },
  },
  {
    method: 'get',
    path: '/:board/groups/items',
    level: 2,
    writes: false,
    run(call) {
      const { group_item_id: id, ...query } = read(CursorQuery.extend({ group_item_id: z.string() }), call.query)
      const { board } = boardToRead(call)
      const members = look(call, (act) => groupIn(act, id)).itemIds.flatMap((one) => {
        const entity = board.entities.get(one)
        return isItem(entity) ? entity : []
      })
      return ok(cursorPage(members, query, { group_item_id: id }, call.links, (item) => presentItem(board, item, call.links)))
    },
  },
  {
    method: 'get',
    path: '/:board/groups/:id',
    level: 2,
    writes: false,
    run: (call) => ok(look(call, (act) => presentGroup(act.board, groupIn(act, idOf(call)), call.links))),
  },
  {
    method: 'put',
    path: '/:board/groups/:id',
    level: 2,
    writes: true,
    run: (call) =>
      ok(
        edit(call, (act) => presentGroup(act.board, changeGroup(act, idOf(call), read(GroupWish, call.body ?? {}).data.items), call.links)),
      ),
  },
  {
    method: 'delete',
    path: '/:board/groups/:id',
    level: 3,
    writes: true,
    run: (call) =>
      edit(call, (act) => {
        const members = ungroup(act, idOf(call)).filter((id) => isDrawn(act.board.entities.get(id)))
        if (call.query['delete_items'] === 'true')
          removeItems(
            act,
            members.filter((id) => isItem(act.board.entities.get(id))),
            act.quirks.frameTakesChildren,
          )
        return gone
      }),
  },
]

export const otherOperations: readonly Operation[] = [...connectors, ...tags, ...groups]
