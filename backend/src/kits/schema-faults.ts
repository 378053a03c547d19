import type * as core from 'zod/v4/core'

/** Words of the kit's schema, to guess which one was meant. */
const KEYS = [
  'name',
  'version',
  'title',
  'summary',
  'language',
  'licence',
  'credits',
  'assumes',
  'minutes',
  'people',
  'projectGroups',
  'sectors',
  'id',
  'thread',
  'blocks',
  'question',
  'number',
  'purpose',
  'canvas',
  'zones',
  'agenda',
  'answer',
  'type',
  'columns',
  'options',
  'dots',
  'on',
  'criteria',
  'lanes',
  'from',
  'mayBeAnonymous',
  'expected',
  'atMost',
  'leadsTo',
  'to',
  'zone',
  'block',
  'kind',
  'prompt',
  'steps',
  'example',
  'grouping',
  'groups',
  'moment',
  'size',
  'rooms',
  'writing',
  'method',
  'it',
  'en',
]

/** What the patterns of the schema ask for, by their source. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[a-z][a-z0-9-]{0,39}$': 'write lower-case letters, digits and hyphens, at most 40, a letter first',
  '^C[1-9]\\d?\\.[1-9]\\d?$': 'write a zone such as C2.1',
  '^B[1-9]\\d?$': 'write a block of the final canvas such as B7',
  '^C[1-9]\\d?$': 'write a canvas such as C2',
  '\\S': 'is blank: write the text',
}

const UNIONS: Readonly<Record<string, string>> = {
  type: 'cards, sentence, table, person, term, triple, votes, rating, consent, commitments',
  groups: 'none, project, mixed',
  to: 'zone, block, glossary, directory, catalogue, help-desk, tags, pipeline, poster, map, manifesto, vademecum, value-report, credits, next-opening',
}

const LANGUAGES: Readonly<Record<string, string>> = { it: 'Italian', en: 'English' }

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** What a schema found, said so that whoever wrote the kit can mend it. `value` is what was read. One issue may be several faults. */
export function sayIssue(issue: core.$ZodIssue, value: unknown): { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  const { path } = issue
  const name = String(path.at(-1) ?? '')
  const there = valueAt(value, path)
  const say = (message: string, at: readonly PropertyKey[] = path) => [{ path: at, message }]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.flatMap((key) => {
      const meant = nearest(key)
      return say(`unknown key "${key}": ${meant ? `did you mean "${meant}"?` : 'remove it'}`, [...path, key])
    })
  if (there === undefined && path.length > 0) {
    const language = LANGUAGES[name]
    return say(language ? `the ${language} text ("${name}") is missing: write it` : `"${name}" is missing: add it`)
  }
  const what = path.length > 0 ? `"${name}"` : 'this file'
  switch (issue.code) {
    case 'invalid_type':
      return say(`${what} must be ${article(issue.expected)}, found ${shown(there)}`)
    case 'invalid_value':
      return say(`${what} must be one of ${issue.values.map(String).join(', ')}; found ${shown(there)}`)
    case 'invalid_union': {
      const options = UNIONS[name]
      return say(
        options ? `${what} must be one of ${options}; found ${shown(there)}` : `${what} is of no known form: found ${shown(there)}`,
      )
    }
    case 'invalid_format': {
      const mend = PATTERNS[(issue.pattern ?? '').replace(/^\/|\/\w*$/g, '')]
      return say(mend ? `${what}: ${mend}; found ${shown(there)}` : `${what}: ${issue.message}`)
    }
    case 'too_small':
      return say(
        `${what} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'small' : 'short'}: at least ${issue.minimum}${issue.origin === 'array' ? ' items' : ''}`,
      )
    case 'too_big':
      return say(
        `${what} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'large' : 'long'}: at most ${issue.maximum}${issue.origin === 'array' ? ' items' : ''}`,
      )
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    default:
      return say(`${what}: ${issue.message}`)
  }
}

const article = (expected: string): string =>
  ({
    string: 'a text',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map of keys and values',
  })[expected] ?? expected

/** The known key that a mistyped one comes nearest to; null where none is near. */
function nearest(key: string): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(key.length / 3)) + 1
  for (const known of KEYS) {
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
