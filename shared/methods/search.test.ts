import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allMethods } from '../testing/read-methods.ts'
import type { Language } from '../words/bilingual.ts'
import { searchMethods } from './index.ts'

const ids = (query: string, language: Language = 'it', filters = {}) =>
  searchMethods(allMethods, query, language, filters).map(({ id }) => id)

const aMethod = fc.constantFrom(...allMethods)
const aLanguage = fc.constantFrom<Language>('it', 'en')
/** A letter changed, left out, doubled, or swapped with the next, in a word of four letters or more. */
const slipped = (text: string, at: number, kind: number): string => {
  const places = [...text.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: word, index }) => Array.from(word, (_, i) => index + i))
  const place = places[at % places.length]
  if (place === undefined) return text
  const [before, letter, after] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)]
  return [before + (letter === 'x' ? 'k' : 'x') + after, before + after, before + letter + letter + after][kind % 3] ?? text
}

describe('searching methods', () => {
  it('[MET7] finds every method first by its title, in either language and whichever the reader’s', () => {
    fc.assert(
      fc.property(aMethod, aLanguage, aLanguage, fc.boolean(), (method, titled, reader, loud) => {
        const title = method.title[titled]
        expect(ids(loud ? title.toUpperCase() : title, reader)[0]).toBe(method.id)
      }),
      { numRuns: 300 },
    )
  })

  it('[MET8] finds it first with a slip of one letter in its title, too', () => {
    fc.assert(
      fc.property(aMethod, aLanguage, aLanguage, fc.nat(), fc.nat(), (method, titled, reader, at, kind) => {
        expect(ids(slipped(method.title[titled], at, kind), reader)[0]).toBe(method.id)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nove perché', 'nine-whys'],
    ['nove perche', 'nine-whys'],
    ['NINE WHYS', 'nine-whys'],
    ['alberi dei problemi', 'problem-tree'],
    ['problem trees', 'problem-tree'],
    ['troika', 'troika-consulting'],
    ['fishbowl', 'fishbowl'],
    ['acquari', 'fishbowl'],
    ['124', undefined],
    ['1 2 4', 'one-two-four-all'],
    ['15%', 'fifteen-percent-solutions'],
    ['25/10', 'twenty-five-ten'],
    ['portatori', 'stakeholder-mapping'],
    ['stakehold', 'stakeholder-mapping'],
    ['world cafe', 'world-cafe'],
    ['cappello', 'six-thinking-hats'],
    ['swat', 'swot'],
  ])('[MET8] “%s” gives %s first', (query, id) => {
    expect(ids(query)[0]).toBe(id)
  })

  it('[MET8] forgives two letters that changed places', () => {
    expect(ids('trioka').slice(0, 3)).toContain('troika-consulting')
    expect(ids('wrold cafe')[0]).toBe('world-cafe')
    expect(ids('capelli per pensrae')[0]).toBe('six-thinking-hats')
  })

  it('[MET7] finds by what a method is for and when it helps', () => {
    expect(ids('scegliere')).toContain('dot-voting')
    expect(ids('ferite')).toContain('heard-seen-respected')
    expect(ids('minoranza')).toEqual(['dot-voting'])
    expect(ids('minority', 'it')).toEqual(['dot-voting'])
  })

  it('[MET7] gives methods with some of the words where none has all', () => {
    expect(ids('voto zanzara')).toContain('dot-voting')
    expect(ids('xyzzyxyzzy')).toEqual([])
  })

  it('[MET9] gives all that fit, by title, where nothing is looked for', () => {
    expect(ids('  ')).toHaveLength(allMethods.length)
    const titles = searchMethods(allMethods, '', 'it').map(({ title }) => title.it)
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'it', { numeric: true })))
  })

  it('[MET9] gives what fits the filters, whatever is looked for, and nothing else', () => {
    const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
    fc.assert(
      fc.property(
        fc.constantFrom('', 'gruppo', 'group', 'idee', 'cafe', 'progetto'),
        aLanguage,
        maybe(fc.integer({ min: 1, max: 200 })),
        maybe(fc.integer({ min: 1, max: 80 })),
        maybe(fc.constantFrom(...allMethods.flatMap(({ purposes }) => purposes))),
        maybe(fc.constantFrom('telaio', 'liberating-structures')),
        (query, language, minutes, people, purpose, collection) => {
          const wanted = new Set(
            allMethods
              .filter((method) => minutes === undefined || method.minutes.least <= minutes)
              .filter((method) => people === undefined || (people >= method.people.least && people <= (method.people.most ?? Infinity)))
              .filter((method) => purpose === undefined || method.purposes.some((each) => each === purpose))
              .filter((method) => collection === undefined || method.collection === collection)
              .map(({ id }) => id),
          )
          const found = ids(query, language, { minutes, people, purpose, collection })
          expect(found.filter((id) => !wanted.has(id))).toEqual([])
          expect(new Set(found).size).toBe(found.length)
          if (query === '') expect(new Set(found)).toEqual(wanted)
        },
      ),
    )
  })
})
