import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createDocumentDesk } from '../src/documents/desk.ts'
import { DOCUMENT_NAMES } from '../src/documents/names.ts'
import { createPrinter } from '../src/documents/typst/printer.ts'
import { builtInRepertoire } from '../src/kits/repertoire.ts'
import { publicPage, statementPage } from '../src/public/page.ts'
import { checkData, checkDocx, checkEpub, checkXlsx, has } from './files.ts'
import { type CheckedLab, extremeLabs, randomLabs, rehearsedLab } from './labs.ts'
import { checkPages, openBrowser } from './pages.ts'
import { checkPdfs } from './prints.ts'

const HELP = `Documents: every document of labs that try what documents can bear, in both languages, read back by other programs than ours. LibreOffice converts DOCX
and XLSX without loss of text, epubcheck passes EPUB, axe passes every HTML page in Chromium, PDFs are read by their tags (pdf.js, poppler), CSV by a strict
parser, JSON by its published schema. LibreOffice, epubcheck and poppler are Debian's; what is missing is named and left out.

  --seed N     of the random labs and the rehearsed one (1)
  --random N   random labs (4)
  --only WORD  only labs with this in their name
  --keep DIR   leaves the documents there, to be looked at
`

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    random: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const seed = Number(values.seed ?? 1)
const count = Number(values.random ?? 4)
if (![seed, count].every(Number.isSafeInteger) || count < 0) {
  process.stderr.write(HELP)
  process.exit(2)
}
const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** Faults of one lab that are said one by one. */
const SAID = 12
const wanted = (name: string): boolean => name.includes(values.only ?? '')

const programs = { soffice: await has('soffice'), epubcheck: await has('epubcheck'), pdfinfo: await has('pdfinfo') }
for (const [program, there] of Object.entries(programs)) if (!there) say(`left out, not on this machine: ${program}`)
const root = values.keep ?? (await mkdtemp(join(tmpdir(), 'telaio-documents-')))
const desk = createDocumentDesk({
  repertoire: await builtInRepertoire(),
  printer: createPrinter(),
  publicUrl: () => 'https://lab.example.org',
  now: Date.now,
})
const browser = await openBrowser()
const faults: string[] = []
const labs: (() => CheckedLab | Promise<CheckedLab>)[] = [
  ...[...extremeLabs(), ...randomLabs(seed, count)].filter(({ name }) => wanted(name)).map((lab) => () => lab),
  ...(wanted('rehearsal') ? [() => rehearsedLab(seed)] : []),
]

/** Writes all documents of a lab, its public pages among them, and has each looked through. */
async function look(lab: CheckedLab): Promise<void> {
  const began = performance.now()
  const folder = join(root, lab.name.replaceAll(' ', '-'))
  await mkdir(folder, { recursive: true })
  const before = faults.length
  const fault = (words: string): void => {
    // said as they are met: a long test may be stopped before its end
    if (faults.length - before < SAID) say(`  ${lab.name}, ${words}`)
    faults.push(words)
  }
  for (const name of DOCUMENT_NAMES) await writeFile(join(folder, name), (await desk.make(lab.scene, name)) ?? '')
  const contents = new Map((['it', 'en'] as const).map((language) => [language as string, desk.contentOf(lab.scene, language)] as const))
  for (const [language, content] of contents) {
    const options = { lab: lab.scene.lab, content, path: '/p/lab' }
    await writeFile(join(folder, `public.${language}.html`), publicPage({ ...options, filter: { block: '', sector: '', goal: null } }))
    for (const which of ['accessibility', 'privacy'] as const)
      await writeFile(join(folder, `${which}.${language}.html`), statementPage(which, options))
  }
  const done = [
    `${await checkPdfs(folder, contents, fault, programs.pdfinfo)} PDF`,
    `${programs.soffice ? await checkDocx(folder, contents, fault) : 0} DOCX`,
    `${programs.soffice ? await checkXlsx(folder, contents, fault) : 0} XLSX`,
    `${programs.epubcheck ? await checkEpub(folder, fault) : 0} EPUB`,
    `${await checkPages(browser, folder, fault)} HTML`,
    `${await checkData(folder, lab, contents, fault)} CSV and JSON`,
  ]
  say(
    `${lab.name}: ${done.join(', ')}, ${((performance.now() - began) / 1000).toFixed(1)} s${faults.length > before ? `  ${faults.length - before} FAULTS` : ''}`,
  )
}

try {
  for (const make of labs) await look(await make())
} finally {
  await browser.close()
  await desk.close()
  if (values.keep === undefined) await rm(root, { recursive: true, force: true })
}
say(`documents: ${labs.length} labs, ${faults.length} faults`)
process.exitCode = faults.length > 0 || labs.length === 0 ? 1 : 0
