import { randomBytes } from 'node:crypto'
import { expect, type Frame, test } from '@playwright/test'
import { newCommandId } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import { BoardTab, PANEL } from '../support/board-tab.ts'
import { hostZoom } from '../support/clients.ts'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { SandboxMiro } from '../support/miro.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'
import { expectSound, frameOf, unfold } from '../support/sound.ts'

type Report = Omit<Extract<CommandInput, { type: 'reportRooms' }>, 'id' | 'type' | 'request' | 'lease'>

const APP = 'iframe[title="Telaio"]'

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Stato per stato')
})
test.afterAll(() => product.stop())

test('every state of the cockpit in Miro, and of the host’s and a participant’s panel beside it: axe, targets, keyboard, no motion', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const items = async () => (await lab.api.view(lab.id)).items
  const { people } = (await lab.say({
    type: 'addPeople',
    people: [{ name: 'Fosca', roles: ['facilitator'] }, { name: 'Dario' }],
  })) as unknown as { people: string[] }
  await lab.say({ type: 'movePeople', moves: [{ person: people[1] ?? '', from: null, to: 'm1/x2-2' }] }).catch(() => undefined)
  const miro = new SandboxMiro(product)
  const board = await miro.board('Stato per stato')
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const tab = await BoardTab.open(page, product, board)
  const { panel } = tab
  const inside: Frame = await frameOf(page, PANEL)
  const sound = async (state: string) => {
    await unfold(inside)
    await expectSound(page, inside, state)
  }
  const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: typeof name === 'string' })
  const dialog = panel.getByRole('dialog')
  const show = (name: string) => panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

  // the way in
  await sound('who are you')
  await button('Entra').click()
  await sound('no code typed')
  await panel.getByLabel('Codice').fill((await lab.api.panelCode(lab.id)).code)
  await button('Entra').click()
  await expect(panel.getByText('Non puoi dare il permesso?')).toBeVisible()
  await sound('a board that nobody has connected')
  await button('Usa questo pannello').click()
  await expect(panel.getByText('Tutto scritto.')).toBeVisible()
  await sound('a board of this panel’s')

  // conducting: the clock, steps, agenda, votes, messages
  await show('Conduci')
  await expect(panel.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await sound('a block runs')
  await panel.getByLabel('Che cosa mandi').selectOption('place')
  await expect(panel.getByText('Nessun riquadro di questo incontro è su una lavagna collegata.')).toBeVisible()
  await sound('a place that nobody can be led to')
  await panel.getByLabel('Che cosa mandi').selectOption('message')
  await panel.getByText('Ad alcuni gruppi').click()
  await button('Manda').click()
  await expect(panel.getByRole('alert').first()).toBeVisible()
  await sound('a message without a room')
  await panel.getByText('A tutti, plenaria compresa').click()
  await panel.getByLabel('Testo').fill('Ancora cinque minuti')
  await button('Manda').click()
  await lab.write('Anna', 'C1.3', 'Il torrente è di tutti')
  await lab.write('Bruno', 'C1.3', 'Una sala prove in ogni paese')
  await expect(panel.getByLabel('Come si vota')).toBeVisible()
  await panel.getByLabel('Come si vota').selectOption('rating')
  await button('Apri il voto').click()
  await sound('a vote without criteria, a message sent')
  await panel.getByLabel('Come si vota').selectOption('votes')
  await button('Apri il voto').click()
  await expect(panel.getByText('0 schede')).toBeVisible()
  await button('Passa la guida').click()
  await expect(dialog).toBeVisible()
  await sound('to whom the lead goes')
  await dialog.getByRole('button', { name: 'Annulla' }).click()
  await lab.say({ type: 'handDrive', meeting: 1, to: people[0] ?? null })
  await expect(panel.getByRole('heading', { name: 'Alla guida c’è Fosca' })).toBeVisible()
  await sound('somebody else is in the lead')
  await button('Prendi la guida').click()
  await expect(dialog).toBeVisible()
  await sound('the lead is asked for')
  await dialog.getByRole('button', { name: 'Prendi la guida' }).click()
  await expect(panel.getByRole('heading', { name: 'Alla guida ci sei tu' })).toBeVisible()
  await lab.say({ type: 'pauseBlock', meeting: 1 })
  await expect(panel.getByText('in pausa').first()).toBeVisible()
  await sound('paused')
  await lab.say({ type: 'resumeBlock', meeting: 1 })

  // rooms: every stage, told by a host whose words we choose
  const host = await hostZoom(product)
  await expect(button('Sì, è la nostra')).toBeVisible()
  await sound('is this the Zoom meeting')
  await button('Sì, è la nostra').click()
  await expect.poll(async () => Object.values((await items()).zoomMeetings)[0]?.status).toBe('bound')
  const hosting = await host.signIn()
  const zoom = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' })
  const coHost = await Panel.inZoom(await zoom.newPage(), product, 'Piera', 'coHost')
  const anna = await Panel.inZoom(await zoom.newPage(), product, 'Anna', 'attendee')
  await anna.giveInvite(lab.invites['Anna'] ?? '')
  await anna.begin()
  await button('Chiedi 2 stanze').click()
  await expect(panel.getByRole('tabpanel').getByText('In attesa dell’app di chi ospita')).toBeVisible()
  const request = Object.values((await items()).rooms)[0]?.request ?? ''
  const lease = randomBytes(24).toString('base64url')
  await hosting.send(lab.id, { id: newCommandId(), type: 'takeRooms', request, lease })
  const report = (more: Report) => hosting.send(lab.id, { id: newCommandId(), type: 'reportRooms', request, lease, ...more })
  const [hostApp, annaApp] = [await frameOf(coHost.page, APP), await frameOf(anna.page, APP)]
  const everywhere = async (state: string) => {
    await sound(state)
    for (const [at, frame, whose] of [
      [coHost, hostApp, 'host'],
      [anna, annaApp, 'participant'],
    ] as const) {
      await unfold(frame)
      await expectSound(at.page, frame, `${state}, ${whose}`)
    }
  }
  const ids = (await items()).people
  const idOf = (name: string) => Object.values(ids).find((one) => one.name === name)?.id ?? ''
  await report({ stage: 'creating' })
  await expect(panel.getByRole('tabpanel').getByText('Zoom sta creando le stanze')).toBeVisible()
  await everywhere('rooms are being made')
  await report({ stage: 'assigning', assigned: [idOf('Anna')] })
  await expect(coHost.inside.getByRole('progressbar')).toBeVisible()
  await everywhere('people are being assigned')
  await report({
    stage: 'open',
    assigned: [idOf('Anna')],
    unreachable: [idOf('Carla')],
    elsewhere: [{ person: idOf('Bruno'), group: 'm1/x2-2' }],
  })
  await expect(panel.getByText('Da spostare a mano in Zoom: Carla')).toBeVisible()
  await expect(panel.getByText(/^Bruno è in «Bosco»/)).toBeVisible()
  await everywhere('rooms open, one astray, one to be moved by hand')
  await report({ stage: 'failed', problem: 'Zoom ha risposto di no (Zoom: 10091)' })
  await expect(panel.getByRole('tabpanel').getByText('Le stanze non si sono aperte')).toBeVisible()
  await everywhere('rooms that did not open')

  // who asks to come in, who calls
  await lab.say({ type: 'setJoinLink', open: true })
  const common = (await lab.api.invites(lab.id)).common ?? ''
  const door = await (await browser.newContext({ viewport: { width: 400, height: 700 } })).newPage()
  await door.goto(common)
  await door.getByLabel('Nome e cognome').fill('Zoe Neri')
  await door.getByRole('button', { name: 'Chiedi di entrare' }).click()
  await anna.inside.getByRole('button', { name: 'Chiama aiuto' }).click()
  await anna.inside.getByRole('button', { name: 'Ci siamo fermati' }).click()
  await expect(button('Ci vado io')).toBeVisible()
  await expect(panel.getByText('Chi è Zoe Neri?')).toBeVisible()
  await sound('somebody calls, somebody asks to come in')
  await button('Ci vado io').click()
  await sound('a call taken')

  // the other parts of the panel
  await show('Gruppi')
  await expect(
    button('Mostra al gruppo')
      .or(button(/^Porta in plenaria/))
      .first(),
  ).toBeVisible()
  await sound('groups, who has written, participation')
  await button(/^Nascondi: /)
    .first()
    .click()
  await expect(dialog).toBeVisible()
  await sound('hiding a note')
  await dialog.getByRole('button', { name: 'Annulla' }).click()
  await show('Lavagna')
  await button('Metti sulla lavagna').click()
  await expect(panel.getByText(/È sulla lavagna: \d+ elementi/)).toBeVisible({ timeout: 90_000 })
  await sound('a meeting on the board')
  await show('Raccolta')
  const spots = (await items()).spots
  const spot = (await miro.items(board)).find(({ id }) => id === spots['m1/x2-2/C1.3']?.item)
  await miro.byHand(board, { do: 'create', kind: 'sticky_note', x: spot?.x, y: spot?.y, text: 'Scritta a mano' })
  await miro.byHand(board, { do: 'create', kind: 'sticky_note', x: -4000, y: -4000, text: 'Fuori da tutto' })
  await button('Raccogli dalla lavagna').click()
  await expect(panel.getByText('Fuori dai campi')).toBeVisible({ timeout: 60_000 })
  await sound('a harvest with a stray')
  await show('Canvas')
  await lab.say({ type: 'compileCanvas' })
  await expect(panel.getByText(/voci? in \d+ blocchi/)).toBeVisible()
  await sound('the final canvas')
  await button('Impostazioni').click()
  await sound('settings')
  await button('Torna al pannello').click()

  // the line is away; the meeting ends
  await show('Conduci')
  await context.setOffline(true)
  await expect(panel.getByText('La linea è interrotta', { exact: false }).first()).toBeVisible({ timeout: 60_000 })
  await sound('the line is away')
  await context.setOffline(false)
  await button('Chiudi l’incontro').click()
  await expect(dialog).toBeVisible()
  await sound('the end, asked about')
  await dialog.getByRole('button', { name: 'Chiudi l’incontro' }).click()
  await expect(panel.getByText('L’incontro 2 non è aperto')).toBeVisible()
  await sound('the next meeting, not open yet')
  await panel.getByLabel('Incontro', { exact: true }).selectOption('1')
  await expect(panel.getByText('L’incontro 1 è concluso')).toBeVisible()
  await sound('a meeting closed')
  for (const one of [context, zoom, door.context()]) await one.close()
})
