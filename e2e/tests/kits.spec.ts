import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { newCommandId } from '@telaio/shared/client'
import { Console } from '../support/console.ts'
import { watchFaults } from '../support/faults.ts'
import { press, tabTo } from '../support/focus.ts'
import { Product } from '../support/product.ts'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())
// hundreds of stops with Tab, each looked at
test.setTimeout(300_000)

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )

async function signedIn(context: BrowserContext): Promise<{ page: Page; organiser: Console; faults: string[] }> {
  const page = await context.newPage()
  const faults = watchFaults(page)
  await page.goto(await product.signInLink())
  await expect(page.getByRole('heading', { name: 'I tuoi laboratori' })).toBeVisible()
  return { page, organiser: new Console(page), faults }
}

/** Writes over what stands in the field that has the focus. */
async function rewrite(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

test('with the keyboard alone: a kit copied, two of its meetings changed, checked, mended, saved, and made a lab', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page, organiser, faults } = await signedIn(context)
  const check = page.locator('.kit-check')

  // copied
  await press(page, page.getByRole('link', { name: 'Kit', exact: true }))
  await expect(organiser.heading('Già pronti')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await press(page, organiser.button(/Copia «Attraversare i confini/))
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByLabel('Titolo della copia in italiano'))
  await rewrite(page, 'Il nostro percorso')
  await tabTo(page, dialog.getByLabel('Nome breve'))
  await rewrite(page, 'il-nostro')
  await press(page, organiser.button('Crea la copia'))
  await expect(organiser.heading('Modifica: Il nostro percorso')).toBeVisible()
  await expect(check).toContainText('Tutto torna')
  expect(await violations(page)).toEqual([])

  // a meeting's minutes, with a fault on the way that is named where it stands
  await press(page, page.getByRole('link', { name: 'Modifica l’incontro 2' }))
  await expect(organiser.heading(/^Incontro 2: Leggere insieme/)).toBeFocused()
  await tabTo(page, page.getByLabel('Minuti di «Questioni complesse, cause molteplici»'))
  await rewrite(page, '20')
  await expect(check).toContainText('I minuti dell’agenda fanno 155, l’incontro ne dura 150')
  await tabTo(page, page.getByLabel('Minuti di «Albero della questione»'))
  await rewrite(page, '40')
  await expect(check).toHaveCount(0)

  // a zone's question: a text that is missing keeps the kit from being saved, and leads to its place
  const zone = page.locator('[id="zone-C2.1"]')
  await press(page, zone.locator('.zone-title'))
  await tabTo(page, zone.getByLabel('Domanda in italiano'))
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expect(check).toContainText('Manca il testo in italiano')
  await expect(organiser.button('Salva il kit')).toBeDisabled()
  await press(page, zone.locator('.menu summary'))
  await press(page, check.getByRole('link', { name: 'Vai a incontro 2, campo C2.1' }))
  await expect(zone.locator('.zone-title')).toBeFocused()
  await tabTo(page, zone.getByLabel('Domanda in italiano'))
  await page.keyboard.insertText('Quale questione ci riguarda tutti?')
  await expect(check).toHaveCount(0)
  expect(await violations(page)).toEqual([])

  // not saved yet, and still there after a reload
  await page.reload()
  await expect(page.getByLabel('Minuti di «Albero della questione»')).toHaveValue('40')

  // another meeting gets a method, and the time that it takes
  await press(page, page.getByRole('link', { name: 'Torna al kit' }))
  await press(page, page.getByRole('link', { name: 'Modifica l’incontro 3' }))
  await expect(organiser.heading(/^Incontro 3/)).toBeFocused()
  const blocks = page.locator('.tl-block')
  const before = await blocks.count()
  await press(page, organiser.button('Inserisci un metodo'))
  await tabTo(page, dialog.getByLabel('Cerca'))
  await page.keyboard.insertText('triz')
  await expect(dialog.locator('.method-row')).toHaveCount(1)
  await press(page, organiser.button(/^Scegli «/))
  await expect(dialog).toContainText('momenti')
  expect(await violations(page)).toEqual([])
  await tabTo(page, dialog.getByLabel('Dove', { exact: true }))
  await page.keyboard.press('Home')
  await press(page, organiser.button(/^Inserisci «/))
  await organiser.said('inserito')
  await expect(blocks.first().locator('.tl-title')).toBeFocused()
  expect(await blocks.count()).toBeGreaterThan(before)
  await expect(check).toContainText('I minuti dell’agenda fanno')
  const due = /fanno (\d+)/.exec((await check.textContent()) ?? '')?.[1] ?? ''
  await press(page, check.getByRole('link', { name: 'Vai a incontro 3' }).first())
  await press(page, page.getByText('Titolo, scopo e durata'))
  await tabTo(page, page.getByLabel('Durata prevista, in minuti'))
  await rewrite(page, due)
  await expect(check).toHaveCount(0)

  await press(page, organiser.button('Salva il kit'))
  await organiser.said('Kit salvato.')

  // a lab of it carries the changes
  await page.goto(`${product.url}/console/#/kits/il-nostro`)
  await expect(organiser.heading('Il nostro percorso')).toBeFocused()
  expect(await violations(page)).toEqual([])
  await press(page, page.getByRole('link', { name: 'Crea un laboratorio da questo kit' }))
  await expect(page.getByRole('radio', { name: /Il nostro percorso/ })).toBeChecked()
  expect(await violations(page)).toEqual([])
  await tabTo(page, page.getByLabel('Titolo del laboratorio'))
  await page.keyboard.insertText('Laboratorio dal nostro kit')
  await press(page, organiser.button('Crea il laboratorio'))
  await expect(organiser.heading('Laboratorio dal nostro kit')).toBeVisible()
  await press(page, organiser.rail.getByRole('link', { name: /Incontro 2/ }))
  await expect(page.locator('.agenda')).toContainText('40 min')
  await expect(page.locator('.zone-card').first()).toContainText('Quale questione ci riguarda tutti?')
  await press(page, organiser.rail.getByRole('link', { name: /Incontro 3/ }))
  await expect(page.locator('.agenda > li')).toHaveCount(await blockCount('il-nostro', 3))
  expect(faults).toEqual([])
  await context.close()
})

