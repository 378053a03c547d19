import { type Commit, type LabEvent, readEvent } from '@telaio/shared/lab'
import { freezeDeep } from '../freeze.ts'
import { seal, sumOfLine, unseal } from './sealed-line.ts'

/** Version of the log's format. A log of a later one is refused, never guessed at. */
const FORMAT = 1

/** The log's first line. Its checksum salts those of all others, so that no line of another log, epoch or state before a redaction passes for one of this. */
export interface LogHeader {
  readonly lab: string
  readonly epoch: string
  /** How many redactions have rewritten this log. */
  readonly rewritten: number
  /** In a dump: how many commits follow, so that one that was cut is known. */
  readonly commits?: number
}

export interface ReadHeader extends LogHeader {
  readonly salt: string
}

/** A line of one commit, checked and not yet parsed. */
export interface LogLine {
  /** 1, 2, 3… in the log; a commit may hold several events, or none. */
  readonly n: number
  /** How many commits were surely on the disk when this one was written: proof, should an earlier line be found damaged. */
  readonly synced: number
  readonly sum: string
  /** The commit as JSON. */
  readonly text: string
}

export function headerLine({ lab, epoch, rewritten, commits }: LogHeader): { readonly line: string; readonly salt: string } {
  const line = seal(JSON.stringify({ telaio: FORMAT, lab, epoch, rewritten, commits }))
  return { line, salt: sumOfLine(line) }
}

export function readHeader(line: string): ReadHeader | null {
  const sealed = unseal(line)
  if (!sealed) return null
  const { telaio, lab, epoch, rewritten, commits } = JSON.parse(sealed.json) as LogHeader & { readonly telaio: unknown }
  if (telaio !== FORMAT) return null
  return { lab, epoch, rewritten, ...(commits === undefined ? {} : { commits }), salt: sealed.sum }
}

export const commitLine = (salt: string, n: number, synced: number, text: string): string =>
  seal(`{"n":${n},"synced":${synced},"commit":${text}}`, salt)

export function readLine(line: string, salt: string): LogLine | null {
  const sealed = unseal(line, salt)
  const start = sealed && /^\{"n":(\d+),"synced":(\d+),"commit":/.exec(sealed.json)
  if (!sealed || !start) return null
  return { n: Number(start[1]), synced: Number(start[2]), sum: sealed.sum, text: sealed.json.slice(start[0].length, -1) }
}

/**
 * A commit as it will be read back: checked against the schemas (an event that could not be read again must not be written), free of
 * the caller's objects, frozen; and its text.
 */
export function prepareCommit({ events, receipt }: Commit): { readonly commit: Commit; readonly text: string } {
  const commit: Commit = {
    events: events.map(readEvent),
    ...(receipt === undefined ? {} : { receipt: JSON.parse(JSON.stringify(receipt)) as NonNullable<Commit['receipt']> }),
  }
  return { commit: freezeDeep(commit), text: JSON.stringify(commit) }
}

/** The commit of a line. Throws where an event is none of ours: a later version wrote it, or somebody's hand. */
export function readCommit(text: string): Commit {
  const { events, receipt } = JSON.parse(text) as Commit
  return freezeDeep({ events: events.map(readEvent), ...(receipt === undefined ? {} : { receipt }) })
}

/** The text of a commit with every event in its rewritten form. */
export function rewriteText(text: string, rewrite: (event: LabEvent) => LabEvent): string {
  const commit = readCommit(text)
  const events = commit.events.map((event) => {
    const rewritten = rewrite(event)
    if (rewritten.seq !== event.seq) throw new Error(`a rewrite must keep seq: ${event.seq} became ${rewritten.seq}`)
    return rewritten
  })
  return events.every((event, i) => event === commit.events[i]) ? text : prepareCommit({ ...commit, events }).text
}
