import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Api, newCommandId } from '@telaio/shared/client'
import { lineOf, type CommandInput } from '@telaio/shared/lab'
import { Console } from '../support/console.ts'
import { helpedByModel } from '../support/helped-by-model.ts'
import { look } from '../support/look.ts'
import { Model } from '../support/model.ts'
import { Product } from '../support/product.ts'

const TELAIO = fileURLToPath(new URL('../../bin/telaio.js', import.meta.url))
/** Words of a real Italian file, where it stands beside the repository; the rehearsal has words of its own. */
const ITALIAN = fileURLToPath(new URL('../../../shared/data/italian/it-referendum-iniziative.csv', import.meta.url))

let model: Model
let product: Product
let api: Api
let lab: string
let out: string

test.beforeAll(async () => {
  model = await Model.start()
  product = await Product.start(model.env)
  api = await product.api()
  out = await mkdtemp(join(tmpdir(), 'telaio-compile-'))
  const words = existsSync(ITALIAN) ? ['--notes', ITALIAN] : []
  const link = await product.signInLink()
  const where = ['--url', product.url, '--link', link, '--out', out]
  await promisify(execFile)(process.execPath, [TELAIO, 'rehearse', '--participants', '10', '--groups', '2', ...where, ...words], {
    maxBuffer: 1 << 24,
  })
  const { labs } = await api.labs()
  lab = labs[0]?.id ?? ''
})
test.afterAll(async () => {
  await product.stop()
  await model.stop()
  await rm(out, { recursive: true, force: true })
})

