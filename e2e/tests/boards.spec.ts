import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { readyLab } from '../support/lab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Product } from '../support/product.ts'

/** A placement is written item by item, at Miro's pace. */
const PLACED = { timeout: 60_000 }
const IN_ROOM = 'Sappiamo leggere le mappe'
const BY_HAND = 'Il ponte come piazza'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([])
}

test('a board is connected, a meeting placed, what was written there by hand read back, compiled, placed, and followed to its note', async ({
  browser,
}) => {
  const lab = await readyLab(product, 'Prova')
  const miro = new SandboxMiro(product)
  const board = await miro.board('Lavagna di prova')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const organiser = new Console(await context.newPage())
  const { page } = organiser
  await page.goto(await product.signInLink())
  await page.getByRole('link', { name: 'Prova' }).click()
  await organiser.go('Lavagne')

  // Miro's consent, in a tab of its own; here it is noticed
  const [consent] = await Promise.all([context.waitForEvent('page'), organiser.button('Collega Miro').click()])
  await consent.getByRole('button', { name: 'Consenti', exact: true }).click()
  await expect(consent.getByRole('heading', { name: 'Miro è collegato' })).toBeVisible()
  await consent.close()
  await page.bringToFront()
  await organiser.said('Miro è collegato.')

  await organiser.button('Crea un codice').click()
  await expect(page.locator('.panel-code')).toHaveText(/^[2-9A-Y]{4}-[2-9A-Y]{4}$/)
  await accessible(page)

  await page.getByLabel('Link della lavagna').fill('https://miro.com/app/dashboard/')
  await organiser.button('Collega la lavagna').click()
  await expect(page.getByText('Questo non è il link di una lavagna')).toBeVisible()
  await page.getByLabel('Link della lavagna').fill(`${product.sandbox}/miro/app/board/${encodeURIComponent(board)}/`)
  await organiser.button('Collega la lavagna').click()
  await expect(page.getByRole('link', { name: 'Lavagna di prova' })).toBeVisible()

  await organiser.button('Porta sulla lavagna: incontro 1').click()
  await expect(organiser.button('Aggiorna: incontro 1')).toBeVisible(PLACED)
  await expect(page.getByText(/Sulla lavagna, aggiornato il/)).toBeVisible()

  // a note from a room reaches its zone by itself; another is written there by hand, one more beside everything
  await lab.write('Anna', 'C1.2', IN_ROOM)
  await lab.say({ type: 'revealNotes', meeting: 1, zone: 'C1.2' }).catch(() => undefined)
  await expect.poll(async () => (await miro.items(board)).some((item) => item.content?.includes(IN_ROOM))).toBe(true)
  const { items } = await lab.api.view(lab.id)
  const zone = (await miro.items(board)).find(({ id }) => id === items.spots['m1/x2-2/C1.2']?.item)
  await miro.byHand(board, { do: 'create', kind: 'sticky_note', x: zone?.x, y: zone?.y, text: BY_HAND })
  await miro.byHand(board, { do: 'create', kind: 'sticky_note', x: -4000, y: 0, text: 'Fuori da tutto' })

  await organiser.button('Leggi adesso la lavagna Lavagna di prova').click()
  await organiser.said('Lettura finita: 2 note, 1 nuova.')
  await expect(organiser.rail.getByRole('link', { name: 'Lavagne' })).toContainText('1 da decidere')
  await page.getByText('Note fuori dai campi').click()
  const [stray] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Elemento 1' }).click()])
  await expect(stray.getByText('Fuori da tutto').first()).toBeVisible()
  await stray.close()
  await accessible(page)
  await page.setViewportSize({ width: 372, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(372)
  await page.setViewportSize({ width: 1280, height: 900 })

  await organiser.go(/Attraversare i confini/, 'Esiti')
  await expect(organiser.note(BY_HAND)).toContainText('scritta sulla lavagna')
  await expect(organiser.note(IN_ROOM)).toContainText('Anna')

  await organiser.go('Canvas finale')
  await organiser.button(/Compila/).click()
  await organiser.button('Porta sulla lavagna: canvas finale').click()
  await expect(organiser.button('Aggiorna: canvas finale')).toBeVisible(PLACED)
  await page.getByRole('link', { name: 'Saperi e risorse in comune' }).click()
  const entry = page.locator('.entry').filter({ hasText: BY_HAND })
  await entry.getByText('Da una nota').click()
  await expect(entry).toContainText('scritta sulla lavagna, senza nome')
  const link = entry.getByRole('link', { name: `Sulla lavagna: ${BY_HAND}` })
  const note = (await miro.items(board)).find((item) => item.type === 'sticky_note' && item.content?.includes(BY_HAND))
  expect(await link.getAttribute('href')).toContain(`moveToWidget=${note?.id}`)
  const [there] = await Promise.all([context.waitForEvent('page'), link.click()])
  await expect(there.getByText(BY_HAND).first()).toBeVisible()
  await context.close()
})
