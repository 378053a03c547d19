import { expect, type Page, test } from '@playwright/test'
import { heardIn, listenIn } from '../support/aloud.ts'
import { expectHeld, press, tabTo } from '../support/focus.ts'
import { type ReadyLab, readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

const CARE = 'Che cosa ci sta a cuore'
const TIRES = 'Che cosa ci affatica'
const TIME = ['Mancano cinque minuti.', 'Manca un minuto.', 'Il tempo di questo momento è finito. Finite con calma: niente va perso.']

let product: Product
let lab: ReadyLab
test.beforeAll(async () => {
  product = await Product.start()
  lab = await readyLab(product, 'A mani ferme')
})
test.afterAll(() => product.stop())

/** Minutes left of the running block, so that a whole number of them can be taken away. */
async function minutesLeft(): Promise<number> {
  const { run } = (await lab.api.view(lab.id)).items.blocks['m1/boarding-pass'] ?? {}
  return run ? (run.length + run.extended) / 60_000 : 0
}
const shorten = (minutes: number) => lab.say({ type: 'extendBlock', meeting: 1, minutes: -minutes })

/** How often each was said, by whatever region. */
async function timesHeard(page: Page, texts: readonly string[]): Promise<number[]> {
  const all = await heardIn(page)
  return texts.map((text) => all.filter((one) => one.text.includes(text)).length)
}

test('a participant takes part with the keyboard alone; what is said aloud is said once; the end of the time takes nothing away', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 372, height: 760 }, reducedMotion: 'reduce' })
  await listenIn(context)
  const page = await context.newPage()
  const anna = new Panel(page, page)
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const field = (title: string) => page.getByRole('region', { name: title }).getByRole('textbox').first()

  // in, by invite
  await page.goto(`${product.url}/join/`)
  await tabTo(page, page.getByLabel('Il tuo link d’invito'))
  await page.keyboard.insertText(lab.invites['Anna'] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Anna/ })).toBeFocused()
  await press(page, button('Comincia'))
  await expect(page.getByText('Leggete ciò che avete scritto')).toBeVisible()
  await expectHeld(page, 'coming in')

  // a note: written, corrected; another one: written and taken back
  await press(page, button(CARE))
  await tabTo(page, field(CARE))
  for (const text of ['Il torrente', 'Il bosco', 'La radura', 'Il sentiero']) {
    await page.keyboard.type(text)
    await press(page, page.getByRole('region', { name: CARE }).getByRole('button', { name: 'Aggiungi la nota' }))
    await expect(anna.note(text)).toHaveCount(1)
    await expect(field(CARE)).toBeFocused()
  }
  await press(page, button(/^Correggi: Il torrente/))
  await expect(page.getByRole('form', { name: 'Correggi' }).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' è di tutti')
  await press(page, button('Salva la correzione'))
  await expect(anna.note('Il torrente è di tutti')).toHaveCount(1)
  await expectHeld(page, 'correcting')
  await press(page, button(/^Ritira: Il bosco/), 'Space')
  await press(page, page.getByRole('button', { name: 'Ritira', exact: true }))
  await expect(anna.note('Il bosco')).toHaveCount(0)
  await expectHeld(page, 'taking back')

  // sorted, and moved
  const order = page.getByRole('region', { name: CARE }).getByLabel('Ordine')
  await tabTo(page, order)
  await page.keyboard.press('End')
  await expect(order).toHaveValue('own')
  await press(page, button('Su: Il sentiero'))
  await expect(page.getByRole('region', { name: CARE }).getByRole('article')).toContainText([
    'Il torrente è di tutti',
    'Il sentiero',
    'La radura',
  ])
  await expectHeld(page, 'moving a note')

  // help, the summary, done
  await press(page, button('Chiama aiuto'))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Ci siamo fermati' }))
  await expect(page.getByText('Aiuto chiesto. Chi facilita lo vede adesso.').first()).toBeVisible()
  await expectHeld(page, 'calling for help')
  const help = Object.values((await lab.api.view(lab.id)).items.helps)[0]?.id ?? ''
  await lab.say({ type: 'answerHelp', help })
  await expect(page.getByText('Qualcuno sta arrivando da voi.').first()).toBeVisible()
  await press(page, page.getByRole('main').getByRole('button', { name: 'Risolto, grazie' }))
  await expect(button('Chiama aiuto')).toBeVisible()
  await expectHeld(page, 'help is over')
  await press(page, button('Scrivi la sintesi'))
  const summary = page.getByRole('region', { name: 'La sintesi del gruppo' })
  await tabTo(page, summary.getByRole('textbox'))
  await page.keyboard.type('Due nodi, una domanda')
  await press(page, button('Salva la sintesi'))
  await expect(button('Correggi la sintesi')).toBeVisible()
  await expectHeld(page, 'the summary')
  await press(page, button('Abbiamo finito'), 'Space')
  await expect(button('Finito: lo vede chi facilita')).toBeFocused()

  // the time: five minutes, one, up – a sentence half written under somebody's hands, another one for their eyes only
  await press(page, button(TIRES))
  await tabTo(page, page.getByRole('region', { name: TIRES }).getByLabel('Solo per me, per ora'))
  await page.keyboard.press('Space')
  await tabTo(page, field(TIRES))
  await page.keyboard.type('Ancora per me')
  await tabTo(page, field(CARE))
  await page.keyboard.type('Scritta a ')
  await shorten((await minutesLeft()) - 6)
  await expect(page.getByRole('timer')).toHaveAccessibleName(/Mancano 5 minuti/)
  for (const [i, minutes] of [1, 4, 1].entries()) {
    await shorten(minutes)
    await expect.poll(() => timesHeard(page, TIME)).toEqual(TIME.map((_, at) => (at <= i ? 1 : 0)))
  }
  await expect(page.getByRole('timer')).toHaveAccessibleName(/Il tempo è finito/)
  await expect(field(CARE)).toBeFocused()
  await page.keyboard.type('metà')
  await expect(field(CARE)).toHaveValue('Scritta a metà')

  // two things said in one moment, the next block among them: both are heard, and what is half written stays
  await Promise.all([
    lab.say({ type: 'sendMessage', meeting: 1, groups: null, kind: 'message', text: 'Ci vediamo alle sei' }),
    lab.say({ type: 'startBlock', meeting: 1, block: 'break' }),
  ])
  const news = ['Ci vediamo alle sei', 'Nuovo momento: Pausa.']
  await expect.poll(() => timesHeard(page, news)).toEqual([1, 1])
  await expect(field(CARE)).toBeFocused()
  await page.keyboard.type(', e oltre')
  await expect(page.getByText('che è finito. Puoi inviarla lo stesso: arriva come «dopo».').first()).toBeVisible()

  // the line goes and comes, the page is loaded anew: nothing is said a second time, nothing is gone
  await context.setOffline(true)
  await expect(page.getByText('Linea assente.').first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Linea assente.')).toHaveCount(0)
  const said = await heardIn(page)
  expect(said.filter(({ isBornWithWords, isNested }) => isBornWithWords || isNested)).toEqual([])
  const once = ['Aiuto chiesto. Chi facilita lo vede adesso.', 'Qualcuno sta arrivando da voi.', ...TIME, ...news]
  expect(await timesHeard(page, once)).toEqual(once.map(() => 1))
  await page.reload()
  await expect(field(CARE)).toHaveValue('Scritta a metà, e oltre')
  await expect(field(TIRES)).toHaveValue('Ancora per me')
  const sending = page.getByRole('region', { name: CARE })
  await press(page, sending.getByRole('button', { name: 'Invia lo stesso' }))
  await expect(sending).toHaveCount(0)
  await expectHeld(page, 'sending late')
  await press(page, page.getByRole('region', { name: TIRES }).getByRole('button', { name: 'Invia lo stesso' }))
  await expect(page.getByRole('region', { name: TIRES })).toHaveCount(0)
  const written = async () =>
    Object.values((await lab.api.view(lab.id)).items.notes).flatMap((note) =>
      'text' in note.answer ? [{ text: note.answer.text, late: note.late }] : [],
    )
  await expect.poll(written).toContainEqual({ text: 'Scritta a metà, e oltre', late: true })
  expect((await written()).map(({ text }) => text)).not.toContain('Ancora per me')
  expect(await timesHeard(page, once)).toEqual(once.map(() => 0))

  // the vote
  await lab.say({ type: 'shareNotes', meeting: 1, zone: 'C1.3' })
  await lab.say({ type: 'startBlock', meeting: 1, block: 'vote' })
  await press(page, button('Dai un punto a: Il sentiero'))
  await expect.poll(() => timesHeard(page, ['Voto salvato.', 'Nuovo momento:'])).toEqual([1, 1])
  await expect(button('Dai un punto a: Il sentiero')).toBeFocused()
  expect((await heardIn(page)).filter(({ isBornWithWords, isNested }) => isBornWithWords || isNested)).toEqual([])
  await context.close()
})
