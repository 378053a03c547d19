import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type LabEvent, readEvent, TEXT_MAX } from '@telaio/shared/lab'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readNotes } from './notes-file.ts'
import { ownPlace } from './place.ts'
import { isWhole, rehearse, type Rehearsed, type RehearseOptions } from './rehearse.ts'

const SMALL = { seed: 1, participants: 8, groups: 2, first: 1, last: 2, kit: 'cross-sector-lab', notes: null } satisfies RehearseOptions

async function rehearsed(options: Partial<RehearseOptions> = {}): Promise<Rehearsed> {
  const all = { ...SMALL, ...options }
  const place = await ownPlace(all.seed)
  try {
    return await rehearse(place, all)
  } finally {
    await place.close()
  }
}
const eventsOf = ({ documents }: Rehearsed): LabEvent[] => (JSON.parse(documents['lab.json']) as unknown[]).map(readEvent)
const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true, record_delimiter: '\r\n' })
const countOf = (list: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-rehearsal-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

// whole labs on a machine that may be busy with other tests
vi.setConfig({ testTimeout: 120_000 })

describe('a rehearsal', () => {
  it('stores everything once, and the same seed gives the same bytes, in this process and in another', async () => {
    const first = await rehearsed()
    expect(first.problems).toEqual([])
    expect(isWhole(first)).toBe(true)
    const { summary } = first
    expect(Object.values(summary).every((value) => typeof value === 'number')).toBe(true)
    expect(summary).toMatchObject({ seed: 1, participants: 8, meetings: 2, duplicates: 0, placed: 0, strays: 0 })
    expect([summary.acknowledged, summary.stored]).toEqual([summary.sent, summary.sent])
    expect(summary.sent).toBeGreaterThan(100)
    expect(summary.entries).toBeGreaterThan(20)
    expect(summary.entriesWithSources).toBe(summary.entries)
    expect(first.work.again).toBeGreaterThan(0)
    const events = eventsOf(first)
    expect(events.filter(({ type }) => type === 'contributed')).toHaveLength(summary.stored)

    const second = await rehearsed()
    expect(second.documents).toEqual(first.documents)
    expect((await rehearsed({ seed: 2, last: 1 })).documents['lab.json']).not.toBe(first.documents['lab.json'])

    const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
    const words = ['rehearse', '--participants', '8', '--groups', '2', '--meetings', '1-2', '--seed', '1', '--out', folder]
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@telaio/source', '--import', 'tsx', cli, ...words],
      { env: { ...process.env, LANG: 'en', TZ: 'America/Lima' } },
    )
    const printed = ['it', 'en'].flatMap((language) => [
      `data.${language}.xlsx`,
      ...['manifesto', 'map', 'poster', 'vademecum'].map((name) => `${name}.${language}.pdf`),
      `vademecum.${language}.docx`,
    ])
    expect((await readdir(folder)).sort()).toEqual(
      ['contributions.csv', 'final-canvas.json', 'lab.json', 'summary.json', ...printed].sort(),
    )
    for (const name of ['lab.json', 'contributions.csv', 'final-canvas.json'] as const)
      expect([name, await readFile(join(folder, name), 'utf8')]).toEqual([name, first.documents[name]])
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')))
    expect(JSON.parse(stdout)).toEqual({ ...summary, seconds: expect.any(Number) as number })
    expect(stderr).toContain('Results are in')
  })

  it('lets happen what happens in a lab, and keeps names out of the log', async () => {
    const done = await rehearsed({ participants: 9, last: null })
    expect(done.problems).toEqual([])
    expect(done.summary.meetings).toBe(6)
    const events = eventsOf(done)
    const types = countOf(events.map(({ type }) => type))
    expect(Object.keys(types)).toEqual(
      expect.arrayContaining([
        'consentsGiven',
        'meetingScheduled',
        'meetingOpened',
        'meetingClosed',
        'blockPaused',
        'blockResumed',
        'blockExtended',
        'groupsFormed',
        'groupRenamed',
        'groupDone',
        'contributionEdited',
        'contributionWithdrawn',
        'contributionsRevealed',
        'contributionsShared',
        'contributionHidden',
        'helpAsked',
        'helpAnswered',
        'helpClosed',
        'entryAdded',
      ]),
    )
    const contributed = events.flatMap((event) => (event.type === 'contributed' ? [event.body] : []))
    expect(new Set(contributed.map(({ answer }) => answer.type))).toEqual(
      new Set(['cards', 'sentence', 'table', 'person', 'term', 'triple', 'votes', 'rating', 'consent', 'commitments']),
    )
    expect(contributed.some(({ late }) => late)).toBe(true)
    expect(contributed.some(({ editKey }) => editKey !== undefined)).toBe(true)
    expect(contributed.some((one) => one.private && one.answer.type === 'cards')).toBe(true)
    expect(contributed.some(({ derivedFrom }) => derivedFrom !== undefined)).toBe(true)
    // every zone of the kit was written in
    const kit = events.flatMap((event) => (event.type === 'labCreated' ? [event.body.kit] : []))[0]
    const zones = kit?.meetings.flatMap(({ canvas }) => canvas.zones.map(({ id }) => id)) ?? []
    expect(new Set(contributed.map(({ zone }) => zone))).toEqual(new Set(zones))
    expect(done.documents['lab.json']).not.toMatch(/@example\.org|Bianchi|Ferrari|Cooperativa Il Ponte di Vetro/)
  })

  it.each(['learning-community-start', 'thematic-seminar', 'participatory-path'])(
    'holds the kit %s, and every zone of it is written in',
    async (kit) => {
      const done = await rehearsed({ kit, participants: 9, last: kit === 'participatory-path' ? 2 : null })
      expect(done.problems).toEqual([])
      expect(isWhole(done)).toBe(true)
      const events = eventsOf(done)
      const held = events.flatMap((event) => (event.type === 'labCreated' ? event.body.kit.meetings.slice(0, done.summary.meetings) : []))
      const written = new Set(events.flatMap((event) => (event.type === 'contributed' ? [event.body.zone] : [])))
      expect(written).toEqual(new Set(held.flatMap(({ canvas }) => canvas.zones.map(({ id }) => id))))
      expect(done.summary.entries).toBeGreaterThan(20)
    },
  )

  it('refuses a kit, or a meeting, that is not there', async () => {
    await expect(rehearsed({ kit: 'no-such-kit' })).rejects.toThrow('There is no kit “no-such-kit”')
    await expect(rehearsed({ last: 7 })).rejects.toThrow('has 6 meetings')
  })

  it('can begin in the middle', async () => {
    const done = await rehearsed({ first: 4, last: 4 })
    expect(done.problems).toEqual([])
    expect(done.summary.meetings).toBe(1)
  })
})

