import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chunksOf, lockKeys } from '../../lab/locking.ts'
import { BOARD } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

async function placed(): Promise<void> {
  panel.server.lab.start(2, 'work')
  panel.server.connectBoard()
  await panel.start()
  await place()
}
async function place(): Promise<void> {
  panel.server.record({ type: 'placementRequested', body: { area: 'm2', board: BOARD } })
  panel.server.record({ type: 'placementStarted', body: { area: 'm2', board: BOARD, left: 0, top: 0, items: 3 } })
  panel.server.placeMeeting(2)
  panel.server.record({ type: 'placementEnded', body: { area: 'm2', outcome: 'done' } })
}

describe('locking what was placed', () => {
  it('[LK1] is asked for once an area is placed, part by part, and noted at the end', async () => {
    await placed()
    panel.server.areaItems = Array.from({ length: 250 }, (_, i) => `34587645${i}`)
    await panel.sees('Blocca adesso i fogli')
    await panel.sees('Nessuna app può bloccare in Miro')
    await panel.press('Comincia')
    await panel.sees('la parte 1 di 2 (125 elementi)')
    await panel.press('Scegli sulla lavagna')
    await panel.sees('125 elementi scelti sulla lavagna.')
    await panel.press('Fatto, avanti')
    await panel.sees('la parte 2 di 2 (125 elementi)')
    await panel.press('Scegli sulla lavagna')
    await panel.press('Fatto: è tutto bloccato')
    await panel.sees(/Bloccato \d/)
    expect(panel.drops.marks.flat()).toEqual(panel.server.areaItems)
    expect(panel.sent('markLocked')).toEqual([{ type: 'markLocked', area: 'm2' }])
  })

  it('[LK2] is a reminder on the board’s tab until it is done, and is asked anew after a new placement', async () => {
    await placed()
    panel.server.areaItems = ['1']
    await panel.sees('1 da bloccare')
    await panel.press('Comincia')
    await panel.press('Scegli sulla lavagna')
    await panel.press('Fatto: è tutto bloccato')
    await vi.waitFor(() => expect(panel.text).not.toContain('da bloccare'))
    await place()
    await panel.sees('1 da bloccare')
    await panel.sees('Blocca adesso i fogli')
  })

  it('[LK3] choosing what is no longer there is said, and lets nobody say that it is locked', async () => {
    await placed()
    await panel.press('Comincia')
    await panel.press('Scegli sulla lavagna')
    await panel.sees('non c’è più nessuno di questi elementi')
    expect(panel.buttons(/^Fatto/)).toEqual([])
  })

  it('[LK4] items come in parts about as large as one another, and keys are those of the machine', () => {
    expect(chunksOf([])).toEqual([])
    expect(chunksOf(Array.from({ length: 401 }, (_, i) => String(i))).map((one) => one.length)).toEqual([134, 134, 133])
    expect([lockKeys('MacIntel'), lockKeys('Win32')]).toEqual(['⌘ + ⇧ + L', 'Ctrl + Shift + L'])
  })
})
