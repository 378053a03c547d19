import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ApiProblem, NoAnswer } from '@telaio/shared/client'
import type { Answered, CommandInput } from '@telaio/shared/lab'
import { answerFrom, faultIn, fieldsFrom, TEXT_MAX, type WrittenType } from './answers.ts'
import { memoryShelf } from './database.ts'
import { draftKey, holdsText } from './draft.ts'
import { openDrafts } from './drafts.ts'
import { MADE_AHEAD, openEditKeys } from './edit-keys.ts'
import { base64url, hashText, sha256 } from './sha256.ts'
import { openWriting } from './writing.ts'

const column = (id: string) => ({ id, title: { it: id, en: id } })
const place = { meeting: 1, group: 'g1', zone: 'C1.2' }

describe('answers', () => {
  const text = fc.string({ maxLength: 60, unit: 'binary' }).filter((one) => /\S/.test(one))
  const kinds: [WrittenType, fc.Arbitrary<Record<string, string>>][] = [
    [{ type: 'cards' }, fc.record({ text })],
    [{ type: 'sentence' }, fc.record({ text })],
    [{ type: 'person' }, fc.record({ text })],
    [{ type: 'table', columns: [column('who'), column('what')] }, fc.record({ who: text, what: text })],
    [{ type: 'term' }, fc.record({ term: text, meaning: text, sector: fc.constantFrom('', 'culture') })],
    [{ type: 'triple' }, fc.record({ difficulty: text, approach: text, pointer: text })],
    [{ type: 'commitments' }, fc.record({ what: text, who: text, by: text })],
    [
      { type: 'consent', on: 'C5.8' },
      fc.record({ choice: fc.constantFrom('agree', 'can-live-with', 'objection'), reason: text, about: fc.constant('') }),
    ],
  ]
  it.each(kinds.map(([type, fields]) => [type.type, type, fields] as const))(
    '[WR1] what is written in a form of %s comes back character for character',
    (_name, type, arbitrary) => {
      fc.assert(
        fc.property(arbitrary, (fields) => {
          expect(faultIn(type, fields)).toBeNull()
          expect(fieldsFrom(answerFrom(type, fields))).toEqual(fields)
        }),
      )
    },
  )

  it('[WR2] nothing is cut in silence: too long is said, with by how much', () => {
    expect(faultIn({ type: 'cards' }, { text: 'x'.repeat(TEXT_MAX + 7) })).toEqual({ field: 'text', because: 'too-long', over: 7 })
    expect(faultIn({ type: 'commitments' }, { what: 'x', by: 'y'.repeat(301) })).toEqual({ field: 'by', because: 'too-long', over: 1 })
  })

  it('[WR2] blank is not sent', () => {
    expect(faultIn({ type: 'cards' }, { text: ' \n' })).toEqual({ field: 'text', because: 'blank' })
    expect(faultIn({ type: 'term' }, { term: '', meaning: 'x' })).toEqual({ field: 'term', because: 'blank' })
    expect(faultIn({ type: 'triple' }, { pointer: 'x' })).toBeNull()
  })
})

describe('hashes', () => {
  it('[WR3] SHA-256 by hand is that of the platform', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(sha256(bytes)).toEqual(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
      }),
    )
  })
  it('[WR3] with or without crypto.subtle the hash is the same, in base64url', async () => {
    const key = base64url(new Uint8Array([251, 255, 254]))
    expect(key).toBe('-__-')
    expect(await hashText(key, null)).toBe(await hashText(key))
  })
})

describe('edit keys', () => {
  it('[WR4] sixteen are made ahead, each is used once, and all stay to be shown', async () => {
    const shelf = memoryShelf()
    const keys = await openEditKeys(shelf.editKeys)
    expect(keys.shown()).toHaveLength(MADE_AHEAD)
    const taken = Array.from({ length: MADE_AHEAD }, () => keys.take())
    expect(new Set(taken).size).toBe(MADE_AHEAD)
    expect(keys.take()).toBeNull()
    expect(await Promise.all(keys.shown().map((key) => hashText(key)))).toEqual(taken)
    const again = await openEditKeys(shelf.editKeys)
    expect(again.shown()).toEqual(expect.arrayContaining([...keys.shown()]))
    expect(again.shown()).toHaveLength(2 * MADE_AHEAD)
    expect(taken).not.toContain(again.take())
  })
})

describe('drafts', () => {
  it('[WR5] survive a reload, with the block in which they were begun', async () => {
    const shelf = memoryShelf()
    const key = draftKey(1, 'g1', 'C1.2')
    const first = await openDrafts(shelf.drafts)
    first.change({ key, ...place, block: 'silent' }, { fields: { text: 'Una' } })
    first.change({ key, ...place, block: 'group' }, { fields: { text: 'Una frase' } })
    await vi.waitFor(async () => expect(await shelf.drafts.all()).toEqual([expect.objectContaining({ fields: { text: 'Una frase' } })]))
    const again = await openDrafts(shelf.drafts)
    expect(again.get(key)).toMatchObject({ fields: { text: 'Una frase' }, block: 'silent' })
    again.drop(key)
    await vi.waitFor(async () => expect(await shelf.drafts.all()).toEqual([]))
  })

  it('[WR5] the last keystrokes survive a page that goes before the database has them, and what was sent does not come back', async () => {
    const shelf = memoryShelf()
    const never = new Promise<void>(() => undefined)
    const [kept, sent] = [draftKey(1, 'g1', 'C1.2'), draftKey(1, 'g1', 'C1.3')]
    await shelf.drafts.put({ key: sent, ...place, block: 'silent', fields: { text: 'già inviata' } })
    const first = await openDrafts({ ...shelf.drafts, put: () => never, delete: () => never })
    first.change({ key: kept, ...place, block: 'silent' }, { fields: { text: 'U' } })
    first.change({ key: kept, ...place, block: 'silent' }, { fields: { text: 'Un' } })
    first.drop(sent)
    first.flush()
    const again = await openDrafts(shelf.drafts)
    expect(Object.values(again.all.value)).toEqual([expect.objectContaining({ key: kept, fields: { text: 'Un' } })])
    expect(shelf.drafts.lastWords.read()).toEqual({})
    expect(await shelf.drafts.all()).toHaveLength(1)
  })

  it('[WR5] a correction holds something only where it differs from what it started from', () => {
    const draft = { key: 'edit:con_1', ...place, block: 'silent', fields: { text: 'a' }, base: { text: 'a' } }
    expect(holdsText(draft)).toBe(false)
    expect(holdsText({ ...draft, fields: { text: '' } })).toBe(true)
  })
})

