import { expect, it } from 'vitest'
import type { Lab } from '../lab/index.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { choicesFor, type Content, documentsOf, missingIn, sayWord } from './index.ts'

const contentOf = (lab: Lab): Content => documentsOf(lab, { language: 'it', names: [], methods: [], link: null })

it('[DOC20] says what poster and manifesto show and could show, and what was chosen but is too long', () => {
  const lab = new SmallLab().start(1, 'mixed')
  const entry = (text: string): string => lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text, sources: [] })['entry'] as string
  const long = entry('x'.repeat(141))
  const first = entry('First that fits')
  const other = entry('Another  one')
  const poster = () => choicesFor(lab.lab, contentOf(lab.lab)).poster[0]
  expect(poster()).toEqual({
    block: 'B1',
    title: 'B1',
    shown: first,
    chosen: false,
    entries: [
      { id: long, text: 'x'.repeat(141), characters: 141, fits: false },
      { id: first, text: 'First that fits', characters: 15, fits: true },
      { id: other, text: 'Another one', characters: 11, fits: true },
    ],
  })
  lab.do(lab.oscar, { type: 'setDocuments', poster: [other] })
  expect(poster()).toMatchObject({ shown: other, chosen: true })
  lab.do(lab.oscar, { type: 'setDocuments', poster: [long] })
  expect(poster()).toMatchObject({ shown: first, chosen: false })
  expect(missingIn(lab.lab, contentOf(lab.lab))).toContainEqual(
    expect.objectContaining({ code: 'long-for-poster', weight: 'stops', entry: long }),
  )
})

it('words agree with their numbers', () => {
  const facts = (n: number) => ({ people: n, sectors: n, meetings: n, notes: n, dates: '' })
  expect(sayWord('articleLead', 'it', facts(1))).toMatch(/^1 persona di 1 settore ha lavorato insieme in 1 incontro. Ha scritto 1 nota\./)
  expect(sayWord('articleLead', 'en', facts(2))).toMatch(/^2 people from 2 sectors worked together over 2 meetings\. They wrote 2 notes\./)
  expect([1, 3].map((n) => sayWord('sentences', 'it', { n }))).toEqual(['frase pubblicata', 'frasi pubblicate'])
  expect(sayWord('notesWritten', 'en')).toBe('notes written')
})
