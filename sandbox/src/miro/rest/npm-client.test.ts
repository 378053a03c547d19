import { MiroApi, MiroLowlevelApi } from '@mirohq/miro-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

/** The unmodified npm client. It drops the path of its base address, so it is pointed at the sandbox's root. */

let miro: MiroServer
let api: MiroLowlevelApi
beforeEach(async () => {
  miro = await startMiro()
  api = new MiroLowlevelApi(miro.token, `http://127.0.0.1:${miro.port}`)
})
afterEach(() => miro.close())

/** The client's types want every kind's data at once (facts/miro.md §3 c). */
const notes = (count: number) => Array.from({ length: count }, () => ({ type: 'sticky_note', data: { content: 'x' } })) as never

describe('the unmodified @mirohq/miro-api', () => {
  it('[MS160] works boards, items of every kind, bulks, connectors, tags and groups', async () => {
    const { body: board } = await api.createBoard({ name: 'Dal client' })
    const frame = (await api.createFrameItem(board.id, { data: { title: 'Gruppo 1' }, geometry: { width: 1000, height: 1000 } })).body
    const note = (
      await api.createStickyNoteItem(board.id, {
        data: { content: 'a' },
        style: { fillColor: 'cyan' },
        position: { x: 500, y: 500 },
        parent: { id: frame.id },
      })
    ).body
    expect(note).toMatchObject({
      data: { content: '<p>a</p>' },
      style: { fillColor: 'cyan' },
      position: { x: 500, y: 500, relativeTo: 'parent_top_left' },
    })
    const text = (await api.createTextItem(board.id, { data: { content: 't' }, style: { fontSize: '24' } })).body
    const shape = (await api.createShapeItem(board.id, { data: { content: 's', shape: 'circle' }, geometry: { width: 200, height: 200 } }))
      .body
    const card = (await api.createCardItem(board.id, { data: { title: 'c' } })).body
    await api.createImageItemUsingUrl(board.id, { data: { url: 'https://example.org/a.png' } })
    const connector = (await api.createConnector(board.id, { startItem: { id: text.id }, endItem: { id: shape.id, snapTo: 'top' } })).body
    expect(connector.startItem?.id).toBe(text.id)
    const tag = (await api.createTag(board.id, { title: 'tag' })).body
    await api.attachTagToItem(board.id, card.id, tag.id)
    expect((await api.getTagsFromItem(board.id, card.id)).body.tags).toMatchObject([{ title: 'tag' }])
    await api.updateStickyNoteItem(board.id, note.id, { data: { content: 'b' } })
    await api.updateItemPositionOrParent(board.id, shape.id, { position: { x: -300, y: 0 } })
    const bulk = await api.createItems(board.id, notes(2))
    expect(bulk.body.data).toHaveLength(2)
    const children = (await api.getItemsWithinFrame(board.id, frame.id, {})).body
    expect(children.data?.map(({ id }) => id)).toEqual([note.id])
    await api.deleteItem(board.id, text.id)
    expect((await api.getConnectors(board.id)).body.data).toEqual([])
    expect((await api.getBoardMembers(board.id)).body.data?.map(({ name }) => name)).toEqual(['Franca Riva', 'Marco Serra', 'Ines Bianchi'])
  })

  it('[MS161] walks every page of items and boards', async () => {
    for (let at = 0; at < 3; at += 1) await api.createItems(miro.boardId, notes(20))
    const board = await new MiroApi(miro.token, `http://127.0.0.1:${miro.port}`).getBoard(miro.boardId)
    let count = 0
    for await (const item of board.getAllItems()) count += item.type === 'sticky_note' ? 1 : 0
    expect(count).toBe(60)
    const raw = await api.call('GET', `/v2/boards/${encodeURIComponent(miro.boardId)}/items?limit=50`)
    expect(raw.body).toMatchObject({
      total: 60,
      size: 50,
      data: expect.arrayContaining([expect.objectContaining({ style: expect.objectContaining({ fillColor: 'light_yellow' }) })]),
    })
  })

  it('[MS162] throws Miro’s refusals with their body, and a 429 at once', async () => {
    await expect(api.createStickyNoteItem(miro.boardId, { style: { fillColor: 'beige' } })).rejects.toMatchObject({
      statusCode: 400,
      body: { code: '2.0703' },
    })
    await miro.control('PUT', '/quirks', { failing: [{ how: 'tooManyRequests', times: 1 }] })
    const refused: unknown = await api.getSpecificBoard(miro.boardId).catch((error: unknown) => error)
    expect(refused).toMatchObject({ statusCode: 429, body: { code: 'tooManyRequests' } })
    const { response } = refused as { response: { headers: Headers } }
    expect(Number(response.headers.get('x-ratelimit-reset'))).toBeGreaterThan(miro.clock.now() / 1000)
  })

  it('[MS163] asks whose the token is, and revokes it', async () => {
    const high = new MiroApi(miro.token, `http://127.0.0.1:${miro.port}`)
    await high.revokeToken()
    await expect(high.getBoard(miro.boardId)).rejects.toMatchObject({ statusCode: 401 })
  })
})
