import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const note = async (content = 'x') => (await miro.on<{ id: string }>('POST', '/sticky_notes', { data: { content } })).body.id
const refusal = (field: string, message: RegExp) => ({
  status: 400,
  body: { code: '2.0703', context: { fields: [{ field, message: expect.stringMatching(message) }] } },
})

describe('connectors', () => {
  it('[MS50] join two items; places are percentages, the list is their own', async () => {
    const [a, b] = [await note(), await note()]
    const { status, body } = await miro.on<{ id: string }>('POST', '/connectors', {
      startItem: { id: a, position: { x: '100%', y: '50%' } },
      endItem: { id: b, snapTo: 'left' },
      captions: [{ content: 'porta a' }],
    })
    expect([status, body]).toMatchObject([
      201,
      {
        type: 'connector',
        shape: 'curved',
        isSupported: true,
        startItem: { id: a, position: { x: '100%', y: '50%' }, links: { self: expect.stringContaining(`/sticky_notes/${a}`) } },
        endItem: { id: b },
        captions: [{ content: 'porta a', position: '50%' }],
        style: { endStrokeCap: 'stealth', startStrokeCap: 'none', strokeWidth: '1.0', fontSize: '14' },
      },
    ])
    expect((await miro.on<{ total: number }>('GET', '/items')).body.total).toBe(2)
    expect((await miro.on('GET', '/connectors')).body).toMatchObject({ total: 1, data: [{ id: body.id }] })
    expect((await miro.on('PATCH', `/connectors/${body.id}`, { shape: 'straight', style: { strokeColor: '#00795a' } })).body).toMatchObject(
      { shape: 'straight', style: { strokeColor: '#00795a', endStrokeCap: 'stealth' } },
    )
    expect((await miro.on('DELETE', `/connectors/${body.id}`)).status).toBe(204)
  })

  it('[MS51] never on frames, never on themselves, never on nothing; a place or a side', async () => {
    const a = await note()
    const frame = (await miro.on<{ id: string }>('POST', '/frames', { data: { title: 'F' } })).body.id
    expect(await miro.on('POST', '/connectors', { startItem: { id: a }, endItem: { id: frame } })).toMatchObject(
      refusal('endItem.id', /Frames are not supported/),
    )
    expect(await miro.on('POST', '/connectors', { startItem: { id: a }, endItem: { id: a } })).toMatchObject(
      refusal('endItem.id', /different/),
    )
    expect(await miro.on('POST', '/connectors', { startItem: { id: a }, endItem: { id: '1' } })).toMatchObject({ status: 404 })
    expect(
      await miro.on('POST', '/connectors', {
        startItem: { id: a },
        endItem: { id: await note(), snapTo: 'top', position: { x: '0%', y: '0%' } },
      }),
    ).toMatchObject({ status: 400 })
    expect(
      await miro.on('POST', '/connectors', { startItem: { id: a, position: { x: '101%', y: '0%' } }, endItem: { id: await note() } }),
    ).toMatchObject({ status: 400 })
  })

  it('[MS52] twenty captions of 200 characters at most', async () => {
    const [a, b] = [await note(), await note()]
    const join = (captions: object[]) => miro.on('POST', '/connectors', { startItem: { id: a }, endItem: { id: b }, captions })
    expect((await join(Array.from({ length: 20 }, () => ({ content: 'x'.repeat(200) })))).status).toBe(201)
    expect((await join(Array.from({ length: 21 }, () => ({ content: 'x' })))).status).toBe(400)
    expect((await join([{ content: 'x'.repeat(201) }])).status).toBe(400)
  })

  it('[MS53] goes with either of its items', async () => {
    const [a, b] = [await note(), await note()]
    const { id } = (await miro.on<{ id: string }>('POST', '/connectors', { startItem: { id: a }, endItem: { id: b } })).body
    await miro.on('DELETE', `/items/${b}`)
    expect((await miro.on('GET', `/connectors/${id}`)).status).toBe(404)
  })
})

