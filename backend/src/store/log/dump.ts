import type { Commit } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import { commitLine, headerLine, type LogHeader, readCommit, readHeader, readLine } from './log-line.ts'
import { sumOfLine } from './sealed-line.ts'

/** A whole log as text: the header, which says how many commits follow, and one line a commit. */
export function writeDump(header: { readonly lab: string; readonly epoch: string }, commits: readonly string[]): string {
  return writeLog({ ...header, rewritten: 0, commits: commits.length }, commits).text
}

/** The commits of a dump. Throws `damaged` where it is cut, changed, reordered, or of another lab. */
export function readDump(labId: string, dump: string): Commit[] {
  const [first = '', ...rest] = dump.split('\n')
  const header = readHeader(first)
  if (!header) return refuse('line 1')
  if (header.lab !== labId) return refuse(`it is of ${header.lab}`)
  if (rest.pop() !== '' || rest.length !== header.commits || rest.length === 0) return refuse('lines are missing or too many')
  return rest.map((text, i) => {
    const line = readLine(text, header.salt)
    if (line?.n !== i + 1) return refuse(`line ${i + 2}`)
    try {
      return readCommit(line.text)
    } catch {
      return refuse(`line ${i + 2} holds an event of a later version`)
    }
  })
}

/** The text of a log's file that holds these commits, all of them on the disk at once; with what salts it and the sum of its last line. */
export function writeLog(
  header: LogHeader,
  commits: readonly string[],
): { readonly text: string; readonly salt: string; readonly last: string } {
  const { line, salt } = headerLine(header)
  const lines = [line, ...commits.map((text, i) => commitLine(salt, i + 1, i, text))]
  return { text: `${lines.join('\n')}\n`, salt, last: sumOfLine(lines.at(-1) ?? '') }
}

function refuse(why: string): never {
  throw new StoreError('damaged', `this dump is not whole (${why}); nothing was restored`)
}
