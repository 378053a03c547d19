// @vitest-environment node
import { type MiroTestServer, startMiroServer, type Tab } from '@telaio/sandbox/testing'
import type { ArmCall, ArmGave, ArmWork } from '@telaio/shared/api'
import { aFrame, aNote, aShape } from '@telaio/shared/contracts'
import type { NewBoardItem } from '@telaio/shared/ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExecutor, type Executor } from './executor.ts'
import { createPacer } from './pacer.ts'

let miro: MiroTestServer
let tab: Tab
let executor: Executor
const waits: number[] = []
const open = (): Executor =>
  createExecutor({
    sdk: () => tab.board,
    pacer: createPacer(miro.clock.now),
    now: miro.clock.now,
    wait: (ms) => {
      waits.push(ms)
      miro.clock.pass(ms)
      return Promise.resolve()
    },
  })
beforeEach(async () => {
  miro = await startMiroServer()
  tab = await miro.tab()
  executor = open()
  waits.length = 0
})
afterEach(async () => {
  await tab.close()
  await miro.close()
})

let count = 0
const hold = (): Promise<void> => Promise.resolve()
const have = (work: ArmWork, by: Executor = executor, held = hold): Promise<readonly ArmGave[]> => {
  const call: ArmCall = { ...work, id: `call-${++count}` }
  return by.carryOut(call, held)
}
async function make(...items: NewBoardItem[]): Promise<string[]> {
  const [gave] = await have({ do: 'create', items })
  if (gave?.gave !== 'made') throw new Error(JSON.stringify(gave))
  return gave.made.map(({ id }) => id)
}
const BOX = { left: 0, top: 0, width: 1000, height: 800 }
const inside = (id: string): NewBoardItem['parent'] => ({ id, box: BOX })
const where = (id: string) => miro.items().find((item) => item.id === id)

