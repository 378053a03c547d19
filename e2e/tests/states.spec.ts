import { expect, type Page, test } from '@playwright/test'
import { type Api, createApi, newCommandId } from '@telaio/shared/client'
import type { CommandInput, SentAnswer } from '@telaio/shared/lab'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'
import { expectSound, unfold } from '../support/sound.ts'

type Wish<C = CommandInput> = C extends CommandInput ? Omit<C, 'id'> : never

const CARE = 'Che cosa ci sta a cuore'

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'Stato per stato')
})
test.afterAll(() => product.stop())

/** One of the lab's people, over HTTP. */
async function somebody(name: string): Promise<(wish: Wish) => Promise<unknown>> {
  const { token } = await createApi({ base: product.url, token: () => null }).signInInvite(lab.invites[name]?.split('#')[1] ?? '')
  const own: Api = createApi({ base: product.url, token: () => token })
  return (wish) => own.send(lab.id, { id: newCommandId(), ...wish })
}

const goTo = async (meeting: number, from?: number): Promise<void> => {
  if (from !== undefined) await lab.say({ type: 'closeMeeting', meeting: from })
  await lab.say({ type: 'openMeeting', meeting })
}
const run = (meeting: number, block: string) => lab.say({ type: 'startBlock', meeting, block })

test('every state of the participant’s panel, 320 px wide: axe, targets, keyboard, no motion', async ({ browser }) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' })
  const page: Page = await context.newPage()
  const sound = async (state: string) => {
    await unfold(page.mainFrame())
    await expectSound(page, page.mainFrame(), state)
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const bruno = await somebody('Bruno')
  const writes = (meeting: number, block: string, zone: string, answer: SentAnswer) =>
    bruno({ type: 'contribute', meeting, block, zone, answer, private: false })
  const cards = (text: string): SentAnswer => ({ type: 'cards', text })

  // the way in
  await page.goto(`${product.url}/join/`)
  await page.getByLabel('Il tuo link d’invito').fill('nessun invito')
  await button('Entra').click()
  await sound('no invite in what was pasted')
  await lab.say({ type: 'setJoinLink', open: true })
  await page.goto((await lab.api.invites(lab.id)).common ?? '')
  await expect(page.getByRole('heading', { name: 'Come ti chiami?' })).toBeVisible()
  await sound('who are you')
  await button('Chiedi di entrare').click()
  await sound('no name given')
  await page.getByLabel('Nome e cognome').fill('Zoe Neri')
  await button('Chiedi di entrare').click()
  await expect(page.getByRole('heading', { name: 'Chi facilita sta confermando chi sei' })).toBeVisible()
  await sound('waiting to be let in')
  const anna = await Panel.byInvite(page, lab.invites['Anna'] ?? '')
  await expect(button('Comincia')).toBeVisible()
  await sound('welcome')
  await anna.begin()

  // a block with five zones, notes of several kinds, corrections
  await writes(1, 'boarding-pass', 'C1.3', cards('Una sala prove in ogni paese'))
  await sound('a block with every zone open')
  await anna.write(CARE, 'Il torrente è di tutti')
  await button('Aggiungi la nota').first().click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await sound('nothing written')
  await button(/^Correggi: Il torrente/).click()
  await expect(button('Salva la correzione')).toBeVisible()
  await sound('a note being corrected')
  await button('Annulla').first().click()
  await button(/^Ritira: Il torrente/).click()
  await sound('a note being withdrawn')
  await button('Tienila').click()
  await page.getByLabel('Senza il mio nome').first().check()
  await page.getByLabel('Solo per me, per ora').first().check()
  await sound('a note without author, unseen for now')

  // voices and help
  await lab.say({ type: 'sendMessage', meeting: 1, groups: null, kind: 'message', text: 'Ancora cinque minuti' })
  await lab.say({ type: 'sendMessage', meeting: 1, groups: null, kind: 'prompt', text: 'Dite anche chi manca' })
  await expect(button(/^Ho letto: Ancora/)).toBeVisible()
  await sound('messages')
  await button(/^Ho letto: Ancora/).click()
  await sound('a message read')
  await button('Scrivi la sintesi').click()
  await sound('a summary being written')
  await page.getByRole('region', { name: 'La sintesi del gruppo' }).getByRole('textbox').fill('Tre nodi, una domanda')
  await button('Salva la sintesi').click()
  await expect(button('Correggi la sintesi')).toBeVisible()
  await button('Abbiamo finito').click()
  await sound('done, with a summary')
  await button('Chiama aiuto').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await sound('help, the question')
  await page.getByRole('dialog').getByRole('button', { name: 'Ci siamo fermati' }).click()
  await expect(page.getByText('Aiuto chiesto').first()).toBeVisible()
  await sound('help asked for')
  const help = Object.values((await lab.api.view(lab.id)).items.helps)[0]?.id ?? ''
  await lab.say({ type: 'answerHelp', help })
  await expect(page.getByText('Qualcuno sta arrivando da voi.').first()).toBeVisible()
  await sound('help on its way')
  await bruno({ type: 'closeHelp', help })

  // time: paused, over; what is half written stays
  const field = (await anna.zone(CARE)).getByRole('textbox').first()
  await field.fill('Scritta a metà')
  await lab.say({ type: 'pauseBlock', meeting: 1 })
  await expect(page.getByText('In pausa').first()).toBeVisible()
  await sound('paused')
  await lab.say({ type: 'resumeBlock', meeting: 1 })

  // the line is away, and comes back
  await context.setOffline(true)
  await expect(page.getByText('Linea assente.').first()).toBeVisible({ timeout: 60_000 })
  await sound('the line is away, a draft in hand')
  await (await anna.zone(CARE)).getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(page.getByText('1 nota in attesa della rete').first()).toBeVisible()
  await sound('a note waits')
  await context.setOffline(false)
  await expect(page.getByText(/in attesa della rete/)).toHaveCount(0, { timeout: 60_000 })
  await expect(anna.note('Scritta a metà')).toHaveCount(1)

  // a note that the server will not have
  await page.route('**/commands', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'No', status: 422, code: 'invalid_command', detail: 'Il testo è troppo lungo.' }),
    }),
  )
  const card = await anna.zone(CARE)
  await card.getByRole('textbox').first().fill('Non mi vogliono')
  await card.getByRole('button', { name: 'Aggiungi la nota' }).click()
  await expect(page.getByRole('heading', { name: 'Non è partita' })).toBeVisible()
  await sound('a note refused')
  await page.unroute('**/commands')

  // on one's own; a break; nothing runs
  await run(1, 'silent-writing')
  await bruno({ type: 'contribute', meeting: 1, block: 'silent-writing', zone: 'C1.3', answer: cards('Ancora per me'), private: true })
  await expect(page.getByRole('heading', { name: /Scrittura silenziosa/, level: 1 })).toBeVisible()
  await sound('writing on one’s own, a draft left from the block before')
  await run(1, 'break')
  await expect(page.getByText(/Riposa gli occhi/)).toBeVisible()
  await sound('a break')
  await button('Percorso').click()
  await sound('the path')
  await button('Adesso').click()
  await button('Io').click()
  await sound('me')
  await page.keyboard.press('Escape')

  // ballots: dots, shown
  await lab.say({ type: 'shareNotes', meeting: 1, zone: 'C1.3' })
  await run(1, 'vote')
  await button('Dai un punto a: Una sala prove in ogni paese').click()
  await sound('dots')
  // a count is shown of three ballots, once they are there
  for (const voter of [bruno, await somebody('Carla')])
    await voter({ type: 'contribute', meeting: 1, block: 'vote', zone: 'C1.7', answer: { type: 'votes', dots: {} } })
  await expect(() => lab.say({ type: 'revealNotes', meeting: 1, zone: 'C1.7' })).toPass()
  await expect(page.getByText('1 punto').first()).toBeVisible()
  await sound('what the dots came to')

  // every other kind of answer
  const people = Object.values((await lab.api.view(lab.id)).items.people)
  const ids = people.filter(({ name }) => ['Anna', 'Bruno', 'Carla'].includes(name)).map(({ id }) => id)
  await lab.say({ type: 'formProjectGroups', groups: [{ key: 'g1', name: 'Torrente', people: ids }] })
  const kinds: readonly (readonly [meeting: number, block: string, state: string])[] = [
    [1, 'group-question', 'a sentence'],
    [2, 'opening', 'where we start from'],
    [2, 'tree', 'a table, lanes'],
    [2, 'harvest', 'a triple'],
    [3, 'commitments', 'a commitment'],
    [4, 'project', 'what a project needs'],
    [4, 'rating', 'ratings'],
    [6, 'adoption', 'consent'],
    [6, 'community', 'people and next steps'],
  ]
  let at = 1
  for (const [meeting, block, state] of kinds) {
    if (meeting !== at) await goTo(meeting, at)
    at = meeting
    await run(meeting, block)
    if (block === 'rating' || block === 'adoption') {
      const [zone, answer]: [string, SentAnswer] =
        block === 'rating' ? ['C4.1', { type: 'sentence', text: 'Un ponte che suona' }] : ['C6.9', cards('Ogni paese ha una stanza')]
      await run(meeting, block === 'rating' ? 'project' : 'editorial-tables')
      await writes(meeting, block === 'rating' ? 'project' : 'editorial-tables', zone, answer)
      await lab.say({ type: 'shareNotes', meeting, zone })
      await run(meeting, block)
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForTimeout(300)
    await sound(state)
  }
  await lab.say({ type: 'closeMeeting', meeting: 6 })
  await page.waitForTimeout(300)
  await sound('after the last meeting')
  await context.close()
})
