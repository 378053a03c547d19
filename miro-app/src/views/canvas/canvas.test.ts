import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOARD } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'
import { noteOn } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('the final canvas', () => {
  it('[FC1] is placed, gone to, and leads from an entry back to its note', async () => {
    panel.server.lab.start(1, 'mixed')
    const id = panel.server.note('C1.2', 'Portare acqua')
    panel.server.lab.do(panel.server.lab.oscar, { type: 'compileCanvas' })
    panel.server.connectBoard()
    panel.server.placeMeeting(1)
    panel.server.record(noteOn(id, 'note-1', 'Portare acqua'))
    panel.host.items.set('note-1', 'Portare acqua').set('canvas-1', '')
    panel.server.record({ type: 'itemsPlaced', body: { board: BOARD, items: [{ key: 'canvas', item: 'canvas-1', mark: 'm' }] } })
    await panel.start()
    await panel.tab('Canvas')
    await check('1 voce in 1 blocchi')
    await panel.press('Vai al canvas')
    await vi.waitFor(() => expect(panel.host.shown).toEqual([['canvas-1']]))
    await panel.press('Vai alla nota: Incontro 1 · Mixed 1 · C1.2')
    await vi.waitFor(() => expect(panel.host.shown[1]?.[0]).toBe('note-1'))
    await panel.press('Metti sulla lavagna')
    await vi.waitFor(() => expect(panel.sent('placeArea')).toEqual([{ type: 'placeArea', area: 'canvas' }]))
  })
})
