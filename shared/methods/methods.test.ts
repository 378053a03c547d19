import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import type { Method } from '../kit/method.ts'
import { COLLECTIONS, type MethodFile, methodFiles } from '../testing/read-methods.ts'
import { Bilingual, type Language } from '../words/bilingual.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The repertoire: minutes from the shortest to the longest form that practitioners name. */
const REPERTOIRE: readonly [collection: MethodFile['collection'], id: string, nominal: number][] = [
  ['telaio', 'check-in', 15],
  ['liberating-structures', 'impromptu-networking', 20],
  ['liberating-structures', 'one-two-four-all', 12],
  ['liberating-structures', 'nine-whys', 20],
  ['liberating-structures', 'appreciative-interviews', 60],
  ['liberating-structures', 'conversation-cafe', 50],
  ['telaio', 'world-cafe', 90],
  ['telaio', 'pro-action-cafe', 90],
  ['telaio', 'open-space', 90],
  ['liberating-structures', 'fishbowl', 50],
  ['liberating-structures', 'troika-consulting', 30],
  ['liberating-structures', 'wise-crowds', 15],
  ['telaio', 'peer-assist', 45],
  ['liberating-structures', 'triz', 35],
  ['telaio', 'problem-tree', 60],
  ['telaio', 'swot', 45],
  ['telaio', 'stakeholder-mapping', 45],
  ['liberating-structures', 'social-network-webbing', 60],
  ['liberating-structures', 'what-i-need-from-you', 65],
  ['telaio', 'future-backwards', 60],
  ['telaio', 'lotus-blossom', 60],
  ['telaio', 'affinity-mapping', 40],
  ['telaio', 'dot-voting', 10],
  ['liberating-structures', 'twenty-five-ten', 30],
  ['telaio', 'six-thinking-hats', 60],
  ['liberating-structures', 'min-specs', 50],
  ['liberating-structures', 'fifteen-percent-solutions', 20],
  ['liberating-structures', 'ecocycle-planning', 95],
  ['liberating-structures', 'purpose-to-practice', 120],
  ['liberating-structures', 'what-so-what-now-what', 45],
  ['telaio', 'after-action-review', 60],
  ['liberating-structures', 'heard-seen-respected', 50],
]