describe('a rehearsal with the words of a file', () => {
  it('writes each note once, character for character, however many there are', async () => {
    const odd = [
      '  spazi intorno  ',
      'due\r\nrighe',
      'due\nrighe',
      'una\rsola',
      'virgole, "virgolette"; e tab\t',
      '=1+1',
      '@menzione',
      '-',
      '+1',
      '🌱',
      'e\u0301 composta',
      'é',
      '\u2028',
      'x\u2028y',
      'a\u0000b',
      'ripetuta',
      'ripetuta',
      'Ripetuta',
      'x'.repeat(TEXT_MAX),
    ].filter((text) => /\S/.test(text))
    const many = [...odd, ...Array.from({ length: 300 }, (_, i) => `nota numero ${i}`)]
    const done = await rehearsed({ last: 1, notes: many })
    expect(done.problems).toEqual([])
    expect(isWhole(done)).toBe(true)
    const rows = rowsOf(done.documents['contributions.csv'])
    const cards = rows.filter(({ zone = '' }) => ['C1.2', 'C1.3', 'C1.4', 'C1.8'].includes(zone))
    expect(countOf(cards.map(({ text = '' }) => text))).toEqual(countOf(many))
    // spread over groups, zones and people
    expect(new Set(cards.map(({ zone }) => zone)).size).toBe(4)
    expect(new Set(cards.map(({ author }) => author)).size).toBeGreaterThanOrEqual(7)
    expect(new Set(cards.map(({ group }) => group)).size).toBeGreaterThan(1)
  })

  it('says which rows it cannot take, and is done all the same', async () => {
    const file = join(folder, 'notes.csv')
    await writeFile(file, `text\nuno\n\n${'y'.repeat(TEXT_MAX + 1)}\ndue\n`)
    const cli = await import('../cli/testing/typed.ts')
    const { code, err } = await cli.typed([
      'rehearse',
      '--participants',
      '4',
      '--groups',
      '1',
      '--meetings',
      '1',
      '--notes',
      file,
      '--out',
      join(folder, 'out'),
    ])
    expect(code).toBe(0)
    expect(err).toContain(`${file}, row 3: refused, is blank.`)
    expect(err).toContain(`${file}, row 4: refused, has 4001 characters, at most 4000.`)
    const texts = rowsOf(await readFile(join(folder, 'out', 'contributions.csv'), 'utf8')).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['uno', 'due']))
    await writeFile(file, 'testo\nuno\n')
    const refused = await cli.typed(['rehearse', '--notes', file, '--out', join(folder, 'out')])
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('There is no column “text”. There are: testo.')
  })
})

/** Real notes stand beside the repository, not in it: some of them may not be published. */
const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const FILES = [
  'italian/it-referendum-iniziative.csv',
  'italian/sib200-it-train.csv',
  'italian/sib200-en-train.csv',
  'fixtures/boards/it-synthetic-workshop.csv',
].map((name) => join(DATA, name))

describe('real notes', () => {
  for (const file of FILES)
    it.skipIf(!existsSync(file))(
      `of ${file.slice(DATA.length + 1)}${existsSync(file) ? '' : ' (skipped: ../shared/data is not there)'} are all found again`,
      async () => {
        const { notes, refused } = await readNotes(file)
        expect(refused).toEqual([])
        const done = await rehearsed({ participants: 10, notes })
        expect(done.problems).toEqual([])
        expect(isWhole(done)).toBe(true)
        // another reading of the file than the rehearsal's own
        const inFile = parse<{ text: string }>(await readFile(file, 'utf8'), { columns: true, bom: true }).map(({ text }) => text)
        const found = countOf(rowsOf(done.documents['contributions.csv']).map(({ text = '' }) => text))
        for (const [text, times] of Object.entries(countOf(inFile))) expect([text, found[text]]).toEqual([text, times])
      },
    )
})
