import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { createApi, newCommandId } from '@telaio/shared/client'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/** A folder for pictures, for the eye; as in `pages.spec.ts`. */
const SHOTS = process.env['SHOTS']
const PROMISE = 'Telefono alla scuola entro venerdì'
const KNOWS = 'So leggere una mappa del rischio idraulico'

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Tra un incontro e l’altro')
})
test.afterAll(() => product.stop())

async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  if (SHOTS === undefined) return
  await mkdir(SHOTS, { recursive: true })
  for (const width of [1280, 372]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true })
  }
}

/** What somebody writes with their own invite. */
async function promise(name: string, text: string): Promise<void> {
  const { token } = await createApi({ base: product.url, token: () => null }).signInInvite(lab.invites[name]?.split('#')[1] ?? '')
  const own = createApi({ base: product.url, token: () => token })
  await own.send(lab.id, {
    id: newCommandId(),
    type: 'contribute',
    meeting: 3,
    block: 'commitments',
    zone: 'C3.8',
    answer: { type: 'commitments', what: text },
    private: false,
  })
}

test('what one meeting decided opens the next: carried into its zones, taken up, promised, kept', async ({ browser }) => {
  const people = Object.values((await lab.api.view(lab.id)).items.people)
  const idOf = (name: string): string => people.find((one) => one.name === name)?.id ?? ''
  await lab.say({
    type: 'formProjectGroups',
    groups: [
      { key: 'g1', name: 'Alberi', people: [idOf('Anna'), idOf('Carla')] },
      { key: 'g2', name: 'Strade', people: [idOf('Bruno')] },
    ],
  })
  await lab.write('Anna', 'C1.2', KNOWS)
  await lab.say({ type: 'closeMeeting', meeting: 1 })
  await lab.say({ type: 'openMeeting', meeting: 3 })
  await lab.say({ type: 'startBlock', meeting: 3, block: 'map' })

  // Carla sat at another table when Anna wrote it; now they work in one group
  const context = await browser.newContext({ viewport: { width: 372, height: 900 } })
  const carla = await Panel.byInvite(await context.newPage(), lab.invites['Carla'] ?? '')
  await carla.begin()
  const card = await carla.zone('In comune')
  const start = card.getByText('Da dove si riparte')
  await expect(start).toBeVisible()
  await expect(card.getByText(KNOWS)).toBeVisible()
  await expect(card.getByText('Incontro 1 · Torrente · Che cosa sappiamo fare')).toBeVisible()
  await look(carla.page, 'carried')
  await card.getByRole('button', { name: 'Riparti da questa' }).click()
  await expect(card.getByRole('textbox').first()).toHaveValue(KNOWS)
  await card.getByRole('textbox').first().fill(`${KNOWS}, e insegnarlo`)
  await card.getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(card.getByText('già ripresa')).toBeVisible()
  const items = (await lab.api.view(lab.id)).items
  expect(Object.values(items.carried).map(({ group, zone, takenUp }) => [group, zone, takenUp.length])).toEqual([['g1', 'C3.4', 1]])

  await lab.say({ type: 'startBlock', meeting: 3, block: 'commitments' })
  await promise('Anna', PROMISE)
  await lab.say({ type: 'closeMeeting', meeting: 3 })
  await lab.say({ type: 'scheduleMeeting', meeting: 4, date: '2026-12-09', time: '17:00' })
  // between meetings: the group's promise at its colleagues', one's own among one's own, each to be said kept
  const opening = carla.inside.getByRole('region', { name: 'Riprendiamo da qui' })
  // meeting 2 was not held yet: it is the next, and nothing promised after it can open it
  await expect(carla.inside.getByText('Il prossimo incontro')).toBeVisible()
  await expect(opening).toHaveCount(0)
  await lab.say({ type: 'openMeeting', meeting: 2 })
  await lab.say({ type: 'closeMeeting', meeting: 2 })
  await expect(opening.getByText(PROMISE)).toBeVisible()
  await look(carla.page, 'between')
  const anna = await Panel.byInvite(
    await (await browser.newContext({ viewport: { width: 372, height: 900 } })).newPage(),
    lab.invites['Anna'] ?? '',
  )
  await anna.begin()
  const kept = anna.inside.getByRole('button', { name: `Fatto: «${PROMISE}»` })
  await expect(kept).toHaveCount(1)
  await look(anna.page, 'promised')
  await kept.press('Enter')
  await expect(opening).toHaveCount(0)
  const open = anna.inside.getByRole('button', { name: `È ancora aperto: «${PROMISE}»` })
  await expect(open).toBeFocused()
  await look(anna.page, 'kept')
  await open.press('Enter')
  await expect(opening.getByText(PROMISE)).toBeVisible()
  await opening.getByRole('button', { name: `Lasciato andare: «${PROMISE}»` }).press('Enter')
  await expect(anna.inside.getByText('lasciato andare', { exact: true })).toBeVisible()
})
