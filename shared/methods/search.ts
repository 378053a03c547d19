import MiniSearch from 'minisearch'
import type { Method, MethodPurpose } from '../kit/method.ts'
import type { Language } from '../words/bilingual.ts'
import { PURPOSE_WORDS } from './purpose-words.ts'

/** What a method must fit, besides the words looked for. What is left out is not asked. */
export interface MethodFilters {
  /** Minutes there are: methods that can be done in them. */
  readonly minutes?: number | undefined
  /** People there are, in all. */
  readonly people?: number | undefined
  readonly purpose?: MethodPurpose | undefined
  /** Id of a collection. */
  readonly collection?: string | undefined
}

/** A method and the id of the collection that it stands in. */
type Collected = Method & { readonly collection: string }

const FIELDS = ['title', 'summary', 'when', 'purposes'] as const
type FieldName = `${(typeof FIELDS)[number]}-${Language}`
const WEIGHTS: Readonly<Record<(typeof FIELDS)[number], number>> = { title: 6, summary: 2, when: 1, purposes: 2 }
const LANGUAGES: readonly Language[] = ['it', 'en']
const fieldsOf = (field: (typeof FIELDS)[number]): FieldName[] => LANGUAGES.map((language): FieldName => `${field}-${language}`)

/** Words of a text: lower case, without accents. “1-2-4-Tutti” is four words. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * A word without what changes with number and gender: an English `s`, then final vowels (“albero”, “alberi”; “story”, “stories”), then the `h` of
 * “banche”. Both languages at once, since people look for “troika” while they read Italian. Short words stay whole.
 */
function stemOf(word: string): string {
  if (word.length < 4) return word
  const stem = word
    .replace(/(?<!s)s$/, '')
    .replace(/[aeiouy]+$/, '')
    .replace(/(?<=[cg])h$/, '')
  return stem.length < 3 ? word : stem
}

/** The whole word and its stem: a slip may lie where the stem is cut. */
const readingsOf = (word: string): string[] => [...new Set([word, stemOf(word)])]

/**
 * Wrong, missing or extra letters that are forgiven in a word: one from `one` letters on, two from `two` (letters that changed places are two).
 * Numbers are meant as written.
 */
const slips =
  (one: number, two: number) =>
  (stem: string): number | boolean => {
    if (stem.length < one || /\p{N}/u.test(stem)) return false
    return stem.length < two ? 1 : 2
  }
/** Titles are few words, each of them looked for; among the many of a text, more slips would find anything. */
const TITLE_SLIPS = slips(3, 5)
const TEXT_SLIPS = slips(5, 9)

const indexes = new WeakMap<readonly Method[], MiniSearch<Method>>()

function indexOf(methods: readonly Method[]): MiniSearch<Method> {
  const known = indexes.get(methods)
  if (known) return known
  const text: Readonly<Record<(typeof FIELDS)[number], (method: Method, language: Language) => string>> = {
    title: ({ title }, language) => title[language],
    summary: ({ summary }, language) => summary[language],
    when: ({ when }, language) => when[language],
    purposes: ({ purposes }, language) => purposes.map((purpose) => PURPOSE_WORDS[purpose][language]).join(' '),
  }
  const getters = new Map<string, (method: Method) => string>([['id', ({ id }) => id]])
  for (const field of FIELDS)
    for (const language of LANGUAGES) getters.set(`${field}-${language}`, (method) => text[field](method, language))
  const index = new MiniSearch<Method>({
    fields: [...getters.keys()].filter((name) => name !== 'id'),
    extractField: (method, name) => getters.get(name)?.(method) ?? '',
    tokenize: wordsOf,
    processTerm: readingsOf,
  })
  index.addAll(methods)
  indexes.set(methods, index)
  return index
}

const boosts = (language: Language): Record<FieldName, number> => {
  const of = (field: (typeof FIELDS)[number], fieldLanguage: Language) => WEIGHTS[field] * (fieldLanguage === language ? 1.2 : 1)
  return {
    'title-it': of('title', 'it'),
    'title-en': of('title', 'en'),
    'summary-it': of('summary', 'it'),
    'summary-en': of('summary', 'en'),
    'when-it': of('when', 'it'),
    'when-en': of('when', 'en'),
    'purposes-it': of('purposes', 'it'),
    'purposes-en': of('purposes', 'en'),
  }
}

const fits =
  ({ minutes, people, purpose, collection }: MethodFilters) =>
  (method: Collected): boolean =>
    (minutes === undefined || method.minutes.least <= minutes) &&
    (people === undefined || (method.people.least <= people && people <= (method.people.most ?? people))) &&
    (purpose === undefined || method.purposes.includes(purpose)) &&
    (collection === undefined || method.collection === collection)

/**
 * Methods that fit the filters and say something of what is looked for, best first. Both languages are searched, the reader's counts a little more.
 * Accents, case, plurals and a slip or two in a word are forgiven; the last word may be unfinished. Methods with some of the words are given only
 * where none has them all; a method whose very title is asked for comes first. With nothing to look for: all that fit, by title.
 */
export function searchMethods<M extends Collected>(
  methods: readonly M[],
  query: string,
  language: Language,
  filters: MethodFilters = {},
): readonly M[] {
  const fitting = methods.filter(fits(filters))
  const words = wordsOf(query)
  if (words.length === 0) return fitting.toSorted((a, b) => a.title[language].localeCompare(b.title[language], language, { numeric: true }))

  const byId = new Map<string, M>(fitting.map((method) => [method.id, method]))
  const asked = words.join(' ')
  const isTitled = ({ title }: Method) => LANGUAGES.some((each) => wordsOf(title[each]).join(' ') === asked)
  const eachWord = words.map((word, place) => {
    const prefix = place === words.length - 1
    const queries = readingsOf(word).flatMap((reading) => [
      { queries: [reading], fields: fieldsOf('title'), fuzzy: TITLE_SLIPS, prefix },
      { queries: [reading], fields: FIELDS.filter((field) => field !== 'title').flatMap(fieldsOf), fuzzy: TEXT_SLIPS, prefix },
    ])
    return { combineWith: 'OR' as const, queries }
  })
  for (const combineWith of ['AND', 'OR'] as const) {
    const found = indexOf(methods)
      .search(
        { combineWith, queries: eachWord },
        { processTerm: (word) => word, boost: boosts(language), weights: { fuzzy: 0.3, prefix: 0.6 } },
      )
      .flatMap(({ id }) => byId.get(String(id)) ?? [])
    if (found.length > 0) return [...found.filter(isTitled), ...found.filter((method) => !isTitled(method))]
  }
  return []
}
