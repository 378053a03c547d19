import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Method } from '../kit/index.ts'
import { isUsable, type Lab } from '../lab/index.ts'
import { randomLab, REGISTER_ONLY, steps } from '../testing/random-lab.ts'
import { Scenario } from '../testing/scenario.ts'
import { smallKit } from '../testing/small-kit.ts'
import { SmallLab } from '../testing/small-lab.ts'
import {
  choicesFor,
  type Content,
  documentsOf,
  type DocumentsOptions,
  limits,
  missingIn,
  oneLine,
  PAPER_NAMES,
  paperOf,
  sayDate,
  textsOf,
} from './index.ts'

const contentOf = (lab: Lab, more: Partial<DocumentsOptions> = {}): Content =>
  documentsOf(lab, { language: 'it', names: [], methods: [], link: null, ...more })
const allTexts = (content: Content): string[] => PAPER_NAMES.flatMap((name) => paperOf(name, content).pieces.flatMap(textsOf))

/** A lab with two groups that worked: entries in both blocks. */
function worked(): SmallLab {
  return new SmallLab().start(1, 'mixed')
}
const entry = (lab: SmallLab, block: string, text: string, sources: string[] = []): string =>
  lab.do(lab.oscar, { type: 'addEntry', block, text, sources })['entry'] as string

describe('what documents are made from', () => {
  it('[DOC1] every sentence knows its notes, groups, meetings and sectors, and counts people without naming them', () => {
    const lab = worked()
    const notes = [lab.note(lab.ann, 'C1.2', 'hedges'), lab.note(lab.bob, 'C1.2', 'Hedges')]
    const id = entry(lab, 'B1', 'Hedges matter', notes)
    const [block] = contentOf(lab.lab).blocks
    expect(block?.sentences).toMatchObject([
      {
        id,
        text: 'Hedges matter',
        sources: [
          { note: notes[0], meeting: 1, group: 'Mixed 1', zone: 'C1.2' },
          { note: notes[1], meeting: 1, group: 'Mixed 2', zone: 'C1.2' },
        ],
        evidence: {
          notes: 2,
          people: 2,
          groups: ['Mixed 1', 'Mixed 2'],
          meetings: [1],
          sectors: [
            { sector: 'environment', notes: 1 },
            { sector: 'social', notes: 1 },
          ],
        },
      },
    ])
  })

  it('[DOC1] figures lead from notes to sentences', () => {
    const lab = new SmallLab().start(1, 'silent')
    lab.note(lab.ann, 'C1.2', 'one', { private: false })
    lab.note(lab.bob, 'C1.1', 'about me', { private: false })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.start(2, 'work')
    lab.note(lab.ann, 'C2.3', 'two')
    lab.do(lab.oscar, { type: 'compileCanvas' })
    expect(contentOf(lab.lab).numbers).toEqual({
      participants: 4,
      groups: 2,
      meetings: 2,
      sectors: 2,
      notes: 2,
      triples: 1,
      voted: null,
      sentences: 2,
    })
  })

  it('[DOC2] what was hidden, taken back or redacted is in no document, and is said to be missing', () => {
    const lab = worked()
    const notes = ['secret-one', 'secret-two', 'secret-three', 'shown'].map((text) => lab.note(lab.ann, 'C1.2', text))
    const [first = '', second = '', third = ''] = notes
    lab.do(lab.oscar, { type: 'compileCanvas' })
    lab.do(lab.fay, { type: 'hideContribution', contribution: first })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: second })
    lab.do(lab.oscar, { type: 'redact', contribution: third })
    lab.note(lab.bob, 'C1.2', 'secret-private', { private: true })
    const content = contentOf(lab.lab)
    expect(content.blocks[0]?.sentences.map(({ text }) => text)).toEqual(['shown'])
    expect(JSON.stringify([content, allTexts(content)])).not.toContain('secret')
    expect(
      missingIn(lab.lab, content)
        .map(({ code }) => code)
        .filter((code) => code === 'sources-gone' || code === 'withheld')
        .sort(),
    ).toEqual(['sources-gone', 'sources-gone', 'withheld'])
  })

  it('[DOC3] a name appears only where it was handed over by consent', () => {
    const lab = worked()
    entry(lab, 'B1', 'A sentence', [lab.note(lab.ann, 'C1.2', 'x')])
    expect(allTexts(contentOf(lab.lab)).join(' ')).not.toMatch(/Ann|Bob|Cleo/)
    const named = contentOf(lab.lab, { names: ['Zoe', 'ann'] })
    expect(named.names).toEqual(['ann', 'Zoe'])
    expect(paperOf('manifesto', named).pieces).toContainEqual(expect.objectContaining({ kind: 'signatures', names: ['ann', 'Zoe'] }))
  })
})