describe('tags', () => {
  it('[MS55] titles are unique, case-sensitive, 120 characters at most, in twelve colours', async () => {
    const tag = (title: string, fillColor?: string) => miro.on<{ id: string }>('POST', '/tags', { title, ...(fillColor && { fillColor }) })
    expect((await tag('Scuola')).body).toMatchObject({ type: 'tag', title: 'Scuola', fillColor: 'red' })
    expect((await tag('scuola', 'cyan')).status).toBe(201)
    expect(await tag('Scuola')).toMatchObject(refusal('title', /already exists/))
    expect(await tag('x'.repeat(121))).toMatchObject(refusal('title', /120/))
    expect(await tag('grey', 'dark_gray')).toMatchObject(refusal('fillColor', /expected one of/))
  })

  it('[MS56] eight an item, a hundred a board; on notes and cards alone', async () => {
    const ids: string[] = []
    for (let at = 0; at < 100; at += 1) ids.push((await miro.on<{ id: string }>('POST', '/tags', { title: `t${at}` })).body.id)
    expect((await miro.on('POST', '/tags', { title: 'one more' })).status).toBe(400)
    const item = await note()
    for (const id of ids.slice(0, 8)) expect((await miro.on('POST', `/items/${item}?tag_id=${id}`)).status).toBe(204)
    expect(await miro.on('POST', `/items/${item}?tag_id=${ids[8]}`)).toMatchObject(refusal('tagIds', /at most 8/))
    expect((await miro.on<{ tags: object[] }>('GET', `/items/${item}/tags`)).body.tags).toHaveLength(8)
    const shape = (await miro.on<{ id: string }>('POST', '/shapes', {})).body.id
    expect((await miro.on('POST', `/items/${shape}?tag_id=${ids[0]}`)).status).toBe(400)
  })

  it('[MS57] DELETE with tag_id takes the tag off and leaves the item; a deleted tag falls off', async () => {
    const item = await note()
    const { id } = (await miro.on<{ id: string }>('POST', '/tags', { title: 'a' })).body
    await miro.on('POST', `/items/${item}?tag_id=${id}`)
    expect((await miro.on('DELETE', `/items/${item}?tag_id=${id}`)).status).toBe(204)
    expect((await miro.on('GET', `/items/${item}/tags`)).body).toEqual({ tags: [] })
    await miro.on('POST', `/items/${item}?tag_id=${id}`)
    await miro.on('PATCH', `/tags/${id}`, { title: 'b' })
    expect((await miro.on('GET', `/items/${item}/tags`)).body).toMatchObject({ tags: [{ title: 'b' }] })
    await miro.on('DELETE', `/tags/${id}`)
    expect((await miro.on('GET', `/items/${item}/tags`)).body).toEqual({ tags: [] })
    expect((await miro.on('GET', `/tags?limit=50`)).body).toMatchObject({ total: 0, data: [], offset: 0 })
  })
})

describe('groups', () => {
  it('[MS60] two items at least; the body is { data: { items } }, the answer has no times', async () => {
    const [a, b, c] = [await note(), await note(), await note()]
    const made = await miro.on<{ id: string }>('POST', '/groups', { data: { items: [a, b] } })
    expect([made.status, made.body]).toEqual([
      201,
      { id: expect.any(String), type: 'group', data: { items: [a, b] }, links: { self: expect.stringContaining('/groups/') } },
    ])
    expect(await miro.on('POST', '/groups', { data: { items: [c] } })).toMatchObject(
      refusal('data.items', /^Group should have at least two items$/),
    )
    expect(await miro.on('POST', '/groups', { items: [a, b] })).toMatchObject({
      status: 400,
      body: { context: { fields: expect.arrayContaining([{ field: 'data', message: 'Field [data] of type [Object] is required' }]) } },
    })
    expect((await miro.on('GET', `/groups/items?group_item_id=${made.body.id}`)).body).toMatchObject({
      total: 2,
      data: [{ id: a }, { id: b }],
    })
  })

  it('[MS61] do not nest: a group’s id is no item’s', async () => {
    const [a, b, c] = [await note(), await note(), await note()]
    const { id } = (await miro.on<{ id: string }>('POST', '/groups', { data: { items: [a, b] } })).body
    expect(await miro.on('POST', '/groups', { data: { items: [id, c] } })).toMatchObject({ status: 404, body: { code: '3.0201' } })
  })

  it('[MS62] ungrouping leaves the items, unless told to delete them; a group of one dissolves', async () => {
    const [a, b, c, d] = [await note(), await note(), await note(), await note()]
    const one = (await miro.on<{ id: string }>('POST', '/groups', { data: { items: [a, b] } })).body.id
    expect((await miro.on('DELETE', `/groups/${one}`)).status).toBe(204)
    expect((await miro.on('GET', `/items/${a}`)).status).toBe(200)
    const two = (await miro.on<{ id: string }>('POST', '/groups', { data: { items: [a, b] } })).body.id
    await miro.on('DELETE', `/groups/${two}?delete_items=true`)
    expect((await miro.on('GET', `/items/${b}`)).status).toBe(404)
    const three = (await miro.on<{ id: string }>('POST', '/groups', { data: { items: [c, d] } })).body.id
    await miro.on('DELETE', `/items/${d}`)
    expect((await miro.on('GET', `/groups/${three}`)).status).toBe(404)
  })
})

