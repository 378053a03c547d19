import { expect, type Frame, test } from '@playwright/test'
import { createApi, newCommandId } from '@telaio/shared/client'
import { type Said, heardIn, listenIn } from '../support/aloud.ts'
import { BoardTab, PANEL } from '../support/board-tab.ts'
import { expectHeld, press, tabTo } from '../support/focus.ts'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'
import { frameOf } from '../support/sound.ts'

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Condotto a mani ferme')
})
test.afterAll(() => product.stop())

test('whoever conducts works the cockpit in Miro with the keyboard alone; the focus is never lost, and each thing is said once', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const idOf = async (name: string) => Object.values((await lab.api.view(lab.id)).items.people).find((one) => one.name === name)?.id ?? ''
  const [first, second, third] = [await idOf('Anna'), await idOf('Bruno'), await idOf('Carla')]
  const groups = [
    { key: 'g1', name: 'Torrente', people: [first, second] },
    { key: 'g2', name: 'Bosco', people: [third] },
  ]
  await lab.say({ type: 'formProjectGroups', groups })
  await lab.say({ type: 'closeMeeting', meeting: 1 })
  await lab.say({ type: 'addPeople', people: [{ name: 'Fosca', roles: ['facilitator'] }] })
  const miro = new SandboxMiro(product)
  const board = await miro.board('A mani ferme')
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' })
  await listenIn(context)
  const page = await context.newPage()
  const tab = await BoardTab.open(page, product, board)
  const { panel } = tab
  const inside: Frame = await frameOf(page, PANEL)
  const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: typeof name === 'string' })
  const dialog = panel.getByRole('dialog')
  const { keyboard } = page
  const show = async (name: string, key: string) => {
    await tabTo(inside, panel.getByRole('tab', { selected: true }))
    for (let i = 0; i < 5 && !(await panel.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).isVisible()); i++)
      await keyboard.press(key)
    await expect(panel.getByRole('tab', { name: new RegExp(`^${name}`) })).toBeFocused()
  }

  // in, by a code
  await tabTo(inside, panel.getByLabel('Codice'))
  await keyboard.type((await lab.api.panelCode(lab.id)).code)
  await keyboard.press('Enter')
  await press(inside, panel.locator('summary').filter({ hasText: 'Non puoi dare il permesso?' }))
  await press(inside, button('Usa questo pannello'))
  await expect(panel.getByText('Tutto scritto.')).toBeVisible()
  await expectHeld(inside, 'the board is this panel’s')

  // the meeting is opened, a block runs, its time is stopped, lengthened and shortened
  await show('Conduci', 'ArrowRight')
  // from here on: what a page says as it is loaded, and of each step of the way in, is read where one is
  const before = (await heardIn(inside)).length
  await press(inside, button('Apri l’incontro').first())
  await expect(panel.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await expectHeld(inside, 'opening the meeting')
  await press(inside, button(/^Fai partire: /).first())
  await expect(button('Ferma')).toBeVisible()
  await expectHeld(inside, 'starting a block')
  await press(inside, button('Ferma'), 'Space')
  await expect(button('Riprendi')).toBeFocused()
  await keyboard.press('Space')
  await press(inside, button('Aggiungi 5 minuti'))
  await expect(button('Aggiungi 5 minuti')).toBeFocused()
  const timesHeard = async (texts: readonly string[]) => {
    const heard = await heardIn(inside)
    return texts.map((text) => heard.filter((one) => one.text === text).length)
  }
  const block = async () => {
    const { items } = await lab.api.view(lab.id)
    return items.blocks[`m2/${items.meetings['2']?.current ?? ''}`]
  }
  await expect.poll(async () => (await block())?.run?.extended).toBe(300_000)

  // a message to two rooms
  await press(inside, panel.locator('summary').filter({ hasText: 'Messaggi alle stanze' }))
  await tabTo(inside, panel.getByLabel('Testo').first())
  await keyboard.type('Ancora un giro')
  await tabTo(inside, panel.getByLabel('A tutti, plenaria compresa'))
  await keyboard.press('ArrowDown')
  const rooms = panel.getByRole('group', { name: 'A chi' }).getByRole('checkbox')
  await expect(rooms.first()).toBeVisible()
  for (const n of [0, 1]) {
    await tabTo(inside, rooms.nth(n))
    await keyboard.press('Space')
  }
  await press(inside, button('Manda'))
  await expect(panel.getByText('Già mandati (1)')).toBeVisible()
  await expectHeld(inside, 'sending a message')
  expect(Object.values((await lab.api.view(lab.id)).items.messages)[0]?.groups).toHaveLength(2)

  // what was written in private is shown
  await lab.say({ type: 'startBlock', meeting: 2, block: 'silent-writing' })
  await expect(panel.getByRole('heading', { name: 'Il tuo sguardo' })).toBeVisible()
  const { token } = await createApi({ base: product.url, token: () => null }).signInInvite(lab.invites['Bruno']?.split('#')[1] ?? '')
  await createApi({ base: product.url, token: () => token }).send(lab.id, {
    id: newCommandId(),
    type: 'contribute',
    meeting: 2,
    block: 'silent-writing',
    zone: 'C2.2',
    answer: { type: 'cards', text: 'Una sala prove' },
    private: true,
  })
  await show('Gruppi', 'ArrowRight')
  await press(inside, button('Mostra al gruppo').first())
  await expect(button('Mostra al gruppo')).toHaveCount(0)
  await expectHeld(inside, 'showing notes')
  await show('Conduci', 'ArrowLeft')

  // a call for help
  const anna = await Panel.byInvite(
    await (await browser.newContext({ viewport: { width: 372, height: 760 } })).newPage(),
    lab.invites['Anna'] ?? '',
  )
  await anna.begin()
  await anna.inside.getByRole('button', { name: 'Chiama aiuto' }).click()
  await anna.inside.getByRole('button', { name: 'Ci siamo fermati' }).click()
  await press(inside, button('Ci vado io'))
  await expect(anna.inside.getByText('Qualcuno sta arrivando da voi.').first()).toBeVisible()
  await expectHeld(inside, 'a call is taken')
  await press(inside, button('Risolto'))
  await expect(button('Risolto')).toHaveCount(0)
  await expectHeld(inside, 'a call is settled')

  // five minutes, one, time up: once each
  const shorten = async (to: number) => {
    const { run } = (await block()) ?? {}
    if (run) await lab.say({ type: 'extendBlock', meeting: 2, minutes: to - (run.length + run.extended) / 60_000 })
  }
  const TIME = ['Mancano 5 minuti.', 'Manca un minuto.', 'Il tempo è finito.']
  await shorten(6)
  await expect(panel.getByText(/^5:\d\d$/).first()).toBeVisible()
  for (const [i, minutes] of [5, 1, 0].entries()) {
    await shorten(minutes)
    await expect.poll(() => timesHeard(TIME)).toEqual(TIME.map((_, at) => (at <= i ? 1 : 0)))
  }

  // the lead goes to somebody else, and is taken back
  await press(inside, button('Passa la guida'))
  await expect(dialog).toBeVisible()
  await press(inside, dialog.getByRole('button', { name: 'Passa la guida' }))
  await expect(panel.getByRole('heading', { name: 'Alla guida c’è Fosca' })).toBeVisible()
  await expectHeld(inside, 'handing over')
  await press(inside, button('Prendi la guida'))
  await press(inside, dialog.getByRole('button', { name: 'Prendi la guida' }))
  await expect(panel.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await expectHeld(inside, 'taking the lead')

  const faults = (all: readonly Said[]) =>
    all.filter(({ isBornWithWords, isNested }) => isBornWithWords || isNested).map(({ text }) => text)
  const all = (await heardIn(inside)).slice(before)
  expect(faults(all)).toEqual([])
  expect(all.map(({ text }) => text).filter((text, at, list) => list.indexOf(text) !== at)).toEqual([])

  // loaded anew, with a call that was there before: nothing is said again
  await anna.inside.getByRole('button', { name: 'Chiama aiuto' }).click()
  await anna.inside.getByRole('button', { name: 'Ci siamo fermati' }).click()
  await expect(button('Ci vado io')).toBeVisible()
  await page.reload()
  await tab.openPanel()
  const again: Frame = await frameOf(page, PANEL)
  await panel.getByRole('tab', { name: /^Conduci/ }).click()
  await expect(button('Ci vado io')).toBeVisible()
  const news = all.map(({ text }) => text)
  expect((await heardIn(again)).map(({ text }) => text).filter((text) => news.includes(text) || text.includes('chiede aiuto'))).toEqual([])
  for (const one of [context, anna.page.context()]) await one.close()
})
