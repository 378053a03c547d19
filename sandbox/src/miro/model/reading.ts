import type * as z from 'zod'
import { invalid, type Violation } from './errors.ts'

/** Reads what a client sent as the schema says, or refuses as Miro does, naming every violation. */
export function read<T>(schema: z.ZodType<T>, sent: unknown, at = ''): T {
  const outcome = schema.safeParse(sent, { reportInput: true })
  if (outcome.success) return outcome.data
  throw invalid(...outcome.error.issues.flatMap((issue) => violationsOf(issue, at)))
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Double',
  int: 'Integer',
  boolean: 'Boolean',
  object: 'Object',
  array: 'Array',
}

const pathOf = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((so, key) => (typeof key === 'number' ? `${so}[${key}]` : so === '' ? String(key) : `${so}.${String(key)}`), at)

/** The sentences are those of recorded answers of the live API where there was one. */
function violationsOf(issue: z.core.$ZodIssue, at: string): Violation[] {
  const field = pathOf(at, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: pathOf(field, [key]), message: `Field [${pathOf(field, [key])}] is not supported` }))
    case 'invalid_type': {
      const type = typeNames[issue.expected] ?? issue.expected
      const message =
        issue.input === undefined
          ? `Field [${field}] of type [${type}] is required`
          : `Unexpected type of value, expected of type [${type}]`
      return [{ field, message }]
    }
    case 'invalid_value':
      return [{ field, message: `Unexpected value [${String(issue.input)}], expected one of: [${issue.values.join(', ')}]` }]
    case 'too_big':
      return [{ field, message: `Value must not be greater than ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}` }]
    case 'too_small':
      return [{ field, message: `Value must not be less than ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}` }]
    default:
      return [{ field, message: issue.message }]
  }
}
