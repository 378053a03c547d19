import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/** A folder for pictures, for the eye; as in `pages.spec.ts`. */
const SHOTS = process.env['SHOTS']
const ZONE = 'Che cosa sappiamo fare'

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Voci nelle stanze')
})
test.afterAll(() => product.stop())

/** Axe, and nothing wider than the page; pictures at the widths of panels. */
async function look(page: Page, name: string, widths: readonly number[] = [372, 320]): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  if (SHOTS === undefined) return
  await mkdir(SHOTS, { recursive: true })
  const size = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true })
  }
  if (size) await page.setViewportSize(size)
}

async function enter(browser: Browser, name: string, colorScheme: 'light' | 'dark', width: number): Promise<Panel> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
  const panel = await Panel.byInvite(await context.newPage(), lab.invites[name] ?? '')
  await panel.begin()
  return panel
}

test('[VC7] the panel’s JavaScript at first load, Zoom’s SDK with it, is at most 70 KB', async () => {
  const dist = new URL('../../zoom-app/dist/', import.meta.url)
  const page = await readFile(new URL('index.html', dist), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name)
  // what is asked ahead, and the panel
  expect(scripts).toHaveLength(2)
  const zoom = (await readdir(new URL('assets/', dist))).filter((name) => /^zoom-.*\.js$/.test(name))
  expect(zoom).toHaveLength(1)
  const sizes = await Promise.all(
    [...scripts, `assets/${zoom[0]}`].map(async (name) => gzipSync(await readFile(new URL(name, dist)), { level: 9 }).length),
  )
  const sum = sizes.reduce((all, one) => all + one, 0)
  console.log(`first load: ${sizes.join(' + ')} = ${sum} bytes`)
  expect(sum).toBeLessThanOrEqual(70_000)
})

