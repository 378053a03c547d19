import type { Board } from '@telaio/shared/ports'
import type { Accounts } from './accounts.ts'
import { type CreditsLeft, Purse } from './limits.ts'
import { RestBoard } from './rest-board.ts'
import { createRestClient, type RestClient } from './rest-client.ts'

export interface MiroBoardsOptions {
  readonly accounts: Accounts
  readonly apiUrl: string
  readonly webUrl: string
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly random: () => number
}

/** Boards of connected accounts. `subject`: the keyed hash of team and user, as it stands in `boardConnected.writer`. */
export interface MiroBoards {
  /**
   * The board by this account; null where the account is known not to be connected. Otherwise that is looked up at the first call, which throws `no-access`
   * where it is not; whether the account may open the board, `info` says.
   */
  readonly open: (subject: string, boardId: string) => Board | null
  /** The account's name in `BoardItem.by`; null where it is not connected. */
  readonly writerOf: (subject: string) => Promise<string | null>
  /** What the account has left, over all its boards. */
  readonly credits: (subject: string) => CreditsLeft
}

export function createMiroBoards({ accounts, apiUrl, webUrl, now, wait, random }: MiroBoardsOptions): MiroBoards {
  const purses = new Map<string, Purse>()
  const purseOf = (subject: string): Purse => {
    const purse = purses.get(subject) ?? new Purse(now)
    purses.set(subject, purse)
    return purse
  }
  const clientOf = (subject: string): RestClient =>
    createRestClient({
      apiUrl,
      access: () => accounts.access(subject),
      afterRefusal: (dead) => accounts.afterRefusal(subject, dead),
      purse: purseOf(subject),
      now,
      wait,
      random,
    })
  return {
    open: (subject, boardId) => (accounts.mayBeConnected(subject) ? new RestBoard({ client: clientOf(subject), boardId, webUrl }) : null),
    writerOf: async (subject) => (await accounts.owner(subject))?.user ?? null,
    credits: (subject) => purseOf(subject).left,
  }
}
