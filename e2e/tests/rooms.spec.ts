import { expect, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/** Rooms are made one call at a time, as Zoom takes them, with its pauses. */
const ROOMS = { timeout: 60_000 }
const ZONE = 'Che cosa sappiamo fare'

// five pages with a panel each, and Zoom's own pauses
test.setTimeout(150_000)

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

test('rooms asked for in the console are made by the host’s panel; everybody writes in their group, moves, reloads: nothing lost, nothing doubled', async ({
  browser,
}) => {
  const lab = await readyLab(product, 'Prova')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const organiser = new Console(await context.newPage())
  await organiser.page.goto(await product.signInLink())
  await organiser.page.getByRole('link', { name: 'Prova' }).click()
  await organiser.page.getByRole('link', { name: /Conduci l’incontro/ }).click()

  const join = async (name: string, role: 'host' | 'attendee') => Panel.inZoom(await context.newPage(), product, name, role)
  const host = await join('Marta', 'host')
  const [anna, bruno, carla] = [await join('Anna', 'attendee'), await join('Bruno', 'attendee'), await join('Carla', 'attendee')]

  // the Zoom meeting is proposed by its host and confirmed in the console
  await organiser.button('Sì, è la nostra').click()
  // two say who they are by their invite, once; from then on Zoom's signed context is enough
  for (const [attendee, name] of [
    [anna, 'Anna'],
    [carla, 'Carla'],
  ] as const) {
    await attendee.giveInvite(lab.invites[name] ?? '')
    await attendee.begin()
  }
  // one has no invite: says a name, which one person of the lab bears; nothing happens until whoever conducts confirms it
  await bruno.inside.getByLabel('Nome e cognome').fill('BRUNO (casa)')
  await bruno.inside.getByRole('button', { name: 'Chiedi di entrare' }).click()
  await expect(organiser.page.getByText('Porta lo stesso nome di Bruno.')).toBeVisible()
  await organiser.button('Sì, è Bruno').click()
  await bruno.begin()

  await anna.write(ZONE, 'Prima delle stanze')
  await organiser.button(/Chiedi 2 stanze/).click()
  await expect(organiser.page.getByText('Le stanze sono aperte')).toBeVisible(ROOMS)
  for (const [attendee, room] of [
    [anna, 'Torrente'],
    [bruno, 'Torrente'],
    [carla, 'Bosco'],
  ] as const) {
    await expect(attendee.place).toContainText(room, ROOMS)
    await expect(attendee.inside.getByRole('banner')).toContainText(room)
    // the prompt of what the group is to do
    await expect(attendee.inside.getByRole('heading', { name: /Carta d.imbarco/, level: 1 })).toBeVisible()
    await expect(attendee.inside.getByText('Leggete ciò che avete scritto')).toBeVisible()
  }

  await anna.write(ZONE, 'Dalla stanza di Anna')
  const drafting = await bruno.zone(ZONE)
  await carla.zone(ZONE)
  await expect(bruno.note('Dalla stanza di Anna')).toBeVisible()
  await expect(carla.note('Dalla stanza di Anna')).toHaveCount(0)

  // out of the room by Zoom's own window, and back by the panel
  await bruno.page.getByRole('button', { name: 'Stanze' }).click()
  await bruno.page.getByRole('button', { name: 'Torna nella sala principale' }).click()
  await expect(bruno.place).toHaveText('Sala principale')
  await bruno.inside.getByRole('button', { name: 'Vai nella tua stanza' }).click()
  await expect(bruno.place).toContainText('Torrente')

  // into another room by Zoom's own window: said in the panel and in the console, and one press back
  await bruno.page.getByRole('listitem').filter({ hasText: 'Bosco' }).getByRole('button', { name: 'Entra' }).click()
  await expect(bruno.inside.getByRole('banner').getByText('Sei in «Bosco»: il tuo gruppo è in «Torrente».')).toBeVisible()
  await expect(organiser.page.getByText('Bruno è in «Bosco»')).toBeVisible()
  await bruno.inside.getByRole('button', { name: 'Torna dal tuo gruppo' }).click()
  await expect(bruno.place).toContainText('Torrente')

  // a draft survives a reload, and so does who I am and where; the host's panel goes in the middle, too
  await drafting.getByRole('textbox').first().fill('Una bozza di Bruno')
  await host.page.reload()
  await bruno.page.reload()
  await expect(bruno.place).toContainText('Torrente')
  await expect(drafting.getByRole('textbox').first()).toHaveValue('Una bozza di Bruno')
  await drafting.getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(anna.note('Una bozza di Bruno')).toBeVisible()

  // back to the plenary, by the host's panel again, after its reload
  await organiser.button('Chiudi le stanze').click()
  await expect(organiser.page.getByText('Le stanze sono chiuse')).toBeVisible(ROOMS)
  for (const attendee of [anna, bruno, carla]) await expect(attendee.place).not.toContainText(/Torrente|Bosco/, ROOMS)
  await carla.write(ZONE, 'Carla, di nuovo in plenaria')

  // each note once, on every screen and in the log
  const written = ['Dalla stanza di Anna', 'Prima delle stanze', 'Una bozza di Bruno']
  for (const panel of [anna, bruno]) {
    await panel.page.reload()
    await panel.zone(ZONE)
    for (const text of written) await expect(panel.note(text)).toHaveCount(1)
  }
  const { items } = await lab.api.view(lab.id)
  const texts = Object.values(items.notes).map((note) => (note.answer.type === 'cards' ? note.answer.text : ''))
  expect(texts.toSorted()).toEqual(['Carla, di nuovo in plenaria', ...written])
  await context.close()
})
