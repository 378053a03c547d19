import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { type Api, createApi, newCommandId } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import { Product } from '../support/product.ts'

const TELAIO = fileURLToPath(new URL('../../bin/telaio.js', import.meta.url))
const NUMBER = '84512345678'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

interface Attendee {
  readonly page: Page
  readonly panel: FrameLocator
}

/** Joins the sandbox's meeting in a client of its own. */
async function joinMeeting(page: Page, name: string, role: 'host' | 'attendee'): Promise<Attendee> {
  const answer = await page.request.post(`${product.sandbox}/zoom/api/meetings/${NUMBER}/attendees`, { data: { name, role } })
  const { url } = (await answer.json()) as { url: string }
  await page.goto(url)
  return { page, panel: page.frameLocator('iframe[title="Telaio"]') }
}

/** A lab with three people in two groups, meeting 1 on the sandbox's Zoom, made over the API. */
async function prepare(): Promise<{ api: Api; lab: string; invites: Record<string, string>; say: (command: object) => Promise<unknown> }> {
  const { token } = await createApi({ base: product.url, token: () => null }).signInOrganiser(product.link.split('#sign-in=')[1] ?? '')
  const api = createApi({ base: product.url, token: () => token })
  const { id: lab } = await api.makeLab({ id: newCommandId(), title: 'Prova' })
  const say = (command: object) => api.send(lab, { id: newCommandId(), ...command } as CommandInput)
  await say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  const names = ['Anna', 'Bruno', 'Carla']
  const { people } = (await say({ type: 'addPeople', people: names.map((name) => ({ name, sector: 'social' })) })) as { people: string[] }
  await say({ type: 'issueInvites', people })
  const [anna = '', bruno = '', carla = ''] = people
  await say({ type: 'formMixedGroups', meeting: 1, moment: 2, groups: [{ key: 'x2-1', name: 'Torrente', people: [anna, bruno] }, { key: 'x2-2', name: 'Bosco', people: [carla] }] })
  await say({ type: 'scheduleMeeting', meeting: 1, date: '2026-11-25', time: '17:00', zoomLink: `${product.sandbox}/zoom/${NUMBER}` })
  await say({ type: 'openMeeting', meeting: 1 })
  await say({ type: 'startBlock', meeting: 1, block: 'boarding-pass' })
  const { invites } = await api.invites(lab)
  return { api, lab, say, invites: Object.fromEntries(invites.map(({ name, link }) => [name, link])) }
}

/** Writes a card in the panel's zone of that title. */
async function write({ panel }: Attendee, zone: string, text: string): Promise<void> {
  const card = panel.getByRole('region', { name: zone })
  const fold = card.getByRole('button', { name: zone })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  await card.getByRole('textbox').first().fill(text)
  await card.getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(card.getByText(text)).toBeVisible()
}

test('rooms asked for in the console are made by the host’s panel; everybody writes in their group, moves, reloads: nothing lost, nothing doubled', async ({ browser }) => {
  const { api, lab, invites } = await prepare()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const console_ = await context.newPage()
  const link = execFileSync(process.execPath, [TELAIO, 'sign-in-link', '--data', product.dataDir], { encoding: 'utf8' }).trim()
  await console_.goto(link)
  await console_.getByRole('link', { name: 'Prova' }).click()
  await console_.getByRole('link', { name: /Conduci l’incontro/ }).click()

  const host = await joinMeeting(await context.newPage(), 'Marta', 'host')
  const [anna, bruno, carla] = await Promise.all(['Anna', 'Bruno', 'Carla'].map(async (name) => joinMeeting(await context.newPage(), name, 'attendee')))
  if (!anna || !bruno || !carla) throw new Error('three attendees')

  // the Zoom meeting is proposed by its host and confirmed in the console
  await console_.getByRole('button', { name: 'Sì, è la nostra' }).click()
  // each says who they are by their invite, once; from then on Zoom's signed context is enough
  for (const [attendee, name] of [[anna, 'Anna'], [bruno, 'Bruno'], [carla, 'Carla']] as const) {
    const { panel } = attendee
    await panel.getByText('Ho un invito').click()
    await panel.getByLabel('Il tuo link d’invito').fill(invites[name] ?? '')
    await panel.getByRole('button', { name: 'Entra', exact: true }).click()
    await panel.getByRole('button', { name: 'Comincia' }).click()
    await expect(panel.getByRole('button', { name: 'Che cosa sappiamo fare' })).toBeVisible()
  }

  await write(anna, 'Che cosa sappiamo fare', 'Prima delle stanze')
  await console_.getByRole('button', { name: /Chiedi 2 stanze/ }).click()
  await expect(console_.getByText('Le stanze sono aperte')).toBeVisible({ timeout: 60_000 })
  for (const [attendee, room] of [[anna, 'Torrente'], [bruno, 'Torrente'], [carla, 'Bosco']] as const) {
    const offer = attendee.page.getByRole('button', { name: /Entra|Partecipa/ }).first()
    if (await offer.isVisible()) await offer.click()
    await expect(attendee.page.getByTestId('place')).toContainText(room, { timeout: 90_000 })
    await expect(attendee.panel.getByText(room).first()).toBeVisible()
  }

  await write(anna, 'Che cosa sappiamo fare', 'Dalla stanza di Anna')
  await expect(bruno.panel.getByText('Dalla stanza di Anna')).toBeVisible()
  await expect(carla.panel.getByText('Dalla stanza di Anna')).toHaveCount(0)

  // a draft survives a reload, and so does who I am and where
  const drafting = bruno.panel.getByRole('region', { name: 'Che cosa sappiamo fare' })
  await drafting.getByRole('textbox').first().fill('Una bozza di Bruno')
  await host.page.reload()
  await bruno.page.reload()
  await expect(bruno.page.getByTestId('place')).toContainText('Torrente')
  await expect(drafting.getByRole('textbox').first()).toHaveValue('Una bozza di Bruno')
  await drafting.getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(anna.panel.getByText('Una bozza di Bruno')).toBeVisible()

  // back to the plenary, by the host's panel again, after its reload
  await console_.getByRole('button', { name: 'Chiudi le stanze' }).click()
  await expect(console_.getByText('Le stanze sono chiuse')).toBeVisible({ timeout: 90_000 })
  await expect(anna.page.getByTestId('place')).not.toContainText('Torrente', { timeout: 90_000 })
  await write(carla, 'Che cosa sappiamo fare', 'Carla, di nuovo in plenaria')

  const { items } = await api.view(lab)
  const texts = Object.values(items.notes).map((note) => (note.answer.type === 'cards' ? note.answer.text : ''))
  expect(texts.toSorted()).toEqual(['Carla, di nuovo in plenaria', 'Dalla stanza di Anna', 'Prima delle stanze', 'Una bozza di Bruno'])
  await context.close()
})
