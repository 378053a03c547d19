import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import type { Actor } from '../lab/index.ts'
import { type Items, type Scene, viewOf } from './index.ts'

const KEY = 'k'.repeat(43)

/**
 * A meeting with all that the table speaks of. Ann looks as a participant; Cleo is with her in `x1-1`, Bob and Dan are in `x1-2`, and Dan has
 * not written yet. Scenes are taken on the way.
 */
function meetingHeld() {
  const lab = new SmallLab().start(1, 'mixed')
  const note = (from: string, text: string, more: Parameters<SmallLab['note']>[3] = {}) => lab.note(from, 'C1.2', text, more)
  const own = Object.fromEntries(
    [lab.ann, lab.fay, lab.organiser].map((person) => [person, note(person, 'mine', { private: true, group: 'x1-1' })]),
  )
  const cleos = { private: note(lab.cleo, 'PRIVATE', { private: true }), open: note(lab.cleo, 'open'), hidden: note(lab.cleo, 'hidden') }
  const bobs = { open: note(lab.bob, 'elsewhere'), anonymous: note(lab.bob, 'nameless', { anonymous: KEY }) }
  lab.do(lab.fay, { type: 'hideContribution', contribution: cleos.hidden })
  const [ours = '', theirs = ''] = [lab.cleo, lab.bob].map(
    (person) => lab.do(person, { type: 'askHelp', meeting: 1, reason: 'help' })['help'] as string,
  )
  const during = lab.scene
  lab.do(lab.fay, { type: 'shareNotes', meeting: 1, contributions: [bobs.open, bobs.anonymous] })
  const shared = lab.scene
  lab.do(lab.bob, { type: 'setConsents', consents: { name: true, directory: false, credits: false } })
  const consented = lab.scene
  lab.start(1, 'vote')
  lab.note(lab.cleo, 'C1.4', { type: 'votes', dots: { [bobs.open]: 2 } })
  const voting = lab.scene
  for (const person of [lab.ann, lab.bob]) lab.note(person, 'C1.4', { type: 'votes', dots: {} })
  lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
  const counted = lab.scene
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  return { lab, own, cleos, bobs, ours, theirs, during, shared, consented, voting, counted, after: lab.scene }
}

const held = meetingHeld()
const { lab, own, cleos, bobs } = held

const VIEWERS = {
  participant: lab.ann,
  facilitator: lab.fay,
  organiser: lab.oscar,
  observer: lab.otto,
  'organiser who conducts': lab.organiser,
} as const
type Kind = keyof typeof VIEWERS
const KINDS = Object.keys(VIEWERS) as Kind[]

const seen = (kind: Kind, scene: Scene): Items => viewOf(lab.viewer(VIEWERS[kind]), scene)
const says = (facts: Readonly<Record<string, boolean>>): string =>
  Object.entries(facts)
    .flatMap(([fact, holds]) => (holds ? [fact] : []))
    .join(', ') || 'no'

/** What a view tells of a note's author. */
function authorIn(view: Items, note: string): string {
  const author = view.authors[note]
  if (author?.name !== undefined) return author.person === undefined ? 'a name without a person' : 'name'
  if (author) return Object.keys(author).join(' and ')
  const inGroup = view.groupAuthors[note]?.person
  return Object.values(view.companions).some((one) => one.person === inGroup && one.name !== '') ? 'name' : 'nobody'
}
const noteIn = (view: Items, note: string): string =>
  says({ text: view.notes[note] !== undefined && view.notes[note].hidden !== true, 'text, marked': view.notes[note]?.hidden === true })

function missingIn(view: Items): string {
  if (Object.keys(view.wrote).length === 0) return 'no'
  const wrote = new Set(Object.values(view.wrote).flatMap((one) => (one.block === 'm1/mixed' ? [one.person] : [])))
  return Object.values(view.people)
    .filter((one) => one.groups.includes('m1/x1-2') && !wrote.has(one.id))
    .map((one) => one.name)
    .join()
}
const privateIn = (view: Items, note: string): string =>
  says({
    text: JSON.stringify([view.notes, view.mine]).includes('PRIVATE') || view.authors[note] !== undefined,
    'how many': view.unrevealed['m1/x1-1/C1.2'] !== undefined,
    'who wrote': Object.values(view.wrote).some((one) => one.person === lab.cleo),
  })
const ballotIn = (view: Items): string =>
  says({
    ballot: Object.values(view.notes).some((note) => note.answer.type === 'votes'),
    'how many': (view.results['1/C1.4']?.ballots ?? 0) > 0 || view.unrevealed['m1/all/C1.4']?.count === 1,
    counts: 'dots' in (view.results['1/C1.4'] ?? {}),
  })

