import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import { PIXEL, randomLab, type Scenario, SmallLab, steps } from '@telaio/shared/testing'
import type { Scene } from '@telaio/shared/view'
import * as fc from 'fast-check'
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import { givenPlace } from '../src/rehearsal/place.ts'
import { rehearse } from '../src/rehearsal/rehearse.ts'
import { startServer } from '../src/server.ts'
import { firstAccount, signInLink } from '../src/service/account.ts'

/** A lab whose documents are looked through. */
export interface CheckedLab {
  readonly name: string
  readonly scene: Scene
}

const DRAWING = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" rx="12" fill="#00795A"/><circle cx="50" cy="50" r="30" fill="#FAF7F2"/></svg>',
).toString('base64')
/** What no document may read as anything but text: Typst, HTML, XML, spreadsheets, shells. */
const MARKUP = '#panic("x") *b* _i_ $x$ <script>alert(1)</script> &amp; \\ @ref `raw` </p> ]]> {{x}} %00'
const FORMULA = '=HYPERLINK("https://example.org";"click")'
const ALPHABETS = 'Привет · Ελλάδα · שלום עולם · مرحبا بالعالم · 日本語 · 🌱 👩‍🏫 ❤️ · ½ € ﬁ'
const LONG = 'Una frase che non finisce mai perché chi l’ha scritta aveva molto da dire sulle siepi, sui canali e sulle persone. '
  .repeat(27)
  .slice(0, 3000)

/** A lab of the small kit: these entries, this title, groups of these names, both kinds of logo, all of it published. */
function smallLab(
  texts: readonly string[],
  { title, groups, theme = 'house' }: { title?: string; groups?: readonly string[]; theme?: 'house' | 'public-body' } = {},
): Scenario {
  const lab = new SmallLab()
  if (groups)
    lab.do(lab.fay, {
      type: 'formProjectGroups',
      groups: groups.map((name, i) => ({ key: `g${i + 1}`, name, people: i === 0 ? [lab.ann, lab.bob, lab.cleo, lab.dan] : [] })),
    })
  lab.start(1, 'mixed')
  const notes = texts.map((text) => lab.note(lab.ann, 'C1.2', text.slice(0, 2000)))
  for (const [i, text] of texts.entries())
    lab.do(lab.oscar, { type: 'addEntry', block: i % 3 === 2 ? 'B2' : 'B1', text, sources: notes.slice(0, 1 + (i % 4)) })
  if (title !== undefined) lab.do(lab.oscar, { type: 'changeLab', title })
  dress(lab, theme, texts[0] ?? 'Comune di Prova')
  return lab
}

/** Look, credits, logos, and a public page with all there is. */
function dress(lab: Scenario, theme: 'house' | 'public-body', words: string): void {
  const line = words.slice(0, 200)
  const { organiser } = lab
  lab.do(organiser, { type: 'setDocuments', theme, promoters: [line, 'Cooperativa di Prova'], credits: words.slice(0, 1000) })
  lab.do(organiser, { type: 'addLogo', alt: line, data: PIXEL })
  lab.do(organiser, { type: 'addLogo', alt: 'Un disegno', data: DRAWING })
  const entries = [...lab.lab.entries.values()].filter(({ withheld }) => !withheld).map(({ id }) => id)
  if (entries.length > 0)
    lab.do(organiser, {
      type: 'publish',
      entries,
      papers: ['poster', 'map', 'manifesto', 'vademecum', 'article', 'sheet', 'conclusion'],
      indexable: false,
      contact: line,
      language: 'it',
    })
}

/** Labs that try what documents can bear. */
export function extremeLabs(): CheckedLab[] {
  const short = ['Siepi lungo i canali, curate insieme', 'Una merenda al mese nel cortile', 'Chiediamo prima di decidere']
  const labs: [string, Scenario][] = [
    ['no notes', smallLab([])],
    ['one group', smallLab(short, { groups: ['Tutti noi'] })],
    ['fifty groups', smallLab(short, { groups: Array.from({ length: 50 }, (_one, i) => `Gruppo ${i + 1}`), theme: 'public-body' })],
    [
      'long words',
      smallLab([LONG, 'Z'.repeat(700), `https://example.org/${'a'.repeat(300)}`, 'breve'], {
        title: `Un titolo ${'molto lungo '.repeat(24)}`.slice(0, 290),
      }),
    ],
    ['alphabets', smallLab([ALPHABETS, 'שלום (עולם) 123, ok?', '🌱🌱🌱'], { title: `Laboratorio ${ALPHABETS}`, theme: 'public-body' })],
    ['markup', smallLab([MARKUP, FORMULA, '@SUM(1)', '-1+1', '+39 040'], { title: MARKUP, groups: [MARKUP.slice(0, 60), FORMULA] })],
  ]
  return labs.map(([name, lab]) => ({ name, scene: lab.scene }))
}

/** Labs that chance makes; the same seed makes the same. */
export function randomLabs(seed: number, count: number): CheckedLab[] {
  return fc.sample(steps(60), { seed, numRuns: count }).map((todo, i) => {
    const { lab } = randomLab(todo)
    dress(lab, i % 2 === 0 ? 'house' : 'public-body', `Ente ${i}`)
    return { name: `random ${i + 1}`, scene: lab.scene }
  })
}

/** A whole lab of six meetings as a rehearsal leaves it, in words that people might write; its canvas is compiled and published. */
export async function rehearsedLab(seed: number): Promise<CheckedLab> {
  const dataDir = await mkdtemp(join(tmpdir(), 'telaio-documents-'))
  const server = await startServer({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' }),
    logger: pino({ level: 'silent' }),
  })
  try {
    const { services } = server
    const link = async () => signInLink(services.keys, server.url, (await firstAccount(services.server, services.now())).id, services.now())
    const base = server.url.replace('localhost', '127.0.0.1')
    const plan = { seed, participants: 25, groups: 5, first: 1, last: null, kit: 'cross-sector-lab', notes: null }
    const { problems } = await rehearse(givenPlace(base, await link(), 0), plan)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    const { token } = await createApi({ base, token: () => null }).signInOrganiser((await link()).split('#sign-in=')[1] ?? '')
    const api = createApi({ base, token: () => token })
    const lab = (await api.labs()).labs[0]?.id ?? ''
    let commands = 0
    const say = (command: object) =>
      api.send(lab, { id: `documents-check-${String(++commands).padStart(6, '0')}`, ...command } as CommandInput)
    await say({
      type: 'setDocuments',
      promoters: ['Comune di Prova', 'Cooperativa di Prova'],
      credits: 'Con il sostegno di una fondazione.',
    })
    await say({ type: 'addLogo', alt: 'Comune di Prova', data: DRAWING })
    const { entries } = (await services.labs.scene(lab)).lab
    await say({
      type: 'publish',
      entries: [...entries.keys()].slice(0, 2000),
      papers: ['poster', 'map', 'manifesto', 'vademecum', 'article', 'sheet', 'conclusion'],
      indexable: false,
      contact: 'accessibilita@example.org',
      language: 'it',
    })
    return { name: `rehearsal ${seed}`, scene: await services.labs.scene(lab) }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
