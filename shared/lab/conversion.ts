import { type Answer, isBallot } from './answer.ts'
import { isUsable, type Lab, type Tally } from './lab.ts'

/** From what was written to what is published, as numbers: the lab's conversion. */
export interface Conversion {
  /** Contributions that can be quoted: revealed, neither hidden nor withdrawn; without ballots and answers about oneself. */
  readonly notes: number
  /** Of those, triples of difficulty, approach taken and replicable pointer with at least one part. */
  readonly triples: number
  /** Triples that got at least one dot or score in a count that was revealed; null where the programme has no such count. */
  readonly voted: number | null
  /** Entries of the final canvas that can be read. */
  readonly sentences: number
  /** Of those, entries that say which notes they come from. */
  readonly traced: number
}

/** What the conversion is counted from: a lab, or what a console shows of one. */
export interface Converted {
  readonly notes: Iterable<{ readonly id: string; readonly answer: Pick<Answer, 'type'> | { readonly type: string } }>
  readonly entries: Iterable<{ readonly withheld: boolean; readonly sources: readonly unknown[] }>
  /** Revealed counts: what was chosen or scored. */
  readonly tallies: Iterable<Pick<Tally, 'dots' | 'scores'>>
  /** True where the programme asks for a vote or a rating of triples. */
  readonly asked: boolean
}

const speaks = (answer: object): boolean => {
  const { difficulty = '', approach = '', pointer = '' } = answer as { difficulty?: string; approach?: string; pointer?: string }
  return /\S/.test(`${difficulty}${approach}${pointer}`)
}

export function conversionOf({ notes, entries, tallies, asked }: Converted): Conversion {
  const quotable = [...notes].filter(({ answer: { type } }) => type !== 'person' && !isBallot(type as Answer['type']))
  const triples = new Set(quotable.flatMap(({ id, answer }) => (answer.type === 'triple' && speaks(answer) ? [id] : [])))
  const voted = new Set<string>()
  for (const { dots, scores } of tallies)
    for (const id of [...Object.keys(dots), ...Object.keys(scores)])
      if (triples.has(id) && ((dots[id] ?? 0) > 0 || scores[id] !== undefined)) voted.add(id)
  const told = [...entries].filter(({ withheld }) => !withheld)
  return {
    notes: quotable.length,
    triples: triples.size,
    voted: asked ? voted.size : null,
    sentences: told.length,
    traced: told.filter(({ sources }) => sources.length > 0).length,
  }
}

/** True where votes or ratings are asked on a zone of triples. */
export function asksOnTriples(
  zones: Iterable<{ readonly id: string; readonly answer: { readonly type: string; readonly on?: string } }>,
): boolean {
  const all = [...zones]
  const triples = new Set(all.flatMap(({ id, answer }) => (answer.type === 'triple' ? [id] : [])))
  return all.some(
    ({ answer }) => (answer.type === 'votes' || answer.type === 'rating') && answer.on !== undefined && triples.has(answer.on),
  )
}

/** The same of a lab. */
export const labConversion = (lab: Lab): Conversion =>
  conversionOf({
    notes: [...lab.contributions.values()].filter(isUsable),
    entries: lab.entries.values(),
    tallies: lab.results.values(),
    asked: asksOnTriples(lab.kit.meetings.flatMap(({ canvas }) => canvas.zones)),
  })
