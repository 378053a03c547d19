import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Api, newCommandId } from '@telaio/shared/client'
import { joinZoom, roomsInZoom } from '../support/clients.ts'
import { Console } from '../support/console.ts'
import { press, tabTo } from '../support/focus.ts'
import { ZOOM_NUMBER } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

const FIRST = ['Ada', 'Berto', 'Cinzia', 'Dario', 'Elsa', 'Furio', 'Gina', 'Hakim', 'Irma', 'Livio', 'Marta', 'Nadir']
const LAST = ['Acerbi', 'Bonetti', 'Conca']
const SECTORS = ['Ambiente', 'Cultura', 'Educazione', 'Sociale']
const NAMES = LAST.flatMap((last) => FIRST.map((first) => `${first} ${last}`))
/** As a spreadsheet in Italian saves it: a mark, semicolons, CRLF. */
const CSV = `\uFEFFNome;Cognome;E-mail;Ente;Settore\r\n${NAMES.map((name, n) => {
  const [first, last] = name.split(' ')
  return `${first};${last};${first}.${last}@example.org;Ente ${(n % 15) + 1};${SECTORS[n % 4]}`
}).join('\r\n')}\r\n`

/** What a search of so many sets takes at most, and the pictures after it. */
const FOUND = { timeout: 60_000 }
const ROOMS = { timeout: 90_000 }

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

