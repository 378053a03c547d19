import type { Bilingual, Language } from '@telaio/shared/words'

/** What is wrong in a file of a kit: where, and what to do. */
export interface FileFault {
  /** Path inside the kit's folder. */
  readonly file: string
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null
  readonly message: Bilingual
}

/** `meetings/2.yaml:14: …`, as editors take it. */
export const sayFault = ({ file, line, message }: FileFault, language: Language): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message[language]}`

/** By file, then by line; those of one line as they were found. */
export const inOrder = (faults: readonly FileFault[]): FileFault[] =>
  faults.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1))
