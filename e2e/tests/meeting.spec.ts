import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type FrameLocator, type Page, test } from '@playwright/test'
import { createApi } from '@telaio/shared/client'
import { BoardTab, PANEL } from '../support/board-tab.ts'
import { Console } from '../support/console.ts'
import { everyNoteOnce, type WrittenNote } from '../support/every-note.ts'
import { ZOOM_NUMBER } from '../support/lab.ts'
import { groupOf, meetingOne, type Name, NAMES, roomOf, together } from '../support/meeting-one.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Panel } from '../support/panel.ts'
import { TwoProcesses } from '../support/two-processes.ts'

/** Rooms are made one call at a time, as Zoom takes them, with its pauses; a placement asks Miro for many things. */
const SLOW = { timeout: 60_000 }
const CUT_MS = 60_000
const KNOW = 'Che cosa sappiamo fare'
const CARE = 'Che cosa ci sta a cuore'
const TIRES = 'Che cosa ci affatica'
const QUESTION = 'La nostra domanda'

/** Telaio's own frame in Zoom. */
const APP = 'iframe[title="Telaio"]'

/** Comes when the rooms are open already. */
const LATE: Name = 'Nadia'
/** Is no user of Zoom's, and has lost the invite: has a name there, and nothing that is signed. */
const GUEST: Name = 'Mirko'
/** Has a network of her own, which fails. */
const CUT: Name = 'Gaia'

let product: TwoProcesses
test.beforeAll(async () => {
  product = await TwoProcesses.start()
})
test.afterAll(() => product.stop())

async function accessible(page: Page, frame: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(frame).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([])
}

/** Telaio's panel on the board, as one of Miro's users sees it: first, what it shows to somebody it knows. */
async function openMiro(context: BrowserContext, board: string, label: string, user: string): Promise<BoardTab> {
  const page = await context.newPage()
  await page.goto(`http://${label}.localhost:${new URL(product.sandbox).port}/miro/board/${encodeURIComponent(board)}?user=${user}`)
  const tab = new BoardTab(page)
  await tab.openPanel()
  return tab
}

const press = (where: FrameLocator | Page, name: string | RegExp): Promise<void> => where.getByRole('button', { name }).click()
const confirm = (where: FrameLocator, name: string): Promise<void> => where.getByRole('dialog').getByRole('button', { name }).click()

