import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { PANEL } from './board-tab.ts'

/** The stage: the board with the facilitator's panel, and a frame for each person in Zoom. */
export class Stage {
  readonly page: Page
  /** Miro's page, and inside it the panel. */
  readonly board: FrameLocator
  readonly panel: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.board = page.frameLocator('iframe[title^="Lavagna Miro"]')
    this.panel = this.board.frameLocator(PANEL)
  }

  /** Everything is there: the panel in the lab, everybody's app with it. */
  async ready(): Promise<void> {
    await expect(this.panel.getByRole('tab', { name: 'Lavagna' })).toBeVisible({ timeout: 30_000 })
    for (const name of ['Anna Ferri', 'Bruno Conti', 'Carla Neri']) await expect(this.zoom(name).getByText(name).first()).toBeVisible()
  }

  zoom(name: string): FrameLocator {
    return this.page.frameLocator(`iframe[title^="Zoom di ${name}"]`)
  }

  /** The participant's own panel, inside Zoom. */
  app(name: string): FrameLocator {
    return this.zoom(name).frameLocator('iframe[title="Telaio"]')
  }

  /** Where Zoom says that somebody is. */
  room(name: string): Locator {
    return this.zoom(name).getByTestId('place')
  }

  async tab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  }

  /** A step of the guide that has ticked itself. */
  ticked(n: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Passo ${n}: .*, fatto$`) })
  }

  item(id: string): Locator {
    return this.board.locator(`.react-flow__node[data-id="${id}"]`)
  }

  /** A note that says this on the board. */
  note(text: string): Locator {
    return this.board.locator(`.react-flow__node[aria-label*="${text}"]`).filter({ hasNot: this.board.locator('.react-flow__node') })
  }

  /** Begins to wait, in the board's own page, for a note to be drawn there; gives when it was, by this machine's clock. */
  async awaitNote(text: string): Promise<{ drawn: () => Promise<number> }> {
    const handle = await this.board.locator('body').evaluateHandle((body, wanted) => {
      const there = () => body.querySelector(`.react-flow__node[aria-label*="${wanted}"]`) !== null
      const drawn = new Promise<number>((resolve) => {
        const look = () => {
          if (!there()) return
          watcher.disconnect()
          resolve(performance.timeOrigin + performance.now())
        }
        const watcher = new MutationObserver(look)
        watcher.observe(body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] })
        look()
      })
      return { drawn }
    }, text)
    return { drawn: () => handle.evaluate(({ drawn }) => drawn) }
  }

  /** When somebody's next click falls, by this machine's clock. */
  async awaitClick(name: string): Promise<{ clicked: () => Promise<number> }> {
    const handle = await this.app(name)
      .locator('body')
      .evaluateHandle((body) => {
        const clicked = new Promise<number>((resolve) =>
          body.addEventListener('click', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), { once: true, capture: true }),
        )
        return { clicked }
      })
    return { clicked: () => handle.evaluate(({ clicked }) => clicked) }
  }

  /** Whether one item lies within another, as they are drawn. */
  async liesIn(note: Locator, zone: Locator): Promise<boolean> {
    const [inner, outer] = [await note.boundingBox(), await zone.boundingBox()]
    if (!inner || !outer) return false
    const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2]
    return x > outer.x && x < outer.x + outer.width && y > outer.y && y < outer.y + outer.height
  }

  /** Writes a note by hand: the tool, a click into the zone, the words. */
  async stick(zone: Locator, text: string): Promise<void> {
    const box = await zone.boundingBox()
    if (!box) throw new Error('the zone is not in sight')
    await this.board.getByRole('button', { name: 'Nota', exact: true }).click()
    await this.page.mouse.click(box.x + box.width * 0.7, box.y + box.height * 0.75)
    const field = this.board.getByRole('textbox', { name: /Nota/i })
    await field.fill(text)
    await field.press('Escape')
  }
}
