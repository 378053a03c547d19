import { ApiProblem, backoff, mayRetry, newCommandId, NoAnswer, pause } from '@telaio/shared/client'

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

export interface SendOptions {
  readonly newId?: () => string
  readonly wait?: (attempt: number) => Promise<void>
  /** Attempts by itself before somebody is asked to try again. */
  readonly attempts?: number
}

const patient = (attempt: number): Promise<void> => pause(backoff(attempt), new AbortController().signal)

/**
 * Gives each thing to send an id that outlives its attempts: where no answer came, the same thing sent again carries the same id, so that
 * it is done once. Something else, or the same thing wished anew after an answer, gets an id of its own.
 */
export function createSender({ newId = newCommandId, wait = patient, attempts = 3 }: SendOptions = {}) {
  const unanswered = new Map<string, string>()
  return async function send<T>(what: string, attempt: (id: string) => Promise<T>): Promise<T> {
    const id = unanswered.get(what) ?? newId()
    unanswered.set(what, id)
    for (let tried = 1; ; tried++)
      try {
        const answer = await attempt(id)
        unanswered.delete(what)
        return answer
      } catch (error) {
        if (!mayRetry(error)) unanswered.delete(what)
        if (!mayRetry(error) || tried >= attempts) throw error
        await wait(tried - 1)
      }
  }
}
