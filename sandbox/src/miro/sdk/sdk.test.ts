import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'
import { openTab, type Tab } from '../testing/tab.ts'

let miro: MiroServer
let franca: Tab
let ines: Tab
beforeEach(async () => {
  miro = await startMiro()
  franca = await openTab(miro, 'franca-riva')
  ines = await openTab(miro, 'ines-bianchi')
})
afterEach(async () => {
  await franca.close()
  await ines.close()
  await miro.close()
})

const id = (user: string) => miro.world.findUser(user)?.id

describe('items of the Web SDK', () => {
  it('[MS100] what one makes the other and REST see: one board for every tab', async () => {
    const note = await franca.board.createStickyNote({ content: 'Ciao', x: 10, y: 20, style: { fillColor: 'light_green' } })
    expect(note).toMatchObject({
      type: 'sticky_note',
      content: '<p>Ciao</p>',
      x: 10,
      y: 20,
      width: 199,
      height: 228,
      origin: 'center',
      relativeTo: 'canvas_center',
      parentId: null,
      connectorIds: [],
      tagIds: [],
      createdBy: id('franca-riva'),
      style: { fillColor: 'light_green', textAlign: 'center', textAlignVertical: 'top' },
    })
    const [seen] = (await ines.board.get({ type: 'sticky_note' })) as { id: string }[]
    expect(seen).toEqual(note)
    expect((await miro.on('GET', `/sticky_notes/${(note as { id: string }).id}`)).body).toMatchObject({ data: { content: '<p>Ciao</p>' } })
    const { body } = await miro.on<{ id: string }>('POST', '/texts', { data: { content: 'da REST' } })
    expect(await franca.board.getById(body.id)).toMatchObject({ type: 'text', content: '<p>da REST</p>' })
  })

  it('[MS101] sync writes what the object holds; width or height at creation, not both', async () => {
    const note = (await franca.board.createStickyNote({ content: 'uno' })) as {
      id: string
      content: string
      x: number
      width: number
      sync(): Promise<void>
    }
    note.content = 'due'
    note.x = 300
    note.width = 398
    await note.sync()
    expect(await ines.board.getById(note.id)).toMatchObject({
      content: '<p>due</p>',
      x: 300,
      width: 398,
      height: 456,
      modifiedBy: id('franca-riva'),
    })
    expect(note).toMatchObject({ content: '<p>due</p>', height: 456 })
    await expect(franca.board.createStickyNote({ width: 100, height: 100 })).rejects.toThrow('not both')
  })

  it('[MS102] sizes of shapes, and heights of texts and cards, are read-only after creation', async () => {
    const shape = (await franca.board.createShape({ width: 200, height: 100, content: 's' })) as {
      width: number
      content: string
      sync(): Promise<void>
    }
    shape.width = 300
    await expect(shape.sync()).rejects.toThrow("Property 'width' of a shape is read-only")
    const text = (await franca.board.createText({ content: 't' })) as { height: number; sync(): Promise<void> }
    text.height = 500
    await expect(text.sync()).rejects.toThrow('read-only')
    const frame = (await franca.board.createFrame({ title: 'F', width: 300, height: 300 })) as { height: number; sync(): Promise<void> }
    frame.height = 400
    await expect(frame.sync()).resolves.toBeUndefined()
  })

  it('[MS103] an item made with a parent is made on the board: only frame.add puts it in, where it lies', async () => {
    const frame = (await franca.board.createFrame({ title: 'F', x: 1000, y: 1000, width: 800, height: 600 })) as never as {
      id: string
      childrenIds: string[]
      add<T>(item: T): Promise<T>
      remove(item: object): Promise<void>
      getChildren(): Promise<object[]>
    }
    const note = (await franca.board.createStickyNote({ x: 900, y: 900, parentId: frame.id })) as {
      id: string
      x: number
      y: number
      parentId: string | null
      relativeTo: string
    }
    expect(note.parentId).toBeNull()
    expect(await frame.add(note)).toBe(note)
    expect(note).toMatchObject({ parentId: frame.id, relativeTo: 'parent_top_left', x: 300, y: 200 })
    expect(frame.childrenIds).toEqual([note.id])
    expect(await frame.getChildren()).toMatchObject([{ id: note.id }])
    await frame.remove(note)
    expect(note).toMatchObject({ parentId: null, x: 900, y: 900, relativeTo: 'canvas_center' })
  })

  it('[MS104] a child outside is refused by add and by sync; so is a frame that would shrink past it, or below 100', async () => {
    const frame = (await franca.board.createFrame({ title: 'F', width: 800, height: 600 })) as never as {
      width: number
      add(item: object): Promise<object>
      sync(): Promise<void>
    }
    const outside = await franca.board.createStickyNote({ x: 5000 })
    await expect(frame.add(outside)).rejects.toThrow('outside of parent boundaries')
    const inside = (await franca.board.createStickyNote({ x: -250, y: 0 })) as { x: number; sync(): Promise<void> }
    await frame.add(inside)
    inside.x = 790
    await expect(inside.sync()).rejects.toThrow('outside of parent boundaries')
    frame.width = 300
    await expect(frame.sync()).rejects.toThrow('outside of parent boundaries')
    await expect(franca.board.createFrame({ width: 50 })).rejects.toThrow('at least 100')
  })

  it('[MS105] connectors count from 0 to 1, may be loose, never end on frames', async () => {
    const [a, b] = (await Promise.all([franca.board.createStickyNote({}), franca.board.createShape({ x: 500 })])) as { id: string }[]
    const connector = (await franca.board.createConnector({
      start: { item: a?.id, position: { x: 1, y: 0.5 } },
      end: { item: b?.id, snapTo: 'left' },
      captions: [{ content: 'porta a', position: 0.25 }],
    })) as { id: string }
    expect(connector).toMatchObject({
      type: 'connector',
      start: { item: a?.id, position: { x: 1, y: 0.5 } },
      end: { snapTo: 'left' },
      captions: [{ position: 0.25 }],
      shape: 'curved',
    })
    expect((await miro.on('GET', `/connectors/${connector.id}`)).body).toMatchObject({ startItem: { position: { x: '100%', y: '50%' } } })
    expect(await franca.board.getById(a?.id ?? '')).toMatchObject({ connectorIds: [connector.id] })
    await expect(franca.board.createConnector({ start: { position: { x: -50, y: 20 } }, end: { item: a?.id } })).resolves.toMatchObject({
      start: { position: { x: -50, y: 20 } },
    })
    const frame = (await franca.board.createFrame({})) as { id: string }
    await expect(franca.board.createConnector({ start: { item: a?.id }, end: { item: frame.id } })).rejects.toThrow(
      'Frames are not supported',
    )
  })

  it('[MS106] tags at creation, thirteen colours; groups; unsupported things keep their own type', async () => {
    const tag = (await franca.board.createTag({ title: 'A', color: 'dark_gray' })) as { id: string; title: string; sync(): Promise<void> }
    const note = (await franca.board.createStickyNote({ content: 'x', tagIds: [tag.id] })) as { id: string; tagIds: string[] }
    expect(note.tagIds).toEqual([tag.id])
    expect(await franca.board.get({ tags: tag.id })).toMatchObject([{ id: note.id }])
    tag.title = 'B'
    await tag.sync()
    expect(await ines.board.get({ type: 'tag' })).toMatchObject([{ title: 'B' }])
    const card = (await franca.board.createCard({ title: 'c' })) as { id: string }
    const group = (await franca.board.group({ items: [note, card] })) as {
      id: string
      itemsIds: string[]
      getItems(): Promise<object[]>
      ungroup(): Promise<object[]>
    }
    expect(group.itemsIds).toEqual([note.id, card.id])
    expect(await ines.board.getById(card.id)).toMatchObject({ groupId: group.id })
    expect(await group.ungroup()).toHaveLength(2)
    await miro.byHand({ do: 'create', kind: 'kanban', x: 0, y: 0 })
    expect(await franca.board.get({ type: 'kanban' })).toMatchObject([{ type: 'kanban', width: 300 }])
  })

  it('[MS107] unknown properties are refused, removed items are gone, and what is not played says so', async () => {
    await expect(franca.board.createStickyNote({ colour: 'red' })).rejects.toThrow('Field [data.colour] is not supported')
    const note = (await franca.board.createStickyNote({})) as { id: string; content: string; sync(): Promise<void> }
    await franca.board.remove(note)
    await expect(ines.board.getById(note.id)).rejects.toThrow('Item not found')
    await expect(note.sync()).rejects.toThrow('Item not found')
    expect(() => franca.board.createAppCard()).toThrow('not played')
  })

  it('[MS108] layers: front, back, in front of, behind', async () => {
    const [a, b, c] = (await Promise.all([1, 2, 3].map(() => franca.board.createStickyNote({})))) as {
      id: string
      getLayerIndex(): Promise<number>
      bringToFront(): Promise<void>
      sendBehindOf(target: object): Promise<void>
    }[]
    await a?.bringToFront()
    expect(await a?.getLayerIndex()).toBe(2)
    await c?.sendBehindOf({ id: b?.id })
    expect([await c?.getLayerIndex(), await b?.getLayerIndex()]).toEqual([0, 1])
  })

  it('[MS109] findEmptySpace finds the nearest place that touches nothing', async () => {
    await franca.board.createShape({ width: 400, height: 400 })
    const rect = (await franca.board.findEmptySpace({ x: 0, y: 0, width: 200, height: 200, offset: 10 })) as { x: number; y: number }
    expect(Math.max(Math.abs(rect.x), Math.abs(rect.y))).toBeGreaterThanOrEqual(310)
    expect(Math.max(Math.abs(rect.x), Math.abs(rect.y))).toBeLessThanOrEqual(400)
  })
})