const THINGS: Record<string, (kind: Kind) => string> = {
  'own notes': (kind) => {
    const mine = own[VIEWERS[kind]]
    if (mine === undefined)
      return lab.send(VIEWERS[kind], { type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: 'x' } })['code'] ===
        'forbidden'
        ? '–'
        : 'could write'
    return says({ all: 'private' in (seen(kind, held.during).mine[mine] ?? {}) })
  },
  'another’s private note': (kind) => privateIn(seen(kind, held.during), cleos.private),
  'the same, after the meeting': (kind) => privateIn(seen(kind, held.after), cleos.private),
  'own group’s revealed note': (kind) => noteIn(seen(kind, held.during), cleos.open),
  'another group’s note': (kind) => noteIn(seen(kind, held.during), bobs.open),
  'the same, shown in plenary': (kind) => noteIn(seen(kind, held.shared), bobs.open),
  'a hidden note': (kind) => noteIn(seen(kind, held.during), cleos.hidden),
  'another’s ballot': (kind) => ballotIn(seen(kind, held.voting)),
  'the same, counted in plenary': (kind) => ballotIn(seen(kind, held.counted)),
  'author in own group': (kind) => authorIn(seen(kind, held.during), cleos.open),
  'author elsewhere, who did not consent': (kind) => authorIn(seen(kind, held.shared), bobs.open),
  'author elsewhere, who consented': (kind) => authorIn(seen(kind, held.consented), bobs.open),
  'author of an anonymous note': (kind) => authorIn(seen(kind, held.consented), bobs.anonymous),
  'own group’s call for help': (kind) => says({ yes: seen(kind, held.during).helps[held.ours] !== undefined }),
  'another group’s call for help': (kind) => says({ yes: seen(kind, held.during).helps[held.theirs] !== undefined }),
  'the same call, after the meeting': (kind) => says({ yes: seen(kind, held.after).helps[held.theirs] !== undefined }),
  'who has not written': (kind) => missingIn(seen(kind, held.during)),
  'the same person, after the meeting': (kind) => missingIn(seen(kind, held.after)),
}

const TABLE = `
                                      | participant | facilitator         | organiser           | observer | organiser who conducts
own notes                             | all         | all                 | –                   | –        | all
another’s private note                | how many    | how many, who wrote | no                  | no       | how many, who wrote
the same, after the meeting           | how many    | how many, who wrote | how many, who wrote | no       | how many, who wrote
own group’s revealed note             | text        | text                | text                | text     | text
another group’s note                  | no          | text                | text                | text     | text
the same, shown in plenary            | text        | text                | text                | text     | text
a hidden note                         | no          | text, marked        | text, marked        | no       | text, marked
another’s ballot                      | how many    | how many            | no                  | no       | how many
the same, counted in plenary          | how many, counts | how many, counts | how many, counts  | how many, counts | how many, counts
author in own group                   | name        | name                | name                | sector   | name
author elsewhere, who did not consent | nobody      | name                | name                | sector   | name
author elsewhere, who consented       | name        | name                | name                | sector   | name
author of an anonymous note           | nobody      | nobody              | nobody              | nobody   | nobody
own group’s call for help             | yes         | yes                 | no                  | no       | yes
another group’s call for help         | no          | yes                 | no                  | no       | yes
the same call, after the meeting      | no          | yes                 | yes                 | no       | yes
who has not written                   | no          | Dan                 | no                  | no       | Dan
the same person, after the meeting    | no          | Dan                 | Dan                 | no       | Dan
`
const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()))

describe('who sees what', () => {
  it('[VW3] has a row for every thing and a column for every viewer', () => {
    // the first line is trimmed of its empty cell
    expect(columns.filter((column) => column !== '')).toEqual(KINDS)
    expect(rows.map(([thing]) => thing)).toEqual(Object.keys(THINGS))
  })

  const cells = rows.flatMap(([thing = '', ...expected]) => KINDS.map((kind, i) => [kind, thing, expected[i] ?? ''] as const))
  it.each(cells)('[VW3] %s – %s: %s', (kind, thing, expected) => {
    expect(THINGS[thing]?.(kind)).toBe(expected)
  })
})

describe('notes without author', () => {
  it('[VW5] show none to anybody, and are own to whoever holds the key', () => {
    const viewers: Actor[] = [...lab.lab.people.keys()].map((person) => lab.viewer(person))
    for (const viewer of viewers) {
      const view = viewOf(viewer, held.consented)
      expect(view.notes[bobs.anonymous]?.anonymous).toBe(true)
      expect(view.authors[bobs.anonymous]).toBeUndefined()
      expect(view.groupAuthors[bobs.anonymous]?.person ?? null).toBeNull()
      expect(view.mine[bobs.anonymous]).toBeUndefined()
      const keeper = viewOf({ ...viewer, editKeys: [KEY] }, lab.scene)
      expect(keeper.mine[bobs.anonymous], JSON.stringify(viewer.roles)).toMatchObject({ anonymous: true, answer: { text: 'nameless' } })
      expect(JSON.stringify(keeper.mine[bobs.anonymous])).not.toContain(lab.bob)
    }
  })

  it('[VW5] hand out no key', () => {
    for (const person of lab.lab.people.keys())
      expect(JSON.stringify(viewOf(lab.viewer(person, { editKeys: [KEY] }), lab.scene))).not.toContain(KEY)
  })
})