describe('the arm carries out', () => {
  it('[AR1] all or none: what was made before a failure is taken back, and what cannot be is unknown', async () => {
    const [frame = ''] = await make(aFrame(BOX))
    const outside = aShape({ left: 5000, top: 0, width: 200, height: 100 }, inside(frame))
    expect(await have({ do: 'create', items: [aNote('una', 100, 100, inside(frame)), outside] })).toMatchObject([
      { gave: 'error', code: 'refused', said: expect.stringContaining('outside') },
    ])
    expect(miro.items()).toHaveLength(1)
    miro.faults.set({ sdkFailing: [{ command: 'WIDGET_REMOVE', times: 1, message: 'No' }] })
    expect(await have({ do: 'create', items: [aNote('una', 100, 100, inside(frame)), outside] })).toMatchObject([
      { gave: 'error', code: 'unknown' },
    ])
  })

  it('[AR2] what a closed panel left beside its frame is put in by the next that reads', async () => {
    const [frame = ''] = await make(aFrame(BOX))
    let left = 3
    const dying = (): Promise<void> => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('connection lost')))
    expect(await have({ do: 'create', items: [aNote('una', 100, 100, inside(frame))] }, executor, dying)).toMatchObject([{ gave: 'made' }])
    left = 2
    expect(await have({ do: 'create', items: [aNote('due', 400, 100, inside(frame))] }, executor, dying)).toMatchObject([
      { gave: 'error', code: 'unknown' },
    ])
    const orphan = miro.items().find(({ data }) => String(data?.['content']).includes('due'))
    expect(orphan?.parent).toBeUndefined()
    const [gave] = await have({ do: 'items' }, open())
    expect(gave?.gave === 'items' && gave.items.map(({ parent }) => parent)).toEqual([null, frame, frame])
    expect(where(orphan?.id ?? '')?.parent?.id).toBe(frame)
    expect(await tab.board.storage.collection('telaio').get('arm')).toBeUndefined()
  })

  it('[AR2] what somebody moved away meanwhile stays where it is', async () => {
    const [frame = ''] = await make(aFrame(BOX))
    let left = 2
    const dying = (): Promise<void> => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('connection lost')))
    await have({ do: 'create', items: [aNote('una', 100, 100, inside(frame))] }, executor, dying)
    const id = miro.items().find(({ type }) => type === 'sticky_note')?.id ?? ''
    await miro.byHand({ do: 'move', items: [{ id, x: 4000, y: 0 }] })
    const [gave] = await have({ do: 'items' })
    expect(gave).toMatchObject({ gave: 'items', items: [{ id: frame }, { id, parent: null }] })
  })

  it('[AR2] where a frame was moved since the desk looked, what stands in it goes along', async () => {
    const [frame = ''] = await make(aFrame(BOX))
    await miro.byHand({ do: 'move', items: [{ id: frame, x: 5500, y: 400 }] })
    const [note = ''] = await make(aNote('una', 100, 100, inside(frame)))
    expect(where(note)).toMatchObject({ parent: { id: frame }, position: { x: 200, y: 214.5 } })
  })

  it('[AR3] without credits nothing begins; in the middle of a call it waits for them', async () => {
    miro.faults.set({ sdkCreditsPerMinute: 40 })
    const [none] = await have({ do: 'create', items: [aNote('una', 0, 0)] })
    expect(none).toMatchObject({ gave: 'error', code: 'busy' })
    expect(none?.gave === 'error' && none.retryAt).toBeGreaterThan(miro.clock.now())
    expect(miro.items()).toEqual([])
    miro.faults.clear()
    miro.clock.pass(120_000)
    miro.faults.set({ sdkCreditsPerMinute: 60 })
    expect(await make(aNote('una', 0, 0), aNote('due', 300, 0))).toHaveLength(2)
    expect(waits.length).toBeGreaterThan(0)
    expect(miro.items()).toHaveLength(2)
  })

  it('[AR3] keeps within what the SDK gives, and says when it goes on', async () => {
    const pacer = createPacer(miro.clock.now)
    expect(pacer.readyAt(90_000)).toBeLessThanOrEqual(miro.clock.now())
    pacer.spend(60_000)
    const ready = pacer.readyAt(40_000)
    expect(ready).toBeGreaterThan(miro.clock.now() + 59_000)
    expect(pacer.readyAt(30_000)).toBeLessThanOrEqual(miro.clock.now())
    miro.clock.pass(ready - miro.clock.now())
    expect(pacer.readyAt(40_000)).toBeLessThanOrEqual(miro.clock.now())
  })

  it('[AR6] a shape of another size is replaced by a new one; asked twice, by the same', async () => {
    const [frame = ''] = await make(aFrame(BOX))
    const [shape = ''] = await make(aShape({ left: 100, top: 100, width: 200, height: 100 }, inside(frame)))
    const change = {
      content: '<p>più grande</p>',
      style: { fill: '#ffffff' },
      place: { box: { left: 100, top: 100, width: 400, height: 300 }, parent: inside(frame) },
    }
    const [first] = await have({ do: 'update', item: shape, kind: 'shape', change })
    const id = first?.gave === 'made' ? (first.made[0]?.id ?? '') : ''
    expect(id).not.toBe(shape)
    expect(where(shape)).toBeUndefined()
    expect(where(id)).toMatchObject({ parent: { id: frame }, geometry: { width: 400, height: 300 }, position: { x: 300, y: 250 } })
    // the old one is still there: the call was broken off before it was taken away
    const [again = ''] = await make(aShape({ left: 100, top: 100, width: 200, height: 100 }, inside(frame)))
    expect(await have({ do: 'update', item: again, kind: 'shape', change })).toMatchObject([{ gave: 'made', made: [{ id }] }])
    expect(miro.items().map((item) => item.id)).toEqual([frame, id])
  })

  it('[AR7] connectors, tags and groups are no items; tables are other; long lists come in parts', async () => {
    const ids = await make(...Array.from({ length: 20 }, (_, n) => aNote(`n ${n}`, n * 300, 0)))
    await miro.byHand({ do: 'connect', from: ids[0] ?? '', to: ids[1] ?? '' })
    await miro.byHand({ do: 'group', ids: ids.slice(2, 4) })
    await tab.board.createTag({ title: 'tag' })
    await miro.byHand({ do: 'create', kind: 'table', x: 0, y: 900 })
    for (let row = 1; row <= 15; row += 1) await miro.byHand({ do: 'copy', ids: ids.slice(4), by: { x: 0, y: row * 300 } })
    const parts = await have({ do: 'items' })
    expect(parts.map((part) => part.gave === 'items' && [part.items.length, part.from, part.more])).toEqual([
      [250, 0, true],
      [11, 250, false],
    ])
    const kinds = new Set(parts.flatMap((part) => (part.gave === 'items' ? part.items.map(({ kind }) => kind) : [])))
    expect(kinds).toEqual(new Set(['note', 'other']))
  })
})
