import { insertBefore, type Item, lineAt, rewrite, type Spot, spotsOf, without } from './kit-text.ts'

/** A kit's files as texts, by path. */
export type Texts = ReadonlyMap<string, string>

/** One fault made in a kit: the files then, and where and how the check must name it. */
export interface Mutation {
  readonly kind: string
  /** Tells one mutation of a kind from another. */
  readonly place: string
  readonly texts: Texts
  readonly file: string
  /** Null: the whole file is meant. */
  readonly line: number | null
  /** In English, with what to do. */
  readonly says: RegExp
}

const NOWHERE = 'C19.9'
const MEETING = /^meetings\//
type Change = (
  spot: Spot,
  text: string,
  all: readonly Spot[],
) => { readonly text: string | null; readonly at: number; readonly after?: boolean } | null

interface Kind {
  readonly name: string
  readonly says: RegExp
  /** Every place where this fault can be made. */
  readonly places: (kit: Parsed) => Mutation[]
}

interface Parsed {
  readonly texts: Texts
  readonly spots: readonly Spot[]
  readonly items: readonly Item[]
}

const pathIs = (path: readonly (string | number)[], pattern: string): boolean => {
  const parts = pattern.split('.')
  return parts.length === path.length && parts.every((part, i) => part === '*' || part === String(path[i]))
}
const valueOf = (all: readonly Spot[], file: string, path: readonly (string | number)[]): unknown =>
  all.find((one) => one.file === file && one.path.join('.') === path.join('.'))?.value
/** A value beside this one, in the same map. */
const beside = (all: readonly Spot[], { file, path }: Spot, key: string): unknown => valueOf(all, file, [...path.slice(0, -1), key])

/** A kind of fault made at a key: `change` gives the new text and the place in the old one (`after`: the new one) whose line must be named. */
const atKey = (name: string, says: RegExp, where: (spot: Spot, all: readonly Spot[]) => boolean, change: Change): Kind => ({
  name,
  says,
  places: ({ texts, spots }) =>
    spots
      .filter((spot) => where(spot, spots))
      .flatMap((spot) => {
        const text = texts.get(spot.file) ?? ''
        const made = change(spot, text, spots)
        if (!made || made.text === null || made.text === text) return []
        const line = lineAt(made.after ? made.text : text, made.at)
        const place = `${spot.file} ${spot.path.join('.')}`
        return [{ kind: name, place, texts: new Map([...texts, [spot.file, made.text]]), file: spot.file, line, says }]
      }),
})

/** The value at these paths of meetings' files becomes another. */
const valueBecomes = (
  name: string,
  says: RegExp,
  pattern: string,
  value: string | ((spot: Spot, all: readonly Spot[]) => string | null),
): Kind =>
  atKey(
    name,
    says,
    ({ file, path }) => MEETING.test(file) && pathIs(path, pattern),
    (spot, text, all) => {
      const written = typeof value === 'string' ? value : value(spot, all)
      return written === null ? null : { text: rewrite(text, spot, written), at: spot.keyAt }
    },
  )

/** A list item at these paths of meetings' files becomes another. */
const itemBecomes = (name: string, says: RegExp, pattern: string, value: string): Kind => ({
  name,
  says,
  places: ({ texts, items }) =>
    items
      .filter(({ file, path }) => MEETING.test(file) && pathIs(path, pattern))
      .map((item) => {
        const text = texts.get(item.file) ?? ''
        const place = `${item.file} ${item.path.join('.')}`
        const changed = new Map([...texts, [item.file, rewrite(text, item, value)]])
        return { kind: name, place, texts: changed, file: item.file, line: lineAt(text, item.from), says }
      }),
})

const isTranslation = ({ key, value }: Spot): boolean => (key === 'it' || key === 'en') && typeof value === 'string'
const block = (pattern: string) => `agenda.*.${pattern}`
const zone = (pattern: string) => `canvas.zones.*.${pattern}`

/** Takes a key out; the line is that of what must hold it. */
const taken = (name: string, says: RegExp, where: (spot: Spot, all: readonly Spot[]) => boolean): Kind =>
  atKey(name, says, where, (spot, text) => {
    const { file, path } = spot
    const cut = without(text, spot)
    if (cut === null) return null
    // what held it may begin elsewhere now: its first key is the one that was second
    const holder = path.slice(0, -1).join('.')
    const left = spotsOf(file, cut).spots.find((one) => one.path.slice(0, -1).join('.') === holder)
    return left ? { text: cut, at: left.holderAt, after: true } : null
  })

/** Zones of a file that only one block writes in, and that block's list of zones. */
const soleWriter = ({ file, value }: Spot, all: readonly Spot[]): string | null => {
  const lists = all.filter((one) => one.file === file && pathIs(one.path, block('zones'))).map((one) => one.value as string[])
  return (value as string[]).find((id) => lists.filter((list) => list.includes(id)).length === 1) ?? null
}

