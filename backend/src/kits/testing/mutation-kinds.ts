import { insertBefore, lineAt, rewrite, type Spot, without } from './kit-text.ts'
import {
  atKey,
  beside,
  block,
  isTranslation,
  itemBecomes,
  type Kind,
  MEETING,
  NOWHERE,
  pathIs,
  taken,
  valueBecomes,
  valueOf,
  zone,
} from './mutation.ts'

/** Zones of a file that only one block writes in, and that block's list of zones. */
const soleWriter = ({ file, value }: Spot, all: readonly Spot[]): string | null => {
  const lists = all.filter((one) => one.file === file && pathIs(one.path, block('zones'))).map((one) => one.value as string[])
  return (value as string[]).find((id) => lists.filter((list) => list.includes(id)).length === 1) ?? null
}

/** Every kind of fault that the test makes. */
export const KINDS: readonly Kind[] = [
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
