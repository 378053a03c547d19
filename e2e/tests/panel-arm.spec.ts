import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BoardTab, PANEL } from '../support/board-tab.ts'
import { readyLab } from '../support/lab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Product } from '../support/product.ts'

/** One item at a time, at the Web SDK's pace. */
const SLOW = { timeout: 90_000 }
const IN_ROOM = 'Sappiamo leggere le mappe'
const BY_HAND = 'Il ponte come piazza'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

test('a lab without any consent at Miro: the board is claimed, placed through the panel, closed in the middle and gone on with; notes come and go', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const lab = await readyLab(product, 'Prova')
  const miro = new SandboxMiro(product)
  const board = await miro.board('Senza permesso')
  await miro.slow(board, 25)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const tab = await BoardTab.open(page, product, board)
  const { panel } = tab
  const { code } = await lab.api.panelCode(lab.id)
  await panel.getByLabel('Codice').fill(code)
  await tab.press(panel.getByRole('button', { name: 'Entra', exact: true }))

  // no account: the board is this panel's word
  await tab.press(panel.getByText('Non puoi dare il permesso?'))
  await expect(panel.getByLabel('Nome della lavagna')).toHaveValue('Prova')
  await panel.getByLabel('Nome della lavagna').fill('Lavagna del comune')
  await tab.press(panel.getByRole('button', { name: 'Usa questo pannello' }))
  await expect(panel.getByRole('heading', { name: 'Attraverso questo pannello' })).toBeVisible()
  await expect(panel.getByText('Tutto scritto.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include(PANEL).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([])

  // closed in the middle
  await tab.press(panel.getByRole('button', { name: 'Metti sulla lavagna' }))
  await expect(panel.getByText(/Posa in corso: [1-9]\d* di \d+/)).toBeVisible(SLOW)
  await expect(panel.getByText('Questo pannello sta scrivendo sulla lavagna')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('writing.png') })
  await tab.closePanel()
  const standing = async () => (await lab.api.view(lab.id)).items.boards[board]
  await expect.poll(async () => (await standing())?.trouble, SLOW).toBe('no-panel')
  expect((await miro.items(board)).length).toBeGreaterThan(0)

  // opened again: it goes on by itself, and nothing is there twice
  await tab.openPanel()
  await expect(panel.getByText(/È sulla lavagna: \d+ elementi/)).toBeVisible(SLOW)
  const { items } = await lab.api.view(lab.id)
  const placed = await miro.items(board)
  expect(placed).toHaveLength(items.placements['m1']?.items ?? 0)
  const spots = placed.map(({ type, x, y, content }) => `${type} ${x} ${y} ${content ?? ''}`)
  expect(new Set(spots).size).toBe(spots.length)

  // from Zoom to the board, from the board to the lab
  await lab.write('Anna', 'C1.2', IN_ROOM)
  await lab.say({ type: 'revealNotes', meeting: 1, zone: 'C1.2' }).catch(() => undefined)
  await expect.poll(async () => (await miro.items(board)).filter((item) => item.content?.includes(IN_ROOM)).length, SLOW).toBe(1)
  const zone = (await miro.items(board)).find(({ id }) => id === items.spots['m1/x2-2/C1.2']?.item)
  await miro.byHand(board, { do: 'create', kind: 'sticky_note', x: zone?.x, y: zone?.y, text: BY_HAND })
  await panel.getByRole('tab', { name: /^Raccolta/ }).click()
  await tab.press(panel.getByRole('button', { name: 'Raccogli dalla lavagna' }))
  await expect
    .poll(async () => Object.values((await lab.api.view(lab.id)).items.notes).some((note) => JSON.stringify(note).includes(BY_HAND)), SLOW)
    .toBe(true)
  expect(await standing()).toMatchObject({ panel: true, trouble: null, name: 'Lavagna del comune' })
  await panel.getByRole('tab', { name: /^Lavagna/ }).click()
  await expect(panel.getByText('Tutto scritto.')).toBeVisible(SLOW)
  await page.screenshot({ path: test.info().outputPath('done.png') })
  await context.close()
})
