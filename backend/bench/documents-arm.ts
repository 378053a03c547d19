import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PAPER_NAMES } from '@telaio/shared/documents'
import type { Zone } from '@telaio/shared/kit'
import type { SentAnswer } from '@telaio/shared/lab'
import { isRefused, Scenario } from '@telaio/shared/testing'
import { createDocumentDesk } from '../src/documents/desk.ts'
import { AT_ONCE, byTurns, DOCUMENT_NAMES } from '../src/documents/names.ts'
import { createPrinter } from '../src/documents/typst/printer.ts'
import { loadKit } from '../src/kits/load-kits.ts'
import { builtInRepertoire } from '../src/kits/repertoire.ts'

const SECONDS = 5
/** After it the printer has cleared what it last set a document from. */
const REST_MS = 200
const MEGABYTES = 600
const POSTER_MS = 300
/** How much faster than Chromium. */
const RATIO = 10
/** Notes of a full lab. */
const NOTES = 2000
const PEOPLE = 25
const WORDS =
  'siepi canale scuola merenda cortile ragazzi biblioteca quartiere giardino comune insieme ogni martedì chiedere prima di decidere perché'.split(
    ' ',
  )
const phrase = (n: number): string =>
  Array.from({ length: 9 + (n % 9) }, (_one, i) => WORDS[(n * 7 + i * 5 + (n % 11)) % WORDS.length]).join(' ')

function answerFor({ answer }: Zone, n: number): SentAnswer | null {
  const text = `${phrase(n)} ${n}`
  switch (answer.type) {
    case 'cards':
    case 'sentence':
      return { type: answer.type, text }
    case 'table':
      return {
        type: 'table',
        cells: Object.fromEntries(answer.columns.map(({ id, options }, i) => [id, options?.[n % options.length]?.id ?? phrase(n + i)])),
      }
    case 'triple':
      return { type: 'triple', difficulty: phrase(n), approach: phrase(n + 1), pointer: text }
    case 'term':
      return { type: 'term', term: `${WORDS[n % WORDS.length]} ${n}`, meaning: text }
    case 'commitments':
      return { type: 'commitments', what: text, who: 'io', by: 'entro marzo' }
    default:
      return null
  }
}

/** A lab of six meetings in which 2,000 notes were written in project groups, compiled into its canvas. */
async function fullLab(): Promise<Scenario> {
  const lab = new Scenario(await loadKit(fileURLToPath(new URL('../../shared/kits/cross-sector-lab', import.meta.url))))
  const people = lab.people(
    ...Array.from(
      { length: PEOPLE },
      (_one, i) => [`Persona ${i}`, ['participant'], lab.lab.kit.sectors[i % 4]?.id] as [string, ['participant'], string],
    ),
  )
  const { organiser } = lab
  lab.do(organiser, {
    type: 'formProjectGroups',
    groups: [1, 2, 3, 4, 5].map((g) => ({ key: `g${g}`, name: `Gruppo ${g}`, people: people.filter((_one, i) => i % 5 === g - 1) })),
  })
  let written = 0
  for (const { number, agenda, canvas } of lab.lab.kit.meetings) {
    lab.do(organiser, { type: 'openMeeting', meeting: number })
    for (const block of agenda.filter(({ grouping }) => grouping.groups !== 'mixed')) {
      lab.do(organiser, { type: 'startBlock', meeting: number, block: block.id })
      const zones = canvas.zones.filter(({ id }) => block.zones.includes(id))
      for (let n = 0; n < 170 && zones.length > 0 && written < NOTES; n++) {
        const zone = zones[n % zones.length]
        const answer = zone && answerFor(zone, written)
        if (!zone || !answer) continue
        const said = lab.send(people[n % PEOPLE] ?? '', {
          type: 'contribute',
          meeting: number,
          zone: zone.id,
          block: block.id,
          answer,
          private: false,
        })
        if (!isRefused(said)) written++
      }
    }
    lab.do(organiser, { type: 'closeMeeting', meeting: number })
  }
  lab.do(organiser, { type: 'compileCanvas' })
  if (written < NOTES / 2) throw new Error(`only ${written} notes were taken`)
  return lab
}

const hold = (holds: boolean): string => {
  if (!holds) process.exitCode = 1
  return holds ? '' : '  MISSED'
}

/** All documents of a full lab in both languages, the poster alone, and the same pages printed by headless Chromium. */
async function benchDocuments(): Promise<void> {
  const { scene } = await fullLab()
  const out = (line: string) => process.stdout.write(`${line}\n`)
  out(`documents of a lab with ${scene.lab.contributions.size} notes and ${scene.lab.entries.size} entries`)
  const printer = createPrinter()
  const desk = createDocumentDesk({
    repertoire: await builtInRepertoire(),
    printer,
    publicUrl: () => 'http://localhost:3000',
    now: Date.now,
  })
  const folder = await mkdtemp(join(tmpdir(), 'telaio-bench-'))
  try {
    const from = performance.now()
    const before = process.cpuUsage()
    const waiting = byTurns(DOCUMENT_NAMES)
    const work = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
        await writeFile(join(folder, name), (await desk.make(scene, name)) ?? '')
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    const all = (performance.now() - from) / 1000
    const used = process.cpuUsage(before)
    const cpu = (used.user + used.system) / 1e6
    const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
    out(
      `  all ${DOCUMENT_NAMES.length}, both languages: ${all.toFixed(1)} s (at most ${SECONDS}; ${cpu.toFixed(1)} s of processor)${hold(all <= SECONDS)}, ${megabytes} MB (at most ${MEGABYTES})${hold(megabytes <= MEGABYTES)}`,
    )

    const middle = async (one: () => Promise<unknown>, times: number): Promise<number> => {
      const took: number[] = []
      for (let i = 0; i < times; i++) {
        await setTimeout(REST_MS)
        const start = performance.now()
        await one()
        took.push(performance.now() - start)
      }
      return took.sort((a, b) => a - b)[times >> 1] ?? 0
    }
    // nothing of a printed document is kept, so each is set anew, and by a printer at rest, as Chromium is started for each
    const ourPrint = (name: string): Promise<number> => middle(() => desk.make(scene, `${name}.it.pdf`), 3)
    const poster = await ourPrint('poster')
    out(`  the poster, median of three: ${poster.toFixed(0)} ms (at most ${POSTER_MS})${hold(poster <= POSTER_MS)}`)

    const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
    const byChromium = (name: string): Promise<number> =>
      middle(
        () =>
          promisify(execFile)(chromium, [
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--no-pdf-header-footer',
            `--print-to-pdf=${join(folder, 'out.pdf')}`,
            `file://${join(folder, `${name}.it.html`)}`,
          ]),
        1,
      )
    let [ourSum, theirSum] = [0, 0]
    for (const name of PAPER_NAMES) {
      const ours = await ourPrint(name)
      const theirs = await byChromium(name)
      ourSum += ours
      theirSum += theirs
      out(
        `  ${name}: ours ${ours.toFixed(0)} ms, Chromium ${theirs.toFixed(0)} ms (started for it), ratio ${(theirs / ours).toFixed(1)} (at least ${RATIO})${hold(theirs / ours >= RATIO)}`,
      )
    }
    out(
      `  all ${PAPER_NAMES.length}: ours ${ourSum.toFixed(0)} ms, Chromium ${theirSum.toFixed(0)} ms, ratio ${(theirSum / ourSum).toFixed(1)}`,
    )
  } finally {
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await benchDocuments()
