import type { Bilingual } from '@telaio/shared/words'
import type * as core from 'zod/v4/core'
import { schemaWords } from './schema-words.ts'

/** What the patterns of the schema ask for, by their source. */
const PATTERNS: Readonly<Record<string, Bilingual>> = {
  '^[a-z][a-z0-9-]{0,39}$': {
    it: 'scrivi lettere minuscole, cifre e trattini, al massimo 40, prima una lettera',
    en: 'write lower-case letters, digits and hyphens, at most 40, a letter first',
  },
  '^C[1-9]\\d?\\.[1-9]\\d?$': { it: 'scrivi un campo, come C2.1', en: 'write a zone such as C2.1' },
  '^B[1-9]\\d?$': { it: 'scrivi un blocco del canvas finale, come B7', en: 'write a block of the final canvas such as B7' },
  '^C[1-9]\\d?$': { it: 'scrivi un canvas, come C2', en: 'write a canvas such as C2' },
  '^https:\\/\\/': { it: 'scrivi un indirizzo che comincia con https://', en: 'write an address that begins with https://' },
  '\\S': { it: 'è vuoto: scrivi il testo', en: 'is blank: write the text' },
}

const LANGUAGES: Readonly<Record<string, Bilingual>> = {
  it: { it: 'italiano', en: 'Italian' },
  en: { it: 'inglese', en: 'English' },
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { it: 'un testo', en: 'a text' },
  int: { it: 'un numero intero', en: 'a whole number' },
  number: { it: 'un numero', en: 'a number' },
  boolean: { it: 'true o false', en: 'true or false' },
  array: { it: 'un elenco', en: 'a list' },
  object: { it: 'una mappa di chiavi e valori', en: 'a map of keys and values' },
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

interface Said {
  readonly path: readonly PropertyKey[]
  readonly message: Bilingual
}

/** What a schema found, said so that whoever wrote the kit can mend it. `value` is what was read. One issue may be several faults. */
export function sayIssue(issue: core.$ZodIssue, value: unknown): readonly Said[] {
  const { path } = issue
  const name = String(path.at(-1) ?? '')
  const there = valueAt(value, path)
  const say = (it: string, en: string, at: readonly PropertyKey[] = path): Said[] => [{ path: at, message: { it, en } }]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key) }))
  if (there === undefined && path.length > 0) {
    const language = LANGUAGES[name]
    return language
      ? say(`manca il testo in ${language.it} («${name}»): scrivilo`, `the ${language.en} text ("${name}") is missing: write it`)
      : say(`manca «${name}»: aggiungilo`, `"${name}" is missing: add it`)
  }
  const it = path.length > 0 ? `«${name}»` : 'questo file'
  const en = path.length > 0 ? `"${name}"` : 'this file'
  const found = { it: `c’è ${shown(there)}`, en: `found ${shown(there)}` }
  const oneOf = (values: readonly unknown[]) => {
    const list = values.map(String).join(', ')
    return say(`${it} dev’essere uno di ${list}; ${found.it}`, `${en} must be one of ${list}; ${found.en}`)
  }
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { it: issue.expected, en: issue.expected }
      return say(`${it} dev’essere ${type.it}, ${found.it}`, `${en} must be ${type.en}, ${found.en}`)
    }
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union': {
      const forms = schemaWords().forms.get(name)
      return forms
        ? oneOf(forms)
        : say(`${it} non ha una forma prevista: ${found.it}; correggilo`, `${en} is of no known form: ${found.en}; correct it`)
    }
    case 'invalid_format': {
      const mend = PATTERNS[(issue.pattern ?? '').replace(/^\/|\/\w*$/g, '')] ?? { it: 'non ha la forma prevista', en: issue.message }
      return say(`${it}: ${mend.it}; ${found.it}`, `${en}: ${mend.en}; ${found.en}`)
    }
    case 'too_small':
    case 'too_big':
      return say(`${it} ${bound(issue).it}; ${found.it}`, `${en} ${bound(issue).en}; ${found.en}`)
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    default:
      return say(`${it} non va bene: ${found.it}; correggilo`, `${en}: ${issue.message}; ${found.en}`)
  }
}

function bound(issue: core.$ZodIssueTooSmall | core.$ZodIssueTooBig): Bilingual {
  const small = issue.code === 'too_small'
  const limit = small ? issue.minimum : issue.maximum
  const least = { it: small ? 'almeno' : 'al massimo', en: small ? 'at least' : 'at most' }
  const what =
    issue.origin === 'array'
      ? { it: ' voci', en: ' items' }
      : issue.origin === 'string'
        ? { it: ' caratteri', en: ' characters' }
        : { it: '', en: '' }
  return what.en === ''
    ? { it: `dev’essere ${least.it} ${limit}`, en: `must be ${least.en} ${limit}` }
    : { it: `deve avere ${least.it} ${limit}${what.it}`, en: `must have ${least.en} ${limit}${what.en}` }
}

function unknownKey(key: string): Bilingual {
  const { keys } = schemaWords()
  if (keys.has(key))
    return {
      it: `la chiave «${key}» qui non va: toglila, o spostala dove serve`,
      en: `key "${key}" does not belong here: remove it, or move it where it does`,
    }
  const meant = nearest(key, keys)
  return meant === null
    ? { it: `chiave sconosciuta «${key}»: toglila`, en: `unknown key "${key}": remove it` }
    : { it: `chiave sconosciuta «${key}»: volevi scrivere «${meant}»?`, en: `unknown key "${key}": did you mean "${meant}"?` }
}

/** The known key that a mistyped one comes nearest to; null where none is near. */
function nearest(key: string, keys: ReadonlySet<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(key.length / 3)) + 1
  for (const known of keys) {
    const distance = editDistance(key.toLowerCase(), known.toLowerCase())
    if (distance < least) [best, least] = [known, distance]
  }
  return best
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
