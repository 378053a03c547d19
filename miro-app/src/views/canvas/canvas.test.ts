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
  it('[FC2] shows the links of the map from both ends, with the way to the other entry', async () => {
    const { lab } = panel.server
    lab.start(1, 'mixed')
    const add = (block: string, text: string): string =>
      lab.do(lab.oscar, { type: 'addEntry', block, text, sources: [] })['entry'] as string
    const [water, garden] = [add('B1', 'Portare acqua'), add('B2', 'Un orto comune')]
    lab.do(lab.oscar, { type: 'linkEntries', from: water, to: garden, kind: 'leads-to' })
    panel.server.connectBoard()
    panel.host.items.set('entry-2', '')
    panel.server.record({
      type: 'itemsPlaced',
      body: { board: BOARD, items: [{ key: `canvas/B2/${garden}`, item: 'entry-2', mark: 'm' }] },
    })
    await panel.start()
    await panel.tab('Canvas')
    await check('Le voci hanno 1 collegamento')
    await check('porta a B2 «Un orto comune»')
    await check('viene da B1 «Portare acqua»')
    await panel.press('Vai alla voce «Un orto comune»')
    await vi.waitFor(() => expect(panel.host.shown).toEqual([['entry-2']]))
  })

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
