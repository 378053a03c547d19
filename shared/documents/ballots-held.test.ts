import { expect, it } from 'vitest'
import { Scenario } from '../testing/scenario.ts'
import { smallKit } from '../testing/small-kit.ts'
import { documentsOf, paperOf, type Piece } from './index.ts'

const both = (text: string) => ({ it: text, en: text })

it('[DOC25] ratings stand in the dossier criterion by criterion, the highest first, as people of its language write numbers', () => {
  const kit = structuredClone(smallKit)
  const [, second] = kit.meetings
  const [like] = second?.canvas.zones ?? []
  if (!second || !like) throw new Error('no zone')
  const criteria = ['useful', 'lively', 'bold'].map((id) => ({ id, title: both(id) }))
  second.canvas.zones.push({ ...like, id: 'C2.9', title: both('Ratings'), answer: { type: 'rating', criteria, on: 'C2.1' }, leadsTo: [] })
  second.agenda[1]?.zones.push('C2.1', 'C2.9')
  const lab = new Scenario(kit)
  const people = lab.people(...['Ann', 'Bob', 'Cleo'].map((name) => [name, ['participant'], 'social'] as [string, ['participant'], string]))
  lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
  lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: second.agenda[1]?.id ?? '' })
  const send = (from: string, zone: string, answer: object): string =>
    lab.do(from, { type: 'contribute', meeting: 2, zone, answer: answer as never })['contribution'] as string
  const [dim, bright] = ['Dim', 'Bright'].map((text, i) => send(people[i] ?? '', 'C2.1', { type: 'sentence', text })) as [string, string]
  for (const [i, from] of people.entries())
    send(from, 'C2.9', { type: 'rating', scores: { [dim]: { useful: 1, lively: 2 + (i % 2) }, [bright]: { useful: 4, lively: 5 } } })
  lab.do(lab.organiser, { type: 'revealNotes', meeting: 2, zone: 'C2.9' })
  const held = (language: 'it' | 'en'): Piece | undefined =>
    paperOf('dossier', documentsOf(lab.lab, { language, names: [], methods: [], link: null })).pieces.find(
      (piece) => piece.kind === 'table' && piece.caption === 'Ratings',
    )
  expect(held('it')).toMatchObject({
    columns: ['Ratings', 'useful', 'lively', 'bold'],
    rows: [
      ['Bright', '4,0', '5,0', ''],
      ['Dim', '1,0', '2,3', ''],
    ],
  })
  expect(held('en')).toMatchObject({ rows: [['Bright', '4.0', '5.0', ''], expect.arrayContaining(['2.3'])] })
})