const KINDS: readonly Kind[] = [
  atKey(
    'a key misspelt',
    /^unknown key "\w+": did you mean "\w+"\?$/,
    ({ key }) => key.length > 4 && key !== 'steps' && key !== 'zones',
    (spot, text) => ({
      text: text.slice(0, spot.keyAt) + spot.key.slice(0, -1) + spot.key.slice(-1).repeat(2) + text.slice(spot.keyAt + spot.key.length),
      at: spot.keyAt,
    }),
  ),
  taken('a translation missing', /^the (Italian|English) text \("(it|en)"\) is missing: write it$/, isTranslation),
  atKey('a translation blank', /"(it|en)": is blank: write the text/, isTranslation, (spot, text) => ({
    text: rewrite(text, spot, '"  "'),
    at: spot.keyAt,
  })),
  atKey('a third language', /^unknown key "fr": remove it$/, isTranslation, (spot, text) => {
    const written = insertBefore(text, spot, 'fr: Bonjour')
    // on a line of its own it takes the place of the key before which it was written
    return written === null ? null : { text: written, at: spot.keyAt }
  }),
  valueBecomes('a zone that leads to no zone', /no meeting has a zone C19\.9\. Write/i, zone('leadsTo.*.zone'), NOWHERE),
  valueBecomes('a zone that leads to no block', /final canvas has no block B99\. Write/, zone('leadsTo.*.block'), 'B99'),
  itemBecomes('a zone that leads to something unknown', /"to" must be one of zone, block, glossary/, zone('leadsTo.*'), '{ to: the-moon }'),
  valueBecomes('a zone that leads to itself', /circle: (C\S+) → \1\. Take/, zone('leadsTo.*.zone'), ({ file, path }, all) =>
    String(valueOf(all, file, [...path.slice(0, 3), 'id'])),
  ),
  {
    name: 'a circle over meetings',
    says: /circle: (C\S+) → .* → \1\. Take/,
    places: ({ texts, spots, items }) =>
      spots
        .filter(({ file, path }) => MEETING.test(file) && pathIs(path, zone('leadsTo.*.zone')))
        .flatMap((lead) => {
          const target = spots.find(({ path, value }) => pathIs(path, zone('id')) && value === lead.value)
          const first =
            target &&
            items.find(({ file, path }) => file === target.file && path.join('.') === `${target.path.slice(0, 3).join('.')}.leadsTo.0`)
          if (!target || !first) return []
          const text = texts.get(first.file) ?? ''
          const own = String(valueOf(spots, lead.file, [...lead.path.slice(0, 3), 'id']))
          const changed = new Map([...texts, [first.file, rewrite(text, first, `{ to: zone, zone: ${own} }`)]])
          const place = `${lead.file} ${lead.path.join('.')}`
          return [{ kind: '', place, texts: changed, file: first.file, line: lineAt(text, first.from), says: /./ }]
        }),
  },
  itemBecomes('a zone that starts from nowhere', /No meeting has a zone C19\.9\. Write/, zone('from.*'), NOWHERE),
  atKey(
    'minutes that do not add up',
    /minutes add up to \d+, the meeting lasts \d+\. Change/,
    ({ file, path }) => MEETING.test(file) && pathIs(path, block('minutes')),
    (spot, text, all) => {
      const agenda = all.find(({ file, path }) => file === spot.file && path.join('.') === 'agenda')
      return agenda ? { text: rewrite(text, spot, String(Number(spot.value) + 1)), at: agenda.keyAt } : null
    },
  ),
  valueBecomes('minutes that are a word', /"minutes" must be a number, found "ten"/, block('minutes'), 'ten'),
  valueBecomes('no minutes', /"minutes" must be at least 1; found 0/, block('minutes'), '0'),
  valueBecomes('a block’s id twice', /“.*” is used twice\. Change/, block('id'), ({ file, path }, all) =>
    path[1] === 0 ? null : String(valueOf(all, file, ['agenda', 0, 'id'])),
  ),
  valueBecomes('a zone’s id twice', /“C.*” is used twice\. Change/, zone('id'), ({ file, path }, all) =>
    path[2] === 0 ? null : String(valueOf(all, file, ['canvas', 'zones', 0, 'id'])),
  ),
  valueBecomes('an id with capitals', /"id": write lower-case letters/, block('id'), 'Our Welcome'),
  valueBecomes('a zone of another canvas', /Zone C19\.1 does not belong to canvas C\d+\. Its id begins/, zone('id'), 'C19.1'),
  valueBecomes('a kind that is none', /"kind" must be one of plenary, framing,.*; found "plenari"/, block('kind'), 'plenari'),
  valueBecomes('an answer of no type', /"type" must be one of cards, sentence,.*; found "crads"/, zone('answer.type'), 'crads'),
  valueBecomes('rooms that are a word', /"rooms" must be true or false, found "maybe"/, block('rooms'), 'maybe'),
  valueBecomes('rooms without groups', /Breakout rooms need groups\. Set/, block('rooms'), (spot, all) =>
    (beside(all, spot, 'grouping') as { groups: string }).groups === 'none' ? 'true' : null,
  ),
  valueBecomes('groups left out', /block of kind \S+ needs its groups: write grouping/, block('grouping'), (spot, all) =>
    String(beside(all, spot, 'kind')).endsWith('-groups') ? '{ groups: none }' : null,
  ),
  valueBecomes('a group of one', /"size" must be at least 2; found 1/, block('grouping.size'), '1'),
  atKey(
    'a group of no size',
    /How many people a mixed group has is missing: add size/,
    ({ file, path }) => MEETING.test(file) && pathIs(path, block('grouping.size')),
    (spot, text) => ({ text: without(text, spot), at: spot.holderAt }),
  ),
  valueBecomes(
    'groups of another size',
    /the groups stay the same.*Write the same number/,
    block('grouping.size'),
    ({ file, path, value }, all) => {
      const moment = valueOf(all, file, [...path.slice(0, -1), 'moment'])
      const earlier = all.some(
        (one) =>
          one.file === file && pathIs(one.path, block('grouping.moment')) && one.value === moment && Number(one.path[1]) < Number(path[1]),
      )
      return earlier ? String(Number(value) + 7) : null
    },
  ),
  valueBecomes('a moment out of order', /9 stands where \d is due\. Correct moment/, block('grouping.moment'), '9'),
  valueBecomes('a method that nobody knows', /“no-such-method” is neither.*Correct the id/, block('method'), 'no-such-method'),
  itemBecomes(
    'a block that writes in no zone of its canvas',
    /Zone C19\.9 is not in this meeting’s canvas.*Write a zone/,
    block('zones.*'),
    NOWHERE,
  ),
  atKey(
    'a zone in which nobody writes',
    /No block of meeting \d+ writes in zone C\S+\. Add/,
    (spot, all) => MEETING.test(spot.file) && pathIs(spot.path, block('zones')) && soleWriter(spot, all) !== null,
    (spot, text, all) => {
      const sole = soleWriter(spot, all)
      const home = all.find(({ file, path, value }) => file === spot.file && pathIs(path, zone('id')) && value === sole)
      if (!home) return null
      const changed = rewrite(text, spot, '[]')
      return { text: changed, at: home.keyAt < spot.from ? home.keyAt : home.keyAt + changed.length - text.length, after: true }
    },
  ),
  taken(
    'a block in which people write without a prompt',
    /People write in this block: add a prompt/,
    (spot, all) =>
      MEETING.test(spot.file) &&
      pathIs(spot.path, block('prompt')) &&
      ((beside(all, spot, 'zones') as unknown[] | undefined)?.length ?? 0) > 0,
  ),
  taken(
    'a zone without its question',
    /^"question" is missing: add it$/,
    ({ file, path }) => MEETING.test(file) && pathIs(path, zone('question')),
  ),
  valueBecomes('votes on nothing', /No meeting has a zone C19\.9\. Write/, zone('answer.on'), NOWHERE),
  valueBecomes('votes on votes', /has no notes to judge\. Choose/, zone('answer.on'), ({ file, path }, all) =>
    String(valueOf(all, file, [...path.slice(0, 3), 'id'])),
  ),
  valueBecomes('too many dots', /"dots" must be at most 20; found 99/, zone('answer.dots'), '99'),
  atKey(
    'votes without author',
    /cannot be anonymous.*Take mayBeAnonymous away/,
    (spot, all) =>
      MEETING.test(spot.file) &&
      pathIs(spot.path, zone('expected')) &&
      ['votes', 'rating', 'consent', 'person'].includes((beside(all, spot, 'answer') as { type: string }).type),
    (spot, text) => ({ text: insertBefore(text, spot, 'mayBeAnonymous: true'), at: spot.keyAt }),
  ),
  valueBecomes('two zones of one title', /has the same title, “.*”\. Change one/, zone('title.it'), ({ file, path }, all) =>
    path[2] === 0 ? null : JSON.stringify(valueOf(all, file, ['canvas', 'zones', 0, 'title', 'it'])),
  ),
  valueBecomes('a zone for nobody', /"expected" must be at least 1; found 0/, zone('expected'), '0'),
  taken('a meeting without number', /^"number" is missing: add it$/, ({ file, path }) => MEETING.test(file) && pathIs(path, 'number')),
  valueBecomes('a number that another meeting has', /meeting \d+ is also in meetings\/\d+\.yaml: give/, 'number', ({ value }) =>
    value === 1 ? null : '1',
  ),
  atKey(
    'a tab',
    /indent with spaces, not with a tab/,
    ({ file, path, flow }) => MEETING.test(file) && !flow && pathIs(path, block('title')),
    (spot, text) => {
      const start = text.lastIndexOf('\n', spot.keyAt - 1) + 1
      const indent = text.slice(start, spot.keyAt)
      return /^ +$/.test(indent) ? { text: `${text.slice(0, start)}\t${text.slice(spot.keyAt)}`, at: spot.keyAt } : null
    },
  ),
  atKey(
    'a bracket left open',
    /the bracket "\[" opened here is not closed: close it/,
    ({ file, path }) => MEETING.test(file) && pathIs(path, 'number'),
    (spot, text) => ({ text: rewrite(text, spot, `[${String(spot.value)}`), at: spot.keyAt }),
  ),
  atKey(
    'a colon in a text',
    /no YAML .*put this text in quotes/,
    ({ file, path, flow }) => MEETING.test(file) && !flow && pathIs(path, 'number'),
    (spot, text) => ({ text: insertBefore(text, spot, 'note: look: here'), at: spot.keyAt }),
  ),
  atKey(
    'a key twice',
    /stands here twice: remove one/,
    ({ file, path }) => MEETING.test(file) && pathIs(path, 'number'),
    (spot, text) => {
      const written = insertBefore(text, spot, `number: ${String(spot.value)}`)
      return written === null ? null : { text: written, at: written.indexOf('number:', written.indexOf('number:') + 1), after: true }
    },
  ),
  atKey(
    'a sector of no thread',
    /"thread" must be one of environment/,
    ({ path }) => pathIs(path, 'sectors.*.thread'),
    (spot, text) => ({
      text: rewrite(text, spot, 'wool'),
      at: spot.keyAt,
    }),
  ),
  atKey(
    'a version that is a word',
    /"version" must be a number, found "one"/,
    ({ path }) => pathIs(path, 'version'),
    (spot, text) => ({
      text: rewrite(text, spot, 'one'),
      at: spot.keyAt,
    }),
  ),
  taken('a kit without licence', /^"licence" is missing: add it$/, ({ file, path }) => file === 'kit.yaml' && pathIs(path, 'licence')),
  atKey(
    'a final canvas with one id twice',
    /“B\d+” is used twice/,
    ({ file, path }) => file === 'final-canvas.yaml' && pathIs(path, 'blocks.*.id') && path[1] !== 0,
    (spot, text, all) => ({
      text: rewrite(text, spot, String(valueOf(all, spot.file, ['blocks', 0, 'id']))),
      at: spot.keyAt,
    }),
  ),
  {
    name: 'a file missing',
    says: /^is missing: add it$/,
    places: ({ texts }) =>
      ['kit.yaml', 'final-canvas.yaml'].map((file) => {
        const left = new Map(texts)
        left.delete(file)
        return { kind: '', place: file, texts: left, file, line: null, says: /./ }
      }),
  },
  {
    name: 'a meeting missing',
    says: /numbered in order: \d+ is due here, not \d+\. Correct/,
    places: ({ texts, spots }) =>
      spots
        .filter(({ file, path }) => MEETING.test(file) && pathIs(path, 'number'))
        .flatMap((gone) => {
          const next = spots.find(({ path, value }) => pathIs(path, 'number') && value === Number(gone.value) + 1)
          if (!next) return []
          const left = new Map(texts)
          left.delete(gone.file)
          return [
            { kind: '', place: gone.file, texts: left, file: next.file, line: lineAt(texts.get(next.file) ?? '', next.keyAt), says: /./ },
          ]
        }),
  },
  {
    name: 'a file that is none of a kit',
    says: /is no file of a kit .*: rename it or take it away/,
    places: ({ texts }) => [
      {
        kind: '',
        place: 'meeting-7.yaml',
        texts: new Map([...texts, ['meeting-7.yaml', 'number: 7\n']]),
        file: 'meeting-7.yaml',
        line: null,
        says: /./,
      },
    ],
  },
]

export const MUTATION_KINDS: readonly string[] = KINDS.map(({ name }) => name)

/** Faults of every kind that this kit has a place for, at most `each` of a kind, their places chosen by `random`. */
export function mutationsOf(texts: Texts, each: number, random: () => number): Mutation[] {
  const parsed = [...texts].map(([file, text]) => spotsOf(file, text))
  const kit: Parsed = { texts, spots: parsed.flatMap(({ spots }) => spots), items: parsed.flatMap(({ items }) => items) }
  return KINDS.flatMap(({ name, says, places }) => {
    const all = places(kit)
    const chosen: Mutation[] = []
    while (chosen.length < each && all.length > 0)
      for (const mutation of all.splice(Math.floor(random() * all.length), 1)) chosen.push({ ...mutation, kind: name, says })
    return chosen
  })
}