test('what facilitators say reaches its rooms, once; groups sum up; a vote is opened on the spot', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })).newPage()
  await page.goto(await product.signInLink())
  const desk = new Console(page)
  await page.getByRole('link', { name: lab.title }).first().click()
  await desk.go(/Incontro 1/, 'Conduzione')
  const messages = page.getByRole('region', { name: 'Messaggi alle stanze' })
  const said = (panel: Panel) => panel.inside.getByRole('region', { name: 'Da chi facilita' })

  // one group, then everybody; a person who comes later finds both
  const anna = await enter(browser, 'Anna', 'light', 372)
  await messages.getByLabel('Testo').fill('Mancano dieci minuti: scegliete chi racconta.')
  await messages.getByLabel('Ad alcuni gruppi').check()
  await messages.getByLabel('Torrente').check()
  await messages.getByRole('button', { name: 'Manda' }).click()
  await desk.said('Mandato.')
  await expect(said(anna)).toContainText('scegliete chi racconta')
  await expect(anna.inside.getByTestId('announcer')).toContainText('scegliete chi racconta')
  await messages.getByLabel('Che cosa mandi').selectOption('prompt')
  await messages.getByLabel('Testo').fill('Guardate anche ai costi.')
  await messages.getByLabel('A tutti, plenaria compresa').check()
  await messages.getByRole('button', { name: 'Manda' }).click()
  await expect(said(anna)).toContainText('Guardate anche ai costi.')
  await expect(messages.getByText('Già mandati (2)')).toBeVisible()
  await look(anna.page, 'messages-light')
  const bruno = await enter(browser, 'Bruno', 'dark', 320)
  await expect(said(bruno)).toContainText('scegliete chi racconta')
  const carla = await enter(browser, 'Carla', 'light', 372)
  await expect(said(carla)).toContainText('Guardate anche ai costi.')
  await expect(carla.inside.getByText('scegliete chi racconta')).toHaveCount(0)

  // put away by keyboard, and so it stays after a reload; it is not said a second time
  await said(anna)
    .getByRole('button', { name: /Ho letto/ })
    .press('Enter')
  await expect(anna.inside.getByText('scegliete chi racconta')).toHaveCount(0)
  await anna.page.reload()
  await expect(said(anna)).toContainText('Guardate anche ai costi.')
  await expect(anna.inside.getByText('scegliete chi racconta')).toHaveCount(0)
  await expect(anna.inside.getByTestId('announcer')).toHaveText('')

  // two of a group write its summary at once: both are shown, nothing is lost
  const summary = (panel: Panel) => panel.inside.getByRole('region', { name: 'La sintesi del gruppo' })
  await summary(bruno).getByRole('button', { name: 'Scrivi la sintesi' }).click()
  await summary(bruno).getByRole('textbox').fill('Servono mappe.')
  await summary(anna).getByRole('button', { name: 'Scrivi la sintesi' }).click()
  await summary(anna).getByRole('textbox').fill('Serve tempo.')
  await summary(anna).getByRole('button', { name: 'Salva la sintesi' }).click()
  await expect(summary(bruno)).toContainText('Nel frattempo Anna ha scritto:')
  await expect(summary(bruno)).toContainText('Serve tempo.')
  await expect(summary(bruno).getByRole('textbox')).toHaveValue('Servono mappe.')
  await look(bruno.page, 'summary-dark')
  await summary(bruno).getByRole('button', { name: 'Tieni il mio testo' }).click()
  await summary(bruno).getByRole('button', { name: 'Salva la sintesi' }).click()
  await expect(summary(anna)).toContainText('Servono mappe.')
  await expect(summary(anna)).toContainText('Scritta da Bruno')
  const summaries = page.getByRole('region', { name: 'Sintesi dei gruppi' })
  await expect(summaries).toContainText('Servono mappe.')
  await summaries.getByRole('button', { name: 'Mostrale a tutti' }).click()
  await expect(carla.inside.getByText('Le sintesi dei gruppi (1)')).toBeVisible()

  // one's own order of the notes, by keyboard alone
  for (const text of ['Potare', 'Cucire', 'Contare']) await anna.write(ZONE, text)
  const card = await anna.zone(ZONE)
  await card.getByLabel('Ordine').selectOption('own')
  await card.getByRole('button', { name: 'Su: Contare' }).press('Enter')
  await expect(anna.inside.getByTestId('announcer')).toContainText('Nota 2 di 3')
  await card.getByRole('button', { name: 'Su: Contare' }).press('Alt+ArrowUp')
  await expect(card.getByRole('article')).toContainText(['Contare', 'Potare', 'Cucire'])
  await expect(card.getByRole('button', { name: 'Su: Contare' })).toBeFocused()
  await look(anna.page, 'own-order-light')

  // a vote that the kit did not foresee, of one group
  const vote = page.getByRole('region', { name: 'Apri un voto' })
  await vote.getByLabel('Di chi').selectOption({ label: 'Solo di Torrente: vota solo quel gruppo' })
  await vote.getByRole('button', { name: 'Apri il voto' }).click()
  await desk.said('Voto aperto')
  const ballot = await bruno.zone(`Voto: ${ZONE}`)
  await ballot.getByRole('button', { name: 'Dai un punto a: Cucire' }).click()
  await expect(ballot).toContainText('Voto salvato.')
  await expect(carla.inside.getByText(`Voto: ${ZONE}`)).toHaveCount(0)
  await look(bruno.page, 'vote-dark')
  // one ballot would say who chose what: the count waits for three
  const reveal = page.getByRole('button', { name: /Mostra il risultato.*Voto/ })
  await expect(page.getByText('Il risultato si mostra da 3 schede in su', { exact: false })).toBeVisible()
  await expect(reveal).toHaveCount(0)
  const person = Object.values((await lab.api.view(lab.id)).items.people).find(({ name }) => name === 'Carla')?.id ?? ''
  await lab.say({ type: 'movePerson', person, from: 'm1/x2-2', to: 'm1/x2-1' })
  for (const voter of [anna, carla])
    await (await voter.zone(`Voto: ${ZONE}`)).getByRole('button', { name: 'Dai un punto a: Cucire' }).click()
  await reveal.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mostra il risultato' }).click()
  await expect((await anna.zone(`Voto: ${ZONE}`)).getByText('3 persone hanno votato')).toBeVisible()
  await look(page, 'console', [1280, 372])
})