const blockCount = async (kit: string, meeting: number): Promise<number> =>
  (await (await product.api()).kit(kit)).kit.meetings[meeting - 1]?.agenda.length ?? 0

test('a kit saved elsewhere meanwhile loses nothing; kits go out and in as files, and are deleted', async ({ browser }) => {
  const api = await product.api()
  await api.copyKit({ from: 'cross-sector-lab', name: 'due-mani', title: { it: 'Due mani', en: 'Two hands' } })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
  const { page, organiser, faults } = await signedIn(context)
  await page.goto(`${product.url}/console/#/kits/due-mani/edit`)
  const title = page.getByLabel('Titolo in italiano')
  await title.fill('Due mani, la mia')
  const { kit, rev } = await api.kit('due-mani')
  await api.saveKit('due-mani', { rev, kit: { ...kit, title: { ...kit.title, it: 'Due mani, l’altra' } } })
  await organiser.button('Salva il kit').click()
  const conflict = page.locator('.conflict')
  await expect(conflict).toContainText('scheda del kit')
  await expect(title).toHaveValue('Due mani, la mia')
  expect(await violations(page)).toEqual([])
  await organiser.button('Prendi quello salvato').click()
  await expect(title).toHaveValue('Due mani, l’altra')
  await organiser.button('Annulla l’ultima modifica').click()
  await expect(title).toHaveValue('Due mani, la mia')
  await organiser.button('Salva il kit').click()
  await organiser.said('Kit salvato.')
  expect((await api.kit('due-mani')).kit.title.it).toBe('Due mani, la mia')

  await page.goto(`${product.url}/console/#/kits/due-mani`)
  const download = page.waitForEvent('download')
  await organiser.button('Scarica (.zip)').click()
  const file = await download
  expect(file.suggestedFilename()).toBe('due-mani.zip')
  await page.goto(`${product.url}/console/#/kits`)
  await organiser.button('Carica un kit (.zip)').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('File .zip').setInputFiles(await file.path())
  await dialog.getByLabel(/altro nome breve/).fill('tre-mani')
  await organiser.button('Carica').last().click()
  await organiser.said('Kit caricato')

  // a file with faults is refused, each named by file and line
  const three = await api.kit('tre-mani')
  const [first, ...meetings] = three.kit.meetings
  if (!first) throw new Error('the kit has no meeting')
  const faulty = { ...three.kit, meetings: [{ ...first, minutes: 100 }, ...meetings] }
  await api.saveKit('tre-mani', { rev: three.rev, kit: faulty })
  await page.goto(`${product.url}/console/#/kits`)
  await expect(page.locator('.kit-row', { hasText: 'Una cosa da sistemare' })).toHaveCount(1)
  await organiser.button('Carica un kit (.zip)').click()
  const bytes = Buffer.from(await (await api.kitFile('tre-mani')).arrayBuffer())
  await dialog.getByLabel('File .zip').setInputFiles({ name: 'tre-mani.zip', mimeType: 'application/zip', buffer: bytes })
  await organiser.button('Carica').last().click()
  await expect(dialog.locator('.file-faults')).toContainText(/meetings\/1\.yaml, riga \d+/)
  await expect(dialog.locator('.file-faults')).toContainText('I minuti dell’agenda fanno')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.goto(`${product.url}/console/#/labs/new`)
  await expect(page.locator('.choice', { hasText: 'Una cosa da sistemare' }).getByRole('radio')).toBeDisabled()
  await expect(page.getByRole('radio', { name: /Attraversare i confini/ })).toBeChecked()

  await page.goto(`${product.url}/console/#/kits/tre-mani`)
  await organiser.button('Cancella il kit…').click()
  await organiser.button('Cancella per sempre').click()
  await organiser.said('Kit cancellato')
  await expect(page.getByRole('link', { name: 'Due mani, la mia' })).toHaveCount(1)
  expect(faults.filter((fault) => !/409|422|400/.test(fault))).toEqual([])
  await context.close()
})

