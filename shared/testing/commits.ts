import { Kit } from '../kit/index.ts'
import {
  type Answered,
  type Commit,
  EVENT_VERSION,
  type EventBody,
  type IdPrefix,
  idFrom,
  type Lab,
  type LabEvent,
  labToJson,
  type NewEvent,
  redactEvent,
} from '../lab/index.ts'

/** The n-th id of a kind: valid, and readable in a failure. */
export function testId(prefix: IdPrefix, n: number): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(12, n)
  return idFrom(prefix, bytes)
}

/** The n-th id of a command. */
export const testCommand = (n: number): string => `command-${String(n).padStart(22, '0')}`

const NOW = '2026-09-29T15:00:00.000Z'
const both = (text: string) => ({ it: text, en: text })

/** As little of a kit as makes a lab: stores do not look into it. */
export const tinyKit: Kit = Kit.parse({
  name: 'tiny',
  version: 1,
  title: both('Tiny'),
  summary: both('Tiny'),
  language: 'it',
  licence: 'CC0-1.0',
  credits: both('Test'),
  assumes: { minutes: 10, people: 2, projectGroups: 1 },
  sectors: [{ id: 'culture', title: both('Culture'), thread: 'culture' }],
  meetings: [
    {
      number: 1,
      title: both('One'),
      purpose: both('Begin'),
      canvas: {
        id: 'C1',
        title: both('C1'),
        zones: [
          {
            id: 'C1.1',
            title: both('Notes'),
            question: both('?'),
            answer: { type: 'cards' },
            expected: 5,
            leadsTo: [{ to: 'block', block: 'B1' }],
          },
        ],
      },
      agenda: [
        { id: 'write', kind: 'plenary', minutes: 10, title: both('Write'), grouping: { groups: 'none' }, rooms: false, zones: ['C1.1'] },
      ],
    },
  ],
  finalCanvas: { title: both('Final'), blocks: [{ id: 'B1', title: both('B1'), question: both('?') }] },
})

const numbered = (lab: Pick<Lab, 'seq'>, events: readonly NewEvent[]): LabEvent[] =>
  events.map(({ type, body }, i) => ({ v: EVENT_VERSION, seq: lab.seq + 1 + i, at: NOW, actor: null, type, body }) as LabEvent)

/** The commit that starts a lab. */
export const createdCommit = (lab: string, kit: Kit = tinyKit): Commit => ({
  events: numbered({ seq: 0 }, [{ type: 'labCreated', body: { lab, title: 'Lab', language: 'it', timeZone: 'Europe/Rome', kit } }]),
})

export interface TestNote {
  /** Number of the note and of its command. */
  readonly n: number
  readonly text: string
  /** Corrections in the same commit, for commits of several events. */
  readonly edits?: readonly string[]
}

/** A commit that writes a note, with the receipt of its command. */
export function noteCommit(lab: Lab, { n, text, edits = [] }: TestNote): Commit {
  const contribution = testId('con', n)
  const written: EventBody<'contributed'> = {
    contribution,
    meeting: 1,
    group: 'all',
    zone: 'C1.1',
    block: 'write',
    answer: { type: 'cards', text },
    author: testId('per', 1),
    private: false,
    late: false,
  }
  const events = numbered(lab, [
    { type: 'contributed', body: written },
    ...edits.map((edit): NewEvent => ({ type: 'contributionEdited', body: { contribution, answer: { type: 'cards', text: edit } } })),
  ])
  return { events, receipt: testReceipt(n, { seq: lab.seq + events.length, contribution }) }
}

export const testReceipt = (n: number, answer: Answered): NonNullable<Commit['receipt']> => ({
  command: testCommand(n),
  hash: `hash-${String(n).padStart(20, '0')}`,
  answer,
})

/** A commit that adds a person whose name stands in this row of the register. */
export const personCommit = (lab: Lab, n: number, row: string): Commit => {
  const person = testId('per', n)
  return {
    events: numbered(lab, [{ type: 'personAdded', body: { person, row, roles: ['participant'] } }]),
    receipt: testReceipt(n, { seq: lab.seq + 1, person }),
  }
}

/** A commit that erases a person. */
export const erasureCommit = (lab: Lab, n: number, person: string): Commit => ({
  events: numbered(lab, [{ type: 'personErased', body: { person } }]),
  receipt: testReceipt(n, { seq: lab.seq + 1, person }),
})

/** What redacting a note asks of a store: the event that says so, and every stored event without the words. */
export function redaction(
  lab: Lab,
  contribution: string,
  n?: number,
): { readonly commit: Commit; readonly rewrite: (event: LabEvent) => LabEvent } {
  const body = { contributions: [contribution], entries: [], helps: [] }
  const events = numbered(lab, [{ type: 'textRedacted', body }])
  return {
    commit: { events, ...(n === undefined ? {} : { receipt: testReceipt(n, { seq: lab.seq + 1, contribution }) }) },
    rewrite: (event) => redactEvent(event, body),
  }
}

/** A lab as text: equal labs give equal text. */
export const labText = (lab: Lab): string => JSON.stringify(labToJson(lab))
