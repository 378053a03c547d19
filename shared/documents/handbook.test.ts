import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Zone } from '../kit/index.ts'
import { Scenario } from '../testing/scenario.ts'
import { smallKit } from '../testing/small-kit.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { runOn } from './compose/canvas-papers.ts'
import { widthsOf } from './compose/say.ts'
import { type Content, documentsOf, oneLine, paperOf, type PaperName, type Piece, textsOf } from './index.ts'

const contentOf = (lab: Scenario, language: 'it' | 'en' = 'it'): Content =>
  documentsOf(lab.lab, { language, names: [], methods: [], link: null })
const piecesOf = (content: Content, name: PaperName): readonly Piece[] => paperOf(name, content).pieces

/** A lab whose second meeting asks for this too, with what people answered. */
function asking(answer: Zone['answer'], leadsTo: Zone['leadsTo'], answers: readonly object[]): Scenario {
  const kit = structuredClone(smallKit)
  const [, second] = kit.meetings
  const [like] = second?.canvas.zones ?? []
  if (!second || !like) throw new Error('no zone')
  second.canvas.zones.push({ ...like, id: 'C2.9', title: { it: 'Nuovo', en: 'New' }, answer, leadsTo })
  second.agenda[1]?.zones.push('C2.9')
  const lab = new Scenario(kit)
  const [ann = ''] = lab.people(['Ann', ['participant'], 'social'])
  lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
  lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: second.agenda[1]?.id ?? '' })
  for (const one of answers) lab.do(ann, { type: 'contribute', meeting: 2, zone: 'C2.9', answer: { type: answer.type, ...one } as never })
  return lab
}

it('[DOC23] a label that people wrote again is not said twice, and nothing of theirs is left out', () => {
  expect(
    [
      ['Quando', 'quando piove'],
      ['Quando', 'Piove'],
      ['Quando', 'Quandomai'],
      ['Prova a', 'ad andarci di persona'],
      ['Prova a', 'Andarci'],
      ['Attenzione a', 'al caldo'],
      ['Attenzione a', 'all’erba alta'],
      ['Beware', 'of the dog'],
    ].map(([label = '', text = '']) => Object.values(runOn({ label, text })).join(' | ')),
  ).toEqual([
    'quando | piove',
    'Quando | Piove',
    'Quando | Quandomai',
    'Prova | ad andarci di persona',
    'Prova a | Andarci',
    'Attenzione | al caldo',
    'Attenzione | all’erba alta',
    'Beware | of the dog',
  ])
  const label = fc.constantFrom('Quando', 'Prova a', 'Attenzione a', 'Try')
  fc.assert(
    fc.property(
      label,
      fc.oneof(
        fc.string(),
        fc.tuple(label, fc.string()).map((both) => both.join(' ')),
      ),
      (said, written) => {
        const shown = runOn({ label: said, text: written })
        expect([shown.text, `${shown.label} ${shown.text}`]).toContain(oneLine(written))
      },
    ),
  )
})

it('[DOC23] equal rules are one in the handbook, with their number', () => {
  const lab = asking(
    { type: 'cards' },
    [{ to: 'vademecum' }],
    [{ text: 'Si decide insieme.' }, { text: 'si decide insieme' }, { text: 'Altro' }],
  )
  expect(piecesOf(contentOf(lab), 'vademecum')).toContainEqual({
    kind: 'list',
    words: true,
    items: ['Si decide insieme. (2 note)', 'Altro'],
  })
  expect(piecesOf(contentOf(lab), 'dossier').flatMap(textsOf)).toEqual(expect.arrayContaining(['Si decide insieme.', 'si decide insieme']))
})

it('[DOC23] a word of the glossary stands once, with all its meanings', () => {
  const lab = asking(
    { type: 'term' },
    [{ to: 'glossary' }],
    [
      { term: 'Cura', meaning: 'stare accanto', sector: 'social' },
      { term: 'cura', meaning: 'tornare' },
      { term: 'Cura', meaning: 'Tornare.' },
      { term: 'Rete', meaning: 'corridoi' },
    ],
  )
  const table = piecesOf(contentOf(lab), 'vademecum').find((piece) => piece.kind === 'table' && piece.caption === 'Glossario')
  expect(table).toMatchObject({
    rows: [
      ['Cura', expect.stringMatching(/^1\.\u00A0stare accanto \(\S+\) 2\.\u00A0tornare$/) as string],
      ['Rete', 'corridoi'],
    ],
  })
})

it('[DOC22] organisations stand by their role, in the order in which they are named', () => {
  const lab = new SmallLab()
  lab.do(lab.oscar, { type: 'setDocuments', promoters: ['Zeta', 'Alfa'], supporters: ['Fondazione'], coPromoters: ['Parco'], partners: [] })
  expect(piecesOf(contentOf(lab), 'map').flatMap(textsOf)).toEqual(
    expect.arrayContaining(['Promosso da: Zeta, Alfa.', 'Co-promosso da: Parco.', 'Con il sostegno di: Fondazione.']),
  )
  expect(piecesOf(contentOf(lab, 'en'), 'sheet').flatMap(textsOf).join('|')).toContain(
    'Promoted by|Zeta, Alfa|Co-promoted by|Parco|Supported by|Fondazione',
  )
})

it('[DOC27] a table gives short columns what they need, and shares the rest of the line among long ones', () => {
  const request = 'Ci farebbe comodo avere gli studenti del liceo in alternanza, il giovedì'
  expect(widthsOf(['Da chi', 'A chi', 'Richiesta', 'Risposta'], [['Ambiente', 'Educazione', request, 'Ci provo']])).toEqual([
    12, 13, 63, 12,
  ])
  // all fit: what is left over is shared by the same measure
  expect(widthsOf(['A', 'B'], [['x', 'y']])).toEqual([12, 12])
  const [first = 0, second = 0, third = 0] = widthsOf(['A', 'B', 'C'], [['x'.repeat(300), 'y'.repeat(120), 'z']])
  expect([first >= second, second > 30, third, first + second + third]).toEqual([true, true, 12, 100])
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 9 })
        .chain((n) => fc.array(fc.array(fc.string(), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 5 })),
      ([columns = [], ...rows]) => {
        const widths = widthsOf(columns, rows)
        expect(widths).toHaveLength(columns.length)
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(9)
      },
    ),
  )
})
