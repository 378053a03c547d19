import { expect, it } from 'vitest'
import type { EntryItem } from '@telaio/shared/view'
import { hrefOf, readRoute } from '../shell/route.ts'
import { moved } from './choose-manifesto.tsx'
import { around } from './doubtful-words.tsx'
import { entriesToPublish } from './entries-to-publish.ts'

const entry = (id: string, block: string, position: number, more: Partial<EntryItem> = {}): EntryItem => ({
  id,
  block,
  text: id,
  position,
  compiled: false,
  draft: false,
  withheld: false,
  rev: 1,
  sources: [],
  ...more,
})

it('publishes the first five of each block in their order, or all, and never what waits for new words', () => {
  const entries = [
    ...[7, 6, 5, 4, 3, 2, 1].map((n) => entry(`b1-${n}`, 'B1', n)),
    entry('withheld', 'B2', 1, { withheld: true, text: '' }),
    entry('blank', 'B2', 2, { text: ' ' }),
    entry('b2-3', 'B2', 3),
  ]
  expect(entriesToPublish(entries, 'first').toSorted()).toEqual(['b1-1', 'b1-2', 'b1-3', 'b1-4', 'b1-5', 'b2-3'])
  expect(entriesToPublish(entries, 'all')).toHaveLength(8)
})

it('has an address of its own', () => {
  const href = hrefOf('lab_1', { room: 'documents' })
  expect(readRoute(href)).toEqual({ page: 'lab', lab: 'lab_1', place: { room: 'documents' } })
})

it('moves a statement up and down, and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'z', 1)).toEqual(['a', 'b'])
})

it('[DOC19] shows a word that may be a name where it stands alone, with the words around it', () => {
  expect(around('Il rosario di Rosa, oggi', 'Rosa')).toEqual(['Il rosario di ', 'Rosa', ', oggi'])
  const [before, word, after] = around(`${'x '.repeat(60)}Rosa${' y'.repeat(60)}`, 'Rosa')
  expect([before.length, word, after.length]).toEqual([61, 'Rosa', 61])
})
