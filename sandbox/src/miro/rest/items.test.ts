import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asking, type Item } from '../testing/asking.ts'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const { make, refused, count } = asking(() => miro)

describe('items', () => {
  it('[MS10] a sticky note comes back as Miro writes it, with defaults, links, users and whole seconds', async () => {
    const franca = { id: miro.world.findUser('franca-riva')?.id, type: 'user' }
    const { status, body } = await miro.on('POST', '/sticky_notes', { data: { content: 'Ciao' }, position: { x: 10, y: -20 } })
    const self = `${miro.api}/v2/boards/${encodeURIComponent(miro.boardId)}/sticky_notes/`
    expect([status, body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^\d{19}$/),
        type: 'sticky_note',
        data: { content: '<p>Ciao</p>', shape: 'square' },
        style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'top' },
        geometry: { width: 199, height: 228 },
        position: { x: 10, y: -20, origin: 'center', relativeTo: 'canvas_center' },
        links: { self: expect.stringContaining(self) },
        isSupported: true,
        createdAt: '2026-11-22T09:00:00Z',
        createdBy: franca,
        modifiedAt: '2026-11-22T09:00:00Z',
        modifiedBy: franca,
      },
    ])
  })

  it('[MS11] a sticky note takes width or height, never both, and keeps its proportions', async () => {
    expect((await make('/sticky_notes', { geometry: { width: 398 } })).geometry).toEqual({ width: 398, height: 456 })
    expect((await make('/sticky_notes', { geometry: { height: 114 } })).geometry).toEqual({ width: 99.5, height: 114 })
    expect((await make('/sticky_notes', { data: { shape: 'rectangle' } })).geometry).toEqual({ width: 350, height: 228 })
    await refused('POST', '/sticky_notes', { geometry: { width: 100, height: 100 } }, 'geometry', /not both/)
  })

  it('[MS12] sticky colours are a closed set', async () => {
    expect((await make('/sticky_notes', { style: { fillColor: 'violet' } })).style).toMatchObject({ fillColor: 'violet' })
    await refused(
      'POST',
      '/sticky_notes',
      { style: { fillColor: '#ffee00' } },
      'style.fillColor',
      /^Unexpected value \[#ffee00\], expected one of: \[gray, light_yellow,/,
    )
  })

  it('[MS13] unknown fields are refused by name, all of them at once; there is no metadata, no lock', async () => {
    await refused('POST', '/sticky_notes', { metadata: { a: 1 } }, 'metadata', 'Field [metadata] is not supported')
    await refused(
      'POST',
      '/shapes',
      { data: { content: 'x' }, position: { x: 0, bringToFront: true } },
      'position.bringToFront',
      'Field [position.bringToFront] is not supported',
    )
    const { body } = await miro.on('POST', '/texts', { style: { textColor: '#ff0000' }, locked: true })
    expect(body).toMatchObject({
      context: {
        fields: expect.arrayContaining([
          { field: 'locked', message: 'Field [locked] is not supported' },
          { field: 'style.textColor', message: 'Field [style.textColor] is not supported' },
          { field: 'data', message: 'Field [data] of type [Object] is required' },
        ]),
      },
    })
  })

  it('[MS14] numbers of styles are strings; a shape nobody coloured is invisible', async () => {
    const bare = await make('/shapes', { data: { content: 'x' } })
    expect(bare).toMatchObject({
      geometry: { width: 100, height: 100 },
      style: {
        fillOpacity: '0.0',
        borderOpacity: '0.0',
        borderWidth: '2.0',
        fontSize: '14',
        textAlign: 'left',
        textAlignVertical: 'top',
        fontFamily: 'open_sans',
      },
    })
    const coloured = await make('/shapes', {
      style: { fillColor: '#abcdef', borderOpacity: '0.5', fontSize: '36' },
      geometry: { width: 300, height: 200, rotation: 30 },
    })
    expect(coloured).toMatchObject({
      geometry: { width: 300, height: 200, rotation: 30 },
      style: { fillColor: '#abcdef', fillOpacity: '1.0', borderOpacity: '0.5', fontSize: '36' },
    })
    await refused('POST', '/shapes', { style: { fontSize: '9' } }, 'style.fontSize')
    await refused('POST', '/shapes', { style: { borderWidth: '25' } }, 'style.borderWidth')
    await refused('POST', '/shapes', { data: { shape: 'flow_chart_decision' } }, 'data.shape', /expected one of/)
  })

  it('[MS15] a text’s height follows its content; its width is at least 1.7 times its font size', async () => {
    const short = await make('/texts', { data: { content: 'ciao' }, geometry: { width: 200 } })
    const long = await make('/texts', { data: { content: 'ciao '.repeat(100) }, geometry: { width: 200 } })
    expect(long.geometry.height).toBeGreaterThan(short.geometry.height * 5)
    await refused('POST', '/texts', { data: { content: 'ciao' }, geometry: { width: 23 }, style: { fontSize: '14' } }, 'geometry.width')
    await refused(
      'POST',
      '/texts',
      { data: { content: 'ciao' }, geometry: { height: 50 } },
      'geometry.height',
      'Field [geometry.height] is not supported',
    )
    await refused('POST', '/texts', { data: {} }, 'data.content', 'Field [data.content] of type [String] is required')
  })

  it('[MS16] frames are at least 100 × 100, have no parent, and hide nothing outside the enterprise plan', async () => {
    expect(await make('/frames', { data: { title: 'Gruppo 1' } })).toMatchObject({
      data: { title: 'Gruppo 1', format: 'custom', type: 'freeform' },
      geometry: { width: 100, height: 100 },
    })
    await refused('POST', '/frames', { data: { title: 'x' }, geometry: { width: 99, height: 200 } }, 'geometry.width')
    await refused('POST', '/frames', { data: { title: 'x' }, parent: { id: '1' } }, 'parent', 'Field [parent] is not supported')
    await refused('POST', '/frames', { data: { title: 'x', showContent: false } }, 'data.showContent')
  })

  it('[MS17] a card has a title, a description and a theme', async () => {
    const card = await make('/cards', {
      data: { title: 'Da fare', description: 'con <b>cura</b> e <u>calma</u><img src=x>' },
      style: { cardTheme: '#00795a' },
    })
    expect(card).toMatchObject({
      data: { title: '<p>Da fare</p>', description: '<p>con <b>cura</b> e <u>calma</u></p>' },
      style: { cardTheme: '#00795a' },
      geometry: { width: 320 },
    })
  })

  it('[MS18] an image keeps its proportions and says its address', async () => {
    const image = await make('/images', { data: { url: 'https://example.org/a.png', title: 'a' }, geometry: { width: 200 } })
    expect(image).toMatchObject({ data: { imageUrl: 'https://example.org/a.png', title: 'a' }, geometry: { width: 200, height: 150 } })
  })

  it('[MS19] an update changes what it says and nothing else; another kind’s address does not find the item', async () => {
    const note = await make('/sticky_notes', { data: { content: 'uno' }, position: { x: 5, y: 6 }, style: { fillColor: 'blue' } })
    miro.clock.pass(5000)
    const ines = await miro.tokenOf('ines-bianchi')
    const { status, body } = await miro.on<Item>('PATCH', `/sticky_notes/${note.id}`, { data: { content: 'due' } }, ines)
    expect([status, body]).toEqual([
      200,
      {
        ...note,
        data: { content: '<p>due</p>', shape: 'square' },
        modifiedAt: '2026-11-22T09:00:05Z',
        modifiedBy: { id: miro.world.findUser('ines-bianchi')?.id, type: 'user' },
      },
    ])
    expect(await miro.on('PATCH', `/shapes/${note.id}`, { data: { content: 'tre' } })).toMatchObject({
      status: 404,
      body: { code: '3.0201', message: 'Item not found', context: { boardId: { value: miro.boardId } } },
    })
  })
})

