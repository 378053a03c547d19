import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOARD } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('the board of a meeting', () => {
  it('[BD1] is placed at a press, followed in numbers, and can be stopped', async () => {
    panel.server.lab.start(2, 'work')
    panel.server.connectBoard()
    await panel.start()
    await panel.press('Metti sulla lavagna')
    await check('Posa in attesa')
    panel.server.record({ type: 'placementStarted', body: { area: 'm2', board: BOARD, left: 0, top: 0, items: 40 } })
    panel.server.placeMeeting(2)
    await check(/Posa in corso: \d+ di 40/)
    await panel.press('Interrompi')
    await check(/Posa interrotta: \d+ di 40/)
    expect(panel.sent('placeArea')).toEqual([{ type: 'placeArea', area: 'm2' }])
    expect(panel.sent('cancelPlacement')).toEqual([{ type: 'cancelPlacement', area: 'm2' }])
  })

  it('[BD2] a placement that failed says what Miro said, and goes on at a press', async () => {
    panel.server.lab.start(2, 'work')
    panel.server.connectBoard()
    await panel.start()
    await panel.press('Metti sulla lavagna')
    panel.server.record({ type: 'placementEnded', body: { area: 'm2', outcome: 'failed', problem: 'too many items' } })
    await check('Miro ha detto: too many items')
    await panel.press('Riprendi la posa')
    await vi.waitFor(() => expect(panel.sent('placeArea')).toHaveLength(2))
  })

  it('[BD3] says how many notes wait, and every trouble of a board with what to do', async () => {
    await atWork(panel)
    panel.server.note('C2.1', 'uno')
    await check('1 nota aspetta')
    for (const [trouble, words] of [
      ['busy', 'rallentare'],
      ['unreachable', 'non si raggiunge'],
      ['gone', 'non c’è più'],
      ['no-access', 'Collega di nuovo Miro'],
    ] as const) {
      panel.server.record({ type: 'boardTroubled', body: { board: BOARD, trouble } })
      await check(words)
    }
  })

  it('[BD4] another meeting’s own board is named and can be opened', async () => {
    panel.server.lab.start(2, 'work')
    panel.server.record({
      type: 'boardConnected',
      body: { board: 'board-2', meeting: 2, name: 'La seconda', link: 'https://miro.example/b2', writer: 'w'.repeat(43) },
    })
    await panel.start()
    await check('La seconda')
    expect(panel.root.querySelector('a[href="https://miro.example/b2"]')).not.toBeNull()
  })
})
