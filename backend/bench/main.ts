import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JSONFilePreset } from 'lowdb/node'
import { planMeeting } from '@telaio/shared/board'
import { emptyLab, type Lab, type NewEvent, stamp, SYSTEM } from '@telaio/shared/lab'
import { labForPlans, Scenario } from '@telaio/shared/testing'
import { changesFor, viewOf } from '@telaio/shared/view'
import { loadKit } from '../src/kits/load-kits.ts'
import { openStores } from '../src/store/index.ts'
import { benchFeeds } from './feeds.ts'
import { benchDocuments } from './documents.ts'
import { benchGroups } from './groups.ts'
import { benchHarvest } from './harvest.ts'
import { benchLoad } from './load.ts'
import { benchPanel } from './panel.ts'
import { placing } from './placing.ts'
import { benchThemes } from './themes.ts'

/**
 * Speeds as ratios of two ways to do the same, measured in one run on one machine, one after the other: the figures of different machines are not comparable,
 * their ratios nearly are.
 */

const seconds = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}
const tell = (what: string, ours: string, theirs: string, ratio: number) =>
  process.stdout.write(`${what}\n  ${ours}\n  ${theirs}\n  ratio ${ratio.toFixed(1)}\n`)
const rate = (n: number, took: number) => Math.round(n / took)

const WRITERS = 50
const helpEvent = (n: number): NewEvent => ({ type: 'labChanged', body: { title: `Title ${n}` } })

/** Fifty writers, each waiting for its own commit: our log (appended, synced before the answer) against lowdb's own file (rewritten, never synced). */
async function log(folder: string): Promise<void> {
  const many = 10_000
  const few = 500
  const stores = await openStores({ dataDir: join(folder, 'ours') })
  const created = emptyLab('lab_00000000000000000000000000')
  const context = { actor: SYSTEM, now: '2026-09-29T15:00:00.000Z', newId: () => '' }
  const { kit } = new Scenario().lab
  await stores.labs.create(created.id, {
    events: stamp(
      created,
      [{ type: 'labCreated', body: { lab: created.id, title: 'Lab', language: 'it', timeZone: 'Europe/Rome', kit } }],
      context,
    ),
  })
  const write = async (writer: number): Promise<void> => {
    for (let n = writer; n < many; n += WRITERS)
      await stores.labs.commit(created.id, (lab) => ({ result: n, commit: { events: stamp(lab, [helpEvent(n)], context) } }))
  }
  const ours = await seconds(() => Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer))))
  await stores.close()

  const file = await JSONFilePreset<{ events: unknown[] }>(join(folder, 'theirs.json'), { events: [] })
  // a lab of the same length, so that both write as they do in the middle of its life
  file.data.events = Array.from({ length: many / 2 }, (_, n) => stamp(created, [helpEvent(n)], context)[0])
  const rewrite = async (writer: number): Promise<void> => {
    for (let n = writer; n < few; n += WRITERS)
      await file.update(({ events }) => void events.push(stamp(created, [helpEvent(n)], context)[0]))
  }
  const theirs = await seconds(() => Promise.all(Array.from({ length: WRITERS }, (_, writer) => rewrite(writer))))
  tell(
    `Log: ${WRITERS} writers, an event a commit`,
    `append and sync before the answer: ${rate(many, ours)} events/s`,
    `lowdb's JSONFile, no sync: ${rate(few, theirs)} events/s`,
    rate(many, ours) / rate(few, theirs),
  )
}

/** A lab with so many notes in one zone of a group. */
function labOf(notes: number): { before: Scenario; after: () => Lab; person: string } {
  const lab = new Scenario()
  const [ann = ''] = lab.people(['Ann'])
  lab.do(lab.organiser, { type: 'formProjectGroups', groups: [{ key: 'g1', name: 'Green', people: [ann] }] })
  lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
  lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: 'work' })
  const write = (n: number) =>
    lab.do(ann, { type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: `Note ${n}` }, private: false })
  for (let n = 0; n < notes; n++) write(n)
  return {
    before: lab,
    after: () => {
      write(notes)
      return lab.lab
    },
    person: lab.organiser,
  }
}