test('a lab’s canvas and the blocks of its final canvas are changed in the console', async ({ browser }) => {
  const api = await product.api()
  const { id } = await api.makeLab({ id: newCommandId(), title: 'Un canvas che cambia' })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page, organiser, faults } = await signedIn(context)
  await page.goto(`${product.url}/console/#/labs/${id}/meetings/2/edit`)
  await organiser.button('Aggiungi un campo').click()
  const zone = page.locator('.zone-row').last()
  await expect(zone.locator('.zone-title')).toBeFocused()
  await expect(organiser.button('Salva il programma')).toBeDisabled()
  await zone.getByLabel('Titolo in italiano').fill('Quanto pesa')
  await zone.getByLabel('Titolo in inglese').fill('How much it weighs')
  await zone.getByLabel('Domanda in italiano').fill('Quanto conta per voi?')
  await zone.getByLabel('Domanda in inglese').fill('How much does it matter to you?')
  await zone.getByLabel('Che cosa si scrive').selectOption('rating')
  await zone.getByLabel('Su quali note').selectOption({ label: 'C2.2 Dove e per chi (questo incontro)' })
  await zone.getByLabel('Criterio 1 in italiano').fill('Urgenza')
  await zone.getByLabel('Criterio 1 in inglese').fill('Urgency')
  await zone.getByRole('group', { name: 'Quando si scrive' }).getByLabel('Voto').check()
  expect(await violations(page)).toEqual([])
  await organiser.button('Salva il programma').click()
  await organiser.said('Programma salvato')

  await page.goto(`${product.url}/console/#/labs/${id}/canvas/edit`)
  await organiser.button('Aggiungi un blocco').click()
  await page.getByLabel('Titolo del blocco B13 in italiano').fill('Chi lo porta avanti')
  await page.getByLabel('Titolo del blocco B13 in inglese').fill('Who carries it on')
  await page.getByLabel('Domanda del blocco B13 in italiano').fill('Chi se ne prende cura?')
  await page.getByLabel('Domanda del blocco B13 in inglese').fill('Who takes care of it?')
  expect(await violations(page)).toEqual([])
  await organiser.button('Salva i blocchi').click()
  await organiser.said('Blocchi salvati')
  const { items } = await api.view(id)
  expect(items.canvasBlocks['B13']?.title.it).toBe('Chi lo porta avanti')
  expect(Object.values(items.zones).some(({ title }) => title.it === 'Quanto pesa')).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})

test('methods are searched and read', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 372, height: 800 } })
  const { page, organiser, faults } = await signedIn(context)
  await page.getByRole('link', { name: 'Metodi', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'metodi' })).toHaveText('32 metodi')
  await page.getByLabel('Cerca').fill('troica')
  await expect(page.locator('.method-row').first()).toContainText('Consulto a tre')
  await page.getByLabel('Minuti che hai').fill('1')
  await expect(page.getByText('Nessun metodo corrisponde')).toBeVisible()
  await page.getByLabel('Minuti che hai').fill('')
  expect(await violations(page)).toEqual([])
  await page.locator('.method-row a').first().click()
  await expect(organiser.heading('Licenza e credito')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('CC-BY-SA-4.0')
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})
