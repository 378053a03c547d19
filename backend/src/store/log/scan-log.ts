import { type LogLine, type ReadHeader, readHeader, readLine } from './log-line.ts'

export interface ScannedLine extends LogLine {
  /** Where the line ends in the file, its newline included. */
  readonly end: number
}

export type Scan =
  | {
      readonly kind: 'whole'
      readonly header: ReadHeader
      readonly lines: readonly ScannedLine[] /** Bytes after the last whole line, torn off by a crash. */
      readonly torn: number
    }
  | { readonly kind: 'damaged' /** Counted from 1, the header. */; readonly line: number; readonly reason: string }

const NEWLINE = 10

/**
 * Checks the lines of a log, in order. What is wrong at the end may be the tail of a write that a crash cut short, which nobody was told
 * of and which may go; what is wrong elsewhere was once whole, and is damage (LF2).
 */
export function scanLog(bytes: Buffer): Scan {
  const first = lineAt(bytes, 0)
  const header = first && readHeader(first.text)
  if (!header) return { kind: 'damaged', line: 1, reason: 'the first line is not the header of a log that this version reads' }
  const lines: ScannedLine[] = []
  let at = first.end
  while (at < bytes.length) {
    const found = lineAt(bytes, at)
    const line = found && readLine(found.text, header.salt)
    if (!found || !line || line.n !== lines.length + 1) break
    lines.push({ ...line, end: found.end })
    at = found.end
  }
  if (lines.length === 0) return { kind: 'damaged', line: 2, reason: 'no whole commit' }
  if (at < bytes.length && !isTorn(bytes, at, lines.length + 1, header.salt))
    return { kind: 'damaged', line: lines.length + 2, reason: 'a line is not as it was written' }
  return { kind: 'whole', header, lines, torn: bytes.length - at }
}

function lineAt(bytes: Buffer, at: number): { readonly text: string; readonly end: number } | null {
  const newline = bytes.indexOf(NEWLINE, at)
  return newline < 0 ? null : { text: bytes.toString('utf8', at, newline), end: newline + 1 }
}

/**
 * True where the bytes from `at` on can only be the rest of a write that was never synced: its end is missing, or a disk that writes out
 * of order left zeros in it, and no later line says that commit `n` was on the disk.
 */
function isTorn(bytes: Buffer, at: number, n: number, salt: string): boolean {
  const found = lineAt(bytes, at)
  if (found && !found.text.includes('\0')) return false
  for (let next = found; next; next = lineAt(bytes, next.end)) {
    const line = readLine(next.text, salt)
    if (line && line.synced >= n) return false
  }
  return true
}
