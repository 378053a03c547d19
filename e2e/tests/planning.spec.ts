import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { newCommandId } from '@telaio/shared/client'
import { Console } from '../support/console.ts'
import { watchFaults } from '../support/faults.ts'
import { press, tabTo } from '../support/focus.ts'
import { Product } from '../support/product.ts'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())
// hundreds of stops with Tab, each looked at
test.setTimeout(180_000)

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )

/** A lab whose six meetings have dates, and an organiser at its second meeting's plan. */
async function atMeetingTwo(browserContext: BrowserContext, lab: string): Promise<{ page: Page; organiser: Console; faults: string[] }> {
  const page = await browserContext.newPage()
  const faults = watchFaults(page)
  await page.goto(await product.signInLink())
  await expect(page.getByRole('heading', { name: 'I tuoi laboratori' })).toBeVisible()
  await page.goto(`${product.url}/console/#/labs/${lab}/meetings/2`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Leggere insieme')
  return { page, organiser: new Console(page), faults }
}

async function newLab(title: string) {
  const api = await product.api()
  const { id } = await api.makeLab({ id: newCommandId(), title })
  const say = (command: object) => api.send(id, { id: newCommandId(), ...command } as Parameters<typeof api.send>[1])
  await say({ type: 'scheduleMeeting', meeting: 2, date: '2027-01-13', time: '17:00', zoomLink: 'https://zoom.us/j/84512345678' })
  return { id, api, say }
}

test('with the keyboard alone: minutes, a move, a warning, saving; a colleague’s change meanwhile loses nothing', async ({ browser }) => {
  const lab = await newLab('Un’agenda che cambia')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page, organiser, faults } = await atMeetingTwo(context, lab.id)
  await press(page, page.getByRole('link', { name: 'Modifica il programma' }))
  await expect(organiser.heading('Agenda')).toBeVisible()
  const total = page.locator('.plan-total')
  await expect(total).toContainText('Dalle 17:00 alle 19:30')
  await expect(total).toContainText('I minuti tornano')
  const rows = page.locator('.tl-block')
  const titles = () => page.locator('.tl-title').allTextContents()

  // minutes by typing: the end follows at once
  const framing = page.getByLabel('Minuti di «Questioni complesse, cause molteplici»')
  await tabTo(page, framing)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('45')
  await expect(total).toContainText('Dalle 17:00 alle 20:00')
  await expect(total).toContainText('30 minuti di troppo')
  await expect(page.locator('.plan-warnings')).toContainText('45 minuti di ascolto')
  await expect(rows.last()).toContainText('oltre la fine prevista')

  // a warning leads to its block
  await press(page, organiser.button('Vai a «Questioni complesse, cause molteplici»').first())
  await expect(page.locator('.tl-title', { hasText: 'Questioni complesse' })).toBeFocused()
  await expect(page.locator('.tl-title', { hasText: 'Questioni complesse' })).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Enter')

  // a move by the keys: taken, moved, put back; then moved and left
  const before = await titles()
  const grip = organiser.button('Sposta «Questioni complesse, cause molteplici»')
  await page.keyboard.press('Shift+Tab')
  await expect(grip).toBeFocused()
  await page.keyboard.press('Space')
  const spoken = page.locator('.plan-editor > .visually-hidden')
  await expect(spoken).toContainText('posto 2 di')
  await page.keyboard.press('ArrowUp')
  await expect(spoken).toContainText('posto 1 di')
  await expect(rows.first()).toContainText('Questioni complesse')
  await expect(grip).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await titles()).toEqual(before)
  await expect(grip).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(rows.nth(2)).toContainText('Questioni complesse')
  expect(await violations(page)).toEqual([])

  // not saved yet, and still there after a reload
  await page.reload()
  await expect(rows.nth(2)).toContainText('Questioni complesse')
  await expect(framing).toHaveValue('45')
  await press(page, organiser.button('Salva il programma'))
  await organiser.said('Programma salvato')
  await page.reload()
  await expect(rows.nth(2)).toContainText('Questioni complesse')
  await expect(page.locator('.save-bar')).toContainText('Tutto salvato')

  // a second organiser saves something else while the first is writing
  const other = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const second = await atMeetingTwo(other, lab.id)
  await second.page.getByRole('link', { name: 'Modifica il programma' }).click()
  await page.getByLabel('Minuti di «Riprendiamo da qui»').fill('12')
  await second.page.getByLabel('Minuti di «Riprendiamo da qui»').fill('14')
  await second.organiser.button('Salva il programma').click()
  await second.organiser.said('Programma salvato')
  const conflict = page.locator('.conflict')
  await expect(conflict).toContainText('minuti da 10 a 12')
  await expect(conflict).toContainText('minuti da 10 a 14')
  await expect(page.getByLabel('Minuti di «Riprendiamo da qui»')).toHaveValue('12')
  expect(await violations(page)).toEqual([])
  await organiser.button('Prendi il loro').click()
  await expect(page.getByLabel('Minuti di «Riprendiamo da qui»')).toHaveValue('14')
  await organiser.button('Annulla l’ultima modifica').click()
  await expect(page.getByLabel('Minuti di «Riprendiamo da qui»')).toHaveValue('12')
  await organiser.button('Salva il programma').click()
  await organiser.said('Programma salvato')
  await expect(second.page.getByLabel('Minuti di «Riprendiamo da qui»')).toHaveValue('12')
  expect([...faults, ...second.faults]).toEqual([])
  await other.close()
  await context.close()
})

