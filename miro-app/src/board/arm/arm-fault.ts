import type { ArmGave } from '@telaio/shared/api'

type Code = Extract<ArmGave, { gave: 'error' }>['code']

/** Why a call was not carried out, in the words of the port (`ports/board.ts`). */
export class ArmFault extends Error {
  readonly code: Code
  /** When to try again (ms since 1970); 0 where nobody said. */
  readonly retryAt: number
  constructor(code: Code, said: string, retryAt = 0) {
    super(said)
    this.name = 'ArmFault'
    this.code = code
    this.retryAt = retryAt
  }
}

/** Credits come back when their window ends; the SDK does not say when (facts/miro.md §1.7). */
const WINDOW_MS = 60_000

/**
 * What a rejection of the SDK means. Its errors are sentences and nothing else: those that speak of limits, rights, the board and the line are told apart by
 * their words; any other is Miro's answer to what was asked, and nothing has happened.
 */
export function faultOf(error: unknown, now: number): ArmFault {
  if (error instanceof ArmFault) return error
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  if (/rate.?limit|too many requests|credits/i.test(said)) return new ArmFault('busy', said, now + WINDOW_MS)
  if (/permission|no access|forbidden|unauthori[sz]ed/i.test(said)) return new ArmFault('no-access', said)
  if (/board (?:was |is )?(?:not found|deleted)/i.test(said)) return new ArmFault('gone', said)
  if (/failed to fetch|network|offline|time.?out|timed out|connection|internal/i.test(said)) return new ArmFault('unknown', said)
  return new ArmFault('refused', said)
}
