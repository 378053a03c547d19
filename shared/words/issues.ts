import type { Bilingual } from './bilingual.ts'

/** What a schema found wrong: the members of a zod issue that we put into words. */
export interface Issue {
  readonly code?: string | undefined
  readonly message: string
  readonly maximum?: number | bigint
  readonly minimum?: number | bigint
  readonly origin?: string
  readonly expected?: string
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
}

const one = (it: string, en: string): Bilingual => ({ it, en })
const KINDS: Readonly<Record<string, Bilingual>> = {
  string: one('un testo', 'a text'),
  number: one('un numero', 'a number'),
  int: one('un numero intero', 'a whole number'),
  boolean: one('vero o falso', 'true or false'),
  array: one('un elenco', 'a list'),
  object: one('un oggetto', 'an object'),
  record: one('un oggetto', 'an object'),
}

/** Our own words for checks that a schema carries as a message, by what the message begins with. */
const OWN: readonly (readonly [begins: string, it: string])[] = [
  ['must be a random id', 'deve essere un identificativo casuale di almeno 128 bit, per esempio un UUID'],
  ['must be an id that starts with', 'deve essere un identificativo che comincia con'],
  ['must have at most', 'deve avere al massimo'],
  ['must be valid Unicode', 'deve essere Unicode valido'],
  ['must not be blank', 'non può essere vuoto'],
  ['must be a group such as', 'deve essere un gruppo come'],
  ['must be a moment', 'deve essere un momento come 2026-01-31T09:30:00.000Z'],
  ['must be a time zone', 'deve essere un fuso orario come Europe/Rome'],
  ['must be a date', 'deve essere una data come 2026-09-29'],
  ['must be a time such as', 'deve essere un’ora come 17:30'],
  ['must be a web address', 'deve essere un indirizzo web che comincia con https://'],
  ['must be an e-mail address', 'deve essere un indirizzo e-mail'],
  ['must be a SHA-256', 'deve essere un hash SHA-256 in base64url'],
]

/** What is wrong with a value, in both languages, without its name. */
export function issueWords(issue: Issue): Bilingual {
  const { code, message, maximum, minimum, origin, expected, keys, values } = issue
  const own = OWN.find(([begins]) => message.startsWith(begins))
  if (own) {
    const rest = message.slice(own[0].length)
    return one(
      /(starts with|at most|such as)$/.test(own[0])
        ? `${own[1]}${rest.replace(' characters', ' caratteri').replace(' or ', ' o ')}`
        : own[1],
      message,
    )
  }
  const unit = origin === 'string' ? one('caratteri', 'characters') : origin === 'array' ? one('voci', 'items') : one('', '')
  switch (code) {
    case 'too_big':
      return one(`al massimo ${maximum} ${unit.it}`.trim(), `at most ${maximum} ${unit.en}`.trim())
    case 'too_small':
      return one(`almeno ${minimum} ${unit.it}`.trim(), `at least ${minimum} ${unit.en}`.trim())
    case 'unrecognized_keys':
      return one(`campi sconosciuti: ${keys?.join(', ')}`, `unknown fields: ${keys?.join(', ')}`)
    case 'invalid_value':
    case 'invalid_union':
      return values
        ? one(`deve essere uno di: ${values.map(String).join(', ')}`, `must be one of: ${values.map(String).join(', ')}`)
        : one('non è di un tipo previsto', 'is of no kind expected')
    case 'invalid_type': {
      const kind = KINDS[expected ?? '']
      return kind ? one(`deve essere ${kind.it}`, `must be ${kind.en}`) : one('non è del tipo giusto', 'is not of the right kind')
    }
    case 'invalid_format':
      return one('non ha la forma prevista', 'does not have the form expected')
    default:
      return one('non è valido', message)
  }
}
