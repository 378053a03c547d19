import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { watchFaults } from '../support/faults.ts'
import { type ReadyLab, readyLab, ZOOM_NUMBER } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/** A folder for a picture of every page, for the eye: `SHOTS=/tmp/shots npm run test -w @telaio/e2e`. */
const SHOTS = process.env['SHOTS']

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Prova')
  for (const [name, zone] of [
    ['Anna', 'C1.2'],
    ['Bruno', 'C1.3'],
    ['Carla', 'C1.2'],
  ] as const)
    await lab.write(name, zone, `Nota di ${name} sul fiume`)
  await lab.say({ type: 'compileCanvas' })
})
test.afterAll(() => product.stop())

/**
 * Narrow is Zoom's side panel, and a phone. Each width is seen in each language; axe, which takes a second a page, looks at two that differ
 * in everything: width, language and colours.
 */
const looks = [
  { name: 'narrow, dark, Italian', width: 372, language: 'it', scheme: 'dark', axe: true },
  { name: 'wide, light, English', width: 1280, language: 'en', scheme: 'light', axe: true },
  { name: 'narrow, light, English', width: 372, language: 'en', scheme: 'light', axe: false },
  { name: 'wide, dark, Italian', width: 1280, language: 'it', scheme: 'dark', axe: false },
] as const
type Look = (typeof looks)[number]

async function openPage(browser: Browser, look: Look): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.scheme,
    locale: look.language === 'it' ? 'it-IT' : 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  return { page, faults: watchFaults(page) }
}

/** The page is in its language, fits its width, and axe, where it looks, finds nothing serious. */
async function isSound(page: Page, look: Look, name: string): Promise<void> {
  await test.step(name, async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', look.language)
    expect(await page.title()).not.toBe('')
    if (SHOTS !== undefined) {
      await mkdir(SHOTS, { recursive: true })
      await page.screenshot({ path: join(SHOTS, `${name} ${look.width} ${look.language}.png`.replaceAll(/[ /]+/g, '-')), fullPage: true })
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, 'pixels wider than the window').toBe(0)
    if (!look.axe) return
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`),
    ).toEqual([])
  })
}

for (const look of looks) {
  test(`the console: ${look.name}`, async ({ browser }) => {
    const { page, faults } = await openPage(browser, look)
    await page.goto(`${product.url}/console/`)
    await expect(page.getByRole('textbox')).toBeVisible()
    await isSound(page, look, 'sign-in')
    await page.goto(await product.signInLink())
    await expect(page.getByRole('link', { name: lab.title })).toBeVisible()
    await isSound(page, look, 'labs')
    const rooms = [
      '',
      '/people',
      '/people/import',
      '/people/invites',
      '/people/notice',
      '/groups',
      '/groups/plan',
      '/groups/print',
      '/groups/m1-2',
      '/calendar',
      '/boards',
    ]
    const meetings = [
      '/meetings/1',
      '/meetings/1/conduct',
      '/meetings/1/outputs',
      '/meetings/2/conduct',
      '/meetings/2/edit',
      '/meetings/2/run-sheet',
    ]
    for (const place of [
      'new',
      ...[...rooms, ...meetings, '/canvas', '/canvas/B1', '/settings', '/nowhere'].map((one) => `${lab.id}${one}`),
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#/labs/${place}`)
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toBeFocused()
      await expect(page.getByText(look.language === 'it' ? 'Carico…' : 'Loading…')).toHaveCount(0)
      await isSound(page, look, `console ${place.replace(lab.id, 'lab')}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test(`the panel as a plain page: ${look.name}`, async ({ browser }) => {
    const { page, faults } = await openPage(browser, look)
    await page.goto(`${product.url}/join/`)
    await expect(page.getByRole('textbox')).toBeVisible()
    await isSound(page, look, 'join without invite')
    await page.goto(`${product.url}/zoom/`)
    await expect(page.getByRole('textbox')).toBeVisible()
    await isSound(page, look, 'zoom outside Zoom')
    await page.goto(lab.invites['Anna'] ?? '')
    const begin = page.getByRole('button', { name: look.language === 'it' ? 'Comincia' : 'Begin' })
    await expect(begin).toBeVisible()
    await isSound(page, look, 'join welcome')
    await begin.click()
    await expect(page.getByRole('heading', { level: 1, name: look.language === 'it' ? /Carta d.imbarco/ : 'Boarding pass' })).toBeVisible()
    await isSound(page, look, 'join now')
    await page.getByRole('button', { name: look.language === 'it' ? 'Percorso' : 'Path' }).click()
    await isSound(page, look, 'join path')
    await page.getByRole('button', { name: look.language === 'it' ? 'Io' : 'Me', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await isSound(page, look, 'join me')
    await page.getByRole('button', { name: look.language === 'it' ? 'Cancella i miei dati…' : 'Erase my data…' }).click()
    await isSound(page, look, 'join erase')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test(`the sandbox’s Zoom: ${look.name}`, async ({ browser }) => {
    const { page, faults } = await openPage(browser, look)
    await page.goto(`${product.sandbox}/`)
    await expect(page.getByRole('textbox').first()).toBeVisible()
    await isSound(page, look, 'sandbox start')
    await page.goto(`${product.sandbox}/zoom/${ZOOM_NUMBER}`)
    await expect(page.getByRole('textbox')).toBeVisible()
    await isSound(page, look, 'sandbox lobby')
    const attendee = await Panel.inZoom(page, product, `Ospite ${look.width} ${look.language}`, 'attendee')
    await expect(attendee.inside.getByRole('heading', { level: 1 })).toBeVisible()
    await isSound(page, look, 'sandbox attendee')
    expect(faults).toEqual([])
    await page.context().close()
  })
}