describe('rules of composition', () => {
  it('[DOC4] the map’s sheet shows five of a block, none too long; the rest waits in the appendix', () => {
    const lab = worked()
    const long = 'parola '.repeat(60)
    entry(lab, 'B1', long)
    for (let i = 0; i < 7; i++) entry(lab, 'B1', `Sentence ${i}`)
    const [block] = contentOf(lab.lab).blocks
    expect(block?.sentences.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((i) => `Sentence ${i}`))
    expect(block?.more.map(({ text }) => text)).toEqual([long, 'Sentence 5', 'Sentence 6'])
    const codes = missingIn(lab.lab, contentOf(lab.lab)).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['no-source', 'long-for-map', 'too-many']))
  })

  it('[DOC5] the poster has one sentence a block: the chosen one, else the first that is short enough', () => {
    const lab = worked()
    entry(lab, 'B1', 'x'.repeat(141))
    entry(lab, 'B1', 'First that fits')
    const chosen = entry(lab, 'B1', 'Chosen')
    entry(lab, 'B2', 'y'.repeat(141))
    expect(contentOf(lab.lab).poster.map(({ text }) => text)).toEqual(['First that fits'])
    lab.do(lab.oscar, { type: 'setDocuments', poster: [chosen] })
    const content = contentOf(lab.lab)
    expect(content.poster.map(({ text, block }) => [block, text])).toEqual([['B1', 'Chosen']])
    expect(missingIn(lab.lab, content)).toContainEqual(
      expect.objectContaining({ code: 'no-poster-sentence', weight: 'stops', block: 'B2' }),
    )
  })

  it('[DOC6] the manifesto keeps ten statements at most, those with more notes first, and the consent round as counts', () => {
    const kit = structuredClone(smallKit)
    const [, second] = kit.meetings
    second?.canvas.zones.push(
      {
        ...(second.canvas.zones[0] as (typeof second.canvas.zones)[number]),
        id: 'C2.7',
        answer: { type: 'cards' },
        leadsTo: [{ to: 'manifesto' }],
      },
      {
        ...(second.canvas.zones[0] as (typeof second.canvas.zones)[number]),
        id: 'C2.8',
        answer: { type: 'consent', on: 'C2.7' },
        leadsTo: [{ to: 'manifesto' }],
      },
    )
    second?.agenda[1]?.zones.push('C2.7', 'C2.8')
    const lab = new Scenario(kit)
    const [ann = '', bob = '', cleo = ''] = lab.people(
      ['Ann', ['participant'], 'social'],
      ['Bob', ['participant'], 'environment'],
      ['Cleo', ['participant'], 'environment'],
    )
    lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
    lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: 'close' })
    const write = (from: string, text: string) =>
      lab.do(from, { type: 'contribute', meeting: 2, zone: 'C2.7', answer: { type: 'cards', text } })['contribution'] as string
    for (let i = 0; i < 11; i++) write(ann, `We commit to ${i}`)
    write(bob, 'we  commit to 10')
    const { statements, beyond, adoption } = contentOf(lab.lab).manifesto
    expect(statements.map(({ text }) => text)).toEqual(['We commit to 10', ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => `We commit to ${i}`)])
    expect(statements[0]?.evidence).toMatchObject({ notes: 2, people: 2 })
    expect([beyond, adoption]).toEqual([1, null])
    for (const [from, choice] of [
      [ann, 'agree'],
      [bob, 'objection'],
      [cleo, 'agree'],
    ] as const)
      lab.do(from, { type: 'contribute', meeting: 2, zone: 'C2.8', answer: { type: 'consent', choice } })
    expect(contentOf(lab.lab).manifesto.adoption).toBeNull()
    lab.do(lab.organiser, { type: 'revealNotes', meeting: 2, zone: 'C2.8' })
    expect(contentOf(lab.lab).manifesto.adoption).toEqual({ agree: 2, canLiveWith: 0, objection: 1 })
    const last = [...lab.lab.contributions.values()].find(({ answer }) => answer.type === 'cards' && answer.text === 'We commit to 3')
    lab.do(lab.organiser, { type: 'setDocuments', manifesto: [last?.id ?? ''] })
    expect(contentOf(lab.lab).manifesto.statements.map(({ text }) => text)).toEqual(['We commit to 3'])
    const choices = choicesFor(lab.lab, contentOf(lab.lab)).manifesto
    expect(choices).toMatchObject({ chosen: true, least: 7, most: 10 })
    expect(choices.statements.map(({ shown }) => shown)).toEqual([true, ...Array.from({ length: 10 }, () => false)])
    expect(choices.statements[1]).toMatchObject({ text: 'We commit to 10', notes: 2 })
  })

  it('[DOC7] the handbook takes triples that the canvas took up, as when – try – what worked', () => {
    const lab = new SmallLab().start(2, 'work')
    lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'Nobody comes', approach: 'We phoned', pointer: 'Phone first' })
    expect(contentOf(lab.lab).advice).toEqual([])
    lab.do(lab.oscar, { type: 'compileCanvas' })
    expect(contentOf(lab.lab).advice).toMatchObject([
      {
        theme: 'Two',
        parts: [
          { label: 'Quando', text: 'Nobody comes' },
          { label: 'Prova così', text: 'Phone first' },
          { label: 'Che cosa ha funzionato', text: 'We phoned' },
        ],
        evidence: { notes: 1 },
      },
    ])
  })

  it('[DOC24] a chapter of several pages begins on a page of its own, and so does what follows it; short ones go on', () => {
    const chapters = (letters: number): (boolean | undefined)[] => {
      const lab = worked()
      const said = Array.from({ length: letters / 250 }, (_one, i) => `${'hedges '.repeat(35)}${i}`)
      for (const text of said) entry(lab, 'B1', text)
      entry(lab, 'B2', 'One more')
      return paperOf('map', contentOf(lab.lab)).pieces.flatMap((piece) =>
        piece.kind === 'heading' && piece.level <= 3 ? [piece.onNewPage] : [],
      )
    }
    // both blocks, the appendix with the first block’s, who made it
    expect(chapters(2500).slice(-3)).toEqual([true, undefined, undefined])
    expect(chapters(10_000).slice(-3)).toEqual([true, undefined, true])
  })

  it('[DOC7] the dossier has the agenda as it was held', () => {
    const lab = worked()
    lab.pass(12 * 60_000)
    lab.start(1, 'vote')
    lab.do(lab.fay, {
      type: 'markAttendance',
      meeting: 1,
      marks: [
        { person: lab.ann, state: 'present' },
        { person: lab.bob, state: 'absent' },
      ],
    })
    const [first, second] = contentOf(lab.lab).meetings
    expect(first?.agenda.map(({ planned, held }) => [planned, held])).toEqual([
      [5, null],
      [10, 12],
      [5, null],
    ])
    expect(first?.attendance).toEqual({ present: 1, late: 0, left: 0, absent: 1, unmarked: 2 })
    expect(second?.held).toBe(false)
  })

  it('[DOC7] methods carry their credit and the meetings they were used in', () => {
    const kit = structuredClone(smallKit)
    for (const meeting of kit.meetings) for (const block of meeting.agenda.slice(0, 1)) block.method = 'rounds'
    const method = {
      id: 'rounds',
      title: { it: 'Giri', en: 'Rounds' },
      summary: { it: 'A turno', en: 'In turn' },
      credit: { it: 'Di tutti', en: 'All’s' },
      licence: 'CC0-1.0',
    } as Method
    expect(contentOf(new Scenario(kit).lab, { methods: [method], language: 'en' }).methods).toMatchObject([
      { title: 'Rounds', credit: 'All’s', licence: 'CC0-1.0', meetings: [1, 2] },
    ])
  })

  it('says dates in words, the same everywhere', () => {
    expect([sayDate('2021-09-29', 'it'), sayDate('2021-09-29T10:00:00.000Z', 'en')]).toEqual(['29 settembre 2021', '29 September 2021'])
  })
})

