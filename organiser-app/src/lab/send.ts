import { ApiProblem, NoAnswer } from '@telaio/shared/client'

/** Why something was not done, as the page shows it: a refusal's own sentence, or that nobody answered. */
export interface Trouble {
  readonly code: string
  readonly detail: string
  readonly field: string | null
  /** True where nothing came back: it may have been done all the same, and sending it again does it once. */
  readonly unanswered: boolean
  /** Further members of the problem document, such as the bad rows of an import. */
  readonly cause: unknown
}

export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof ApiProblem)
    return { code: error.code, detail: error.detail, field: error.field ?? null, unanswered: false, cause: error }
  if (error instanceof NoAnswer) return { code: 'no_answer', detail: '', field: null, unanswered: true, cause: error }
  throw error
}
