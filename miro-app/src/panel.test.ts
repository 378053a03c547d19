import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenPanel } from './testing/open-panel.ts'
import { atWork } from './testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('whatever happens', () => {
  it('[RB1] a line that is down is said, takes nothing away, and its return is said', async () => {
    await atWork(panel)
    panel.server.breakLine()
    await check('La linea è interrotta')
    expect(panel.root.querySelector('h1')?.textContent).toBe('Lab')
    panel.server.isDown = false
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(panel.said).toContain('La linea è tornata.'), 4000)
    expect(panel.text).not.toContain('La linea è interrotta')
  })

  it('[RB2] parts are tabs: arrows move between them, one stop in the order of focus', async () => {
    await panel.start()
    const tabs = [...panel.root.querySelectorAll<HTMLElement>('[role=tab]')]
    expect(tabs.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1])
    tabs[0]?.focus()
    tabs[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('tab-canvas'))
    expect(panel.root.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe('tab-canvas')
  })

  it('[RB3] the language is the lab’s until somebody chooses; English has every word', async () => {
    await atWork(panel)
    await panel.press('Impostazioni')
    const english = [...panel.root.querySelectorAll<HTMLInputElement>('input[name=language]')][1]
    english?.click()
    await check('The lab’s boards')
    expect(document.documentElement.lang).toBe('en')
  })

  it('[RB4] every button has words, and every field a label', async () => {
    await atWork(panel)
    panel.server.note('C2.1', 'uno')
    for (const name of ['Lavagna', 'Conduci', 'Gruppi', 'Raccolta', 'Canvas']) {
      await panel.tab(name)
      await vi.waitFor(() => expect(panel.root.querySelector('[role=tabpanel]')?.textContent).not.toBe(''))
      for (const button of panel.root.querySelectorAll('button'))
        expect(button.getAttribute('aria-label') ?? button.textContent?.trim()).not.toBe('')
      for (const field of panel.root.querySelectorAll('select, input:not([type=radio])'))
        expect(
          (field.closest('label') ?? panel.root.querySelector(`label[for="${field.id}"]`))?.textContent?.trim(),
          field.outerHTML,
        ).toBeTruthy()
    }
  })
})