describe('boards', () => {
  const boards = '/v2/boards'

  it('[MS65] are made with a name of 60 characters at most, listed by offset, changed and deleted', async () => {
    const made = await miro.rest<{ id: string }>('POST', boards, { name: 'Laboratorio', description: 'sei incontri' })
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        type: 'board',
        name: 'Laboratorio',
        id: expect.stringMatching(/^uXjV.{7}=$/),
        viewLink: `http://localhost:${miro.port}/miro/app/board/${encodeURIComponent(made.body.id)}`,
        owner: { name: 'Franca Riva', type: 'user' },
        team: { name: 'Team della sandbox', type: 'team' },
        currentUserMembership: { role: 'owner', type: 'board_member' },
        policy: { sharingPolicy: { teamAccess: 'edit' } },
      },
    ])
    expect((await miro.rest('POST', boards, { name: 'x'.repeat(61) })).status).toBe(400)
    expect((await miro.rest('POST', boards, { description: 'x'.repeat(301) })).status).toBe(400)
    expect((await miro.rest('GET', `${boards}?limit=1&offset=1&sort=alphabetically`)).body).toMatchObject({
      total: 2,
      size: 1,
      offset: 1,
      limit: 1,
      data: [{ name: 'Laboratorio' }],
      links: { prev: expect.stringContaining('offset=0') },
    })
    expect((await miro.rest('GET', `${boards}?limit=51`)).status).toBe(400)
    const one = `${boards}/${encodeURIComponent(made.body.id)}`
    expect((await miro.rest('PATCH', one, { name: 'Lab' })).body).toMatchObject({ name: 'Lab', description: 'sei incontri' })
    expect((await miro.rest('DELETE', one, undefined, await miro.tokenOf('ines-bianchi'))).status).toBe(403)
    expect((await miro.rest('DELETE', one)).status).toBe(204)
    expect(await miro.rest('GET', one)).toMatchObject({ status: 404, body: { type: 'error', message: 'Board not found' } })
  })

  it('[MS66] a copy has other ids and its own links within; its connectors, tags, groups and children point at the copies', async () => {
    const frame = (await miro.on<{ id: string }>('POST', '/frames', { data: { title: 'F' }, geometry: { width: 900, height: 900 } })).body
      .id
    const child = (
      await miro.on<{ id: string }>('POST', '/sticky_notes', {
        data: { content: 'c' },
        position: { x: 300, y: 300 },
        parent: { id: frame },
      })
    ).body.id
    const other = await note('o')
    await miro.on('POST', '/connectors', { startItem: { id: child }, endItem: { id: other } })
    const tag = (await miro.on<{ id: string }>('POST', '/tags', { title: 'a' })).body.id
    await miro.on('POST', `/items/${child}?tag_id=${tag}`)
    await miro.on('POST', '/groups', { data: { items: [child, other] } })

    const { status, body: copy } = await miro.rest<{ id: string }>('PUT', `${boards}?copy_from=${encodeURIComponent(miro.boardId)}`, {
      name: 'Copia',
    })
    expect(status).toBe(201)
    const inCopy = `${boards}/${encodeURIComponent(copy.id)}`
    type Items = { data: { id: string; type: string; parent?: { id: string }; position: object }[] }
    const { data } = (await miro.rest<Items>('GET', `${inCopy}/items`)).body
    expect(data.map(({ id }) => id)).not.toContain(child)
    const [newFrame, newChild] = [data.find(({ type }) => type === 'frame'), data.find(({ parent }) => parent !== undefined)]
    expect(newChild).toMatchObject({ parent: { id: newFrame?.id }, position: { x: 300, y: 300 } })
    expect((await miro.rest(`GET`, `${inCopy}/connectors`)).body).toMatchObject({ data: [{ startItem: { id: newChild?.id } }] })
    expect((await miro.rest('GET', `${inCopy}/items/${newChild?.id}/tags`)).body).toMatchObject({ tags: [{ title: 'a' }] })
    expect((await miro.rest('GET', `${inCopy}/groups`)).body).toMatchObject({
      data: [{ data: { items: expect.arrayContaining([newChild?.id]) } }],
    })
  })

  it('[MS67] members are those who can open the board, with their roles', async () => {
    await miro.control('PATCH', `/boards/${encodeURIComponent(miro.boardId)}`, {
      teamAccess: 'private',
      members: { 'ines-bianchi': 'commenter' },
    })
    expect((await miro.on('GET', '/members')).body).toMatchObject({
      total: 2,
      data: [
        { name: 'Franca Riva', role: 'owner' },
        { name: 'Ines Bianchi', role: 'commenter', type: 'board_member' },
      ],
    })
  })

  it('[MS68] a free team has three boards', async () => {
    await miro.control('PUT', '/quirks', { plan: 'free' })
    expect((await miro.rest('POST', boards, {})).status).toBe(201)
    expect((await miro.rest('POST', boards, {})).status).toBe(201)
    expect((await miro.rest('POST', boards, {})).status).toBe(403)
  })
})
