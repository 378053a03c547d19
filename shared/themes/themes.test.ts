import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameKey } from './duplicates.ts'
import { isEmptyAnswer } from './empty.ts'
import { acceptAbove, acceptInto, refuseFrom } from './hand.ts'
import { languageOf, seen, stemsOf } from './read.ts'
import type { HandTheme, Note } from './note.ts'
import { suggestThemes, type Themes } from './suggest.ts'

const notes = (...texts: string[]): Note[] => texts.map((text, n) => ({ id: `n${n}`, text }))
const WORKSHOP = notes(
  'Più alberi nel viale',
  'Alberi e ombra in piazza',
  'Piantare alberi lungo il fiume',
  'Un corso di teatro per le scuole',
  'Teatro nelle scuole medie',
  'Teatro di strada con gli studenti',
  'Sportello per i bandi',
  'I bandi sono difficili da capire',
  'Aiuto per scrivere i bandi europei',
  'nessuna',
)
const hand = (title: string, ...mine: string[]): HandTheme => ({ id: title, title, notes: mine, refused: [] })
const HAND = [hand('verde', 'n0'), hand('teatro', 'n3'), hand('bandi', 'n6')]
const groupsOf = ({ best }: Themes): string[] => {
  const groups = new Map<string, string[]>()
  for (const [note, theme] of best) groups.set(theme, [...(groups.get(theme) ?? []), note])
  return [...groups.values()].map((group) => group.sort().join(' ')).sort()
}

/** Whatever people paste into a note. */
const anyText = fc.oneof(
  fc.constantFrom(
    '-',
    '',
    '🌳🌳',
    'مزيد من الأشجار في الحديقة',
    '<p>Più <b>alberi</b> &amp; ombra</p>',
    'a'.repeat(10_000),
    'parola '.repeat(1500),
    '+1',
    'il la lo',
    '3 > 2 & 1 < 2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('alberi', 'bus', 'scuola', 'di', 'the', 'theatre', 'e', 'bandi', 'piazza', '!'), { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ')),
)
const anyNotes = fc.array(anyText, { maxLength: 25 }).map((texts) => notes(...texts))

describe('reading notes', () => {
  it.each([
    'Nessuna',
    'nessuna.',
    '-',
    '...',
    'non so',
    'Non saprei!',
    'xxx',
    'n/a',
    'N.A.',
    'boh',
    'Nessun commento',
    '',
    '  ',
    '+1',
    'no comment',
    "I don't know",
    '😀',
    'niente da aggiungere',
    '__',
    'bla bla',
  ])('[TH2] “%s” says nothing', (text) => expect(isEmptyAnswer(text)).toBe(true))

  it.each(['Nessuna panchina in piazza', 'Non so dove buttare il vetro', 'Wi-Fi', 'More trees!', 'Orti', '5G', 'أشجار', 'AI'])(
    '[TH2] “%s” says something',
    (text) => expect(isEmptyAnswer(text)).toBe(false),
  )

  it('[TH3] knows the same words by case, signs, spaces, emoji and accents typed as apostrophes', () => {
    for (const [one, other] of [
      ['Perché no?', "perche' no"],
      ['PIÙ  alberi!!', "Piu' alberi 🌳"],
      ['Caffè, tè', 'caffe tè'],
      ['l’orto', "L'ORTO"],
    ] as const)
      expect(sameKey(one)).toBe(sameKey(other))
    expect(sameKey('3 alberi')).not.toBe(sameKey('30 alberi'))
    expect(sameKey('con alberi')).not.toBe(sameKey('senza alberi'))
  })

  it('[TH4] reads what a reader sees, in the language of each note', () => {
    expect(seen('<p>Più&nbsp;alberi</p><p>e ombra</p>')).toBe('Più alberi e ombra')
    expect(seen('3 < 5 e 7 > 2')).toBe('3 < 5 e 7 > 2')
    expect(stemsOf('le biblioteche', 'it')).toEqual(stemsOf('una biblioteca', 'it'))
    expect(stemsOf('the libraries', 'en')).toEqual(stemsOf('library', 'en'))
    expect(languageOf('Più panchine nella piazza della scuola', 'en')).toBe('it')
    expect(languageOf('More benches in front of the school', 'it')).toBe('en')
  })
})

