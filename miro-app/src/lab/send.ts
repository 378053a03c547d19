import { ApiProblem, NoAnswer } from '@telaio/shared/client'
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
