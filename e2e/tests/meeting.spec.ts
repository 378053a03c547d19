import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Api, createApi, newCommandId } from '@telaio/shared/client'
import { BoardTab } from '../support/board-tab.ts'
import { Console } from '../support/console.ts'
import { everyNoteOnce } from '../support/every-note.ts'
import { ZOOM_NUMBER } from '../support/lab.ts'
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

const ROOMS = ['Torrente', 'Bosco', 'Prato', 'Argine'] as const
const NAMES = ['Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gaia', 'Hamid', 'Irene', 'Livia', 'Mirko', 'Nadia'] as const
type Name = (typeof NAMES)[number]
const SECTORS = ['environment', 'culture', 'education', 'social'] as const
/** Comes when the rooms are open already. */
const LATE: Name = 'Nadia'
/** Is no user of Zoom's: has a name there, and nothing that is signed. */
const GUEST: Name = 'Mirko'
const roomOf = (name: Name): string => ROOMS[NAMES.indexOf(name) % 4] ?? ''
const together = (name: Name): Name[] => NAMES.filter((other) => roomOf(other) === roomOf(name))

let product: TwoProcesses
test.beforeAll(async () => {
  product = await TwoProcesses.start()
})
test.afterAll(() => product.stop())

/** Twelve people in four groups, the same three for every moment; a co-facilitator; nothing has begun. */
async function prepare(api: Api): Promise<{ id: string; invites: Readonly<Record<string, string>> }> {
  const { id } = await api.makeLab({ id: newCommandId(), title: 'Lungo il fiume' })
  const say = (command: object) => api.send(id, { id: newCommandId(), ...command } as Parameters<Api['send']>[1])
  await say({ type: 'setNotice', notice: { it: 'Informativa di prova.', en: 'A trial notice.' } })
  const { people } = (await say({
    type: 'addPeople',
    people: [...NAMES.map((name, n) => ({ name, sector: SECTORS[(n + (n >> 2)) % 4] })), { name: 'Flavia', roles: ['facilitator'] }],
  })) as unknown as { people: string[] }
  await say({ type: 'issueInvites', people })
  const groups = (key: string) =>
    ROOMS.map((name, n) => ({ key: `${key}${n + 1}`, name, people: people.slice(0, NAMES.length).filter((_, of) => of % 4 === n) }))
  await say({ type: 'formMixedGroups', meeting: 1, moment: 1, groups: groups('x1-') })
  await say({ type: 'formMixedGroups', meeting: 1, moment: 2, groups: groups('x2-') })
  await say({ type: 'formProjectGroups', groups: groups('g') })
  await say({ type: 'scheduleMeeting', meeting: 1, date: '2026-11-25', time: '17:00', zoomLink: `${product.sandbox}/zoom/${ZOOM_NUMBER}` })
  const { invites } = await api.invites(id)
  return { id, invites: Object.fromEntries(invites.map(({ name, link }) => [name, link])) }
}

async function accessible(page: Page, frame: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(frame).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([])
}

