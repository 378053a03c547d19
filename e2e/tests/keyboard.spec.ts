import { expect, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { press, tabTo } from '../support/focus.ts'
import { Product } from '../support/product.ts'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

test('from sign-in to a running meeting with the keyboard alone, the focus always in sight', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const organiser = new Console(page)
  const link = await product.signInLink()
  await page.goto(`${product.url}/console/`)
  await tabTo(page, page.getByLabel('Oppure incolla qui il link'))
  await page.keyboard.insertText(link)
  await page.keyboard.press('Enter')
  await expect(organiser.heading('I tuoi laboratori')).toBeFocused()
  await press(page, page.getByRole('main').getByText('Crea un laboratorio'))
  // the kits come after the form, and move what is under them
  await expect(page.getByRole('radio').first()).toBeVisible()
  await tabTo(page, page.getByLabel('Titolo del laboratorio'))
  await page.keyboard.type('A mani ferme')
  await press(page, organiser.button('Crea il laboratorio'), 'Space')
  await expect(organiser.heading('A mani ferme')).toBeFocused()
  await press(page, organiser.rail.getByRole('link', { name: /Incontro 1/ }))
  await press(page, page.locator('.tabs').getByRole('link', { name: 'Conduzione' }))
  await press(page, organiser.button('Apri l’incontro'))
  await press(page, organiser.button('Fai partire: Accoglienza'))
  const clock = page.getByRole('region', { name: 'Orologio dell’incontro' })
  await expect(clock).toContainText('Accoglienza')
  await press(page, organiser.button('Ferma il tempo'), 'Space')
  await expect(clock).toContainText('in pausa')
  await expect(organiser.button('Riprendi')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(clock).not.toContainText('in pausa')
  await press(page, organiser.button('5 minuti in più'))
  await expect(clock).toContainText('di 10 min, 5 in più')
  await press(page, organiser.button(/Passa a: Incontri a due/))
  await expect(clock).toContainText('Incontri a due')
  await press(page, organiser.button('Chiudi l’incontro'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(organiser.button('Chiudi l’incontro')).toBeFocused()
  await context.close()
})
