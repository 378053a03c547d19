import * as z from 'zod'
import type { OpenPage, OpenPages } from '../client/open-pages.ts'
import type { Clock } from '../../zoom/clock.ts'
import { signIdToken } from '../auth/id-token.ts'
import { type Act, childrenOf } from '../model/board.ts'
import { type Entity, isDrawn, isItem, isTagged } from '../model/entities.ts'
import { itemNotFound, MiroError, notAllowed } from '../model/errors.ts'
import type { LiveBoard } from '../model/live-board.ts'
import { read } from '../model/reading.ts'
import { findEmptySpace } from '../ops/empty-space.ts'
import { createGroup, groupIn, ungroup } from '../ops/groups.ts'
import { removeItems } from '../ops/items.ts'
import { layerIndex, moveLayers } from '../ops/layers.ts'
import { mayEdit, roleOn, type World } from '../world.ts'
import { metadataOf, setAppData, setMetadata, storedValue, storeValue } from './data.ts'
import { addToFrame, removeFromFrame } from './frames.ts'
import { connectorsByItem, presentAllSdk, presentSdk } from './present-sdk.ts'
import type { Sessions } from './sessions.ts'
import { timerOf, type Timers } from './timers.ts'
import { changeByWish, createByWish } from './wishes.ts'

export interface SdkRoot {
  readonly world: World
  readonly clock: Clock
  readonly pages: OpenPages
  readonly timers: Timers
  readonly sessions: Sessions
}

/** One call of the app in one page. */
export interface SdkContext extends SdkRoot {
  readonly live: LiveBoard
  readonly page: OpenPage
}

export interface Command {
  /** Credits (facts/miro.md §1.7). */
  readonly cost: number | ((payload: unknown) => number)
  readonly writes?: boolean
  readonly run: (context: SdkContext, payload: unknown) => unknown
}

const usual = 50
const dear = 500

const Id = z.object({ id: z.string() })
const Key = z.object({ key: z.string().min(1) })
const json = z.json().optional()

/** A command on the board as the page's user. */
function command<T>(
  cost: Command['cost'],
  writes: boolean,
  schema: z.ZodType<T>,
  work: (act: Act, payload: T, context: SdkContext) => unknown,
): Command {
  return {
    cost,
    writes,
    run: (context, payload) => context.live.run(context.page.user.id, (act) => work(act, read(schema, payload ?? {}), context)),
  }
}
const reads = <T>(schema: z.ZodType<T>, work: (act: Act, payload: T, context: SdkContext) => unknown, cost = usual) =>
  command(cost, false, schema, work)
const edits = <T>(schema: z.ZodType<T>, work: (act: Act, payload: T, context: SdkContext) => unknown, cost: Command['cost'] = usual) =>
  command(cost, true, schema, work)

const none = z.object({})
const oneOrMany = z.union([z.string(), z.array(z.string())])
const Filter = z.object({
  filter: z.object({ id: oneOrMany.optional(), type: oneOrMany.optional(), tags: oneOrMany.optional() }).optional(),
})
const Props = z.record(z.string(), z.unknown())
const images = (payload: unknown) => (read(z.object({ type: z.string() }), payload).type === 'image' ? dear : usual)

function find(act: Act, filter: z.infer<typeof Filter>['filter']): Entity[] {
  const list = (said: string | string[] | undefined) => (said === undefined ? null : [said].flat())
  const [ids, types, tags] = [list(filter?.id), list(filter?.type), list(filter?.tags)]
  if (ids) return ids.flatMap((id) => act.board.entities.get(id) ?? [])
  const typeOf = (entity: Entity) => (entity.type === 'unsupported' ? entity.kind : entity.type)
  return [...act.board.entities.values()].filter((entity) =>
    types || tags
      ? (!types || types.includes(typeOf(entity))) && (!tags || (isTagged(entity) && entity.tagIds.some((id) => tags.includes(id))))
      : isDrawn(entity) || entity.type === 'group',
  )
}

const layers = (move: Parameters<typeof moveLayers>[2]) =>
  edits(z.object({ ids: z.array(z.string()), target: z.string().optional() }), (act, { ids, target }) => moveLayers(act, ids, move, target))

function mustBePaid({ live }: SdkContext, feature: string): void {
  if (live.quirks().plan === 'free') throw notAllowed(`${feature} is not available on the current plan`)
}

