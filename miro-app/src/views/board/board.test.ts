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
      ['no-panel', 'Aspetto un pannello'],
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

  it('[BD5] who cannot give the permission claims the board by a name; without one nothing is sent', async () => {
    panel.server.lab.start(2, 'work')
    await panel.start()
    await check('Non puoi dare il permesso?')
    const field = panel.root.querySelector<HTMLInputElement>('.card details input.field')
    expect(field?.value).not.toBe('')
    if (field) field.value = '  '
    await panel.press('Usa questo pannello')
    await check('Scrivi un nome')
    expect(document.activeElement).toBe(field)
    expect(panel.server.lab.lab.boards.size).toBe(0)
    if (field) field.value = 'Del comune'
    await panel.press('Usa questo pannello')
    await check('Attraverso questo pannello')
    expect(panel.server.lab.lab.boards.get(BOARD)).toMatchObject({ name: 'Del comune', writer: null, by: panel.server.viewer })
  })

  it('[BD6] a panel through which the board is written says whether it must stay open, and that an account would do without', async () => {
    await atWork(panel)
    expect(panel.server.armed).toBe(0)
    panel.server.claimBoard('Del comune')
    await check('Tutto scritto.')
    panel.server.note('C2.1', 'uno')
    await check('tienilo aperto')
    expect(panel.root.querySelector('[role=status].callout')?.textContent).toContain('sta scrivendo')
    panel.server.miro.connected = true
    await panel.panel.link.check()
    await check('Collega questa lavagna')
    panel.server.connectBoard()
    await vi.waitFor(() => expect(panel.panel.arm.value).toBe('off'))
    expect(panel.text).not.toContain('Attraverso questo pannello')
  })

  it('[BD6] where another panel writes, this one says that it waits', async () => {
    panel.server.armRole = 'waits'
    await atWork(panel)
    panel.server.claimBoard('Del comune')
    await check('Sta scrivendo un altro pannello')
  })
})
