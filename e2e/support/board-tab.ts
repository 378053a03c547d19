import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { Product } from './product.ts'

/** The frame of Telaio's panel in the sandbox's Miro. */
export const PANEL = 'iframe[src*="panel.html"]'

/** Franca's tab of a board, with Telaio's panel in it. */
export class BoardTab {
  readonly page: Page
  readonly panel: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.panel = page.frameLocator(PANEL)
  }

  /** Her tab of this board, with the panel open. */
  static async open(page: Page, product: Product, board: string): Promise<BoardTab> {
    const { port } = new URL(product.sandbox)
    await page.goto(`http://m1.localhost:${port}/miro/board/${encodeURIComponent(board)}?user=franca-riva`)
    const tab = new BoardTab(page)
    await tab.openPanel()
    return tab
  }

  async openPanel(): Promise<void> {
    await expect(async () => {
      await this.page.getByRole('button', { name: 'Apri l’app Telaio' }).click()
      await expect(this.panel.getByRole('main').first()).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 90_000 })
  }
  async closePanel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Chiudi il pannello' }).click()
  }
  /** By keyboard: it can be reached, and the key does it. */
  async press(what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await what.focus()
    await expect(what).toBeFocused()
    await this.page.keyboard.press(key)
  }
}