test('by pointer: blocks dragged, added, written in two languages; roles; a run sheet on paper; a calendar file', async ({ browser }) => {
  const lab = await newLab('Una scaletta')
  await lab.say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  await lab.say({
    type: 'addPeople',
    people: [
      { name: 'Anna Bianchi', roles: ['facilitator'] },
      { name: 'Bruno Neri', roles: ['facilitator'] },
    ],
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
  const { page, organiser, faults } = await atMeetingTwo(context, lab.id)

  await organiser.button('Assegna i ruoli').click()
  await page.getByLabel('Cerca una persona').fill('anna')
  await organiser.button('Anna Bianchi come conduzione').click()
  await page.getByLabel('Ruolo').selectOption('technical-direction')
  await organiser.button('Bruno Neri come regia tecnica').click()
  await organiser.button('Salva i ruoli').click()
  await organiser.said('Ruoli salvati')
  await expect(page.locator('.duties')).toContainText('Bruno Neri')
  expect(await violations(page)).toEqual([])

  const download = page.waitForEvent('download')
  await organiser.button('Scarica per il calendario').click()
  expect((await download).suggestedFilename()).toBe('telaio.ics')

  await page.getByRole('link', { name: 'Modifica il programma' }).click()
  const rows = page.locator('.tl-block')
  await organiser.button('Sposta «Questioni complesse, cause molteplici»').dragTo(rows.first(), { targetPosition: { x: 300, y: 6 } })
  await expect(rows.first()).toContainText('Questioni complesse')
  await organiser.button('Annulla l’ultima modifica').click()
  await expect(rows.nth(1)).toContainText('Questioni complesse')

  await page.getByLabel('Tipo di momento').selectOption('plenary')
  await page.getByLabel('Dove').selectOption({ label: 'all’inizio' })
  await page.locator('.add-block').getByRole('button').click()
  await expect(rows.first().locator('.tl-title')).toBeFocused()
  await rows.first().getByLabel('Titolo in italiano').fill('Arrivi')
  await rows.first().getByLabel('Titolo in inglese').fill('')
  await expect(page.locator('.plan-warnings')).toContainText('manca il testo in inglese')
  await expect(organiser.button('Salva il programma')).toBeDisabled()
  await rows.first().getByLabel('Titolo in inglese').fill('Arrivals')
  await rows.first().getByLabel('co-facilitazione').check()
  expect(await violations(page)).toEqual([])
  await organiser.button('Salva il programma').click()
  await organiser.said('Programma salvato')

  await page.setViewportSize({ width: 372, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await violations(page)).toEqual([])

  await organiser.page.getByRole('link', { name: 'Torna al programma' }).click()
  await page.getByRole('link', { name: 'Scaletta da stampare' }).click()
  await expect(page.locator('.sheet-block').first()).toContainText('Arrivi')
  await expect(page.locator('.sheet-page')).toContainText('Anna Bianchi (conduzione)')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Laboratorio' })).toBeHidden()
  await expect(organiser.button('Stampa')).toBeHidden()
  await expect(page.locator('.sheet-block').first()).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
  // a meeting of eight or nine blocks with all their steps: a few sheets, none of them all but empty
  expect(pages).toBeGreaterThanOrEqual(2)
  expect(pages).toBeLessThanOrEqual(5)
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/)
  expect(faults).toEqual([])
  await context.close()
})
