import type { Answered, Rejection, SentAnswer } from '../lab/index.ts'
import { isRefused, Scenario, type Say } from './scenario.ts'

type More = Partial<Omit<Extract<Say, { type: 'contribute' }>, 'type' | 'zone' | 'answer'>>
type From = Parameters<Scenario['send']>[0]

/**
 * The small kit's lab with its groups formed and nothing opened: Fay conducts, Oscar organises, Otto observes; Ann and Bob work in
 * `g1`, Cleo and Dan in `g2`; in the mixed moment of meeting 1 Ann meets Cleo (`x1-1`) and Bob meets Dan (`x1-2`).
 */
export class SmallLab extends Scenario {
  readonly fay: string
  readonly oscar: string
  readonly otto: string
  readonly ann: string
  readonly bob: string
  readonly cleo: string
  readonly dan: string

  constructor() {
    super()
    const people = this.people(
      ['Fay', ['facilitator'], 'social'],
      ['Oscar', ['organiser']],
      ['Otto', ['observer']],
      ['Ann', ['participant'], 'environment'],
      ['Bob', ['participant'], 'social'],
      ['Cleo', ['participant'], 'environment'],
      ['Dan', ['participant'], 'social'],
    )
    ;[this.fay, this.oscar, this.otto, this.ann, this.bob, this.cleo, this.dan] = people as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    this.do(this.fay, {
      type: 'formProjectGroups',
      groups: [
        { key: 'g1', name: 'Green', people: [this.ann, this.bob] },
        { key: 'g2', name: 'Blue', people: [this.cleo, this.dan] },
      ],
    })
    this.formMixed([this.ann, this.cleo], [this.bob, this.dan])
  }

  /** Forms the mixed groups of meeting 1, moment 1: `x1-1`, `x1-2`… */
  formMixed(...groups: readonly (readonly string[])[]): void {
    this.do(this.fay, {
      type: 'formMixedGroups',
      meeting: 1,
      moment: 1,
      groups: groups.map((people, i) => ({ key: `x1-${i + 1}`, name: `Mixed ${i + 1}`, people: [...people] })),
    })
  }

  /** Opens the meeting where it is not open, and starts a block. */
  start(meeting: number, block: string): this {
    if (this.lab.meetings[meeting]?.status !== 'open') this.do(this.fay, { type: 'openMeeting', meeting })
    this.do(this.fay, { type: 'startBlock', meeting, block })
    return this
  }

  /** Sends a note; a text stands for the zone's simplest answer. */
  write(from: From, zone: string, answer: string | SentAnswer, more: More = {}): Answered | Rejection {
    return this.send(from, {
      type: 'contribute',
      meeting: Number(zone[1]),
      zone,
      answer: typeof answer === 'string' ? inWords(zone, answer) : answer,
      ...more,
    })
  }

  /** The same, where a refusal would be a fault of the test; gives the contribution's id. */
  note(from: From, zone: string, answer: string | SentAnswer, more: More = {}): string {
    const answered = this.write(from, zone, answer, more)
    if (isRefused(answered)) throw new Error(`a note for ${zone} was refused: ${JSON.stringify(answered)}`)
    return answered['contribution'] as string
  }
}

/** An answer of the type that the small kit's zone asks, with this text in every part that takes one. */
function inWords(zone: string, text: string): SentAnswer {
  switch (zone) {
    case 'C1.1':
      return { type: 'person', text }
    case 'C1.2':
      return { type: 'cards', text }
    case 'C1.3':
      return { type: 'term', term: text, meaning: text, sector: 'social' }
    case 'C2.1':
      return { type: 'sentence', text }
    case 'C2.2':
      return { type: 'table', cells: { what: text, state: 'start' } }
    case 'C2.3':
      return { type: 'triple', difficulty: text, approach: text, pointer: text }
    case 'C2.5':
      return { type: 'consent', choice: 'objection', reason: text }
    case 'C2.6':
      return { type: 'commitments', what: text, who: text, by: text }
    default:
      throw new Error(`zone ${zone} takes no words`)
  }
}
