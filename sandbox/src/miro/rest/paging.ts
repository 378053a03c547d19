import * as z from 'zod'
import { invalidField } from '../model/errors.ts'
import { compareIds } from '../model/late-index.ts'
import { read } from '../model/reading.ts'
import type { Links } from './links.ts'

const text = z.string().optional()

/** The items page takes 10 to 50; others are refused ([live] both sentences). */
function cursorLimit(said: string | undefined): number {
  const limit = said === undefined ? 10 : Number(said)
  if (!Number.isInteger(limit)) throw invalidField('limit', 'Unexpected type of value, expected of type [Integer]')
  if (limit < 10) throw invalidField('limit', 'minimum items page size is 10')
  if (limit > 50) throw invalidField('limit', 'maximum items page size is 50')
  return limit
}

export const CursorQuery = z.object({ limit: text, cursor: text })

const cursorOf = (id: string): string => Buffer.from(`${id}~`).toString('base64')

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64').toString().replace(/~$/, '')
  if (!/^\d+$/.test(id)) throw invalidField('cursor', 'Invalid cursor')
  return id
}

/** A page of a list in the order of ids, from the last seen on: what is created meanwhile comes at the end, nothing comes twice. */
export function cursorPage<T extends { readonly id: string }>(
  all: readonly T[],
  query: { readonly limit?: string | undefined; readonly cursor?: string | undefined },
  more: Readonly<Record<string, string>>,
  links: Links,
  present: (one: T) => object,
): object {
  const limit = cursorLimit(query.limit)
  const after = query.cursor === undefined || query.cursor === '' ? null : idOf(query.cursor)
  const rest = after === null ? all : all.filter(({ id }) => compareIds(id, after) > 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  const cursor = rest.length > limit && last ? cursorOf(last.id) : undefined
  const pageLink = (of: string) => links.page({ ...more, limit, cursor: of })
  return {
    data: page.map(present),
    total: all.length,
    size: page.length,
    ...(cursor !== undefined && { cursor }),
    limit,
    links: { self: pageLink(query.cursor ?? ''), ...(cursor !== undefined && { next: pageLink(cursor) }) },
    type: 'cursor-list',
  }
}

const OffsetQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export function offsetPage<T>(all: readonly T[], sent: unknown, links: Links, present: (one: T) => object): object {
  const { limit, offset } = read(OffsetQuery, sent)
  const page = all.slice(offset, offset + limit)
  const lastOffset = Math.max(0, Math.floor((all.length - 1) / limit) * limit)
  const link = (at: number) => links.page({ limit, offset: at })
  return {
    data: page.map(present),
    total: all.length,
    size: page.length,
    offset,
    limit,
    links: {
      self: link(offset),
      first: link(0),
      last: link(lastOffset),
      ...(offset + limit < all.length && { next: link(offset + limit) }),
      ...(offset > 0 && { prev: link(Math.max(0, offset - limit)) }),
    },
    type: 'list',
  }
}
