import { describe, expect, it } from 'vitest'
import type { Waiting } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import { emptyItems, type Items } from '@telaio/shared/view'
import { notesIn, type Pending, sharedElsewhere, stillPrivate, votedOn } from './notes.ts'

const place = { meeting: 1, group: 'x2-1', zone: 'C1.2' }
const note = (id: string, more: object = {}) => ({
  id,
  ...place,
  block: 'silent',
  lane: null,
  answer: { type: 'cards', text: id },
  at: `2026-09-29T16:00:0${id.at(-1)}.000Z`,
  editedAt: null,
  late: false,
  shared: false,
  anonymous: false,
  derivedFrom: null,
  ...more,
})
const view = (more: Partial<Record<keyof Items, object>>): Items => ({ ...emptyItems(), ...more }) as Items
const none: Pending = { waiting: [], settling: [] }
let order = 0
const waits = (command: object): Waiting => ({
  id: (command as { id: string }).id,
  lab: 'lab',
  order: ++order,
  command: command as CommandInput,
})
const written = (id: string, more: object = {}) => ({
  id,
  type: 'contribute',
  ...place,
  block: 'silent',
  answer: { type: 'cards', text: id },
  writtenAt: '2026-09-29T16:01:00.000Z',
  ...more,
})

describe('the notes of a place', () => {
  it('[NT1] mine and the group’s, in the order in which they were written, named where the name may be known', () => {
    const items = view({
      notes: { con_2: note('con_2'), con_3: note('con_3') },
      mine: { con_1: { ...note('con_1'), private: true }, con_3: { ...note('con_3'), private: false } },
      groupAuthors: { con_2: { person: 'per_b' } },
      companions: { 'g:per_b': { person: 'per_b', group: 'm1/x2-1', name: 'Bruno', sector: 'culture', profession: '' } },
    })
    expect(notesIn(items, none, place).map(({ id, mine, private: unseen, author }) => [id, mine, unseen, author?.name])).toEqual([
      ['con_1', true, true, undefined],
      ['con_2', false, false, 'Bruno'],
      ['con_3', true, false, undefined],
    ])
  })

  it('[NT2] what waits for the line is shown at once, in its own place, once', () => {
    const pending: Pending = { waiting: [waits(written('cmd_1')), waits(written('cmd_2', { group: 'all' }))], settling: [] }
    expect(notesIn(view({}), pending, place)).toMatchObject([{ id: 'cmd_1', state: 'waiting', mine: true }])
    const answered: Pending = { waiting: [], settling: [{ waiting: waits(written('cmd_1')), answer: { seq: 7, contribution: 'con_1' } }] }
    expect(notesIn(view({}), answered, place)).toMatchObject([{ id: 'cmd_1', state: 'there' }])
    expect(notesIn(view({ mine: { con_1: { ...note('con_1'), private: false } } }), answered, place)).toMatchObject([{ id: 'con_1' }])
    // answered, and for a moment still in the outbox
    const both = { waiting: [waits(written('cmd_1'))], settling: answered.settling }
    expect(notesIn(view({}), both, place)).toMatchObject([{ id: 'cmd_1', state: 'there' }])
    expect(notesIn(view({ mine: { con_1: { ...note('con_1'), private: false } } }), both, place)).toMatchObject([{ id: 'con_1' }])
  })

  it('[NT3] corrections, withdrawals and revelations under way are shown as done', () => {
    const items = view({ mine: { con_1: { ...note('con_1'), private: true }, con_2: { ...note('con_2'), private: false } } })
    const pending: Pending = {
      waiting: [
        waits({ id: 'a', type: 'editContribution', contribution: 'con_1', answer: { type: 'cards', text: 'meglio' } }),
        waits({ id: 'b', type: 'revealNotes', meeting: 1, contributions: ['con_1'] }),
        waits({ id: 'c', type: 'withdrawContribution', contribution: 'con_2' }),
      ],
      settling: [],
    }
    expect(notesIn(items, pending, place)).toMatchObject([{ id: 'con_1', answer: { text: 'meglio' }, private: false, state: 'changing' }])
  })

  it('[NT3] a refused command changes nothing that is shown', () => {
    const refused = { ...waits(written('cmd_1')), refused: { code: 'not_in_group', detail: '' } }
    expect(notesIn(view({}), { waiting: [refused], settling: [] }, place)).toEqual([])
  })

  it('[NT4] ballots are not notes; reasons that were revealed are', () => {
    const items = view({
      mine: { con_1: { ...note('con_1', { answer: { type: 'votes', dots: {} } }), private: true } },
      notes: { con_2: note('con_2', { answer: { type: 'consent', choice: 'objection', reason: 'no' } }) },
    })
    expect(notesIn(items, none, place).map(({ id }) => id)).toEqual(['con_2'])
  })

  it('[NT5] private notes are counted without mine; other groups’ only when shown to all', () => {
    const items = view({
      unrevealed: { 'm1/x2-1/C1.2': { ...place, count: 3 } },
      mine: { con_1: { ...note('con_1'), private: true } },
      notes: { con_2: note('con_2', { group: 'x2-2', shared: true }), con_3: note('con_3', { group: 'x2-2' }) },
    })
    expect(stillPrivate(items, place)).toBe(2)
    expect(sharedElsewhere(items, place).map(({ id }) => id)).toEqual(['con_2'])
  })
})

describe('what a ballot is about', () => {
  const items = view({
    notes: { n1: note('n1'), n2: note('n2', { zone: 'C1.3' }), n3: note('n3', { group: 'x2-2' }) },
    mine: { n4: note('n4'), n5: note('n5', { private: true }) },
  })
  const ids = (zone: object) => votedOn(items, zone, 'C1.2').map(({ id }) => id)

  it('[VT6] is every note of its zone that I can read, one group’s, or those that were chosen', () => {
    expect(ids({})).toEqual(['n1', 'n3', 'n4'])
    expect(ids({ voters: 'm1/x2-2' })).toEqual(['n3'])
    expect(ids({ voteNotes: ['n2', 'n4', 'n5', 'gone'] })).toEqual(['n2', 'n4'])
    expect(ids({ voteNotes: ['n2', 'n3'], voters: 'm1/x2-2' })).toEqual(['n3'])
  })
})
