import { expect, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { watchFaults } from '../support/faults.ts'
import { press, tabTo } from '../support/focus.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'
import { Stage } from '../support/stage.ts'

/** Rooms are made one call at a time, as Zoom takes them, with its pauses; a placement asks Miro for many things. */
const SLOW = { timeout: 60_000 }
const CARE = 'Che cosa ci sta a cuore'

let product: Product
test.beforeEach(async () => {
  product = await Product.start()
})
test.afterEach(() => product.stop())

test('a lab on the stage: placed, conducted, written in a room, on the board at once, written on the board, harvested, compiled, traced back', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'it-IT' })
  const page = await context.newPage()
  const faults = watchFaults(page)
  await page.goto(product.stageLink)
  const stage = new Stage(page)
  const { panel } = stage
  await stage.ready()
  expect(faults).toEqual([])

  // 1: the board
  await panel.getByRole('button', { name: 'Metti sulla lavagna' }).click()
  await expect(panel.getByText(/È sulla lavagna/)).toBeVisible(SLOW)
  await expect(stage.ticked(1)).toBeVisible()

  // 2: the meeting, a block for groups, rooms
  await stage.tab('Conduci')
  await panel.getByRole('button', { name: 'Apri l’incontro' }).click()
  await panel.getByText('Agenda', { exact: true }).click()
  await panel.getByRole('button', { name: /Fai partire Carta d.imbarco/ }).click()
  await panel.getByRole('button', { name: 'Chiedi 2 stanze' }).click()
  for (const [name, room] of [
    ['Anna Ferri', 'Torrente'],
    ['Bruno Conti', 'Torrente'],
    ['Carla Neri', 'Bosco'],
  ] as const)
    await expect(stage.room(name)).toContainText(room, SLOW)
  await expect(stage.ticked(2)).toBeVisible()

  // 3: a note from a room, while one looks at its group's sheet
  await stage.tab('Gruppi')
  await panel.getByRole('button', { name: 'Vai al foglio di Torrente' }).click()
  const anna = new Panel(page, stage.app('Anna Ferri'))
  await anna.begin()
  const zone = await anna.zone(CARE)
  const api = await product.api()
  const { labs } = await api.labs()
  const lab = labs[0]?.id ?? ''
  const { items } = await api.view(lab)
  const spot = (key: string) => stage.item(items.spots[key]?.item ?? '')

  const ways: number[] = []
  for (const text of ['Il torrente è di tutti', 'Scuole aperte il pomeriggio', 'Chi ha quindici anni non ha un posto']) {
    // by keys, as a hand does: a page that took the focus away would be found out
    await zone.getByRole('textbox').first().click()
    await page.keyboard.type(text)
    const [note, click] = [await stage.awaitNote(text), await stage.awaitClick('Anna Ferri')]
    await zone.getByRole('button', { name: 'Aggiungi la nota' }).click()
    ways.push((await note.drawn()) - (await click.clicked()))
    await expect(stage.note(text)).toHaveCount(1)
    expect(await stage.liesIn(stage.note(text), spot('m1/x2-1/C1.3'))).toBe(true)
  }
  console.log(`from the click in Zoom to the note on the board: ${ways.map((ms) => `${Math.round(ms)} ms`).join(', ')}`)
  await expect(stage.ticked(3)).toBeVisible()

  // everything goes and comes back: rooms, notes, who is who
  await page.reload()
  await stage.ready()
  await expect(stage.room('Anna Ferri')).toContainText('Torrente')
  await expect(anna.inside.getByRole('banner')).toContainText('Torrente')
  for (const n of [1, 2, 3]) await expect(stage.ticked(n)).toBeVisible()

  // 4: a note by hand, harvested
  await stage.tab('Gruppi')
  await panel.getByRole('button', { name: 'Vai al foglio di Bosco' }).click()
  const bosco = spot('m1/x2-2/C1.3')
  await expect(bosco).toBeVisible()
  await stage.stick(bosco, 'Una sala prove in ogni paese')
  await expect(stage.note('Una sala prove in ogni paese')).toHaveCount(1)
  await stage.tab('Raccolta')
  await panel.getByRole('button', { name: 'Raccogli dalla lavagna' }).click()
  await expect(panel.getByText(/nuove: 1\b|\b1 nuov/)).toBeVisible(SLOW)
  await expect(stage.ticked(4)).toBeVisible()
  const after = await api.view(lab)
  const harvested = Object.values(after.items.notes).filter(({ onBoard }) => onBoard)
  expect(harvested).toMatchObject([{ zone: 'C1.3', group: 'x2-2', answer: { text: 'Una sala prove in ogni paese' } }])

  // 5: compiled in the console, placed from the panel, traced back
  const opening = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Apri la console' }).click()
  const organiser = new Console(await opening)
  await organiser.page.getByRole('link', { name: 'Il palco: un laboratorio di prova' }).click()
  await organiser.go('Canvas finale')
  await organiser.button('Compila le bozze').click()
  await organiser.said('4 bozze aggiunte')
  await organiser.page.close()

  await stage.tab('Canvas')
  await panel.getByRole('button', { name: 'Metti sulla lavagna' }).click()
  await expect(panel.getByText(/È sulla lavagna/)).toBeVisible(SLOW)
  await expect(stage.ticked(5)).toBeVisible()
  await page.reload()
  await stage.ready()
  await stage.tab('Canvas')
  await panel.getByText('Questione comune').click()
  const entry = panel.getByRole('listitem').filter({ hasText: 'Una sala prove in ogni paese' }).last()
  await entry.getByText('Da 1 nota').click()
  await entry.getByRole('button', { name: /Vai alla nota/ }).click()
  const traced = stage.note('Una sala prove in ogni paese').first()
  await expect(traced).toBeVisible()
  // led there, and near enough to read it
  await expect.poll(async () => (await traced.boundingBox())?.width ?? 0).toBeGreaterThan(60)

  // at a reload the page and the clients in it hang up on what they waited for
  expect(faults.filter((fault) => !/net::ERR_ABORTED .*\/(stage\/api\/state|zoom\/api\/.*\/calls)/.test(fault))).toEqual([])
  await context.close()
})

