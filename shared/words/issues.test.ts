import { describe, expect, it } from 'vitest'
import { commandSchema } from '../lab/index.ts'
import { issueWords } from './issues.ts'

const wordsOf = (body: object) => {
  const read = commandSchema('contribute').safeParse({
    id: 'i'.repeat(32),
    type: 'contribute',
    meeting: 1,
    zone: 'C1.2',
    answer: { type: 'cards', text: 'x' },
    ...body,
  })
  return read.error?.issues.map((issue) => issueWords(issue)) ?? []
}

describe('what a schema found wrong', () => {
  it.each([
    [{ answer: { type: 'cards', text: 'x'.repeat(5000) } }, 'deve avere al massimo 4000 caratteri', 'must have at most 4000 characters'],
    [
      { id: '1' },
      'deve essere un identificativo casuale di almeno 128 bit, per esempio un UUID',
      'must be a random id of at least 128 bits, for instance a UUID',
    ],
    [{ meeting: 99 }, 'al massimo 20', 'at most 20'],
    [{ meeting: 'one' }, 'deve essere un numero', 'must be a number'],
    [{ more: 1 }, 'campi sconosciuti: more', 'unknown fields: more'],
    [{ private: 1 }, 'deve essere vero o falso', 'must be true or false'],
    [{ group: 'q' }, 'deve essere un gruppo come g3, x2-3 o all', 'must be a group such as g3, x2-3 or all'],
    [{ zone: 'nowhere' }, 'non ha la forma prevista', 'does not have the form expected'],
  ])('%o is said in both languages', (body, italian, english) => {
    expect(wordsOf(body)).toContainEqual({ it: italian, en: english })
  })
})
