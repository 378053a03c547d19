import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/** A folder for pictures, for the eye; as in `pages.spec.ts`. */
const SHOTS = process.env['SHOTS']

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Dati miei')
})
test.afterAll(() => product.stop())

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  await mkdir(SHOTS, { recursive: true })
  const before = page.viewportSize()
  for (const width of [372, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) })
  }
  if (before) await page.setViewportSize(before)
}

test.describe('in the panel, under «Io»', () => {
  let anna: Panel
  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 372, height: 800 }, acceptDownloads: true })
    anna = await Panel.byInvite(await context.newPage(), lab.invites['Anna'] ?? '')
    await anna.begin()
    await lab.write('Anna', 'C1.2', 'La mia nota sul fiume')
    await lab.write('Bruno', 'C1.2', 'La nota di Bruno')
    await anna.inside.getByRole('button', { name: 'Io', exact: true }).click()
  })
  test.afterAll(() => anna.page.context().close())

  test('[SI17] everybody downloads their own data, and nobody else’s', async () => {
    const [download] = await Promise.all([
      anna.page.waitForEvent('download'),
      anna.inside.getByRole('button', { name: 'Scarica i miei dati' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('i-miei-dati.json')
    const text = await readFile(await download.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      lab: { id: lab.id, title: 'Dati miei' },
      me: { name: 'Anna', consents: { name: false, directory: false, credits: false }, notes: [{ text: 'La mia nota sul fiume' }] },
      notesWithoutName: [],
    })
    expect(text).not.toContain('Bruno')
  })

  test('[SI17] and has them erased, once they have read what stays', async () => {
    const { page, inside } = anna
    await inside.getByRole('button', { name: 'Cancella i miei dati…' }).click()
    const form = inside.getByRole('form', { name: 'Cancellare i tuoi dati?' })
    await expect(form).toContainText(/Restano: le note che hai scritto.*Le note anonime/)
    const now = form.getByRole('button', { name: 'Cancella per sempre' })
    await expect(now).toBeDisabled()
    await form.scrollIntoViewIfNeeded()
    await shoot(page, 'erase-me')
    await form.getByRole('button', { name: 'Annulla' }).click()
    await expect(inside.getByRole('button', { name: 'Cancella i miei dati…' })).toBeFocused()
    await inside.getByRole('button', { name: 'Cancella i miei dati…' }).click()
    await form.getByLabel('Ho letto: voglio cancellare i miei dati').check()
    await now.click()
    await expect(inside.getByRole('heading', { name: 'I tuoi dati sono cancellati' })).toBeVisible()
    await shoot(page, 'erased')

    const { items } = await lab.api.view(lab.id)
    expect(Object.values(items.people).filter(({ name }) => name === 'Anna')).toEqual([])
    const note = Object.values(items.notes).find(({ answer }) => JSON.stringify(answer).includes('La mia nota sul fiume'))
    expect(note).toBeDefined()
    expect(items.authors[note?.id ?? '']?.name ?? null).not.toBe('Anna')

    // nothing knocks again, and nothing of hers is on the device
    await page.waitForTimeout(6000)
    await expect(inside.getByRole('heading', { name: 'I tuoi dati sono cancellati' })).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(lab.id)
    await page.reload()
    await expect(inside.getByRole('heading', { name: 'Per entrare serve il tuo invito' })).toBeVisible()
  })
})

test.describe('the console by invite', () => {
  const links = new Map<string, string>()
  let context: BrowserContext
  test.beforeAll(async ({ browser }) => {
    const answer = (await lab.say({
      type: 'addPeople',
      people: [
        { name: 'Flavia', roles: ['facilitator'] },
        { name: 'Oriana', roles: ['organiser'] },
      ],
    })) as unknown as { people: string[] }
    await lab.say({ type: 'issueInvites', people: answer.people })
    for (const { name, link } of (await lab.api.invites(lab.id)).invites) links.set(name, link)
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  })
  test.afterAll(() => context.close())
  const link = (name: string): string => links.get(name) ?? ''

  test('a facilitator conducts, and is told why she prepares nothing', async () => {
    expect(link('Flavia')).toContain(`${product.url}/console/#invite=`)
    const page = await context.newPage()
    await page.goto(link('Flavia'))
    await expect(page.getByRole('heading', { name: 'Dati miei', level: 1 })).toBeVisible()
    expect(page.url()).not.toContain('invite')
    const rail = page.getByRole('navigation', { name: 'Laboratorio' })
    await rail.getByRole('link', { name: /Incontro 1/ }).click()
    await page.locator('.tabs').getByRole('link', { name: 'Conduzione' }).click()
    // the organiser opened the meeting, and is in the lead
    await page.getByRole('button', { name: 'Prendi la guida' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Prendi la guida' }).click()
    await page.getByRole('button', { name: 'Ferma il tempo' }).click()
    await expect(page.getByRole('button', { name: 'Riprendi' })).toBeVisible()
    await shoot(page, 'facilitator-conducts')
    await page.goto(`${product.url}/console/#/labs/${lab.id}/calendar`)
    await expect(page.getByText('Questo lo cambia chi organizza il laboratorio.')).toBeVisible()
    await expect(page.getByLabel('Data dell’incontro 1')).toBeDisabled()
    await shoot(page, 'facilitator-calendar')
    await page.goto(`${product.url}/console/#/labs/${lab.id}/people`)
    await expect(page.getByRole('button', { name: 'Aggiungi una persona' })).toHaveCount(0)
    await shoot(page, 'facilitator-people')
    await page.goto(`${product.url}/console/#/labs`)
    await expect(page.getByRole('link', { name: 'Dati miei' })).toBeVisible()
    await expect(page.getByText('In corso: incontro 1')).toBeVisible()
    await expect(page.getByText('Crea un laboratorio')).toHaveCount(0)
    await shoot(page, 'facilitator-labs')
  })

  test('a closed tab is no way out; signing out is, in every tab', async () => {
    await Promise.all(context.pages().map((page) => page.close()))
    const [one, other] = [await context.newPage(), await context.newPage()]
    for (const page of [one, other]) {
      await page.goto(`${product.url}/console/`)
      await expect(page.getByRole('link', { name: 'Dati miei' })).toBeVisible()
    }
    await one.getByRole('button', { name: 'Esci' }).click()
    for (const page of [one, other]) await expect(page.getByRole('heading', { name: 'Entra nella console' })).toBeVisible()
    await shoot(one, 'sign-in')
    await one.reload()
    await expect(one.getByRole('heading', { name: 'Entra nella console' })).toBeVisible()
  })

  test('the account’s session is not lost by looking at an invite', async () => {
    const page = await context.newPage()
    await page.goto(await product.signInLink())
    await expect(page.getByRole('heading', { name: 'I tuoi laboratori' })).toBeVisible()
    await page.goto(link('Oriana'))
    await expect(page.getByRole('heading', { name: 'Vuoi cambiare persona?' })).toBeVisible()
    await shoot(page, 'change-person')
    await page.getByRole('button', { name: 'Resta come sei' }).click()
    await expect(page.getByRole('link', { name: 'Crea un laboratorio' })).toBeVisible()
    await page.goto(link('Oriana'))
    await page.getByRole('button', { name: 'Apri l’invito' }).click()
    await expect(page.getByRole('heading', { name: 'Dati miei', level: 1 })).toBeVisible()
    await page.goto(`${product.url}/console/#/labs/${lab.id}/calendar`)
    await expect(page.getByLabel('Data dell’incontro 2')).toBeEnabled()
    await page.getByRole('button', { name: 'Esci' }).click()
  })

  test('each page, opened with the other’s link, does the sensible thing', async () => {
    const page = await context.newPage()
    await page.goto(`${product.url}/console/#invite=${link('Bruno').split('#')[1] ?? ''}`)
    await expect(page.getByRole('button', { name: 'Comincia' })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/join/')

    const own = await context.browser()?.newContext()
    if (!own) throw new Error('no browser')
    const panel = await Panel.byInvite(await own.newPage(), link('Flavia').replace('/console/', '/join/'))
    await panel.inside.getByRole('button', { name: 'Io', exact: true }).click()
    const toConsole = panel.inside.getByRole('link', { name: 'Apri la console' })
    await toConsole.scrollIntoViewIfNeeded()
    await shoot(panel.page, 'me-of-facilitator')
    const [opened] = await Promise.all([own.waitForEvent('page'), toConsole.click()])
    await expect(opened.getByRole('heading', { name: 'Dati miei', level: 1 })).toBeVisible()
    await own.close()
  })
})
