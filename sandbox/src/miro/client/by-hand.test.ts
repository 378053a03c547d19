import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entity, Item } from '../model/entities.ts'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'
import { openTab } from '../testing/tab.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const item = (id: string | undefined): Item => miro.world.board(miro.boardId).board.entities.get(id ?? '') as Item
const all = (): Entity[] => [...miro.world.board(miro.boardId).board.entities.values()]
const one = async (action: object): Promise<string> => (await miro.byHand({ do: 'create', x: 0, y: 0, ...action }))[0] ?? ''

describe('by hand', () => {
  it('[MS180] a person writes notes, texts, shapes, cards and frames; what they type is text', async () => {
    expect(item(await one({ kind: 'sticky_note', text: 'a < b\nc', style: { fillColor: 'pink' } }))).toMatchObject({
      type: 'sticky_note',
      content: '<p>a &lt; b</p><p>c</p>',
      style: { fillColor: 'pink' },
    })
    expect(item(await one({ kind: 'text', text: 'ciao' }))).toMatchObject({ type: 'text', content: '<p>ciao</p>' })
    expect(item(await one({ kind: 'text', text: 'Che cosa manca nel quartiere?' }))).toMatchObject({ height: 19 })
    expect(item(await one({ kind: 'text', text: 'largo', width: 600 }))).toMatchObject({ width: 600 })
    expect(item(await one({ kind: 'shape', shape: 'circle', width: 300, height: 200 }))).toMatchObject({
      shape: 'circle',
      width: 300,
      height: 200,
      style: { borderOpacity: 1 },
    })
    expect(item(await one({ kind: 'card', text: 'Da fare' }))).toMatchObject({ title: '<p>Da fare</p>' })
    expect(item(await one({ kind: 'frame', text: 'Gruppo', width: 50, height: 50 }))).toMatchObject({
      title: 'Gruppo',
      width: 100,
      height: 100,
    })
  })

  it('[MS181] what is dropped into a frame is its child, what is taken out is nobody’s; a frame drawn around takes in', async () => {
    const note = await one({ kind: 'sticky_note', x: 400, y: 400 })
    const frame = await one({ kind: 'frame', x: 400, y: 400, width: 600, height: 600 })
    expect(item(note).parentId).toBe(frame)
    await miro.byHand({ do: 'move', items: [{ id: note, x: 2000, y: 0 }] })
    expect(item(note).parentId).toBeNull()
    await miro.byHand({ do: 'move', items: [{ id: note, x: 450, y: 450 }] })
    expect(item(note)).toMatchObject({ parentId: frame, x: 450 })
    await miro.byHand({ do: 'move', items: [{ id: frame, x: 1400, y: 400 }] })
    expect(item(note)).toMatchObject({ parentId: frame, x: 1450, y: 450 })
    await miro.byHand({ do: 'nudge', ids: [frame, note], by: { x: 10, y: -1 } })
    expect(item(note)).toMatchObject({ parentId: frame, x: 1460, y: 449 })
  })

  it('[MS182] resizing keeps a note’s proportions; a frame made small lets go of what stands outside', async () => {
    const note = await one({ kind: 'sticky_note', x: 250, y: 0 })
    const frame = await one({ kind: 'frame', width: 800, height: 800 })
    await miro.byHand({ do: 'resize', id: note, x: 250, y: 0, width: 100, height: 999 })
    expect(item(note)).toMatchObject({ width: 100, height: (100 * 228) / 199, parentId: frame })
    await miro.byHand({ do: 'resize', id: frame, x: 0, y: 0, width: 300, height: 300 })
    expect(item(note).parentId).toBeNull()
  })

  it('[MS183] copies keep frames with children, connectors between copies, and groups apart', async () => {
    const [a, b] = [await one({ kind: 'sticky_note', x: -100 }), await one({ kind: 'sticky_note', x: 150 })]
    const frame = await one({ kind: 'frame', width: 800, height: 800 })
    await miro.byHand({ do: 'connect', from: a, to: b })
    await miro.byHand({ do: 'group', ids: [a, b] })
    const copies = await miro.byHand({ do: 'copy', ids: [frame], by: { x: 2000, y: 0 } })
    const copied = copies.map((id) => miro.world.board(miro.boardId).board.entities.get(id))
    expect(copied.map((entity) => entity?.type ?? '').toSorted((former, latter) => former.localeCompare(latter))).toEqual([
      'connector',
      'frame',
      'sticky_note',
      'sticky_note',
    ])
    const newFrame = copied.find((entity) => entity?.type === 'frame')
    const notes = copied.filter((entity) => entity?.type === 'sticky_note') as Item[]
    expect(notes.map(({ parentId }) => parentId)).toEqual([newFrame?.id, newFrame?.id])
    expect(copied.find((entity) => entity?.type === 'connector')).toMatchObject({
      start: { item: notes[0]?.id },
      end: { item: notes[1]?.id },
    })
    expect(notes[0]?.groupId).toBeTruthy()
    expect(notes[0]?.groupId).not.toBe(item(a).groupId)
  })

  it('[MS184] colour, layers, group, delete; a frame goes with its children', async () => {
    const [a, b] = [await one({ kind: 'sticky_note' }), await one({ kind: 'shape' })]
    await miro.byHand({ do: 'colour', ids: [a, b], fillColor: 'blue' })
    expect(item(a).type === 'sticky_note' && item(a)).toMatchObject({ style: { fillColor: 'blue' } })
    await miro.byHand({ do: 'layers', ids: [a], move: 'front' })
    expect(item(a).z).toBeGreaterThan(item(b).z)
    const frame = await one({ kind: 'frame', width: 800, height: 800 })
    await miro.byHand({ do: 'delete', ids: [frame] })
    expect(all()).toEqual([])
  })

  it('[MS185] each takes back their own work, step by step, and does it again', async () => {
    const note = await one({ kind: 'sticky_note', text: 'a' })
    await miro.byHand({ do: 'write', id: note, text: 'b' })
    await miro.byHand({ do: 'move', items: [{ id: note, x: 500, y: 0 }] })
    await miro.byHand({ do: 'create', kind: 'sticky_note', x: 9000, y: 0 }, 'ines-bianchi')
    await miro.byHand({ do: 'undo' })
    expect(item(note)).toMatchObject({ x: 0, content: '<p>b</p>' })
    await miro.byHand({ do: 'undo' })
    expect(item(note)).toMatchObject({ content: '<p>a</p>' })
    await miro.byHand({ do: 'redo' })
    expect(item(note)).toMatchObject({ content: '<p>b</p>' })
    await miro.byHand({ do: 'delete', ids: [note] })
    await miro.byHand({ do: 'undo' })
    expect(item(note)).toMatchObject({ content: '<p>b</p>' })
    expect(all()).toHaveLength(2)
  })

  it('[MS186] who may only look changes nothing', async () => {
    await miro.control('PATCH', `/boards/${encodeURIComponent(miro.boardId)}`, { teamAccess: 'comment' })
    const { status, body } = await miro.control('POST', `/boards/${encodeURIComponent(miro.boardId)}/by-hand`, {
      user: 'ines-bianchi',
      action: { do: 'create', kind: 'text', x: 0, y: 0 },
    })
    expect([status, body]).toMatchObject([403, { code: 'insufficientPermissions' }])
  })

  it('[MS187] every tab sees the whole board at once and then each change', async () => {
    const note = await one({ kind: 'sticky_note', text: 'a' })
    const tab = await openTab(miro, 'ines-bianchi')
    expect(tab.state).toMatchObject({
      board: { id: miro.boardId, name: 'Bacheca di prova', team: 'Team della sandbox' },
      me: { key: 'ines-bianchi', role: 'editor' },
      appUrl: 'http://m3.localhost:3000/miro/',
      entities: [{ id: note, content: '<p>a</p>' }],
      history: { undo: false },
    })
    await miro.byHand({ do: 'write', id: note, text: 'b' }, 'ines-bianchi')
    await miro.byHand({ do: 'delete', ids: [note] })
    await miro.byHand({ do: 'rename', name: 'Altro nome' })
    await tab.settled()
    expect(tab.frames('change')).toMatchObject([
      { set: [{ id: note, content: '<p>b</p>' }], gone: [], history: { undo: true } },
      { set: [], gone: [note] },
    ])
    expect(tab.frames('head')).toMatchObject([{ name: 'Altro nome' }])
    await tab.close()
  })
})