describe('for any lab', () => {
  it('[DOC1] [DOC2] the map holds every printable entry once, with its count; limits hold; nothing of the register, nothing unusable', () => {
    fc.assert(
      fc.property(steps(60), (todo) => {
        const { lab } = randomLab(todo)
        const content = contentOf(lab.lab)
        const map = paperOf('map', content).pieces.filter((piece) => piece.kind === 'sentence')
        const expected = [...lab.lab.entries.values()].filter(
          ({ withheld, sources, text }) =>
            !withheld &&
            (sources.length === 0 ||
              sources.some((id) => {
                const note = lab.lab.contributions.get(id)
                return note && isUsable(note)
              })) &&
            /\S/.test(text),
        )
        for (const { id, text, sources } of expected) {
          const found = map.filter((piece) => piece.id === id)
          expect(found.map((piece) => piece.text)).toEqual([oneLine(text)])
          const notes = sources.filter((source) => {
            const note = lab.lab.contributions.get(source)
            return note && isUsable(note) && note.answer.type !== 'person' && !['votes', 'rating', 'consent'].includes(note.answer.type)
          }).length
          expect(found[0]?.note).toMatch(notes === 0 ? /senza fonte/ : new RegExp(`^${notes} not[ae]`))
        }
        for (const { sentences } of content.blocks) {
          expect(sentences.length).toBeLessThanOrEqual(limits.map.items)
          for (const { text } of sentences) expect(oneLine(text).length).toBeLessThanOrEqual(limits.map.characters)
        }
        expect(content.poster.length).toBeLessThanOrEqual(limits.poster.sentences)
        for (const { text } of content.poster) expect(oneLine(text).length).toBeLessThanOrEqual(limits.poster.characters)
        expect(content.manifesto.statements.length).toBeLessThanOrEqual(limits.manifesto.most)

        const all = JSON.stringify([content, ...PAPER_NAMES.map((name) => paperOf(name, content))])
        expect(all).not.toContain(REGISTER_ONLY)
        expect(JSON.stringify(contentOf(lab.lab))).toBe(JSON.stringify(content))
        for (const { words } of missingIn(lab.lab, content)) expect(words.it !== '' && words.en !== '').toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