test('left to the stage, by keyboard, on a small screen: every step is done and ticked, every frame says what it is', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(product.stageLink)
  await expect(page.getByRole('heading', { name: 'The stage' })).toBeVisible()
  const titles = page.locator('iframe')
  await expect(titles).toHaveCount(5)
  for (const frame of await titles.all()) await expect(frame).toHaveAttribute('title', /^(Miro board|Zoom of|.*’s Zoom)/)
  // the token does not stay where others could read it
  expect(page.url()).not.toContain('#')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  // pages in the frames take the focus as they open; from the guide on, all is in reach by Tab
  for (const name of ['Anna Ferri', 'Bruno Conti', 'Carla Neri'])
    await expect(
      page.frameLocator(`iframe[title="${name}’s Zoom"]`).frameLocator('iframe[title="Telaio"]').getByRole('button', { name: 'Begin' }),
    ).toBeVisible()
  await page.getByRole('region', { name: 'Five steps' }).focus()
  // one button takes through all of them, and keeps the focus
  const doIt = page.getByRole('button', { name: 'Do it for me' })
  await tabTo(page, page.getByRole('button', { name: 'Step 2: Conduct' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ask for 2 rooms')).toBeVisible()
  await page.getByRole('button', { name: 'Step 1: Place the board' }).click()
  for (let n = 1; n <= 5; n++) {
    if (n === 1) await press(page, doIt)
    else {
      // the window itself may have lost the focus to one that another test has closed
      await page.bringToFront()
      await expect(doIt).toBeFocused()
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('button', { name: new RegExp(`^Step ${n}: .*, done$`) })).toBeVisible(SLOW)
    if (n < 5) await expect(doIt).toHaveAttribute('aria-disabled', 'false')
  }
  await expect(page.getByText('You have seen the whole round.')).toBeVisible()
  await context.close()
})
