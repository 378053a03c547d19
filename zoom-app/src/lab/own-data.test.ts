import type { RegisterAnswer } from '@telaio/shared/api'
import { emptyItems, type Items, type MineItem } from '@telaio/shared/view'
import { expect, it } from 'vitest'
import { ownDataOf } from './own-data.ts'

const row = (person: string): RegisterAnswer['people'][number] => ({
  person,
  name: person,
  email: null,
  organisation: null,
  sector: null,
  profession: '',
  territory: '',
  roles: ['organiser'],
  consents: { name: true, directory: false, credits: false },
  answers: [],
  notes: [{ contribution: 'con_1', zone: 'C1.2', part: 'text', text: 'un posatoio', at: '2026-10-13T15:00:00.000Z' }],
})
const mine = (id: string, anonymous: boolean) =>
  ({ id, anonymous, meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: id }, at: 'then' }) as MineItem

it('[SI17] is one’s own row and no other, with the notes that only this device knows', () => {
  const items = {
    ...emptyItems(),
    me: { me: { person: 'per_me' } },
    lab: { lab: { id: 'lab_1', title: 'Fiume', archived: false } },
    myAttended: { '1|per_me': { meeting: 1, person: 'per_me', stays: [] } },
    mine: { a: mine('a', false), b: mine('b', true) },
  } as unknown as Items
  const own = ownDataOf({ people: [row('per_other'), row('per_me')] }, items, 0)
  expect(own).toEqual({
    lab: { id: 'lab_1', title: 'Fiume' },
    downloadedAt: '1970-01-01T00:00:00.000Z',
    me: row('per_me'),
    attended: [{ meeting: 1, stays: [] }],
    notesWithoutName: [{ id: 'b', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: 'b' }, at: 'then' }],
  })
  expect(JSON.stringify(own)).not.toContain('per_other')
  expect(() => ownDataOf({ people: [row('per_other')] }, items, 0)).toThrow('nobody is in')
})
