import type { Problem, SaidFileFault } from '../api/index.ts'

/** The server refused: a problem document (RFC 9457) with a code to branch on and a sentence to show. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly field: string | undefined
  /** Faults of a kit's files, where that is what was refused (`kit_file_bad`). */
  readonly fileFaults: readonly SaidFileFault[]
  constructor({
    status,
    code,
    detail,
    field,
    fileFaults = [],
  }: Pick<Problem, 'status' | 'code' | 'detail'> & {
    readonly field?: string | undefined
    readonly fileFaults?: readonly SaidFileFault[] | undefined
  }) {
    super(`${code}: ${detail}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.detail = detail
    this.field = field
    this.fileFaults = fileFaults
  }
}

/** No answer came: the line is down, or the server is. What was sent may or may not have arrived. */
export class NoAnswer extends Error {
  constructor(cause?: unknown) {
    super('no answer from the server', cause === undefined ? undefined : { cause })
    this.name = 'NoAnswer'
  }
}

/** True where sending the same again later may succeed: no answer, too many requests, or a server that cannot write just now. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && (error.status === 429 || error.status >= 500))