describe('suggested themes', () => {
  it('[TH1] account for every note once: in its best theme or among those that say nothing', () => {
    fc.assert(
      fc.property(anyNotes, fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }), (given, count) => {
        const found = suggestThemes(given, [], count === undefined ? {} : { count })
        expect([...found.best.keys(), ...found.empty].sort()).toEqual(given.map(({ id }) => id).sort())
        const listed = found.themes.flatMap(({ id, notes: mine }) => mine.map((note) => `${id} ${note}`))
        expect(new Set(listed).size).toBe(listed.length)
        for (const [note, theme] of found.best) expect(listed).toContain(`${theme} ${note}`)
        for (const { notes: mine, title } of found.themes) expect([mine.length > 0, title.length > 0]).toEqual([true, true])
        if (count !== undefined) expect(found.themes.length).toBeLessThanOrEqual(count)
      }),
      { numRuns: 60 },
    )
  })

  it('[TH5] are the same in whatever order the notes are given', () => {
    fc.assert(
      fc.property(anyNotes, fc.infiniteStream(fc.nat()), (given, keys) => {
        // one text a note: which of two equal notes comes first is the giver's order
        const different = given.filter(({ text }, n) => given.findIndex((other) => sameKey(seen(other.text)) === sameKey(seen(text))) === n)
        const shuffled = different.map((note) => ({ note, key: keys.next().value })).sort((one, other) => one.key - other.key)
        const [one, other] = [
          suggestThemes(different, [], { count: 3 }),
          suggestThemes(
            shuffled.map(({ note }) => note),
            [],
            { count: 3 },
          ),
        ]
        expect(groupsOf(other)).toEqual(groupsOf(one))
        expect(other.themes.map(({ title }) => title).sort()).toEqual(one.themes.map(({ title }) => title).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('[TH6] are as many as asked for, as far as different notes go, with titles and words of their own notes', () => {
    const { themes } = suggestThemes(WORKSHOP, [], { count: 3, language: 'it' })
    expect(themes.map(({ id }) => id).sort()).toEqual(['t1', 't2', 't3'])
    for (const { title, words, notes: mine } of themes) {
      const texts = WORKSHOP.filter(({ id }) => mine.includes(id)).map(({ text }) => text)
      expect(texts.some((text) => text.startsWith(title.replace(/…$/, '')))).toBe(true)
      for (const word of words) expect(texts.join(' ').toLowerCase()).toContain(word)
    }
    expect(suggestThemes(WORKSHOP, [], { count: 50 }).themes).toHaveLength(9)
    expect(suggestThemes([]).themes).toEqual([])
  })

  it('[TH3] fold duplicates as suggestions, and leave them in one theme', () => {
    const given = [
      ...WORKSHOP,
      { id: 'again', text: 'PIU’ ALBERI NEL VIALE!' },
      { id: 'nearly', text: 'Piantare gli alberi lungo il fiume' },
    ]
    const { same, near, best } = suggestThemes(given, [], { count: 3 })
    expect(same).toEqual([['n0', 'again']])
    expect(near.map((group) => [...group].sort())).toEqual([['n2', 'nearly']])
    expect([best.get('again'), best.get('nearly')]).toEqual([best.get('n0'), best.get('n2')])
  })

  it('[TH9] list a note in both themes of which it speaks', () => {
    const two = { id: 'two', text: 'Piantare alberi lungo il viale. Sportello di aiuto per scrivere i bandi europei' }
    const filled = Array.from({ length: 6 }, (_, n) => [
      { id: `a${n}`, text: `Piantare alberi lungo viale ${n}` },
      { id: `b${n}`, text: `Sportello aiuto per bandi europei ${n}` },
    ]).flat()
    const { themes } = suggestThemes([...filled, two], [hand('verde', 'a0', 'a1', 'a2'), hand('bandi', 'b0', 'b1', 'b2')])
    expect(themes.map(({ notes: mine }) => mine.includes('two'))).toEqual([true, true])
    expect(themes.map(({ notes: mine }) => mine.includes('a5'))).toEqual([true, false])
  })
})

describe('learning from the hand', () => {
  it('[TH7] suggests the rest theme by theme, surest first, with the words that speak for it', () => {
    const { best, suggestions, themes } = suggestThemes(WORKSHOP, HAND)
    expect([...'012'].map((n) => best.get(`n${n}`))).toEqual(['verde', 'verde', 'verde'])
    expect([...'345'].map((n) => best.get(`n${n}`))).toEqual(['teatro', 'teatro', 'teatro'])
    expect([...'678'].map((n) => best.get(`n${n}`))).toEqual(['bandi', 'bandi', 'bandi'])
    expect(themes.map(({ title }) => title)).toEqual(['verde', 'teatro', 'bandi'])
    expect(suggestions.map(({ score }) => score)).toEqual(suggestions.map(({ score }) => score).toSorted((one, other) => other - one))
    expect(suggestions.find(({ note }) => note === 'n5')?.words).toContain('teatro')
    expect(suggestions.map(({ note }) => note)).not.toContain('n0')
  })

  it('[TH8] leaves what is fixed where it is, whatever it is', () => {
    fc.assert(
      fc.property(anyNotes, fc.array(fc.nat({ max: 3 }), { minLength: 25, maxLength: 25 }), (given, choices) => {
        const themes = [0, 1, 2].map((n) => hand(`h${n}`, ...given.filter((_, place) => choices[place] === n).map(({ id }) => id)))
        const found = suggestThemes(given, themes)
        for (const { id, notes: mine } of themes)
          for (const note of mine)
            expect([found.best.get(note), found.themes.find((theme) => theme.id === id)?.notes.includes(note)]).toEqual([id, true])
        expect([...found.best.keys(), ...found.empty].sort()).toEqual(given.map(({ id }) => id).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('[TH8] accepts, refuses and accepts above a line as edits; a refused suggestion is not made again', () => {
    const { suggestions } = suggestThemes(WORKSHOP, HAND)
    const first = suggestions.find(({ theme }) => theme === 'verde')
    const accepted = acceptInto(HAND, 'verde', first?.note ?? '')
    expect(accepted[0]?.notes).toEqual(['n0', first?.note])
    expect(HAND[0]?.notes).toEqual(['n0'])
    const refused = refuseFrom(HAND, 'verde', 'n1')
    expect(suggestThemes(WORKSHOP, refused).best.get('n1')).not.toBe('verde')
    expect(acceptInto(refused, 'verde', 'n1')[0]).toEqual({ ...hand('verde', 'n0', 'n1') })
    const all = acceptAbove(HAND, 'teatro', suggestions, 0)
    expect([...(all[1]?.notes ?? [])].sort()).toEqual(['n3', 'n4', 'n5'])
    expect(acceptAbove(HAND, 'teatro', suggestions, 1.01)).toEqual(HAND)
  })

  it('[TH10] keeps themes and their notes when notes are added to what was found before', () => {
    const before = suggestThemes(WORKSHOP, [], { count: 3 })
    const kept = before.themes.map(({ id, title, notes: mine }) => ({ id, title, notes: mine, refused: [] }))
    const after = suggestThemes([...WORKSHOP, { id: 'new', text: 'Alberi lungo il viale' }], kept)
    for (const [note, theme] of before.best) expect(after.best.get(note)).toBe(theme)
    expect(after.themes.map(({ id }) => id).sort()).toEqual(before.themes.map(({ id }) => id).sort())
    expect(after.best.get('new')).toBe(before.best.get('n0'))
  })

  it('[TH6] looks for new themes beside those of the hand when more are asked for', () => {
    const { themes, best } = suggestThemes(WORKSHOP, HAND.slice(0, 2), { count: 3 })
    expect(themes.map(({ id }) => id)).toEqual(['verde', 'teatro', 't1'])
    expect(best.get('n7')).toBe('t1')
  })

  it('[TH11] mixes a model’s vectors in, says what only it suggests, and accepts none of that in bulk', () => {
    const vectors = new Map(WORKSHOP.map(({ id }, n) => [id, n % 2 === 0 ? [1, 0] : [0, 1]]))
    const halves = [hand('even', 'n0', 'n2', 'n4'), hand('odd', 'n1', 'n3', 'n5')]
    const { suggestions, best } = suggestThemes(WORKSHOP, halves, { vectors })
    expect([best.get('n6'), best.get('n8'), best.get('n7')]).toEqual(['even', 'even', 'odd'])
    const alone = suggestThemes(WORKSHOP, halves)
    for (const { note, theme, by, score } of suggestions) {
      const same = alone.suggestions.find((one) => one.note === note && one.theme === theme)
      expect([by, score]).toEqual(same ? ['words', same.score] : ['model', score])
    }
    expect(new Set(suggestions.map(({ by }) => by))).toContain('model')
    const accepted = ['even', 'odd'].reduce((now, theme) => acceptAbove(now, theme, suggestions, 0), halves as readonly HandTheme[])
    for (const { note, theme, by } of suggestions)
      expect(accepted.find(({ id }) => id === theme)?.notes.includes(note)).toBe(by === 'words')
  })

  it('[TH11] judges notes without a vector, and notes in themes that nobody has made, as it can', () => {
    const vectors = new Map([
      ['n0', [1, 0]],
      ['n3', [0, 1]],
      ['n4', [0, 1]],
    ])
    expect(suggestThemes(WORKSHOP, HAND, { vectors }).best.get('n8')).toBe('bandi')
    expect(suggestThemes(WORKSHOP, [], { count: 3, vectors }).suggestions.every(({ by }) => by === 'model')).toBe(true)
  })
})
