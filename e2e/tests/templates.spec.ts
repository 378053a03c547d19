import { AxeBuilder } from '@axe-core/playwright'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { PANEL } from '../support/board-tab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Product } from '../support/product.ts'
import { Stage } from '../support/stage.ts'

/** A sheet is made item by item, and a placement at Miro's pace. */
const SLOW = { timeout: 60_000 }

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

/** The panel alone: the board around it is the sandbox's. */
async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include([PANEL, 'body']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([])
}

/** Nothing of the panel is wider than it. */
async function fits(panel: FrameLocator): Promise<void> {
  expect(
    await panel
      .locator('body')
      .evaluate(({ ownerDocument: { documentElement } }) => documentElement.scrollWidth - documentElement.clientWidth),
  ).toBe(0)
}

/** Goes on with Tab until the focus is on it, inside the panel. */
async function tabTo(page: Page, panel: FrameLocator, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const said = await panel.locator('body').evaluate(({ ownerDocument }) => {
      const focused = ownerDocument.activeElement as HTMLElement
      return focused.getAttribute('aria-label') ?? focused.textContent ?? ''
    })
    if (name.test(said.trim())) return
  }
  throw new Error(`Tab does not come to ${String(name)}`)
}

test('a facilitator with the keyboard finds a template, looks at it and puts it on the board; drags another; places, and locks', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const first = await context.newPage()
  await first.goto(product.stageLink)
  const stage = new Stage(first)
  await stage.ready()
  const address = (await first.locator('iframe[title^="Lavagna Miro"]').getAttribute('src')) ?? ''
  await first.close()

  const page = await context.newPage()
  await page.goto(new URL(address, product.sandbox).href)
  const panel = page.frameLocator(PANEL)
  // the app hears its icon once its unseen page is there
  await expect(async () => {
    await page.getByRole('button', { name: 'Apri l’app Telaio' }).click()
    await expect(page.locator(PANEL)).toBeVisible({ timeout: 2000 })
  }).toPass(SLOW)
  await expect(panel.getByRole('tab', { name: /^Lavagna/ })).toBeVisible(SLOW)
  const api = await product.api()
  const { labs } = await api.labs()
  const lab = labs[0]?.id ?? ''
  const board = Object.keys((await api.view(lab)).items.boards)[0] ?? ''
  const miro = new SandboxMiro(product)
  const words = async (): Promise<string> => (await miro.items(board)).map((item) => item.content ?? '').join(' ')
  const harvest = async (): Promise<number> => {
    await api.send(lab, { id: crypto.randomUUID().replaceAll('-', ''), type: 'harvestBoard', board })
    await expect.poll(async () => (await api.view(lab)).items.boards[board]?.reading, SLOW).toBe(false)
    return Object.keys((await api.view(lab)).items.strays).length
  }

  // the area, looked at before it is placed
  await panel.getByText('Guarda prima come sarà').click()
  await expect(panel.locator('.area-preview svg')).toBeVisible()
  await accessible(page)
  await fits(panel)
  await panel.getByText('Guarda prima come sarà').click()

  // by keyboard: the library, a word, the preview, the board
  await panel.getByRole('tab', { name: /^Lavagna/ }).focus()
  await tabTo(page, panel, /^Apri i modelli$/)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: 'Modelli' })).toBeFocused()
  await expect(panel.getByText(/^\d\d modelli$/)).toBeVisible()
  await accessible(page)
  await fits(panel)
  await tabTo(page, panel, /^$/)
  await page.keyboard.type('swot')
  await expect(panel.getByRole('heading', { name: 'Analisi SWOT' })).toBeVisible()
  await tabTo(page, panel, /^Guarda: Analisi SWOT$/)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: 'Analisi SWOT' })).toBeFocused()
  await expect(panel.getByRole('img', { name: 'Anteprima: Analisi SWOT' })).toBeVisible()
  await expect(panel.getByText('Licenza CC-BY-SA-4.0')).toBeVisible()
  await accessible(page)
  await fits(panel)
  await tabTo(page, panel, /^Metti sulla lavagna$/)
  await page.keyboard.press('Enter')
  await expect(panel.getByText('«Analisi SWOT» è sulla lavagna, davanti a te.').first()).toBeVisible(SLOW)
  await accessible(page)
  for (const lane of ['Forze', 'Debolezze', 'Opportunità', 'Minacce']) expect(await words()).toContain(`<strong>${lane}</strong>`)
  await expect(page.locator('.react-flow__node').filter({ hasText: 'Analisi SWOT' }).first()).toBeInViewport()
  expect(await harvest()).toBe(0)

  // by pointer: the picture, onto the board
  await panel.getByRole('button', { name: 'Tutti i modelli' }).click()
  await panel.getByRole('searchbox').fill('parcheggio')
  const picture = panel.locator('.template-picture.small[data-template="sheet-parking"]')
  const from = await picture.boundingBox()
  if (!from) throw new Error('no picture')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(700, 300, { steps: 5 })
  await page.mouse.move(900, 500, { steps: 5 })
  await page.mouse.up()
  await expect(panel.getByText('«Parcheggio» è sulla lavagna, davanti a te.').first()).toBeVisible(SLOW)
  expect(await words()).toContain('Che cosa vogliamo capire?')
  expect(await harvest()).toBe(0)
  await panel.getByRole('button', { name: 'Torna alla lavagna' }).click()
  await expect(panel.getByRole('button', { name: 'Apri i modelli' })).toBeFocused()

  // an area is placed, then locked by hand
  await panel.getByRole('button', { name: 'Metti sulla lavagna', exact: true }).click()
  await expect(panel.getByRole('heading', { name: 'Blocca adesso i fogli' })).toBeVisible(SLOW)
  await expect(panel.getByRole('tab', { name: /Lavagna.*1 da bloccare/ })).toBeVisible()
  await accessible(page)
  await panel.getByRole('button', { name: 'Comincia' }).press('Enter')
  for (;;) {
    await panel.getByRole('button', { name: 'Scegli sulla lavagna' }).press('Enter')
    await expect(panel.getByText(/\d+ elementi scelti sulla lavagna/).first()).toBeVisible()
    await accessible(page)
    await fits(panel)
    const next = panel.getByRole('button', { name: 'Fatto, avanti' })
    if (!(await next.isVisible())) break
    await next.press('Enter')
  }
  await panel.getByRole('button', { name: 'Fatto: è tutto bloccato' }).press('Enter')
  await expect(panel.getByText(/Bloccato \d/)).toBeVisible()
  expect(Object.values((await api.view(lab)).items.placements)[0]?.lockedAt).not.toBeNull()
  expect(await harvest()).toBe(0)

  // any sheet, from the header
  await panel.getByRole('button', { name: 'Vai a un foglio' }).press('Enter')
  await panel.getByLabel('Foglio', { exact: true }).selectOption({ label: 'Bosco' })
  await accessible(page)
  await panel.getByRole('button', { name: 'Vai: Bosco' }).press('Enter')
  await expect(panel.getByRole('status').filter({ hasText: 'Davanti a te: Bosco.' })).toBeAttached()
  await context.close()
})
