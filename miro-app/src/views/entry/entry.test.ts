import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOARD, FakeServer } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('entering', () => {
  it('[EN1] a stranger types the code of the console, hears what is wrong with it, and is in', async () => {
    panel.close()
    const server = new FakeServer()
    server.code = 'K7QM-2XWD'
    panel = new OpenPanel({ server })
    await panel.panel.session.start()
    await check('Chi sei?')
    const field = panel.root.querySelector('input') as HTMLInputElement
    await panel.press('Entra')
    await check('Scrivi il codice')
    field.value = 'AAAA'
    await panel.press('Entra')
    await check('Questo codice non vale.')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    field.value = ' K7QM-2XWD '
    await panel.press('Entra')
    await check('Lavagna')
    expect(panel.root.querySelector('h1')?.textContent).toBe('Lab')
  })

  it('[EN2] a board of no lab is connected in two steps: consent in a tab of its own, noticed by itself, then the board', async () => {
    await panel.start()
    await panel.press('Collega Miro')
    await vi.waitFor(() => expect(panel.tabs).toEqual(['https://miro.example/consent']))
    await check('Finisci nella scheda di Miro')
    panel.server.miro = { configured: true, connected: true, lost: false }
    window.dispatchEvent(new Event('focus'))
    await check('Miro è collegato.')
    await panel.press('Collega questa lavagna')
    await check('Lavagna collegata.')
    expect(panel.server.lab.lab.boards.get(BOARD)?.meeting).toBeNull()
    await check('non ci sono ancora')
  })

  it('[EN3] where the browser opens no tab, the link is there to be pressed', async () => {
    panel.mayOpenTabs = false
    await panel.start()
    await panel.press('Collega Miro')
    await vi.waitFor(() => expect(panel.root.querySelector('a[href="https://miro.example/consent"]')).not.toBeNull())
  })

  it('[EN4] a server without Miro says so', async () => {
    panel.server.miro = { configured: false, connected: false, lost: false }
    await panel.start()
    await check('manca il collegamento con Miro')
    expect(panel.buttons('Collega Miro')).toEqual([])
  })
})