/** Random numbers from a seed: the same fifty entries each time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

async function opened(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

const at = (page: Page, block: string) => page.goto(`${product.url}/console/#/labs/${lab}/canvas/${block}`)

test('from the notes of six meetings to a curated canvas, and two organisers at one entry', async ({ browser }) => {
  test.setTimeout(90_000)
  const say = (command: Omit<Extract<CommandInput, { type: 'addPeople' | 'issueInvites' }>, 'id'>) =>
    api.send(lab, { ...command, id: newCommandId() } as CommandInput)
  const { people } = (await say({
    type: 'addPeople',
    people: [
      { name: 'Olivia Seconda', roles: ['organiser'] },
      { name: 'Edda Redazione', roles: ['editor'] },
    ],
  } as never)) as unknown as { people: string[] }
  await say({ type: 'issueInvites', people } as never)
  const links = new Map((await api.invites(lab)).invites.map(({ person, link }) => [person, link]))

  const page = await opened(browser, await product.signInLink())
  const organiser = new Console(page)
  await expect(organiser.heading('I tuoi laboratori')).toBeVisible()
  await page.goto(`${product.url}/console/#/labs/${lab}/canvas`)
  await expect(organiser.heading('Canvas finale')).toBeVisible()
  // the rehearsal had compiled its drafts: that step is taken back, and done again by hand
  await page.locator('.steps-list summary').click()
  await page
    .locator('.steps-list li')
    .filter({ hasText: 'Bozze compilate' })
    .first()
    .getByRole('button', { name: /Annulla/ })
    .click()
  await organiser.said('Passo annullato.')
  await organiser.button('Compila le bozze').click()
  await organiser.said(/bozze aggiunte/)
  await look(page, 'sheet')

  // themes are looked for in the notes, one is taken, and becomes an entry with its notes as sources
  await at(page, 'themes')
  await organiser.button('Cerca temi nelle note').click()
  await organiser.button('Accogli il tema').first().click()
  await organiser.said('Tema creato.')
  await helpedByModel({ page, api, lab, model })
  const theme = page.locator('.theme').first()
  await theme.getByRole('button', { name: 'Fanne una voce' }).click()
  await page.getByLabel('Testo della voce').fill('Che cosa torna in molte note')
  await page.getByLabel('In quale blocco').selectOption('B1')
  await page.getByRole('dialog').getByRole('button', { name: 'Fanne una voce' }).click()
  await organiser.said('Voce aggiunta.')
  await look(page, 'themes')

  // a block: reworded, written by hand, moved by keyboard, merged, linked, set aside and taken back
  await at(page, 'B1')
  const made = page.locator('.entry').filter({ hasText: 'Che cosa torna in molte note' })
  await expect(made.getByText(/Da \d+ note|Da una nota/)).toBeVisible()
  for (const text of ['Voce scritta a mano', 'Un’altra a mano']) {
    await organiser.button('Aggiungi una voce').click()
    await page.getByLabel('Testo della voce').fill(text)
    await page.locator('form').getByRole('button', { name: 'Aggiungi una voce' }).click()
    await expect(page.locator('.entry').filter({ hasText: text })).toBeVisible()
  }
  const hand = page.locator('.entry').filter({ hasText: 'Voce scritta a mano' })
  await expect(hand.getByText('scritta da chi organizza, senza fonti')).toBeVisible()
  await hand.getByRole('button', { name: 'Sposta su' }).press('Enter')
  await expect
    .poll(async () => (await page.locator('.entry-text').allTextContents()).indexOf('Voce scritta a mano'))
    .toBeLessThan(await page.locator('.entry-text').count())
  const choose = async (entry: typeof hand, action: string) => {
    await entry.getByLabel('Altre azioni sulla voce').click()
    await entry.getByRole('button', { name: action }).click()
  }
  await choose(hand, 'Collega a un’altra voce…')
  await page.getByRole('dialog').getByRole('button', { name: 'Collega' }).click()
  await organiser.said('Collegamento aggiunto.')
  await choose(page.locator('.entry').filter({ hasText: 'Un’altra a mano' }), 'Metti da parte…')
  await page.getByLabel('Perché').fill('Dice la stessa cosa')
  await page.getByRole('dialog').getByRole('button', { name: 'Metti da parte' }).click()
  await organiser.said('Messa da parte.')
  await page.locator('.steps-list summary').click()
  const steps = page.locator('.steps-list li')
  await steps
    .first()
    .getByRole('button', { name: /Annulla/ })
    .click()
  await organiser.said('Passo annullato.')
  await expect(page.locator('.entry').filter({ hasText: 'Un’altra a mano' })).toBeVisible()
  await look(page, 'block')

  // drafts are accepted by keyboard, one and then several at once; two are merged with the sources of both
  await at(page, 'B3')
  const drafts = page.locator('.entry.draft')
  const toSee = await drafts.count()
  await drafts.first().getByRole('button', { name: 'Accetta la bozza' }).press('Enter')
  await organiser.said('Bozza accettata.')
  await expect(drafts).toHaveCount(toSee - 1)
  for (const n of [0, 1]) await drafts.nth(n).getByLabel('Scegli la voce').press(' ')
  await page.getByRole('region', { name: 'Voci scelte' }).getByRole('button', { name: 'Unisci…' }).press('Enter')
  await expect(page.getByRole('dialog').getByText(/Citerà \d+ note/)).toBeVisible()
  await look(page, 'merge-many')
  await page.getByRole('dialog').getByRole('button', { name: 'Unisci' }).press('Enter')
  await organiser.said(/Voci unite/)
  await expect(drafts).toHaveCount(toSee - 3)
  await at(page, 'B1')

  // two organisers write over one entry: each sees the other, the second saves over nothing
  const other = await opened(browser, links.get(people[0] ?? '') ?? '')
  await expect(other.getByRole('navigation', { name: 'Laboratorio' }).first()).toBeVisible()
  await at(other, 'B1')
  await made.getByRole('button', { name: 'Modifica la voce' }).click()
  const hers = other.locator('.entry').filter({ hasText: 'Che cosa torna in molte note' })
  await expect(hers.getByText(/sta scrivendo qui/)).toBeVisible()
  await hers.getByRole('button', { name: 'Modifica la voce' }).click()
  const his = page.locator('.entry:has(textarea)')
  await expect(his.getByText('Olivia Seconda sta scrivendo qui')).toBeVisible()
  await his.getByLabel('Testo della voce').fill('Prima scrittura')
  const olivias = other.locator('.entry:has(textarea)')
  await olivias.getByLabel('Testo della voce').fill('Seconda scrittura')
  await his.getByRole('button', { name: 'Salva' }).click()
  const clash = other.locator('.entry:has(.conflict), .entry:has(form.conflict)')
  await expect(clash.getByText('Prima scrittura')).toBeVisible()
  await expect(clash.getByLabel('Il tuo testo')).toHaveValue('Seconda scrittura')
  await look(other, 'clash')
  await clash.getByRole('button', { name: 'Salva il mio testo' }).click()
  await expect(page.locator('.entry-text').filter({ hasText: 'Seconda scrittura' })).toBeVisible()

  // the editorial group's door: drafts and comments, and nothing else
  const editor = await opened(browser, links.get(people[1] ?? '') ?? '')
  await expect(editor.getByRole('heading', { name: 'Bozze del canvas finale' })).toBeVisible()
  await expect(editor.getByRole('navigation', { name: 'Laboratorio' })).toHaveCount(0)
  const draft = editor.locator('.entry').filter({ hasText: 'Seconda scrittura' })
  await draft.getByRole('button', { name: 'Proponi un altro testo' }).click()
  await draft.getByLabel('Come la scriveresti tu').fill('Come la scrive la redazione')
  await draft.getByRole('button', { name: 'Invia' }).click()
  await look(editor, 'editorial')
  const proposed = page.locator('.entry').filter({ hasText: 'Come la scrive la redazione' })
  await proposed.getByRole('button', { name: 'Usa questo testo' }).click()
  await expect(page.locator('.entry-text').filter({ hasText: 'Come la scrive la redazione' })).toBeVisible()

  await at(page, 'map')
  await expect(page.locator('.map-picture img')).toBeVisible()
  await look(page, 'map')
  await at(page, 'numbers')
  await expect(organiser.heading('Dalle note alle voci')).toBeVisible()
  await look(page, 'numbers')

  // for fifty entries picked at random the trail leads to notes that are there and say what they said when they were written
  const { items } = await api.view(lab)
  const written = new Map<string, unknown>()
  for (const event of JSON.parse(await readFile(join(out, 'lab.json'), 'utf8')) as {
    type: string
    body: { contribution: string; answer: unknown }
  }[])
    if (event.type === 'contributed' || event.type === 'contributionEdited') written.set(event.body.contribution, event.body.answer)
  const entries = Object.values(items.entries)
  const roll = dice(7)
  const picked = entries
    .map((entry) => [roll(), entry] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, 50)
    .map(([, entry]) => entry)
  expect(picked.length).toBe(Math.min(50, entries.length))
  let traced = 0
  for (const entry of picked)
    for (const { contribution } of entry.sources) {
      const note = items.notes[contribution]
      expect(note?.answer, `${entry.text} cites ${contribution}`).toEqual(written.get(contribution))
      expect(note && note.answer.type !== 'person' ? lineOf(note.answer) : null).not.toBeNull()
      traced += 1
    }
  expect(traced).toBeGreaterThan(20)
  for (const entry of entries.filter(({ sources }) => sources.length === 0)) expect(entry.compiled).toBe(false)
})

test('from the canvas to a public page: logo, look, chosen entries, the kit of the next lab', async ({ browser }) => {
  const page = await opened(browser, await product.signInLink())
  const organiser = new Console(page)
  await expect(organiser.heading('I tuoi laboratori')).toBeVisible()
  await page.goto(`${product.url}/console/#/labs/${lab}/documents`)
  await expect(page.locator('.document-frame img')).toBeVisible()

  // a drawing that could run something is refused; one that cannot is taken
  const drawing = (inside: string) => ({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#06C"/>${inside}</svg>`,
    ),
  })
  await page.getByLabel('Di chi è il logo').fill('Comune di Prova')
  await page.getByLabel(/^Immagine/).setInputFiles(drawing('<script>alert(1)</script>'))
  await organiser.button('Aggiungi il logo').click()
  await expect(page.getByText(/contiene istruzioni o rimandi/)).toBeVisible()
  await page.getByLabel(/^Immagine/).setInputFiles(drawing(''))
  await organiser.button('Aggiungi il logo').click()
  await organiser.said('Logo aggiunto.')
  const colours = page.locator('form').filter({ has: page.getByLabel('Tema') })
  await colours.getByLabel(/Colore vostro/).fill('#FFE000')
  await colours.getByRole('button', { name: 'Salva' }).click()
  await expect(colours.getByText(/contrasto/)).toBeVisible()
  await colours.getByLabel(/Colore vostro/).fill('')
  await colours.getByLabel('Tema').selectOption('public-body')
  await colours.getByRole('button', { name: 'Salva' }).click()
  await organiser.said('Salvato.')

  // one entry is kept back, another hung on the wall; both by keyboard
  const block = page.locator('.choose-blocks details').first()
  await block.locator('summary').press('Enter')
  const rows = block.locator('.choose-list > li')
  const [kept = '', shown = ''] = await Promise.all(
    [0, 1].map(async (i) => (await rows.nth(i).locator('.choose-text').textContent()) ?? ''),
  )
  await rows
    .nth(0)
    .getByLabel(/^Pubblica/)
    .press('Space')
  await rows
    .nth(1)
    .getByLabel(/^Sul poster/)
    .press('Space')
  await expect(block.locator('summary')).toContainText(`sul poster: «${shown}»`)
  await look(page, 'documents')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page
    .locator('form')
    .filter({ has: page.getByLabel(/A chi scrivere/) })
    .getByRole('button')
    .click()
  await organiser.said('La pagina è pubblica.')

  const reader = await opened(browser, `${product.url}/p/${lab}?lang=it`)
  await reader.setViewportSize({ width: 372, height: 800 })
  await expect(reader.getByText(shown, { exact: true }).first()).toBeVisible()
  await expect(reader.getByText(kept, { exact: true })).toHaveCount(0)
  await expect(reader.getByRole('img', { name: 'Comune di Prova' })).toBeVisible()
  await reader.getByLabel('Tema').selectOption({ index: 1 })
  await reader.getByRole('button', { name: 'Mostra' }).press('Enter')
  await look(reader, 'public')
  for (const name of ['Salva pagina in PDF', /^Salva in PDF.*Manifesto/] as const) {
    const href = (await reader.getByRole('link', { name }).getAttribute('href')) ?? ''
    const pdf = await reader.request.get(new URL(href, product.url).href)
    expect([pdf.status(), (await pdf.body()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-'])
  }

  await organiser.button('Fanne un kit').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fanne un kit' }).click()
  await expect(organiser.heading('Il kit c’è')).toBeVisible()
})