const timer = <T>(schema: z.ZodType<T>, work: (context: SdkContext, payload: T) => void): Command => ({
  cost: usual,
  run(context, payload) {
    mustBePaid(context, 'Timer')
    work(context, read(schema, payload ?? {}))
    return timerOf(context.live.board, context.clock.now())
  },
})
const Duration = z.object({ duration: z.number() })
const session = <T>(schema: z.ZodType<T>, work: (context: SdkContext, payload: T) => unknown): Command => ({
  cost: usual,
  run: (context, payload) => work(context, read(schema, payload ?? {})),
})

export const commands: Readonly<Record<string, Command>> = {
  WIDGET_CREATE: edits(
    z.object({ type: z.string(), props: Props }),
    (act, { type, props }) => presentSdk(act.board, createByWish(act, type, props)),
    images,
  ),
  WIDGET_UPDATE: edits(Props, (act, props) => presentSdk(act.board, changeByWish(act, props)), images),
  WIDGET_REMOVE: edits(Id, (act, { id }) => {
    const entity = act.board.entities.get(id)
    if (!entity) throw itemNotFound(act.board.id)
    if (entity.type === 'group')
      removeItems(
        act,
        entity.itemIds.filter((one) => isItem(act.board.entities.get(one))),
        true,
      )
    else if (isItem(entity)) removeItems(act, [id], act.quirks.frameTakesChildren)
    else act.drop(id)
  }),
  WIDGET_GET: reads(Filter, (act, { filter }) => presentAllSdk(act.board, find(act, filter)), dear),
  WIDGET_GET_CONNECTORS: reads(
    Id,
    (act, { id }) =>
      presentAllSdk(
        act.board,
        (connectorsByItem(act.board).get(id) ?? []).flatMap((one) => act.board.entities.get(one) ?? []),
      ),
    dear,
  ),
  WIDGET_GET_METADATA: reads(Id.extend({ key: z.string().optional() }), (act, { id, key }) =>
    key === undefined ? metadataOf(act, id) : metadataOf(act, id)[key],
  ),
  WIDGET_SET_METADATA: edits(Id.extend({ key: z.string().min(1), value: json }), (act, { id, key, value }) =>
    setMetadata(act, id, key, value),
  ),
  GET_BOARD_APP_DATA: reads(Key.partial(), (act, { key }) => (key === undefined ? act.board.appData : act.board.appData[key])),
  SET_BOARD_APP_DATA: edits(Key.extend({ value: json }), (act, { key, value }) => setAppData(act, key, value)),

  FRAME_GET_CHILDREN: reads(Id, (act, { id }) => presentAllSdk(act.board, childrenOf(act.board, id))),
  FRAME_ADD: edits(z.object({ frame: z.string(), item: z.string() }), (act, { frame, item }) =>
    presentSdk(act.board, addToFrame(act, frame, item)),
  ),
  FRAME_REMOVE: edits(z.object({ frame: z.string(), item: z.string() }), (act, { frame, item }) =>
    presentSdk(act.board, removeFromFrame(act, frame, item)),
  ),
  GROUP_CREATE: edits(z.object({ items: z.array(z.string()) }), (act, { items }) => presentSdk(act.board, createGroup(act, items))),
  GROUP_GET_ITEMS: reads(Id, (act, { id }) =>
    presentAllSdk(
      act.board,
      groupIn(act, id).itemIds.flatMap((one) => act.board.entities.get(one) ?? []),
    ),
  ),
  GROUP_UNGROUP: edits(Id, (act, { id }) =>
    presentAllSdk(
      act.board,
      ungroup(act, id).flatMap((one) => act.board.entities.get(one) ?? []),
    ),
  ),
  BRING_TO_FRONT: layers('front'),
  SEND_TO_BACK: layers('back'),
  BRING_IN_FRONT_OF: layers('inFrontOf'),
  SEND_BEHIND_OF: layers('behind'),
  GET_LAYER_INDEX: reads(Id, (act, { id }) => layerIndex(act, id)),
  FIND_EMPTY_SPACE: reads(
    z.object({ x: z.number(), y: z.number(), width: z.number().gt(0), height: z.number().gt(0), offset: z.number().optional() }),
    (act, rect) => findEmptySpace(act.board, rect),
  ),

  STORAGE_GET: reads(Key.extend({ collection: z.string() }), (act, { collection, key }) => storedValue(act, collection, key)?.value),
  STORAGE_SET: edits(Key.extend({ collection: z.string(), value: json }), store),
  STORAGE_REMOVE: edits(Key.extend({ collection: z.string() }), (act, { collection, key }, context) =>
    store(act, { collection, key, value: undefined }, context),
  ),
  SEND_REALTIME_BROADCAST_EVENT: reads(z.object({ event: z.string(), payload: json }), (act, { event, payload }, { pages, page }) => {
    // To the other users and tabs, not to the sender (§1.4).
    pages.toApps(act.board.id, `realtime_event:${event}`, payload, page.session)
  }),

  GET_BOARD_INFO: reads(none, ({ board }) => ({
    id: board.id,
    locale: 'en',
    createdAt: new Date(board.createdAt).toISOString(),
    updatedAt: new Date(board.modifiedAt).toISOString(),
  })),
  GET_USER_INFO: reads(none, (_act, _payload, { page }) => ({ id: page.user.id, name: page.user.name })),
  GET_ONLINE_USERS: reads(none, ({ board }, _payload, { pages }) => pages.online(board.id).map(({ id, name }) => ({ id, name }))),
  GET_ID_TOKEN: reads(none, (act, _payload, { page, world, live }) => {
    const { clientId, clientSecret } = world.options
    const iat = Math.floor(act.now / 1000)
    return signIdToken(
      { sub: clientId, iss: 'miro', team: live.board.teamId, user: page.user.id, iat, exp: iat + act.quirks.idTokenSeconds },
      clientSecret,
    )
  }),
  UI_CAN_OPEN_PANEL: reads(none, (act) => !act.quirks.panelTaken, 0),
  CHECK_FEATURE_ENTITLEMENT: reads(z.object({ feature: z.enum(['timer', 'voting']) }), (act) => act.quirks.plan === 'paid'),
  GET_VOTING_RESULTS: {
    cost: usual,
    run(context) {
      mustBePaid(context, 'Voting')
      return context.live.board.votes
    },
  },

  TIMER_GET: timer(none, () => undefined),
  TIMER_IS_STARTED: { cost: usual, run: ({ live }) => live.board.timer.status !== 'STOPPED' },
  TIMER_START: timer(Duration, ({ timers, live }, { duration }) => timers.start(live.board, duration)),
  TIMER_STOP: timer(none, ({ timers, live }) => timers.stop(live.board)),
  TIMER_PAUSE: timer(none, ({ timers, live }) => timers.pause(live.board)),
  TIMER_RESUME: timer(none, ({ timers, live }) => timers.resume(live.board)),
  TIMER_PROLONG: timer(Duration, ({ timers, live }, { duration }) => timers.prolong(live.board, duration)),

  SESSIONS_START: session(
    z.object({ name: z.string(), color: z.string().optional(), description: z.string().optional() }),
    ({ sessions, live, page }, props) => sessions.start(live.board.id, page.user, props),
  ),
  SESSIONS_GET: session(none, ({ sessions, live }) => sessions.of(live.board.id)),
  SESSIONS_INVITE_USERS: session(Id.extend({ users: z.array(z.string()) }), ({ sessions, page }, { id, users }) =>
    sessions.invite(id, page.user, users),
  ),
  SESSIONS_JOIN: session(Id, ({ sessions, page }, { id }) => sessions.join(id, page.user)),
  SESSIONS_LEAVE: session(Id, ({ sessions, page }, { id }) => sessions.leave(id, page.user)),
  SESSIONS_END: session(Id, ({ sessions }, { id }) => sessions.end(id)),
  SESSIONS_GET_USERS: session(Id, ({ sessions }, { id }) => sessions.users(id)),
  SESSIONS_USER_JOINED: session(Id.extend({ user: z.string() }), ({ sessions }, { id, user }) => sessions.hasJoined(id, user)),
  COLLABORATION_VIEWPORT_ZOOM_TO: session(
    z.object({ user: z.string(), ids: z.array(z.string()) }),
    ({ sessions, pages, live, page }, { user, ids }) => {
      sessions.mustShare(live.board.id, page.user.id, user)
      for (const other of pages.on(live.board.id))
        if (other.user.id === user) other.tell('show', { show: 'zoomTo', ids, by: page.user.name })
    },
  ),
}

function store(
  act: Act,
  { collection, key, value }: { readonly collection: string; readonly key: string; readonly value?: z.infer<typeof json> },
  { pages }: SdkContext,
): void {
  const change = storeValue(act, collection, key, value)
  pages.toApps(act.board.id, `storage:change:${collection}:${key}`, { value: change.value, version: change.version })
}

/** Who may only look has an app that may only look. */
export function mustBeAllowed({ live, page }: SdkContext, { writes }: Command): void {
  const role = roleOn(live.board, page.user)
  if (!role) throw notAllowed('User has no access to the board')
  if (writes && !mayEdit(role)) throw notAllowed('User has no permission to edit the board')
}

export const unknownCommand = (name: string): MiroError => new MiroError(400, 'unknownCommand', `The sandbox does not play [${name}]`)
