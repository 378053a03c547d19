import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Block, Kit, KitMeeting } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { describe, expect, it } from 'vitest'
import { loadKit, loadKits } from './load-kits.ts'
import { writeKit } from './write-kit.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/kits', import.meta.url))
const kits = await loadKits(FOLDER)

/** Nobody sits longer than this without a break. */
const STRETCH = 90
/** Plain sentences are no longer. */
const WORDS = 25

interface Said {
  readonly path: string
  readonly text: Bilingual
}

/** Every text of a kit, with where it stands. */
function textsOf(value: unknown, path = ''): Said[] {
  if (typeof value !== 'object' || value === null) return []
  if ('it' in value && 'en' in value) return [{ path, text: value as Bilingual }]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
}
const inBoth = (said: readonly Said[]): { path: string; text: string }[] =>
  said.flatMap(({ path, text }) => [
    { path: `${path}.it`, text: text.it },
    { path: `${path}.en`, text: text.en },
  ])

/** The longest stretch of minutes without a break. */
function longestStretch({ agenda }: KitMeeting): number {
  const stretches = [0]
  for (const { kind, minutes } of agenda)
    if (kind === 'break') stretches.push(0)
    else stretches.push((stretches.pop() ?? 0) + minutes)
  return Math.max(...stretches)
}

const minutesOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { minutes }) => sum + minutes, 0)

/** The minutes a step says, `5 minuti: …`; null where it says none. */
const saidMinutes = (step: string): number | null => {
  const said = /^(\d+) (?:minut[oi]|minutes?)\b/.exec(step)
  return said ? Number(said[1]) : null
}
/** Such minutes are for each group in turn. */
const A_GROUP = /^\d+ minut[oi] per (?:gruppo|tavolo):|Poi tocca al gruppo dopo\./

/** What is wrong with the minutes that a block's steps say; null where nothing is. */
function stepFault(block: Block, groups: number): string | null {
  const said = block.steps.map(({ it: step }) => saidMinutes(step))
  const english = block.steps.map(({ en: step }) => saidMinutes(step))
  if (String(said) !== String(english)) return `${block.id}: Italian and English say other minutes`
  const sum = said.reduce<number>((all, one) => all + (one ?? 0), 0)
  const times = block.steps.some(({ it: step }) => A_GROUP.test(step)) ? groups : 1
  const fits = said.includes(null) ? sum * times <= block.minutes : sum * times === block.minutes
  return said.length === 0 || fits ? null : `${block.id}: steps say ${sum * times} of ${block.minutes} minutes`
}

describe('the built-in kits', () => {
  it('are those of the house, each in a folder of its own name', async () => {
    expect([...kits.keys()]).toEqual(['cross-sector-lab', 'learning-community-start', 'participatory-path', 'thematic-seminar'])
    expect(await readdir(FOLDER)).toEqual(expect.arrayContaining([...kits.keys()]))
    expect(Object.fromEntries([...kits].map(([name, { meetings }]) => [name, meetings.length]))).toEqual({
      'cross-sector-lab': 6,
      'learning-community-start': 1,
      'participatory-path': 7,
      'thematic-seminar': 2,
    })
  })
})

describe.each([...kits.values()].map((kit): [string, Kit] => [kit.name, kit]))('the kit %s', (name, kit) => {
  it('is read back as it was written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'telaio-kit-'))
    try {
      await rm(folder, { recursive: true })
      expect(await writeKit(kit, folder)).toBe(true)
      expect(await loadKit(folder)).toEqual(await loadKit(join(FOLDER, name)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('has typographic apostrophes and quotation marks only', () => {
    const texts = inBoth(textsOf(kit))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(({ text }) => /['"]/.test(text))).toEqual([])
  })

  it('speaks in short sentences', () => {
    const asked = inBoth(textsOf({ meetings: kit.meetings, finalCanvas: kit.finalCanvas }))
    const sentences = asked.flatMap(({ path, text }) => text.split(/(?<=[.?!:])\s+|\s\/\s/).map((sentence) => ({ path, sentence })))
    expect(sentences.filter(({ sentence }) => sentence.split(/\s+/).length > WORDS)).toEqual([])
  })

  it('has a break at least every 90 minutes', () => {
    for (const meeting of kit.meetings) expect([meeting.number, longestStretch(meeting) <= STRETCH]).toEqual([meeting.number, true])
  })

  it('has people work in groups or on their own for longer than they sit in plenary', () => {
    for (const { number, agenda } of kit.meetings) {
      const inGroups = minutesOf(agenda.filter(({ kind, grouping }) => kind === 'individual' || grouping.groups !== 'none'))
      const together = minutesOf(agenda.filter(({ kind, grouping }) => kind === 'plenary' && grouping.groups === 'none'))
      expect([number, inGroups > together]).toEqual([number, true])
    }
  })

  it('has steps whose minutes add up to their block’s, the same in both languages', () => {
    const faults = kit.meetings.flatMap(({ number, agenda }) =>
      agenda.flatMap((block) => {
        const fault = stepFault(block, kit.assumes.projectGroups)
        return fault === null ? [] : [`${number}: ${fault}`]
      }),
    )
    expect(faults).toEqual([])
  })

  it('assumes project groups only where people work in them', () => {
    const used = kit.meetings.some(({ agenda }) => agenda.some(({ grouping }) => grouping.groups === 'project'))
    expect(kit.assumes.projectGroups > 0).toBe(used)
  })

  it('feeds every block of its final canvas, and starts from what earlier meetings wrote', () => {
    const fed = new Set(
      kit.meetings.flatMap(({ canvas }) =>
        canvas.zones.flatMap(({ leadsTo }) => leadsTo.flatMap((lead) => (lead.to === 'block' ? [lead.block] : []))),
      ),
    )
    expect(kit.finalCanvas.blocks.map(({ id }) => id).filter((id) => !fed.has(id))).toEqual([])
    // what is said to lead on to a zone is shown there
    for (const zone of kit.meetings.flatMap(({ canvas }) => canvas.zones))
      for (const lead of zone.leadsTo) {
        if (lead.to !== 'zone') continue
        const target = kit.meetings.flatMap(({ canvas }) => canvas.zones).find(({ id }) => id === lead.zone)
        expect([zone.id, target?.from]).toEqual([zone.id, expect.arrayContaining([zone.id])])
      }
    for (const { number, canvas } of kit.meetings.slice(1))
      expect([number, canvas.zones.some(({ from }) => from !== undefined)]).toEqual([number, true])
  })
})
