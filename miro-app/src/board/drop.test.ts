import { describe, expect, it, vi } from 'vitest'
import { planTemplate, SHEETS } from '@telaio/shared/board'
import { createDropBoard } from './drop.ts'
import { DropSdkDouble } from './testing/drop-sdk-double.ts'
import { findDropSdk } from './drop-sdk.ts'

const plan = planTemplate(
  SHEETS[0] ??
    (() => {
      throw new Error('no sheet')
    })(),
  'it',
  { left: 1000, top: 2000 },
)
const quiet = { onProgress: () => undefined }
const free = () => new AbortController().signal

function set() {
  const double = new DropSdkDouble()
  const waits: number[] = []
  const board = createDropBoard({ sdk: double.sdk, wait: async (ms) => void waits.push(ms), patience: 20 })
  return { double, board, waits }
}

describe('sheets put on the board by the Web SDK', () => {
  it('[DR1] the frame first, each item at its own place on the board, then joined to the frame', async () => {
    const { double, board } = set()
    const made: number[] = []
    const ids = await board.put(plan, { signal: free(), onProgress: (n) => made.push(n) })
    expect(made).toEqual(plan.items.map((_, i) => i + 1))
    expect(ids).toEqual([...double.items.keys()])
    const [frame, ...rest] = [...double.items.values()]
    expect(frame).toMatchObject({ kind: 'frame', title: 'Parcheggio' })
    expect(frame?.x).toBe(plan.box.left + plan.box.width / 2)
    for (const [i, item] of rest.entries()) {
      const { box } = plan.items[i + 1] ?? plan.items[0] ?? { box: plan.box }
      expect([item.x, item.y, item.parent]).toEqual([box.left + box.width / 2, box.top + box.height / 2, frame?.id])
    }
  })

  it('[DR2] bold words are bold, and nothing that people read is markup of ours', async () => {
    const { double, board } = set()
    await board.put(plan, { signal: free(), ...quiet })
    const words = [...double.items.values()].map(({ content }) => content ?? '')
    expect(words).toContain('<p><strong>Domande</strong></p>')
    expect(words).toContain('<p>Che cosa vogliamo capire?</p>')
  })

  it('[DR3] stopped, it takes back what it made, the frame last', async () => {
    const { double, board } = set()
    const stop = new AbortController()
    const put = board.put(plan, { signal: stop.signal, onProgress: (n) => void (n === 4 && stop.abort()) })
    await expect(put).rejects.toMatchObject({ why: 'cancelled', standing: [], unsure: false })
    expect(double.items.size).toBe(0)
    expect(double.removed).toHaveLength(4)
    expect(double.removed.at(-1)).toBe('1')
  })

  it('[DR4] a refusal in the middle takes back too; what cannot be taken back is told, and a lost answer makes it unsure', async () => {
    for (let at = 0; at < plan.items.length; at++) {
      const { double, board } = set()
      double.failAt = at
      await expect(board.put(plan, { signal: free(), ...quiet })).rejects.toMatchObject({ why: 'refused', standing: [], unsure: false })
      expect(double.items.size, `refused at ${at}`).toBe(0)
    }
    const { double, board } = set()
    double.silentAt = 3
    double.stuck = '2'
    await expect(board.put(plan, { signal: free(), ...quiet })).rejects.toMatchObject({ why: 'silent', standing: ['2'], unsure: true })
  })

  it('[DR5] without credits it waits and goes on; and not for ever', async () => {
    const { double, board, waits } = set()
    double.busyFor = 3
    expect(await board.put(plan, { signal: free(), ...quiet })).toHaveLength(plan.items.length)
    expect(waits).toHaveLength(3)
    double.busyFor = Infinity
    await expect(board.put(plan, { signal: free(), ...quiet })).rejects.toMatchObject({ why: 'busy' })
  })

  it('[DR6] free room is looked for around the middle of what is seen', async () => {
    const { double, board } = set()
    double.view = { x: 100, y: 200, width: 1000, height: 500 }
    expect(await board.freePlace({ width: 400, height: 300 })).toEqual({ left: 400 + 5000, top: 300 })
    expect(double.sought).toMatchObject({ x: 600, y: 450, width: 400, height: 300 })
  })

  it('[DR7] what was dropped is known by its mark; anything else is nobody’s', async () => {
    const { double, board } = set()
    const heard: unknown[] = []
    const stop = board.onDrop((...one) => heard.push(one))
    await vi.waitFor(() => expect(double.handlers.size).toBe(1))
    const picture = document.createElement('div')
    picture.dataset['template'] = 'sheet-parking'
    const inner = picture.appendChild(document.createElement('p'))
    for (const target of [inner, document.createElement('div')]) for (const tell of double.handlers) tell({ x: 1, y: 2, target })
    expect(heard).toEqual([['sheet-parking', { x: 1, y: 2 }]])
    stop()
    await vi.waitFor(() => expect(double.handlers.size).toBe(0))
  })

  it('[DR8] marks items in place of what was marked, and says how many are there', async () => {
    const { double, board } = set()
    await board.put(plan, { signal: free(), ...quiet })
    expect(await board.mark(['1', '2', 'gone'])).toBe(2)
    expect(double.selected).toEqual(['1', '2'])
    expect(await board.mark(['3'])).toBe(1)
    expect(double.selected).toEqual(['3'])
  })

  it('[DR9] a page outside Miro has none', () => {
    expect(findDropSdk({} as Window)).toBeNull()
  })
})
