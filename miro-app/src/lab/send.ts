import { ApiProblem, backoff, mayRetry, newCommandId, NoAnswer, pause } from '@telaio/shared/client'
import { HostTrouble } from '../board/board-host.ts'

/** Why something was not done, as the panel shows it. */
export interface Trouble {
  /** `refused`: the server's own sentence · `no-answer`: nothing came back, and sending it again does it once · `board`: Miro did not do it. */
  readonly kind: 'refused' | 'no-answer' | 'board'
  readonly code: string
  readonly detail: string
}

/** A fault that people can be told of; anything else is ours, and thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiProblem) return { kind: 'refused', code: error.code, detail: error.detail }
  if (error instanceof NoAnswer) return { kind: 'no-answer', code: 'no_answer', detail: '' }
  if (error instanceof HostTrouble) return { kind: 'board', code: error.code, detail: '' }
  throw error
}

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