test('meeting 1 from welcome to check-out: a host who reloads, a line cut while writing, a server killed, a wrong room, somebody late, a guest; every note once', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const api = await product.api()
  const lab = await prepare(api)
  const miro = new SandboxMiro(product)
  const board = await miro.board('Lavagna del fiume')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const mobile = await browser.newContext({ viewport: { width: 1280, height: 900 } })

  // the board, and the meeting on it
  const organiser = new Console(await context.newPage())
  await organiser.page.goto(await product.signInLink())
  await organiser.page.getByRole('link', { name: 'Lungo il fiume' }).click()
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

  // whoever conducts, in Miro
  const miroPage = await context.newPage()
  await miroPage.goto(`http://m1.localhost:${new URL(product.sandbox).port}/miro/board/${encodeURIComponent(board)}?user=franca-riva`)
  const tab = new BoardTab(miroPage)
  const { panel } = tab
  await tab.openPanel()
  await panel.getByRole('tab', { name: /^Conduci/ }).click()
  await panel.getByRole('button', { name: 'Apri l’incontro' }).click()
  const goOn = async (title: string | RegExp) => {
    await panel.getByRole('button', { name: title }).click()
  }

  // the host in Zoom, then everybody but one
  const host = await Panel.inZoom(await context.newPage(), product, 'Marta', 'host')
  await panel.getByRole('button', { name: 'Sì, è la nostra' }).click()
  const people = new Map<Name, Panel>()
  const at = (name: Name): Panel => {
    const there = people.get(name)
    if (!there) throw new Error(`${name} has not come`)
    return there
  }
  const comeIn = async (name: Name) => {
    // whose line will be cut has a network of her own
    const own = name === 'Gaia' ? mobile : context
    const one = await Panel.inZoom(await own.newPage(), product, name, name === GUEST ? 'guest' : 'attendee')
    people.set(name, one)
    await one.giveInvite(lab.invites[name] ?? '')
    await one.begin()
  }
  for (const name of NAMES) if (name !== LATE) await comeIn(name)

  // 1: welcome: one word each, in plenary
  await goOn('Fai partire: Accoglienza')
  const written: { text: string; zone: string; group: string; by: Name }[] = []
  const write = async (name: Name, zone: string, id: string, group: string, text: string) => {
    await at(name).write(zone, text)
    written.push({ text, zone: id, group, by: name })
  }
  for (const name of NAMES) if (name !== LATE) await write(name, 'Nota di prova', 'C1.8', 'all', `Attesa di ${name}`)

  // silent writing: nobody sees another's before it is shown
  await goOn('Passa a: Incontri a due')
  await goOn('Passa a: Partnership e comunità di pratica')
  await goOn('Passa a: Scrittura silenziosa')
  const groupOf = (name: Name) => `x2-${(NAMES.indexOf(name) % 4) + 1}`
  for (const name of NAMES.slice(0, 8)) {
    await write(name, KNOW, 'C1.2', groupOf(name), `${name} sa fare qualcosa`)
    await write(name, CARE, 'C1.3', groupOf(name), `Sta a cuore a ${name}`)
  }
  await expect(at('Elena').note('Anna sa fare qualcosa')).toHaveCount(0)

  // the boarding pass: rooms, with everything that goes wrong
  await goOn('Passa a: Carta d’imbarco')
  await panel.getByRole('button', { name: 'Chiedi 4 stanze' }).click()
  await expect(panel.getByText(/Le persone vengono assegnate|Zoom sta creando le stanze/)).toBeVisible(SLOW)
  await host.page.reload()
  await expect(panel.getByText('Le stanze sono aperte')).toBeVisible(SLOW)
  for (const name of NAMES) if (name !== LATE) await expect(at(name).place).toContainText(roomOf(name), SLOW)

  // one comes late, and is led to her room
  await comeIn(LATE)
  await expect(at(LATE).place).toContainText(roomOf(LATE), SLOW)

  // one goes to a wrong room by hand: told so, and brought back by one press
  const bruno = at('Bruno')
  await bruno.page.getByRole('button', { name: 'Stanze' }).click()
  await bruno.page.getByRole('button', { name: 'Torna nella sala principale' }).click()
  await expect(bruno.place).toHaveText('Sala principale')
  await bruno.inside.getByRole('button', { name: 'Vai nella tua stanza' }).click()
  await expect(bruno.place).toContainText('Bosco', SLOW)

  // one line is cut while she writes; the others go on, and the server dies once
  const gaia = at('Gaia')
  await mobile.setOffline(true)
  const cutAt = Date.now()
  await write('Gaia', CARE, 'C1.3', groupOf('Gaia'), 'Scritta senza rete')
  await expect(gaia.inside.getByText(/1 nota in attesa della rete/).first()).toBeVisible(SLOW)
  await write('Anna', CARE, 'C1.3', groupOf('Anna'), 'Prima che il server muoia')
  await product.killServer()
  for (const name of NAMES.slice(0, 6)) await write(name, TIRES, 'C1.4', groupOf(name), `Affatica ${name}`)
  for (const name of together('Anna')) {
    await at(name).zone(CARE)
    await expect(at(name).note('Prima che il server muoia')).toBeVisible(SLOW)
  }
  await bruno.inside.getByRole('button', { name: 'Chiama aiuto' }).click()
  await bruno.inside.getByRole('button', { name: 'Chiama', exact: true }).click()
  await panel.getByRole('button', { name: 'Ci vado io' }).click()
  await expect(bruno.inside.getByText('Qualcuno sta arrivando da voi.').first()).toBeVisible()
  await bruno.inside.getByRole('button', { name: 'Risolto, grazie' }).click()
  await accessible(gaia.page, 'iframe[title="Telaio"]')
  await gaia.page.waitForTimeout(Math.max(0, CUT_MS - (Date.now() - cutAt)))
  await mobile.setOffline(false)
  await expect(gaia.inside.getByText(/in attesa della rete/)).toHaveCount(0, SLOW)
  await write('Gaia', TIRES, 'C1.4', groupOf('Gaia'), 'Di nuovo in linea')

  // what was private is shown to each group, and brought to plenary
  await panel.getByRole('tab', { name: /^Gruppi/ }).click()
  const reveal = panel.getByRole('button', { name: 'Mostra al gruppo' })
  while ((await reveal.count()) > 0) {
    const before = await reveal.count()
    await reveal.first().click()
    await expect(reveal).toHaveCount(before - 1)
  }
  await panel.getByRole('button', { name: `Porta in plenaria: C1.3 ${CARE}` }).click()
  await panel.getByRole('tab', { name: /^Conduci/ }).click()
  await panel.getByRole('button', { name: 'Chiudi le stanze' }).click()
  await expect(panel.getByText('Le stanze sono chiuse')).toBeVisible(SLOW)

  // the vote is secret until it is shown
  await goOn('Passa a: Pausa')
  await goOn('Passa a: Restituzione e grappoli')
  await goOn('Passa a: Voto e mercato delle questioni')
  for (const name of ['Anna', 'Bruno', 'Carla', 'Gaia'] as const)
    await at(name).inside.getByRole('button', { name: 'Dai un punto a: Sta a cuore a Dario' }).click()
  await expect(panel.getByText('4 schede')).toBeVisible()
  await panel.getByRole('button', { name: 'Mostra il risultato' }).click()
  await panel.getByRole('dialog').getByRole('button', { name: 'Mostra il risultato' }).click()
  await expect(at('Irene').inside.getByText('4 punti').first()).toBeVisible()

  // project groups: a sentence each, again in rooms
  await goOn('Passa a: Nome e domanda del gruppo')
  await panel.getByRole('button', { name: 'Chiedi 4 stanze' }).click()
  await expect(panel.getByText('Le stanze sono aperte')).toBeVisible(SLOW)
  for (const [n, name] of NAMES.slice(0, 4).entries()) {
    const text = `Come potremmo riaprire il sentiero ${n + 1}?`
    const card = await at(name).zone(QUESTION)
    await card.getByRole('textbox').first().fill(text)
    await card.getByRole('button', { name: 'Invia la frase' }).click()
    await expect(at(name).note(text)).toBeVisible()
    written.push({ text, zone: 'C1.6', group: `g${n + 1}`, by: name })
  }
  await panel.getByRole('button', { name: 'Chiudi le stanze' }).click()
  await expect(panel.getByText('Le stanze sono chiuse')).toBeVisible(SLOW)
  await goOn('Passa a: Saluti')
  await accessible(miroPage, 'iframe[src*="panel.html"]')
  await panel.getByRole('button', { name: 'Chiudi l’incontro' }).click()
  await panel.getByRole('dialog').getByRole('button', { name: 'Chiudi l’incontro' }).click()
  await expect(panel.getByText('Incontro chiuso.').first()).toBeVisible()

  // every note once, in the log and on the board, in its own zone
  const fresh = createApi({ base: product.url, token: () => null })
  const { token } = await fresh.signInOrganiser((await product.signInLink()).split('#sign-in=')[1] ?? '')
  await everyNoteOnce({ api: createApi({ base: product.url, token: () => token }), lab: lab.id, miro, board, written })
  await context.close()
  await mobile.close()
})