const LANGUAGES: readonly Language[] = ['it', 'en']
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Every text in both languages, wherever it stands. */
function textsIn(value: unknown): Bilingual[] {
  const text = Bilingual.safeParse(value)
  if (text.success) return [text.data]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
/** Sentences by their number of words; what stands in parentheses or between quotes counts too. */
const sentenceLengths = (text: string): number[] =>
  text
    .split(/[.?!]+[”)]*(?:\s|$)/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
    .filter((length) => length > 0)
/** The minutes that a step said to people begins with; null where it names none. */
const minutesSaid = (step: string): number | null => {
  const said = /^(\d+) (?:minut[oi]|minutes?): /.exec(step)?.[1]
  return said === undefined ? null : Number(said)
}
const promptsOf = ({ brings }: Method): Bilingual[] => brings.blocks.flatMap(({ prompt }) => prompt ?? [])

describe('[MET1] the repertoire', () => {
  it('has these thirty-two methods, each in its collection', () => {
    const found = methodFiles.map(({ collection, method }) => `${collection}/${method.id}`).toSorted()
    expect(found).toEqual(REPERTOIRE.map(([collection, id]) => `${collection}/${id}`).toSorted())
    expect(found).toHaveLength(32)
  })

  it('has the methods that the built-in kits name', () => {
    const kits = join(here, '../kits')
    const named = readdirSync(kits, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => [...readFileSync(join(kits, file), 'utf8').matchAll(/^ +method: +([\w-]+)/gm)].map(([, id]) => id))
    expect(named.length).toBeGreaterThan(10)
    const ids = new Set<string | undefined>(methodFiles.map(({ method }) => method.id))
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  it('has no title twice in a language', () => {
    for (const language of LANGUAGES) {
      const titles = methodFiles.map(({ method }) => method.title[language].toLowerCase())
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
    }
  })
})

describe('[MET2] licences', () => {
  const Head = z.strictObject({ title: Bilingual, licence: z.string(), credit: Bilingual, source: z.optional(z.string()) })
  it.each(COLLECTIONS)('of the collection %s are those of its methods', (collection) => {
    const head = Head.parse(parse(readFileSync(join(here, collection, 'collection.yaml'), 'utf8')))
    expect(head.licence).toBe('CC-BY-SA-4.0')
    for (const { method } of methodFiles.filter((file) => file.collection === collection)) expect(method.licence).toBe(head.licence)
  })

  const CREDIT = 'Liberating Structures Fieldbook (2026) by Keith McCandless and Nancy White, www.liberatingstructures.com, CC BY-SA 4.0'
  it('of Liberating Structures are named with their source in each file, and in no other', () => {
    expect(readFileSync(join(here, 'liberating-structures/LICENCE.md'), 'utf8')).toContain(CREDIT)
    for (const { collection, name, method } of methodFiles)
      for (const language of LANGUAGES)
        expect(method.credit[language].includes(CREDIT), `${name} ${language}`).toBe(collection === 'liberating-structures')
  })

  it('say that Six Thinking Hats is a trademark', () => {
    const hats = methodFiles.find(({ name }) => name === 'six-thinking-hats')
    expect(hats?.method.credit.it).toContain('marchio registrato')
    expect(hats?.method.credit.en).toContain('registered trademark')
  })
})

describe.each(methodFiles.map((file) => [file.name, file] as const))('%s', (name, { method, text }) => {
  const { blocks, zones } = method.brings
  const nominal = REPERTOIRE.find(([, id]) => id === name)?.[2] ?? 0

  it('[MET1] is named as its file', () => {
    expect(method.id).toBe(name)
  })

  it('[MET3] takes the minutes that it says', () => {
    const { least, most } = method.minutes
    const total = sum(blocks.map(({ minutes }) => minutes))
    expect(total).toBeGreaterThanOrEqual(least)
    expect(total).toBeLessThanOrEqual(most)
    expect(nominal).toBeGreaterThanOrEqual(least)
    expect(nominal).toBeLessThanOrEqual(most)
  })

  it('[MET3] has steps whose minutes fit as well', () => {
    const minutes = method.steps.map((step) => step.minutes)
    expect(minutes).not.toContain(undefined)
    const total = sum(minutes.map((each) => each ?? 0))
    expect(total).toBeGreaterThanOrEqual(method.minutes.least)
    expect(total).toBeLessThanOrEqual(method.minutes.most)
  })

  it.each(blocks.map((block) => [block.id, block] as const))('[MET3] tells steps that fill the block %s', (_, block) => {
    if (block.steps.length === 0) return
    for (const language of LANGUAGES) {
      const said = block.steps.map((step) => minutesSaid(step[language]))
      expect(said).not.toContain(null)
      expect(sum(said.map((each) => each ?? 0))).toBe(block.minutes)
    }
  })

  it('[MET4] writes in its own zones, and in each of them', () => {
    const ids = zones.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(blocks.flatMap((block) => block.zones))).toEqual(new Set(ids))
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
  })

  it('[MET4] votes on notes of its own', () => {
    for (const { answer } of zones) {
      if (!('on' in answer)) continue
      expect(zones.find(({ id }) => id === answer.on)?.answer.type).toBe('cards')
    }
  })

  it('[MET5] says in which groups each block is', () => {
    for (const block of blocks) {
      const where = `${name}/${block.id}`
      if (block.kind === 'project-groups') expect(block.groups, where).toBe('project')
      if (block.kind === 'mixed-groups') expect(block.groups, where).toBe('mixed')
      if (block.groups === 'none') expect(block.rooms, where).toBe(false)
      if (block.groups !== 'mixed') expect(block.size, where).toBeUndefined()
      // in an open space people choose, and a group has no size
      else if (name !== 'open-space') expect(block.size, where).toBeGreaterThanOrEqual(2)
      if (block.kind !== 'break' && block.kind !== 'framing') expect(block.prompt, where).toBeDefined()
    }
    // one moment, one division into groups
    const sizes = new Map<number, Set<number | undefined>>()
    for (const { groups, moment, size } of blocks) if (groups === 'mixed') sizes.set(moment, (sizes.get(moment) ?? new Set()).add(size))
    for (const [moment, different] of sizes) expect([...different], `moment ${moment}`).toHaveLength(1)
  })

  it('[MET6] is written with typographic apostrophes and quotes', () => {
    for (const each of textsIn(method)) for (const language of LANGUAGES) expect(each[language]).not.toMatch(/['"]|\s{2}|\.\.\./)
    expect(text.endsWith('\n')).toBe(true)
  })

  it.each(LANGUAGES)('[MET6] speaks in short sentences (%s)', (language) => {
    const prompts = promptsOf(method).flatMap((prompt) => sentenceLengths(prompt[language]))
    expect(sum(prompts) / prompts.length).toBeLessThanOrEqual(25)
    const { credit: _, ...told } = method
    const tooLong = textsIn(told)
      .map((each) => each[language])
      .filter((each) => Math.max(...sentenceLengths(each)) > 35)
    expect(tooLong).toEqual([])
  })

  it('[MET6] fits the boxes: titles up to 60 characters, questions up to 110, prompts up to 200', () => {
    const over = (texts: readonly Bilingual[], most: number) =>
      texts.flatMap((each) => LANGUAGES.map((language) => each[language])).filter((each) => each.length > most)
    expect(over([method.title, ...blocks.map(({ title }) => title), ...zones.map(({ title }) => title)], 60)).toEqual([])
    expect(
      over(
        zones.map(({ question }) => question),
        110,
      ),
    ).toEqual([])
    expect(over(promptsOf(method), 200)).toEqual([])
  })
})
