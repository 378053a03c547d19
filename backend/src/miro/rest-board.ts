import { restPosition } from '@telaio/shared/board'
import {
  type Board,
  BoardError,
  type BoardInfo,
  type BoardItem,
  type BoardItemChange,
  type BoardItemKind,
  BULK,
  type MadeItem,
  type NewBoardItem,
} from '@telaio/shared/ports'
import * as z from 'zod'
import { boardLink } from './board-link.ts'
import { matchMade } from './match-made.ts'
import type { RestClient } from './rest-client.ts'
import { contentOf, onBoard, RawBulk, RawItem, RawPage } from './rest-items.ts'
import { createBody, pathOf, TYPES, updateBody } from './rest-requests.ts'

const RawBoard = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  viewLink: z.string().nullish(),
  currentUserMembership: z.object({ role: z.string().nullish() }).nullish(),
})

/** Miro's answer to a deletion is empty. */
const Nothing = z.unknown()

/** The most that Miro gives on one page, and more pages than any board has. */
const PAGE = 50
const PAGES = 1000

const LOOKING_ONLY = new Set(['viewer', 'commenter'])
/** A link for people: what Miro says where it is one, else made of the id. */
const isLink = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.length <= 500 && /^https?:\/\/[^\s"<>]+$/.test(text)

const madeOf = (raw: RawItem): MadeItem => ({ id: raw.id, content: contentOf(raw) })
const isGone = (error: unknown): boolean => error instanceof BoardError && error.code === 'gone'

export interface RestBoardOptions {
  readonly client: RestClient
  readonly boardId: string
  readonly webUrl: string
}

/** A Miro board over REST, by one account. Rules BO1–BO9 of `SPEC.md`. */
export class RestBoard implements Board {
  readonly #client: RestClient
  readonly #path: string
  readonly #webUrl: string

  constructor({ client, boardId, webUrl }: RestBoardOptions) {
    this.#client = client
    this.#path = `/v2/boards/${encodeURIComponent(boardId)}`
    this.#webUrl = webUrl
  }

  async info(): Promise<BoardInfo> {
    const { id, name, viewLink, currentUserMembership } = await this.#client.read(this.#path, RawBoard)
    const role = currentUserMembership?.role
    return {
      id,
      name: name ?? '',
      link: isLink(viewLink) ? viewLink : boardLink(this.#webUrl, id),
      ...(role ? { mayWrite: !LOOKING_ONLY.has(role) } : {}),
    }
  }

  async create(items: readonly NewBoardItem[]): Promise<readonly MadeItem[]> {
    if (items.length > BULK) throw new BoardError('refused', `at most ${BULK} items at a time`)
    if (items.some(({ kind, parent }) => kind === 'frame' && parent !== null))
      throw new BoardError('refused', 'a frame stands on the board itself')
    const made = new Map<NewBoardItem, MadeItem>()
    try {
      // a bulk keeps nothing of a frame but its title: frames go one by one, before what may stand in them
      for (const frame of items.filter(({ kind }) => kind === 'frame')) made.set(frame, await this.#createOne(frame))
      const others = items.filter(({ kind }) => kind !== 'frame')
      const [only] = others
      if (others.length === 1 && only) made.set(only, await this.#createOne(only))
      else if (others.length > 1)
        for (const [at, one] of (await this.#createBulk(others)).entries()) if (others[at]) made.set(others[at], one)
    } catch (error) {
      // some of them are there: neither all nor none
      if (made.size > 0 && error instanceof BoardError)
        throw new BoardError('unknown', `only ${made.size} of ${items.length} were surely made; ${error.message}`, { cause: error })
      throw error
    }
    return items.flatMap((item) => made.get(item) ?? [])
  }

  async #createOne(item: NewBoardItem): Promise<MadeItem> {
    const made = await this.#client.write('POST', `${this.#path}/${pathOf(item.kind)}`, createBody(item), RawItem)
    if (made.type !== TYPES[item.kind]) throw new BoardError('unknown', 'the answer speaks of another kind of item')
    return madeOf(made)
  }

  async #createBulk(items: readonly NewBoardItem[]): Promise<readonly MadeItem[]> {
    const wishes = items.map((item) => ({ type: TYPES[item.kind], ...createBody(item) }))
    const { data } = await this.#client.write('POST', `${this.#path}/items/bulk`, wishes, RawBulk)
    const positions = items.map(({ box, parent }) => restPosition(box, parent?.box ?? null))
    const matched = matchMade(items, positions, data)
    if (!matched) throw new BoardError('unknown', 'the answer to a bulk does not fit what was asked')
    return matched.map(madeOf)
  }

  async update(id: string, kind: NewBoardItem['kind'], change: BoardItemChange): Promise<MadeItem> {
    // only an item that stands in a frame is told to leave it: the description knows no such wish for others
    const leavesFrame = change.place?.parent === null && kind !== 'frame' && ((await this.#raw(id))?.parent?.id ?? null) !== null
    return madeOf(
      await this.#client.write(
        'PATCH',
        `${this.#path}/${pathOf(kind)}/${encodeURIComponent(id)}`,
        updateBody(kind, change, leavesFrame),
        RawItem,
      ),
    )
  }

  async remove(id: string, kind: BoardItemKind): Promise<void> {
    try {
      await this.#client.write('DELETE', `${this.#path}/${pathOf(kind)}/${encodeURIComponent(id)}`, undefined, Nothing)
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }

  async item(id: string): Promise<BoardItem | null> {
    const raw = await this.#raw(id)
    return raw ? ((await onBoard([raw], (other) => this.#raw(other)))[0] ?? null) : null
  }

  async items(): Promise<readonly BoardItem[]> {
    const raws = new Map<string, RawItem>()
    let cursor: string | null | undefined
    for (let page = 0; page < PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor ? { cursor } : {}) })
      const answer = await this.#client.read(`${this.#path}/items?${query.toString()}`, RawPage)
      for (const raw of answer.data) raws.set(raw.id, raw)
      if (!answer.cursor) return onBoard([...raws.values()], (id) => this.#raw(id))
      if (answer.cursor === cursor) break
      cursor = answer.cursor
    }
    throw new BoardError('unknown', 'the list of items has no end')
  }

  async #raw(id: string): Promise<RawItem | null> {
    try {
      return await this.#client.read(`${this.#path}/items/${encodeURIComponent(id)}`, RawItem)
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  }
}
