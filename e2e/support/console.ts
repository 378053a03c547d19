import { expect, type Locator, type Page } from '@playwright/test'

/** What the organiser does in the console, in Italian. */
export class Console {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The rail at the side: rooms of the lab and its six meetings. */
  get rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Laboratorio' })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name })
  }

  /** What the console said last of what it did. */
  async said(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('.announcer')).toContainText(text)
  }

  /** Goes to a room by the rail, and to a part of it by its tab. */
  async go(room: string | RegExp, tab?: string): Promise<void> {
    await this.rail.getByRole('link', { name: room }).click()
    if (tab !== undefined) await this.page.locator('.tabs').getByRole('link', { name: tab }).click()
  }

  /** A note's card, wherever notes are listed. */
  note(text: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: text })
      .filter({ has: this.page.locator('.note-text') })
  }

  async noteAction(text: string, action: string): Promise<void> {
    const note = this.note(text)
    await note.getByLabel('Azioni sulla nota').click()
    await note.getByRole('button', { name: action }).click()
  }
}
