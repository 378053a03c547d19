import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stopwords as ENGLISH } from '@orama/stopwords/english'
import { stopwords as ITALIAN } from '@orama/stopwords/italian'
import { plainText } from '../board/text.ts'
import type { Language } from '../words/bilingual.ts'

/** A longer note says its theme in its beginning; what follows would only cost time. */
const READ_MAX = 4000

const APOSTROPHES = /[’‘`´ʼ]/g
const WORD = /[\p{L}\p{N}]+(?:'(?=[\p{L}\p{N}])[\p{L}\p{N}]*)*/gu

const PLAIN = /^[\u0020-\u007e]*$/

/** Accents and case gone: what a hurried hand leaves out. */
export const bare = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()

/** What a reader sees of a note: tags of a board resolved, white space folded. */
export const seen = (text: string): string => {
  const short = text.length > READ_MAX * 4 ? text.slice(0, READ_MAX * 4) : text
  const plain = /<\/?[a-z][^<>]*>|&[a-z]+;|&#\d+;/i.test(short) ? plainText(short) : short
  return plain
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .slice(0, READ_MAX)
}

/** The words of a text, bare, in order; an Italian elision is two words (“l'orto”: l, orto), an English one a single word (“don't”: dont). */
export function wordsOf(text: string, language: Language): string[] {
  const words: string[] = []
  for (const found of text.replace(APOSTROPHES, "'").match(WORD) ?? []) {
    const word = bare(found)
    if (!word.includes("'")) words.push(word)
    else if (language === 'en') words.push(word.replaceAll("'", ''))
    else for (const part of word.split("'")) if (part !== '') words.push(part)
  }
  return words
}

interface Tongue {
  readonly stop: ReadonlySet<string>
  readonly stem: (word: string) => string
}
/** Words that stand on workshop notes whatever they are about. */
const COMMON: Readonly<Record<Language, readonly string[]>> = {
  it: [
    'piu',
    'po',
    'puo',
    'possono',
    'bisogna',
    'serve',
    'servono',
    'essere',
    'avere',
    'fare',
    'ecc',
    'etc',
    'molto',
    'ogni',
    'cosi',
    'gia',
    'solo',
    'poi',
    'quando',
    'senza',
    'verso',
    'cioe',
    'invece',
    'ancora',
    'sempre',
    'mai',
  ],
  en: ['also', 'etc', 'im', 'get', 'got', 'just', 'like', 'make', 'makes', 'will', 'us', 'please', 'need', 'needs', 'every', 'one'],
}
const tongue = (stop: readonly string[], common: readonly string[], stem: (word: string) => string, join: string): Tongue => {
  const known = new Map<string, string>()
  return {
    stop: new Set([...stop, ...common].map((word) => bare(word).replaceAll("'", join))),
    // words come again and again: a stem is worked out once
    stem: (word) => {
      const had = known.get(word)
      if (had !== undefined) return had
      if (known.size > 50_000) known.clear()
      const stemmed = bare(stem(word))
      known.set(word, stemmed)
      return stemmed
    },
  }
}
const TONGUES: Readonly<Record<Language, Tongue>> = {
  it: tongue(ITALIAN, COMMON.it, stemItalian, ''),
  en: tongue(ENGLISH, COMMON.en, stemEnglish, ''),
}

export const isStopWord = (word: string, language: Language): boolean => TONGUES[language].stop.has(word)
export const stemOf = (word: string, language: Language): string => TONGUES[language].stem(word)

/** The stems that carry meaning, in order. */
export const stemsOf = (text: string, language: Language): string[] => stemsAmong(wordsOf(text, language), language)

/** The stems that carry meaning among a text's words, in order. */
export function stemsAmong(words: readonly string[], language: Language): string[] {
  const { stop, stem } = TONGUES[language]
  const stems: string[] = []
  for (const word of words) {
    if (stop.has(word) || (word.length < 2 && !/\d/.test(word)) || word.length > 60) continue
    stems.push(stem(word))
  }
  return stems
}

/** Runs of 3 to 5 characters within a word, its edges marked: what survives slips and inflections. */
export function gramsOf(word: string): string[] {
  const grams: string[] = []
  const edged = ` ${word.slice(0, 60)} `
  for (let size = 3; size <= 5; size++) for (let from = 0; from + size <= edged.length; from++) grams.push(edged.slice(from, from + size))
  return grams
}

/** Endings by which a word without a tell-tale neighbour still shows its language. */
const ITALIAN_ENDING = /(?:zione|zioni|mente|are|ere|ire|ita|aggio|anza|enza|oli|i|o|a|e)$/
const ENGLISH_ENDING = /(?:tion|tions|ing|ness|ment|ments|ly|ed|s|th|ght|ck|y|[bcdfghjkmpqtvwxz])$/

/** The language a note is in, told by its function words, then by how its words end; `otherwise` where nothing tells. */
export function languageOf(text: string, otherwise: Language): Language {
  const balance = italianIn(text)
  return balance === 0 ? otherwise : balance > 0 ? 'it' : 'en'
}

/** More than nothing: Italian; less: English. */
export function italianIn(text: string): number {
  let balance = 0
  for (const word of wordsOf(text, 'it')) {
    const [it, en] = [TONGUES.it.stop.has(word), TONGUES.en.stop.has(word)]
    if (it !== en) balance += it ? 3 : -3
    else if (word.length > 2) balance += (ITALIAN_ENDING.test(word) ? 1 : 0) - (ENGLISH_ENDING.test(word) ? 1 : 0)
  }
  return balance
}