test('meeting 1 from welcome to check-out: two who conduct, a host who reloads, a line cut while writing, a server killed, a wrong room, somebody late, a guest; every note once', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const lab = await meetingOne(product, await product.api())
  const miro = new SandboxMiro(product)
  const board = await miro.board('Lavagna del fiume')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const mobile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const beside = await browser.newContext({ viewport: { width: 1280, height: 900 } })

  // the board, and the meeting on it
  const organiser = new Console(await context.newPage())
  await organiser.page.goto(await product.signInLink())
  await organiser.page.getByRole('link', { name: lab.title }).click()
  await organiser.go('Lavagne')
  const [consent] = await Promise.all([context.waitForEvent('page'), organiser.button('Collega Miro').click()])
  await consent.getByRole('button', { name: 'Consenti', exact: true }).click()
  await expect(consent.getByRole('heading', { name: 'Miro è collegato' })).toBeVisible()
  await consent.close()
  await organiser.page.bringToFront()
  await organiser.page.getByLabel('Link della lavagna').fill(`${product.sandbox}/miro/app/board/${encodeURIComponent(board)}/`)
  await organiser.button('Collega la lavagna').click()
  await organiser.button('Porta sulla lavagna: incontro 1').click()
  await expect(organiser.button('Aggiorna: incontro 1')).toBeVisible(SLOW)

  // whoever conducts, in Miro; whoever conducts with her has a code from the console
  const { page: francaPage, panel: franca } = await openMiro(context, board, 'm1', 'franca-riva')
  await franca.getByRole('tab', { name: /^Conduci/ }).click()
  await press(franca, 'Apri l’incontro')
  const flaviaConsole = new Console(await beside.newPage())
  await flaviaConsole.page.goto(lab.invites['Flavia'] ?? '')
  await flaviaConsole.go('Lavagne')
  await flaviaConsole.button('Crea un codice').click()
  const code = await flaviaConsole.page.locator('.panel-code').innerText()
  const { page: flaviaPage, panel: flavia } = await openMiro(beside, board, 'm2', 'marco-serra')
  await flavia.getByLabel('Codice').fill(code)
  await flavia.getByRole('button', { name: 'Entra', exact: true }).click()
  await flavia.getByRole('tab', { name: /^Conduci/ }).click()
  const goOn = (title: string, by = franca) => press(by, `Passa a: ${title}`)

  // the host in Zoom, then everybody but one
  const [door, mobileDoor] = [await context.newPage(), await mobile.newPage()]
  for (const page of [door, mobileDoor]) await page.goto(`${product.sandbox}/zoom/${ZOOM_NUMBER}`)
  const host = await Panel.byTheDoor(door, 'Marta', 'Host')
  await press(franca, 'Sì, è la nostra')
  const people = new Map<Name, Panel>()
  const at = (name: Name): Panel => {
    const there = people.get(name)
    if (!there) throw new Error(`${name} has not come`)
    return there
  }
  const comeIn = async (name: Name) => {
    const one = await Panel.byTheDoor(name === CUT ? mobileDoor : door, name, name === GUEST ? 'Ospite' : 'Partecipante')
    people.set(name, one)
    if (name === GUEST) {
      // without an invite: a name, which one person of the lab bears, and the word of whoever conducts
      await one.inside.getByLabel('Nome e cognome').fill(name)
      await press(one.inside, 'Chiedi di entrare')
      await press(franca, `Sì, è ${name}`)
    } else await one.giveInvite(lab.invites[name] ?? '')
    await one.begin()
  }
  const there = NAMES.filter((name) => name !== LATE)
  for (const name of there) await comeIn(name)

  // welcome: one word each, in plenary
  await press(franca, 'Fai partire: Accoglienza')
  const written: WrittenNote[] = []
  const write = async (name: Name, zone: string, id: string, group: string, text: string) => {
    await at(name).write(zone, text)
    written.push({ text, zone: id, group })
  }
  for (const name of there) await write(name, 'Nota di prova', 'C1.8', 'all', `Attesa di ${name}`)

  // the lead passes: asked for, said to both, and only one has the controls
  await expect(flavia.getByRole('heading', { name: /^Alla guida c’è / })).toBeVisible()
  await expect(flavia.getByRole('button', { name: /^Passa a: / })).toHaveCount(0)
  await press(flavia, 'Prendi la guida')
  await expect(flavia.getByRole('dialog')).toContainText('ha il pannello aperto')
  await accessible(flaviaPage, PANEL)
  await confirm(flavia, 'Prendi la guida')
  await expect(flavia.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await expect(franca.getByRole('heading', { name: 'Alla guida c’è Flavia' })).toBeVisible()
  await expect(franca.getByText('Ora alla guida c’è Flavia.')).toBeVisible()
  await expect(franca.getByRole('button', { name: /^Passa a: / })).toHaveCount(0)
  await goOn('Incontri a due', flavia)
  await goOn('Partnership e comunità di pratica', flavia)
  await goOn('Scrittura silenziosa', flavia)

  // nobody sees another's note before it is shown
  for (const name of NAMES.slice(0, 8)) {
    await write(name, KNOW, 'C1.2', groupOf(name), `${name} sa fare qualcosa`)
    await write(name, CARE, 'C1.3', groupOf(name), `Sta a cuore a ${name}`)
  }
  await expect(at('Elena').note('Anna sa fare qualcosa')).toHaveCount(0)

  // given back
  await press(flavia, 'Passa la guida')
  await confirm(flavia, 'Passa la guida')
  await expect(franca.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await expect(franca.getByText('Ora alla guida ci sei tu.')).toBeVisible()
  await expect(flavia.getByRole('heading', { name: /^Alla guida c’è / })).toBeVisible()

  // the boarding pass: rooms, and the host reloads in the middle
  await goOn('Carta d’imbarco')
  await press(franca, 'Chiedi 4 stanze')
  await expect(franca.getByRole('tabpanel').getByText(/Le persone vengono assegnate|Zoom sta creando le stanze/)).toBeVisible(SLOW)
  await host.page.reload()
  await expect(franca.getByRole('tabpanel').getByText('Le stanze sono aperte')).toBeVisible(SLOW)
  for (const name of there) await expect(at(name).place).toContainText(roomOf(name), SLOW)

  // one line is cut while she writes; what follows happens meanwhile
  const cut = at(CUT)
  await mobile.setOffline(true)
  const cutAt = Date.now()
  await write(CUT, CARE, 'C1.3', groupOf(CUT), 'Scritta senza rete')
  await expect(cut.inside.getByText(/1 nota in attesa della rete/).first()).toBeVisible(SLOW)
  await accessible(cut.page, APP)

  // one comes late, and is led to her room
  await comeIn(LATE)
  await expect(at(LATE).place).toContainText(roomOf(LATE), SLOW)

  // one goes out of the room by Zoom's own window, and comes back by one press
  const bruno = at('Bruno')
  await press(bruno.page, 'Stanze')
  await press(bruno.page, 'Torna nella sala principale')
  await expect(bruno.place).toHaveText('Sala principale')
  await press(bruno.inside, 'Vai nella tua stanza')
  await expect(bruno.place).toContainText('Bosco', SLOW)

  // one walks into another group's room: said to him, to the host, to both who conduct; what he writes is his group's; one press back
  const hamid = at('Hamid')
  const astray = 'è in «Torrente», il suo gruppo è in «Argine»'
  await press(hamid.page, 'Stanze')
  await hamid.page.getByRole('listitem').filter({ hasText: 'Torrente' }).getByRole('button', { name: 'Entra' }).click()
  await expect(hamid.inside.getByRole('banner').getByText('Sei in «Torrente»: il tuo gruppo è in «Argine».')).toBeVisible(SLOW)
  await expect(host.inside.getByText(astray)).toBeVisible(SLOW)
  for (const panel of [franca, flavia]) await expect(panel.getByText(`Hamid ${astray}`)).toBeVisible(SLOW)
  await accessible(hamid.page, APP)
  await accessible(host.page, APP)
  await write('Hamid', TIRES, 'C1.4', groupOf('Hamid'), 'Scritta nella stanza di altri')
  await press(hamid.inside, 'Torna dal tuo gruppo')
  await expect(hamid.place).toContainText('Argine', SLOW)
  await at('Dario').zone(TIRES)
  await expect(at('Dario').note('Scritta nella stanza di altri')).toHaveCount(1)
  for (const panel of [host.inside, franca, flavia]) await expect(panel.getByText(astray)).toHaveCount(0, SLOW)

  // the server dies once, with a note just written; people go on
  await write('Anna', CARE, 'C1.3', groupOf('Anna'), 'Prima che il server muoia')
  await product.killServer()
  for (const name of NAMES.slice(0, 6)) await write(name, TIRES, 'C1.4', groupOf(name), `Affatica ${name}`)
  for (const name of together('Anna')) {
    await at(name).zone(CARE)
    await expect(at(name).note('Prima che il server muoia')).toBeVisible(SLOW)
  }

  // a group calls; whoever is not in the lead goes
  await press(bruno.inside, 'Chiama aiuto')
  await bruno.inside.getByRole('button', { name: 'Chiama', exact: true }).click()
  await press(flavia, 'Ci vado io')
  await expect(bruno.inside.getByText('Qualcuno sta arrivando da voi.').first()).toBeVisible()
  await press(bruno.inside, 'Risolto, grazie')

  await cut.page.waitForTimeout(Math.max(0, CUT_MS - (Date.now() - cutAt)))
  await mobile.setOffline(false)
  await expect(cut.inside.getByText(/in attesa della rete/)).toHaveCount(0, SLOW)
  await write(CUT, TIRES, 'C1.4', groupOf(CUT), 'Di nuovo in linea')

  // what was private is shown to each group, and brought to plenary
  await franca.getByRole('tab', { name: /^Gruppi/ }).click()
  const reveal = franca.getByRole('button', { name: 'Mostra al gruppo' })
  await expect(reveal.first()).toBeVisible()
  while ((await reveal.count()) > 0) {
    const before = await reveal.count()
    await reveal.first().click()
    await expect(reveal).toHaveCount(before - 1)
  }
  await press(franca, `Porta in plenaria: C1.3 ${CARE}`)
  await franca.getByRole('tab', { name: /^Conduci/ }).click()
  await press(franca, 'Chiudi le stanze')
  await expect(franca.getByRole('tabpanel').getByText('Le stanze sono chiuse')).toBeVisible(SLOW)

  // the vote is secret until it is shown
  await goOn('Pausa')
  await goOn('Restituzione e grappoli')
  await goOn('Voto e mercato delle questioni')
  for (const name of ['Anna', 'Bruno', 'Carla', CUT] as const) await press(at(name).inside, 'Dai un punto a: Sta a cuore a Dario')
  await expect(franca.getByText('4 schede')).toBeVisible()
  await expect(at('Irene').inside.getByText('4 punti')).toHaveCount(0)
  await press(franca, 'Mostra il risultato')
  await confirm(franca, 'Mostra il risultato')
  await expect(at('Irene').inside.getByText('4 punti').first()).toBeVisible()

  // project groups: a sentence each, again in rooms
  await goOn('Nome e domanda del gruppo')
  await press(franca, 'Chiedi 4 stanze')
  await expect(franca.getByRole('tabpanel').getByText('Le stanze sono aperte')).toBeVisible(SLOW)
  for (const [n, name] of NAMES.slice(0, 4).entries()) {
    const text = `Come potremmo riaprire il sentiero ${n + 1}?`
    const card = await at(name).zone(QUESTION)
    await card.getByRole('textbox').first().fill(text)
    await card.getByRole('button', { name: 'Invia la frase' }).click()
    await expect(at(name).note(text)).toBeVisible()
    written.push({ text, zone: 'C1.6', group: `g${n + 1}` })
  }
  await press(franca, 'Chiudi le stanze')
  await expect(franca.getByRole('tabpanel').getByText('Le stanze sono chiuse')).toBeVisible(SLOW)
  await goOn('Saluti')
  await accessible(francaPage, PANEL)
  await press(franca, 'Chiudi l’incontro')
  await confirm(franca, 'Chiudi l’incontro')
  // what stays: the next meeting is to be opened
  await expect(franca.getByText('L’incontro 2 non è aperto')).toBeVisible(SLOW)

  // every note once, in the log and on the board, in its own zone
  const fresh = createApi({ base: product.url, token: () => null })
  const { token } = await fresh.signInOrganiser((await product.signInLink()).split('#sign-in=')[1] ?? '')
  await everyNoteOnce({ api: createApi({ base: product.url, token: () => token }), lab: lab.id, miro, board, written })
  for (const one of [context, mobile, beside]) await one.close()
})
