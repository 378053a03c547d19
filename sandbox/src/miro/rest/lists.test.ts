import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asking, type Item } from '../testing/asking.ts'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const { make, refused, count } = asking(() => miro)

describe('lists', () => {
  const twelve = () =>
    miro.on(
      'POST',
      '/items/bulk',
      Array.from({ length: 12 }, (_, at) => ({ type: 'sticky_note', data: { content: String(at) } })),
    )

  it('[MS30] pages of 10 to 50 by cursor, oldest first; the last page has no cursor', async () => {
    await twelve()
    type Page = {
      data: Item[]
      cursor?: string
      total: number
      size: number
      limit: number
      type: string
      links: { self: string; next?: string }
    }
    const first = (await miro.on<Page>('GET', '/items')).body
    expect(first).toMatchObject({
      total: 12,
      size: 10,
      limit: 10,
      type: 'cursor-list',
      cursor: expect.any(String),
      links: { next: expect.stringContaining('cursor=') },
    })
    const second = (await miro.on<Page>('GET', `/items?cursor=${encodeURIComponent(first.cursor ?? '')}`)).body
    expect(second).toMatchObject({ size: 2, total: 12 })
    expect(second.cursor).toBeUndefined()
    expect([...first.data, ...second.data].map(({ data }) => data['content'])).toEqual(
      Array.from({ length: 12 }, (_, at) => `<p>${at}</p>`),
    )
    await refused('GET', '/items?limit=9', undefined, 'limit', 'minimum items page size is 10')
    await refused('GET', '/items?limit=51', undefined, 'limit', 'maximum items page size is 50')
    await refused('GET', '/items?cursor=nonsense', undefined, 'cursor')
  })

  it('[MS31] what is made or removed between two pages makes no item come twice', async () => {
    await twelve()
    const first = (await miro.on<{ data: Item[]; cursor: string }>('GET', '/items')).body
    await miro.on('DELETE', `/items/${first.data[9]?.id}`)
    const late = await make('/sticky_notes', { data: { content: 'late' } })
    const second = (await miro.on<{ data: Item[] }>('GET', `/items?cursor=${encodeURIComponent(first.cursor)}`)).body
    expect(second.data.map(({ id }) => id).at(-1)).toBe(late.id)
    expect(second.data).toHaveLength(3)
  })

  it('[MS32] by type, by parent, by tag', async () => {
    const frame = await make('/frames', { data: { title: 'F' }, geometry: { width: 500, height: 500 } })
    const child = await make('/sticky_notes', { position: { x: 200, y: 200 }, parent: { id: frame.id } })
    await make('/texts', { data: { content: 't' } })
    const ids = async (query: string) => (await miro.on<{ data: Item[] }>('GET', `/items?${query}`)).body.data.map(({ id }) => id)
    expect(await ids('type=frame')).toEqual([frame.id])
    expect(await ids(`parent_item_id=${frame.id}`)).toEqual([child.id])
    const tag = (await miro.on<{ id: string }>('POST', '/tags', { title: 'a' })).body
    await miro.on('POST', `/items/${child.id}?tag_id=${tag.id}`)
    expect(await ids(`tag_id=${tag.id}`)).toEqual([child.id])
    await refused('GET', '/items?type=sticker', undefined, 'type', /expected one of/)
  })

  it('[MS33] tables, drawings and the like are listed as unsupported', async () => {
    await miro.byHand({ do: 'create', kind: 'table', x: 0, y: 0 })
    expect((await miro.on<{ data: Item[] }>('GET', '/items')).body.data).toMatchObject([
      { type: 'table', isSupported: false, geometry: { width: 300, height: 200 } },
    ])
  })

  it('[MS34] with a late index a list shows new, changed and deleted items only after a while, a read by id at once', async () => {
    const old = await make('/sticky_notes', { data: { content: 'old' } })
    const doomed = await make('/sticky_notes', { data: { content: 'doomed' } })
    await miro.control('PUT', '/quirks', { lateIndexMs: 3000 })
    const fresh = await make('/sticky_notes', { data: { content: 'fresh' } })
    await miro.on('PATCH', `/sticky_notes/${old.id}`, { data: { content: 'new' } })
    await miro.on('DELETE', `/items/${doomed.id}`)
    const contents = async () => (await miro.on<{ data: Item[] }>('GET', '/items')).body.data.map(({ data }) => data['content'])
    expect(await contents()).toEqual(['<p>old</p>', '<p>doomed</p>'])
    expect((await miro.on<Item>('GET', `/items/${fresh.id}`)).body.data).toMatchObject({ content: '<p>fresh</p>' })
    miro.clock.pass(3000)
    expect(await contents()).toEqual(['<p>new</p>', '<p>fresh</p>'])
  })
})

describe('bulk', () => {
  it('[MS40] twenty at most, at least one, a bare array; frames too', async () => {
    await refused(
      'POST',
      '/items/bulk',
      Array.from({ length: 21 }, () => ({ type: 'sticky_note' })),
      '',
      'At most 20 items could be created with a single request',
    )
    await refused('POST', '/items/bulk', [], '')
    await refused('POST', '/items/bulk', { data: [] }, '')
    const { status, body } = await miro.on('POST', '/items/bulk', [
      { type: 'frame', data: { title: 'F' } },
      { type: 'sticky_note', data: { content: 'n' } },
      { type: 'text', data: { content: 't' } },
      { type: 'shape' },
      { type: 'card', data: { title: 'c' } },
    ])
    expect([status, body]).toMatchObject([
      201,
      { type: 'bulk-list', data: [{ type: 'frame' }, { type: 'sticky_note' }, { type: 'text' }, { type: 'shape' }, { type: 'card' }] },
    ])
  })

  it('[MS41] is all or nothing; the 400 names the item and the field', async () => {
    const frame = await make('/frames', { data: { title: 'F' }, geometry: { width: 300, height: 300 } })
    await refused(
      'POST',
      '/items/bulk',
      [{ type: 'sticky_note' }, { type: 'sticky_note', style: { fillColor: 'beige' } }],
      '[1].style.fillColor',
      /expected one of/,
    )
    await refused(
      'POST',
      '/items/bulk',
      [{ type: 'sticky_note' }, { type: 'sticky_note', parent: { id: frame.id } }],
      'position',
      'new position is outside of parent boundaries',
    )
    await refused('POST', '/items/bulk', [{ type: 'connector' }], '[0].type', /expected one of/)
    expect(await count()).toBe(1)
  })

  it('[MS42] the order of the answer may be another than that of the request', async () => {
    await miro.control('PUT', '/quirks', { bulkOrder: 'shuffled' })
    const wishes = Array.from({ length: 7 }, (_, at) => ({ type: 'sticky_note', data: { content: String(at) } }))
    const contents = (await miro.on<{ data: Item[] }>('POST', '/items/bulk', wishes)).body.data.map(({ data }) => data['content'])
    const given = wishes.map(({ data }) => `<p>${data.content}</p>`)
    expect(contents).not.toEqual(given)
    expect(new Set(contents)).toEqual(new Set(given))
  })
})