describe('parents and positions', () => {
  const frame = () => make('/frames', { data: { title: 'F' }, position: { x: 1000, y: 500 }, geometry: { width: 800, height: 600 } })

  it('[MS20] a child counts from its frame’s top left to its own centre', async () => {
    const { id } = await frame()
    const note = await make('/sticky_notes', { position: { x: 200, y: 150 }, parent: { id } })
    expect(note).toMatchObject({
      position: { x: 200, y: 150, relativeTo: 'parent_top_left' },
      parent: { id, links: { self: expect.stringContaining(`/frames/${id}`) } },
    })
    const freed = await miro.on<Item>('PATCH', `/items/${note.id}`, { parent: { id: null } })
    expect(freed.body).toMatchObject({ position: { x: 800, y: 350, relativeTo: 'canvas_center' } })
    expect(freed.body.parent).toBeUndefined()
  })

  it('[MS21] a child must fit inside its frame, when made and when moved', async () => {
    const { id } = await frame()
    await refused(
      'POST',
      '/sticky_notes',
      { position: { x: 0, y: 0 }, parent: { id } },
      'position',
      'new position is outside of parent boundaries',
    )
    const note = await make('/sticky_notes', { position: { x: 100, y: 114 }, parent: { id } })
    await refused(
      'PATCH',
      `/items/${note.id}`,
      { position: { x: 760, y: 114 } },
      'position',
      'new position is outside of parent boundaries',
    )
    await refused(
      'PATCH',
      `/sticky_notes/${note.id}`,
      { geometry: { width: 300 } },
      'position',
      'new position is outside of parent boundaries',
    )
    await refused(
      'POST',
      '/shapes',
      { position: { x: 75, y: 75 }, geometry: { width: 140, height: 140, rotation: 45 }, parent: { id } },
      'position',
    )
    await refused('POST', '/sticky_notes', { parent: { id: note.id } }, 'parent.id')
    expect(await count()).toBe(2)
  })

  it('[MS22] children go where their frame goes; one that would stay outside keeps the frame from shrinking', async () => {
    const { id } = await frame()
    const note = await make('/sticky_notes', { position: { x: 600, y: 400 }, parent: { id } })
    await miro.on('PATCH', `/frames/${id}`, { position: { x: 0, y: 0 } })
    expect((await miro.on<Item>('GET', `/items/${note.id}`)).body.position).toMatchObject({ x: 600, y: 400 })
    await miro.on('PATCH', `/items/${note.id}`, { parent: { id: null } })
    expect((await miro.on<Item>('GET', `/items/${note.id}`)).body.position).toMatchObject({ x: 200, y: 100 })
    await miro.on('PATCH', `/items/${note.id}`, { parent: { id } })
    await refused('PATCH', `/frames/${id}`, { geometry: { width: 300, height: 300 } }, 'geometry', /outside of parent boundaries/)
    expect((await miro.on<Item>('PATCH', `/frames/${id}`, { geometry: { width: 700, height: 500 } })).status).toBe(200)
  })

  it('[MS23] removing a frame takes its children along, or leaves them on the board', async () => {
    const one = await frame()
    const child = await make('/sticky_notes', { position: { x: 200, y: 200 }, parent: { id: one.id } })
    await miro.on('DELETE', `/items/${one.id}`)
    expect((await miro.on('GET', `/items/${child.id}`)).status).toBe(404)
    await miro.control('PUT', '/quirks', { frameTakesChildren: false })
    const two = await frame()
    const left = await make('/sticky_notes', { position: { x: 200, y: 200 }, parent: { id: two.id } })
    expect((await miro.on('DELETE', `/frames/${two.id}`)).status).toBe(204)
    expect((await miro.on<Item>('GET', `/items/${left.id}`)).body.position).toMatchObject({ x: 800, y: 400, relativeTo: 'canvas_center' })
  })

  it('[MS24] PATCH /items moves and re-parents items of any kind, and takes nothing else', async () => {
    const note = await make('/sticky_notes', { data: { content: 'x' } })
    expect((await miro.on<Item>('PATCH', `/items/${note.id}`, { position: { x: 7 } })).body.position).toMatchObject({ x: 7, y: 0 })
    await refused('PATCH', `/items/${note.id}`, { data: { content: 'y' } }, 'data', 'Field [data] is not supported')
  })
})
