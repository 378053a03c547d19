import { backoff, pause } from './backoff.ts'
import { newCommandId } from './ids.ts'
import { mayRetry } from './problems.ts'

export interface SenderOptions {
  readonly newId?: () => string
  readonly wait?: (attempt: number) => Promise<void>
  /** Attempts by itself before somebody is asked to try again: what a conductor presses must not happen minutes later. */
  readonly attempts?: number
}

export type Send = <T>(what: string, attempt: (id: string) => Promise<T>) => Promise<T>

/**
 * Gives each thing to send an id that outlives its attempts: where no answer came, the same thing sent again carries the same id, so that it is done
 * once. The same thing wished anew after an answer gets an id of its own.
 */
export function createSender({
  newId = newCommandId,
  wait = (attempt) => pause(backoff(attempt)),
  attempts = 3,
}: SenderOptions = {}): Send {
  const unanswered = new Map<string, string>()
  return async (what, attempt) => {
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