let shots = 0
const isClean = async (page: Page) => {
  if (process.env['SHOTS']) {
    shots++
    await page.screenshot({ path: `${process.env['SHOTS']}/${shots}-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 372, height: 800 })
    await page.screenshot({ path: `${process.env['SHOTS']}/${shots}-372.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`),
  ).toEqual([])
}

/** Members of a set's groups by name of the group. */
async function groupsOf(api: Api, lab: string, meeting: number, moment: number): Promise<Map<string, string[]>> {
  const { items } = await api.view(lab)
  return new Map(
    Object.values(items.groups)
      .filter((group) => group.meeting === meeting && group.moment === moment)
      .map((group) => [
        group.name,
        Object.values(items.people)
          .filter((one) => one.groups.includes(group.id))
          .map(({ name }) => name)
          .sort(),
      ]),
  )
}

test('thirty-six people are imported, planned, moved, mended on the day, and everybody lands in the room that the plan says', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const api = await product.api()
  const { id: lab } = await api.makeLab({ id: newCommandId(), title: 'Trentasei' })
  const say = (command: Parameters<Api['send']>[1] extends infer C ? (C extends { id: string } ? Omit<C, 'id'> : never) : never) =>
    api.send(lab, { id: newCommandId(), ...command })
  await say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  await say({ type: 'scheduleMeeting', meeting: 1, date: '2026-11-25', time: '17:00', zoomLink: `${product.sandbox}/zoom/${ZOOM_NUMBER}` })

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const organiser = new Console(page)
  await page.goto(await product.signInLink())
  await page.getByRole('link', { name: 'Trentasei' }).click()

  await test.step('people come from a file', async () => {
    await organiser.go('Persone', 'Importa')
    await page.locator('input[type=file]').setInputFiles({ name: 'iscritti.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
    await organiser.button('Importa 36 persone').click()
    await expect(organiser.heading('36 persone sono nel laboratorio.')).toBeVisible()
  })

  await test.step('all groups are found at once, by keyboard', async () => {
    await press(page, organiser.rail.getByRole('link', { name: 'Gruppi' }))
    await press(page, page.getByRole('link', { name: /Tutti gli incontri/ }))
    await tabTo(page, page.getByLabel('Secondi al massimo'))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2')
    await press(page, organiser.button('Cerca i gruppi'))
    await expect(organiser.heading('Proposta A')).toBeVisible(FOUND)
    await expect(page.locator('.aloud')).toContainText('Ognuno incontra')
    await isClean(page)
  })

  const boarding = page.locator('.round').filter({ hasText: 'Carta d’imbarco' }).first()
  const cards = boarding.locator('.group-card')
  const groupOf = async (name: string) => (await cards.filter({ hasText: name }).getByRole('heading').textContent()) ?? ''
  const [ada = '', berto = '', moved = ''] = NAMES
  const pinned = new Map<string, string>()

  await test.step('two are pinned, one is moved by keyboard with its cost in words, undone and done again', async () => {
    await boarding.locator('summary').focus()
    await page.keyboard.press('Enter')
    for (const name of [ada, berto]) {
      pinned.set(name, await groupOf(name))
      await boarding.getByRole('button', { name: `Fissa ${name} qui` }).focus()
      await page.keyboard.press('Enter')
      await expect(boarding.getByRole('button', { name: `Non fissare più ${name}` })).toBeVisible()
    }
    const from = await groupOf(moved)
    const opener = boarding.getByRole('button', { name: `Sposta ${moved}` })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const choice = dialog.locator('.move-list button').first()
    await expect(choice).toContainText(/si ritrovano|Non costa nulla|resta senza|vanno da/)
    const to = (await choice.locator('strong').textContent()) ?? ''
    await press(page, choice)
    await expect(dialog).toHaveCount(0)
    expect(await groupOf(moved)).toBe(to)
    await expect(boarding.getByRole('button', { name: `Sposta ${moved}` })).toBeFocused()
    await page.locator('.sketch').getByRole('button', { name: 'Annulla', exact: true }).click()
    expect(await groupOf(moved)).toBe(from)
    await page.locator('.sketch').getByRole('button', { name: 'Ripeti', exact: true }).click()
    expect(await groupOf(moved)).toBe(to)
  })

  await test.step('the other views of it', async () => {
    for (const view of ['Tabella', 'Chi incontra chi', 'Persona per persona']) {
      await organiser.button(view).click()
      await isClean(page)
    }
    await expect(page.getByRole('row', { name: new RegExp(ada) })).toContainText(/\d+ persone su \d+/)
  })

  await test.step('they are formed, and one set is locked', async () => {
    await organiser.button('Forma questi gruppi').click()
    await organiser.said('Gruppi formati.')
    await page
      .getByRole('row', { name: /Incontro 2/ })
      .getByRole('button', { name: /^Blocca/ })
      .click()
    await organiser.said('Bloccati')
  })
  const planned = await groupsOf(api, lab, 1, 2)
  const locked = await groupsOf(api, lab, 2, 1)
  for (const [name, group] of pinned) expect(planned.get(group)).toContain(name)

  await say({ type: 'openMeeting', meeting: 1 })
  await say({ type: 'startBlock', meeting: 1, block: 'boarding-pass' })
  const host = await Panel.inZoom(await context.newPage(), product, 'Regia', 'host')
  await page.bringToFront()
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/labs/${lab}/meetings/1/conduct`)
  await organiser.button('Sì, è la nostra').click()

  // five stay away: none of them pinned
  const away = [NAMES[4], NAMES[9], NAMES[14], NAMES[20], NAMES[33]].map((name) => name ?? '')
  const here = NAMES.filter((name) => !away.includes(name))
  const { people } = (await api.view(lab)).items
  await say({ type: 'issueInvites', people: Object.keys(people) })
  const { invites } = await api.invites(lab)
  for (const name of here) await joinZoom(product, { name, invite: invites.find((one) => one.name === name)?.link ?? '' }, 1)

  await test.step('five are marked absent and the groups are mended', async () => {
    for (const name of away) {
      await page.getByLabel('Cerca un nome').fill(name)
      await page.getByRole('button', { name: `Assente: ${name}` }).click()
      await expect(page.getByRole('button', { name: `Assente: ${name}` })).toHaveAttribute('aria-pressed', 'true')
    }
    await expect(page.getByText('5 assenti')).toBeVisible()
    await press(page, organiser.button('Proponi i cambi'))
    await expect(page.locator('.proposed')).toContainText(/fuori da/)
    await isClean(page)
    await press(page, organiser.button('Applica i cambi'))
    await organiser.said('Gruppi aggiornati.')
  })
  const mended = await groupsOf(api, lab, 1, 2)
  expect([...mended.values()].flat().toSorted()).toEqual(here.toSorted())
  const sizes = [...mended.values()].map(({ length }) => length)
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  for (const [name, group] of pinned) expect(mended.get(group)).toContain(name)
  expect(await groupsOf(api, lab, 2, 1)).toEqual(locked)

  await test.step('rooms are asked for, and everybody is where the plan says', async () => {
    await press(page, organiser.button('Chiedi di nuovo le stanze'))
    await expect(page.getByText('Le stanze sono aperte')).toBeVisible(ROOMS)
    await expect
      .poll(async () => {
        const rooms = await roomsInZoom(product)
        return here.filter((name) => ![...mended].some(([group, members]) => members.includes(name) && rooms.get(name) === group))
      }, ROOMS)
      .toEqual([])
  })
  await host.page.close()
  await context.close()
})
