import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newCommandId } from '@telaio/shared/client'
import { BoardTab, PANEL } from '../support/board-tab.ts'
import { Console } from '../support/console.ts'
import { readyLab } from '../support/lab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Product } from '../support/product.ts'

const SLOW = { timeout: 60_000 }

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

const violationsOf = async (page: Page, within?: string): Promise<string[]> => {
  const builder = new AxeBuilder({ page })
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)
}

test('two people conduct one meeting, in Miro and in the console: one is in the lead, the lead passes, and Miro’s timer follows it', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const lab = await readyLab(product, 'A quattro mani')
  const { people } = (await lab.say({ type: 'addPeople', people: [{ name: 'Fosca', roles: ['facilitator'] }] })) as unknown as {
    people: string[]
  }
  await lab.say({ type: 'issueInvites', people })
  const invite = (await lab.api.invites(lab.id)).invites.find(({ name }) => name === 'Fosca')?.link ?? ''
  const miro = new SandboxMiro(product)
  const board = await miro.board('A quattro mani')

  // in Miro, whoever opened the meeting
  const inMiro = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  const page = await inMiro.newPage()
  const { panel } = await BoardTab.open(page, product, board)
  const { code } = await lab.api.panelCode(lab.id)
  await panel.getByLabel('Codice').fill(code)
  await panel.getByRole('button', { name: 'Entra', exact: true }).click()
  await panel.getByText('Non puoi dare il permesso?').click()
  await panel.getByRole('button', { name: 'Usa questo pannello' }).click()
  await panel.getByRole('tab', { name: /^Conduci/ }).click()
  await expect(panel.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  // Miro's own timer runs with our clock
  await expect.poll(async () => (await miro.timer(board)).status, SLOW).toBe('STARTED')
  await panel.getByRole('button', { name: 'Aggiungi 5 minuti' }).click()
  await expect(panel.getByText('di 40 min', { exact: true })).toBeVisible()
  await expect.poll(async () => (await miro.timer(board)).totalDuration, SLOW).toBeGreaterThan(39 * 60_000)

  // in the console, somebody else who conducts: the same cockpit, without the hand on it
  const beside = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  const second = await beside.newPage()
  const fosca = new Console(second)
  await second.goto(`${product.url}/console/#${invite.split('#')[1] ?? ''}`)
  await fosca.go(/Incontro 1/, 'Conduzione')
  await expect(fosca.heading(/^Alla guida c’è/)).toBeVisible()
  await expect(second.getByText('ha il pannello aperto').first()).toBeVisible()
  await expect(fosca.button('Ferma il tempo')).toHaveCount(0)
  await expect(fosca.button(/^Passa a:/)).toHaveCount(0)
  await expect(fosca.heading('Prossimi passi')).toBeVisible()
  expect(await violationsOf(second)).toEqual([])
  await second.screenshot({ path: test.info().outputPath('beside.png'), fullPage: true })
  // a command all the same: refused, and told why, by name
  const { token } = await lab.api.signInInvite(invite.split('=')[1] ?? invite.split('#')[1] ?? '')
  const refused = await fetch(`${product.url}/api/labs/${lab.id}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'it' },
    body: JSON.stringify({ id: newCommandId(), type: 'pauseBlock', meeting: 1 }),
  })
  expect(refused.status).toBe(409)
  expect(((await refused.json()) as { detail: string }).detail).toMatch(/^Alla guida c’è \S/)

  // the lead is taken, after a question, and both are told
  await fosca.button('Prendi la guida').click()
  await expect(second.getByRole('dialog')).toContainText('ha il pannello aperto')
  await second.getByRole('dialog').getByRole('button', { name: 'Prendi la guida' }).click()
  await fosca.said('Ora alla guida ci sei tu.')
  await expect(panel.getByText('Ora alla guida c’è Fosca.')).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'Alla guida c’è Fosca' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Ferma', exact: true })).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Aggiungi 5 minuti' })).toHaveCount(0)
  expect(await violationsOf(page, PANEL)).toEqual([])
  await page.locator(PANEL).screenshot({ path: test.info().outputPath('panel-beside.png') })
  await fosca.button('Ferma il tempo').click()
  await expect(panel.getByText('in pausa').first()).toBeVisible()
  // nobody in the lead is at this board: Miro's timer is left as it was
  expect((await miro.timer(board)).status).toBe('STARTED')

  // handed back: the panel moves the timer again
  await fosca.button('Passa la guida').click()
  await second.getByRole('dialog').getByRole('button', { name: 'Passa la guida' }).click()
  await expect(panel.getByText('Ora alla guida ci sei tu.')).toBeVisible()
  await expect.poll(async () => (await miro.timer(board)).status, SLOW).toBe('PAUSED')
  await panel.getByRole('button', { name: 'Riprendi' }).click()
  await expect.poll(async () => (await miro.timer(board)).status, SLOW).toBe('STARTED')
  // somebody stops Miro's timer: nothing of ours changes
  const before = (await lab.api.view(lab.id)).items.blocks['m1/boarding-pass']?.run
  await miro.byHand(board, { do: 'timer', timer: 'stop' })
  await expect.poll(async () => (await miro.timer(board)).status).toBe('STOPPED')
  await expect(panel.getByRole('button', { name: 'Ferma', exact: true })).toBeVisible()
  expect((await lab.api.view(lab.id)).items.blocks['m1/boarding-pass']?.run).toEqual(before)

  // the agenda: on, and back, with what was left
  await panel.getByText('Agenda', { exact: true }).click()
  await panel
    .getByRole('button', { name: /^Fai partire / })
    .last()
    .click()
  await expect(panel.getByText('saltato').first()).toBeVisible()
  await expect.poll(async () => (await miro.timer(board)).status, SLOW).toBe('STARTED')
  await panel.getByRole('button', { name: 'Torna a Carta d’imbarco' }).click()
  await expect.poll(async () => (await lab.api.view(lab.id)).items.blocks['m1/boarding-pass']?.run?.extended).toBe(300_000)
  await expect(fosca.button(/^(Torna a|Fai partire) /)).toHaveCount(0)
  await page.locator(PANEL).screenshot({ path: test.info().outputPath('panel-agenda.png') })
  await inMiro.close()
  await beside.close()
})
