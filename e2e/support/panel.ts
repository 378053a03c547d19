import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { ZOOM_NUMBER } from './lab.ts'
import type { Product } from './product.ts'

/** The participant's panel: a frame in the sandbox's Zoom client, or a plain page opened by an invite. */
export class Panel {
  readonly page: Page
  readonly inside: FrameLocator | Page

  constructor(page: Page, inside: FrameLocator | Page) {
    this.page = page
    this.inside = inside
  }

  /** Joins the sandbox's meeting in a client of its own. */
  static async inZoom(page: Page, product: Product, name: string, role: 'host' | 'coHost' | 'attendee' | 'guest'): Promise<Panel> {
    const answer = await page.request.post(`${product.sandbox}/zoom/api/meetings/${ZOOM_NUMBER}/attendees`, { data: { name, role } })
    const { url } = (await answer.json()) as { url: string }
    await page.goto(url)
    return new Panel(page, page.frameLocator('iframe[title="Telaio"]'))
  }

  /** Comes into the sandbox's meeting by its door, as anybody does: a name, a role, a client of one's own. */
  static async byTheDoor(door: Page, name: string, role: 'Host' | 'Partecipante' | 'Ospite'): Promise<Panel> {
    await door.getByLabel('Nome').fill(name)
    await door.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
    const [page] = await Promise.all([
      door.context().waitForEvent('page'),
      door.getByRole('button', { name: 'Entra in una nuova scheda' }).click(),
    ])
    return new Panel(page, page.frameLocator('iframe[title="Telaio"]'))
  }

  static async byInvite(page: Page, link: string): Promise<Panel> {
    await page.goto(link)
    return new Panel(page, page)
  }

  /** Where Zoom's own window says that this attendee is. */
  get place(): Locator {
    return this.page.getByTestId('place')
  }

  async giveInvite(link: string): Promise<void> {
    await this.inside.getByText('Ho un invito').click()
    await this.inside.getByLabel('Il tuo link d’invito').fill(link)
    await this.inside.getByRole('button', { name: 'Entra', exact: true }).click()
  }

  async begin(): Promise<void> {
    await this.inside.getByRole('button', { name: 'Comincia' }).click()
    await expect(this.inside.getByRole('banner')).toBeVisible()
  }

  /** A zone's card, unfolded. */
  async zone(title: string): Promise<Locator> {
    const card = this.inside.getByRole('region', { name: title })
    await expect(card).toBeVisible()
    const fold = card.getByRole('button', { name: title, expanded: false })
    if (await fold.isVisible()) await fold.click()
    return card
  }

  note(text: string): Locator {
    return this.inside.getByRole('article').filter({ hasText: text })
  }

  /** Writes a note that the group sees at once. */
  async write(zone: string, text: string): Promise<void> {
    const card = await this.zone(zone)
    await card.getByRole('textbox').first().fill(text)
    await card.getByRole('button', { name: 'Aggiungi la nota' }).click()
    await expect(this.note(text)).toHaveCount(1)
    await expect(this.note(text)).toBeVisible()
  }
}
