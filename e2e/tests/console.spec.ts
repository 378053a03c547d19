import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test'
import { Console } from '../support/console.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

let product: Product
test.beforeAll(async () => {
  product = await Product.start()
})
test.afterAll(() => product.stop())

const PEOPLE = `\uFEFF${[
  'Nome;E-mail;Organizzazione;Professione;Settore;Territorio',
  'Anna Bianchi;anna@example.org;Parco Adda Sud;educatrice;Ambiente;Lodi',
  'Bruno Neri;bruno@example.org;"Teatro; e altro";attore;Cultura;Cremona',
  'Carla Verdi;carla@example.org;;maestra;Marte;Lodi',
  'Dora D’Èspero;;Cooperativa;;Sociale;',
].join('\r\n')}\r\n`

test.describe('a new organiser', () => {
  // one organiser's lab from the first link to the archive: each part stands on the one before it
  test.describe.configure({ mode: 'serial' })

  let context: BrowserContext
  let organiser: Console
  let page: Page
  const contexts: BrowserContext[] = []
  /** Invite links by name, as the mail merge has them. */
  const invites = new Map<string, string>()

  test.beforeAll(async ({ browser }) => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
    page = await context.newPage()
    organiser = new Console(page)
  })
  test.afterAll(async () => {
    for (const one of [context, ...contexts]) await one.close()
  })

  /** The plain page of an invite, in a browser that has never been here. */
  async function openInvite(name: string, browser = context.browser()): Promise<Panel> {
    if (!browser) throw new Error('no browser')
    const own = await browser.newContext({ viewport: { width: 372, height: 800 } })
    contexts.push(own)
    return Panel.byInvite(await own.newPage(), invites.get(name) ?? '')
  }

  test('comes in by the link printed at the start, once', async ({ browser }) => {
    await page.goto(product.link)
    await expect(organiser.heading('I tuoi laboratori')).toBeVisible()
    expect(page.url()).not.toContain('sign-in')
    await page.reload()
    await expect(organiser.heading('I tuoi laboratori')).toBeVisible()

    const another = await browser.newContext()
    const late = await another.newPage()
    await late.goto(product.link)
    await expect(late.getByRole('alert')).toBeVisible()
    await expect(late.getByRole('heading', { name: 'Entra nella console' })).toBeVisible()
    await another.close()
  })

  test('makes a lab from the built-in kit, with notice, date and Zoom link', async () => {
    await organiser.button('Crea un laboratorio').click()
    await expect(page.getByRole('radio', { name: /Attraversare i confini/ })).toBeChecked()
    await page.getByLabel('Titolo del laboratorio').fill('Fiume comune')
    await organiser.button('Crea il laboratorio').click()
    await expect(organiser.heading('Fiume comune')).toBeVisible()

    // no name before the notice
    await organiser.go('Persone')
    await expect(organiser.heading('Prima l’informativa sulla privacy')).toBeVisible()
    await organiser.page.locator('.tabs').getByRole('link', { name: 'Informativa' }).click()
    await organiser.button('Conferma l’informativa').click()
    await expect(page.getByText('Scrivi qualcosa qui.').first()).toBeVisible()
    await page.getByLabel('Chi risponde dei dati').fill('Associazione Fiume')
    await page.getByLabel('A chi scrivere').fill('privacy@example.org')
    await expect(page.getByLabel('Testo italiano')).toHaveValue(/Associazione Fiume/)
    await page.getByLabel(/Ho letto i due testi/).check()
    await organiser.button('Conferma l’informativa').click()
    await organiser.said('Informativa confermata.')

    await organiser.go('Calendario')
    await page.getByLabel('Data dell’incontro 1').fill('2027-03-10')
    await page.getByLabel('Ora dell’incontro 1').fill('17:00')
    await page.getByLabel('Link Zoom dell’incontro 1').fill('non è un link')
    await expect(page.getByText(/link/i).filter({ hasText: /https/ }).first()).toBeVisible()
    await page.getByLabel('Link Zoom dell’incontro 1').fill(`${product.sandbox}/zoom/91234567890`)
    await organiser.button('Salva').click()
    await expect(organiser.rail.getByRole('link', { name: /Incontro 1/ })).toContainText('17:00')
  })

  test('imports people from a file: the bad row is named, the good ones come in only when that is said', async () => {
    await organiser.go('Persone', 'Importa')
    await page.getByLabel('Scegli un file CSV').setInputFiles({ name: 'persone.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) })
    await expect(page.getByText('Letto come UTF-8, colonne separate da punto e virgola.')).toBeVisible()
    const bad = page.getByRole('region', { name: 'Una cosa da correggere' })
    await expect(bad.getByRole('row').nth(1)).toContainText(/4\s*Settore\s*Marte\s*Il settore non è tra questi/)
    const good = page.getByRole('region', { name: '3 righe buone' })
    await expect(good).toContainText('Teatro; e altro')

    const bring = organiser.button('Importa 3 persone')
    await expect(bring).toBeDisabled()
    await page.getByLabel(/Tieni solo le 3 righe buone/).check()
    await bring.click()
    await expect(organiser.heading('3 persone sono nel laboratorio.')).toBeVisible()
    await page.getByRole('link', { name: 'Vedi l’elenco' }).click()
    for (const name of ['Anna Bianchi', 'Bruno Neri', 'Dora D’Èspero']) await expect(page.getByRole('main').getByText(name)).toBeVisible()
    await expect(page.getByText('Carla Verdi')).toHaveCount(0)
  })

  test('forms groups in turn and moves somebody by hand', async () => {
    await organiser.go('Gruppi')
    await page.getByRole('link', { name: /Carta d.imbarco/ }).click()
    await page.getByLabel('Quanti gruppi').fill('1')
    await organiser.button('Proponi i gruppi').click()
    const proposal = page.getByRole('dialog')
    await expect(proposal).toContainText('Anna Bianchi')
    await proposal.getByLabel('Quanti gruppi').fill('2')
    await proposal.getByRole('button', { name: 'Forma questi gruppi' }).click()
    await organiser.said('Gruppi formati.')

    // Anna and Bruno together, Dora apart: what follows needs to know who sees whom
    const groups = page.locator('.group-card')
    await expect(groups).toHaveCount(2)
    const annas = groups.filter({ hasText: 'Anna Bianchi' })
    const name = (await annas.getByRole('heading').textContent()) ?? ''
    const elsewhere = groups.filter({ hasNotText: 'Anna Bianchi' })
    const other = (await elsewhere.getByRole('heading').textContent()) ?? ''
    const move = async (person: string, to: string) => {
      if (
        await groups
          .filter({ has: page.getByRole('heading', { name: to, exact: true }) })
          .getByText(person)
          .isVisible()
      )
        return
      await organiser.button(`Sposta ${person}`).click()
      await page.getByRole('dialog').getByRole('button', { name: to }).click()
      await organiser.said(`${person} → ${to}`)
    }
    await move('Dora D’Èspero', other)
    await move('Bruno Neri', name)
    await expect(annas).toContainText('2 persone')
  })

  test('hands out invites: a file for the mail merge, a QR code for each', async () => {
    await organiser.go('Persone', 'Inviti')
    await organiser.button('Prepara l’invito per 3 persone').click()
    await expect(page.getByText('Tutti hanno il loro invito.')).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), organiser.button('Scarica il CSV per la stampa unione').click()])
    const csv = (await readFile(await download.path())).toString('utf8')
    for (const name of ['Anna Bianchi', 'Bruno Neri', 'Dora D’Èspero']) {
      const line = csv.split(/\r?\n/).find((one) => one.includes(name)) ?? ''
      invites.set(name, /http[^\s;,"]+#[^\s;,"]+/.exec(line)?.[0] ?? '')
      expect(invites.get(name)).toContain(`${product.url}/join/#`)
    }
    expect(new Set(invites.values()).size).toBe(3)

    await organiser.button('Codice QR di Anna Bianchi').click()
    const code = page.getByRole('img', { name: 'Codice QR di Anna Bianchi' })
    await expect(code).toBeVisible()
    expect(await code.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100)).toBe(true)
    await page.keyboard.press('Escape')
    await expect(code).toBeHidden()
  })

  test('conducts the meeting; whoever writes with the line cut is heard once the line is back, and once only', async () => {
    await organiser.go(/Incontro 1/, 'Conduzione')
    await organiser.button('Apri l’incontro').click()
    await organiser.said('Incontro aperto.')
    const anna = await openInvite('Anna Bianchi')
    expect(anna.page.url()).not.toContain('#')
    await anna.inside.getByText('Leggi l’informativa').click()
    await expect(anna.inside.getByText('Associazione Fiume')).toBeVisible()
    await anna.begin()
    await expect(anna.inside.getByText('L’incontro è aperto e sta per cominciare')).toBeVisible()

    await organiser.button('Fai partire: Accoglienza').click()
    await expect(anna.inside.getByRole('heading', { name: 'Accoglienza', level: 1 })).toBeVisible()
    await organiser.button('Ferma il tempo').click()
    await expect(page.getByRole('region', { name: 'Orologio dell’incontro' })).toContainText('in pausa')
    await expect(anna.inside.getByRole('banner')).toContainText('In pausa')
    await organiser.button('Riprendi').click()
    await expect(anna.inside.getByRole('banner')).not.toContainText('In pausa')

    // no line at all: the note waits in the outbox, in sight
    await anna.page.context().setOffline(true)
    await anna.write('Nota di prova', 'Scritta senza rete')
    await expect(anna.note('Scritta senza rete')).toContainText('in attesa della rete')
    await expect(anna.inside.getByRole('banner')).toContainText('1 nota in attesa della rete')
    await expect(organiser.note('Scritta senza rete')).toHaveCount(0)
    await anna.page.context().setOffline(false)
    await expect(organiser.note('Scritta senza rete')).toHaveCount(1)
    await expect(anna.note('Scritta senza rete')).not.toContainText('in attesa')

    // the line is cut between the request and its answer: the server has it, the page cannot know, and sends it again
    const sent: string[] = []
    anna.page.on('request', (request) => {
      const body = request.postDataJSON() as { id?: string } | null
      if (request.url().endsWith('/commands') && request.postData()?.includes('Tagliata a metà')) sent.push(body?.id ?? '')
    })
    const cut = async (route: Route) => {
      await route.fetch()
      await route.abort('connectionreset')
    }
    await anna.page.route('**/commands', cut, { times: 1 })
    await anna.write('Nota di prova', 'Tagliata a metà')
    await anna.page.reload()
    await expect.poll(() => sent.length).toBeGreaterThan(1)
    expect(new Set(sent).size).toBe(1)
    await expect(anna.note('Tagliata a metà')).toHaveCount(1)
    await expect(anna.note('Tagliata a metà')).not.toContainText('invio')
    await expect(organiser.note('Tagliata a metà')).toHaveCount(1)
    await expect(organiser.note('Scritta senza rete')).toHaveCount(1)

    await organiser.button(/Passa a: Incontri a due/).click()
    await expect(anna.inside.getByRole('heading', { name: 'Incontri a due', level: 1 })).toBeVisible()
    await organiser.button(/Fai partire Carta d.imbarco/).click()
    await expect(anna.inside.getByRole('heading', { name: /Carta d.imbarco/, level: 1 })).toBeVisible()
  })

  test('sees what is written, and hides an abusive note from everybody', async () => {
    const [bruno, dora] = [await openInvite('Bruno Neri'), await openInvite('Dora D’Èspero')]
    for (const one of [bruno, dora]) await one.begin()
    const anna = await openInvite('Anna Bianchi')
    await anna.begin()
    await anna.write('Che cosa sappiamo fare', 'Leggere il fiume')
    await bruno.write('Che cosa sappiamo fare', 'Insulto da nascondere')
    await dora.write('Che cosa ci sta a cuore', 'Segreto da cancellare')
    await anna.zone('Che cosa sappiamo fare')
    await expect(anna.note('Insulto da nascondere')).toBeVisible()
    await expect(anna.inside.getByText('Segreto da cancellare')).toHaveCount(0)

    await organiser.go(/Incontro 1/, 'Esiti')
    await expect(organiser.note('Leggere il fiume')).toContainText('Anna Bianchi')
    await page.getByLabel('Cerca nelle note').fill('insulto')
    await expect(organiser.note('Leggere il fiume')).toHaveCount(0)
    await organiser.noteAction('Insulto da nascondere', 'Nascondi la nota')
    await organiser.said('Nota nascosta ai partecipanti.')
    await expect(organiser.note('Insulto da nascondere')).toContainText('nascosta')
    await expect(anna.inside.getByText('Insulto da nascondere')).toHaveCount(0)
    await expect(anna.note('Leggere il fiume')).toBeVisible()
  })

  test('compiles the final canvas and follows an entry to its note, group and meeting', async () => {
    await organiser.go('Canvas finale')
    await organiser.button('Compila le bozze').click()
    await organiser.said(/bozz[ae] aggiunt[ae]/)
    await expect(page.getByRole('main')).not.toContainText('Insulto da nascondere')
    await page.getByRole('listitem').filter({ hasText: 'Leggere il fiume' }).getByRole('heading').getByRole('link').click()
    const entry = page.locator('.entry').filter({ hasText: 'Leggere il fiume' })
    await entry.getByText('Da una nota').click()
    const source = entry.getByRole('listitem')
    await expect(source).toContainText('Leggere il fiume')
    await expect(source).toContainText(/(Tavolo|Gruppo) \d, incontro 1, C1\.2 Che cosa sappiamo fare/)

    // reworded, it keeps its source and is no longer word for word
    await expect(entry.getByText('parola per parola')).toBeVisible()
    await entry.getByRole('button', { name: 'Modifica la voce' }).click()
    await page.getByLabel('Testo della voce').fill('Sappiamo leggere il fiume')
    await organiser.button('Salva').click()
    await organiser.said('Salvato.')
    await expect(page.locator('.entry')).toContainText('Sappiamo leggere il fiume')
    await expect(page.locator('.entry').getByText('parola per parola')).toHaveCount(0)
    await expect(page.locator('.entry').getByText('Da una nota')).toBeVisible()
  })

  test('redacts a note: its entry is withheld and its text is nowhere', async () => {
    await organiser.go(/Incontro 1/, 'Esiti')
    await organiser.noteAction('Segreto da cancellare', 'Cancella il testo…')
    const sure = page.getByRole('dialog')
    await expect(sure).toContainText('Segreto da cancellare')
    await sure.getByRole('button', { name: 'Cancella il testo per sempre' }).click()
    await organiser.said('Testo cancellato.')
    await expect(page.getByText('Segreto da cancellare')).toHaveCount(0)
    await organiser.go('Canvas finale')
    const block = page.locator('.final-block').filter({ hasText: '1 voce in sospeso' })
    await block.getByRole('link').click()
    await expect(page.locator('.entry.withheld')).toContainText('In sospeso')
    await expect(page.getByText('Segreto da cancellare')).toHaveCount(0)
    // grep answers 1 where it finds nothing
    expect(() => execFileSync('grep', ['-rlF', 'Segreto da cancellare', product.dataDir], { encoding: 'utf8' })).toThrow()
    expect(execFileSync('grep', ['-rlF', 'Leggere il fiume', product.dataDir], { encoding: 'utf8' })).not.toBe('')
  })

  test('closes the meeting and archives the lab', async () => {
    await organiser.go(/Incontro 1/, 'Conduzione')
    await organiser.button('Chiudi l’incontro').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi l’incontro' }).click()
    await expect(page.getByText('L’incontro è concluso.')).toBeVisible()
    await organiser.go('Impostazioni')
    await organiser.button('Archivia il laboratorio').click()
    await organiser.said('Laboratorio archiviato.')
    await organiser.go(/Incontro 1/, 'Conduzione')
    await expect(page.getByText('Questo laboratorio è archiviato')).toBeVisible()
    await expect(organiser.button('Riapri l’incontro')).toHaveCount(0)
    await page.getByRole('link', { name: /Tutti i laboratori/ }).click()
    await page.getByText('Archiviati (1)').click()
    await expect(page.getByRole('link', { name: 'Fiume comune' })).toBeVisible()
  })
})