/** One more note in a lab of two thousand: what changed for a viewer, against the whole view made anew. */
async function views(): Promise<void> {
  const rounds = 50
  const { before, after, person } = labOf(2000)
  const was = { viewer: before.viewer(person), scene: before.scene }
  after()
  const is = { viewer: before.viewer(person), scene: before.scene }
  const ours = await seconds(() => {
    for (let i = 0; i < rounds; i++) changesFor(was, is)
  })
  const theirs = await seconds(() => {
    for (let i = 0; i < rounds; i++) viewOf(is.viewer, is.scene)
  })
  tell(
    'View: one more note among 2,000, for somebody who sees all',
    `changes worked out: ${rate(rounds, ours)}/s`,
    `whole view made anew: ${rate(rounds, theirs)}/s`,
    theirs / ours,
  )
}

/** The plan of a board with twelve groups, against one with three: it should grow with the groups, no faster. */
async function boards(): Promise<void> {
  const labWith = (groups: number): Lab => {
    const lab = new Scenario()
    const people = lab.people(...Array.from({ length: groups }, (_, n) => [`Person ${n}`] as const))
    lab.do(lab.organiser, {
      type: 'formProjectGroups',
      groups: people.map((person, n) => ({ key: `g${n + 1}`, name: `Group ${n + 1}`, people: [person] })),
    })
    return lab.lab
  }
  const rounds = 100
  const [small, large] = [labWith(3), labWith(12)]
  // another lab each time: the plan of one and the same lab is made once
  const time = (lab: Lab) =>
    seconds(() => {
      for (let i = 0; i < rounds; i++) planMeeting({ ...lab }, 2)
    })
  const timeOf = async (lab: Lab, meeting: number, times: number): Promise<number> =>
    ((await seconds(() => {
      for (let i = 0; i < times; i++) planMeeting({ ...lab }, meeting)
    })) *
      1000) /
    times
  await time(small)
  const [three, twelve] = [await time(small), await time(large)]
  tell('Board plan: 12 groups against 3', `12 groups: ${rate(rounds, twelve)}/s`, `3 groups: ${rate(rounds, three)}/s`, twelve / three)
  const kit = await loadKit(fileURLToPath(new URL('../../shared/kits/cross-sector-lab', import.meta.url)))
  const fifty = labForPlans(kit, { project: 50, mixed: 50, language: 'it', notes: ['Una nota che va avanti'], name: 'Gruppo' })
  const spent: number[] = []
  for (const { number } of kit.meetings) {
    await timeOf(fifty, number, 20)
    spent.push(await timeOf(fifty, number, 20))
  }
  process.stdout.write(`Board plan: 50 groups, meetings 1 to ${spent.length}\n  ${spent.map((ms) => ms.toFixed(1)).join(', ')} ms\n`)
}

async function harvestPart(): Promise<void> {
  if ((await benchHarvest()).length > 0) process.exitCode = 1
}

async function placingPart(): Promise<void> {
  const { missed } = await placing()
  if (missed.length > 0) process.exitCode = 1
}

const folder = await mkdtemp(join(tmpdir(), 'telaio-bench-'))
const parts: Readonly<Record<string, () => Promise<void>>> = {
  log: () => log(folder),
  views,
  boards,
  placing: placingPart,
  harvest: harvestPart,
  feeds: () => benchFeeds(folder),
  panel: benchPanel,
  load: () => benchLoad(folder, process.argv.slice(3)),
  groups: () => benchGroups(process.argv.slice(3)),
  themes: () => Promise.resolve(benchThemes(process.argv.slice(3))),
  documents: benchDocuments,
}
try {
  // `npm run bench` runs all; `npm run bench -- groups` one, `npm run bench -- groups 6x6x6` one instance of it
  const [chosen] = process.argv.slice(2)
  if (chosen !== undefined && !(chosen in parts)) throw new Error(`there is no part “${chosen}”: ${Object.keys(parts).join(', ')}`)
  for (const [name, run] of Object.entries(parts)) if (chosen === undefined || chosen === name) await run()
} finally {
  await rm(folder, { recursive: true })
}