describe('writing', () => {
  it('[WR14] forgets all that a person has on the device', async () => {
    const shelf = memoryShelf()
    const { writing } = await open(() => new ApiProblem({ status: 503, code: 'stopping', detail: '' }), shelf)
    await writing.send({ type: 'setConsents', consents: { name: true, directory: false, credits: false } })
    writing.drafts.change({ key: draftKey(1, 'g1', 'C1.2'), ...place, block: 'silent' }, { fields: { text: 'Una frase' } })
    await vi.waitFor(async () => expect([(await shelf.waiting.all()).length, (await shelf.drafts.all()).length]).toEqual([1, 1]))
    await writing.forget()
    expect(await Promise.all([shelf.waiting.all(), shelf.drafts.all(), shelf.editKeys.read()])).toEqual([[], [], []])
  })
  const open = async (answer: (command: CommandInput) => Answered | Error, shelf = memoryShelf()) => {
    const sent: CommandInput[] = []
    const waiting: (() => void)[] = []
    const writing = await openWriting({
      lab: 'lab',
      shelf,
      api: {
        send: async (_lab, command) => {
          sent.push(command)
          const given = answer(command)
          if (given instanceof Error) throw given
          return given
        },
      },
      now: () => Date.parse('2026-09-29T16:00:00.000Z'),
      wait: (_attempt, signal) =>
        new Promise((resolve) => {
          waiting.push(resolve)
          signal.addEventListener('abort', () => resolve())
        }),
    })
    return { writing, sent, shelf }
  }

  it('[WR6] a note says where and when it was written; one without author has neither time nor name', async () => {
    const { writing, sent } = await open(() => ({ seq: 1, contribution: 'con_1' }))
    await writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Ciao' }, lane: 'a', private: true })
    await writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Boh' }, anonymous: true })
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      type: 'contribute',
      ...place,
      block: 'silent',
      lane: 'a',
      private: true,
      answer: { type: 'cards', text: 'Ciao' },
      writtenAt: '2026-09-29T16:00:00.000Z',
    })
    expect(sent[1]).toEqual({
      id: expect.any(String),
      type: 'contribute',
      ...place,
      block: 'silent',
      answer: { type: 'cards', text: 'Boh' },
      anonymous: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('[WR7] what the line did not take is there after a reload and is sent once, under the same id', async () => {
    let line: Answered | Error = new NoAnswer()
    const first = await open(() => line)
    await first.writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Ciao' } })
    expect(first.writing.pending.value.waiting).toHaveLength(1)
    first.writing.stop()
    line = { seq: 4, contribution: 'con_1' }
    const again = await open(() => line, first.shelf)
    // not before whoever opened it has it: keys of notes without author go with every command
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(again.sent).toEqual([])
    again.writing.wake()
    await vi.waitFor(() => expect(again.writing.pending.value.waiting).toHaveLength(0))
    expect(again.sent.map((one) => one.id)).toEqual([first.sent[0]?.id])
    expect(await again.shelf.waiting.all()).toEqual([])
  })

  it('[WR8] between its answer and the view that shows it, a note stays in sight', async () => {
    const { writing } = await open(() => ({ seq: 7, contribution: 'con_1' }))
    await writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Ciao' } })
    await vi.waitFor(() => expect(writing.pending.value).toMatchObject({ waiting: [], settling: [{ answer: { contribution: 'con_1' } }] }))
    writing.seen(6)
    expect(writing.pending.value.settling).toHaveLength(1)
    writing.seen(7)
    expect(writing.pending.value.settling).toEqual([])
  })

  it('[WR13] what is sent under a sign-in that no longer holds waits for the next one', async () => {
    let answer: Answered | Error = new ApiProblem({ status: 404, code: 'unknown_lab', detail: '' })
    const { writing, sent } = await open(() => answer)
    await writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Ciao' } })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(writing.refused.value).toEqual([])
    answer = { seq: 3, contribution: 'con_1' }
    await vi.waitFor(() => {
      writing.wake()
      expect(writing.pending.value.waiting).toEqual([])
    })
  })

  it('[WR9] a refused note keeps its text with the reason; what was already so is let go', async () => {
    const refusal = (code: string) => new ApiProblem({ status: 409, code, detail: 'perché' })
    const { writing, shelf } = await open((command) => (command.type === 'contribute' ? refusal('not_in_group') : refusal('nothing_to_do')))
    await writing.write({ place, block: 'silent', answer: { type: 'cards', text: 'Ciao' } })
    await writing.send({ type: 'markDone', meeting: 1, block: 'silent', group: 'g1', done: true })
    await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1))
    expect(writing.refused.value[0]).toMatchObject({
      refused: { code: 'not_in_group', detail: 'perché' },
      command: { answer: { text: 'Ciao' } },
    })
    await vi.waitFor(async () => expect(await shelf.waiting.all()).toHaveLength(1))
  })
})
