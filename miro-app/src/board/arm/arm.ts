import { type ReadonlySignal, signal } from '@preact/signals'
import { ARM_LEASE_MS, ARM_POLL_MS, type ArmGave, type ArmReply, type ArmSaid } from '@telaio/shared/api'
import { ApiProblem, backoff, mayRetry } from '@telaio/shared/client'
import { ArmFault } from './arm-fault.ts'
import type { Executor } from './executor.ts'

/**
 * `off`: nothing is written through this panel · `idle`: ready, nothing to do · `writing`: at work on the board · `waits`: another panel writes ·
 * `cut`: the server does not answer.
 */
export type ArmState = 'off' | 'idle' | 'writing' | 'waits' | 'cut'

export interface ArmOptions {
  readonly ask: (said: ArmSaid, signal: AbortSignal) => Promise<ArmReply>
  readonly executor: Executor
  readonly now: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly newId: () => string
  /** The server takes our token no more. */
  readonly onOut: () => void
  /** How long the server waits for word of a panel before another may have the arm (ms). */
  readonly leaseMs?: number
}

/** An answer on its way, part by part. */
interface Due {
  readonly call: string
  readonly parts: readonly ArmGave[]
}
const restOf = ({ call, parts }: Due): Due | null => (parts.length > 1 ? { call, parts: parts.slice(1) } : null)

export interface Arm {
  readonly state: ReadonlySignal<ArmState>
  readonly stop: () => void
}

/** What was answered is kept for so many calls, should a call be handed out a second time. */
const REMEMBERED = 4

/** The panel as the desk's arm, from now until stopped: asks, carries out, answers, one call at a time. */
export function startArm({ ask, executor, now, wait, newId, onOut, leaseMs = ARM_LEASE_MS }: ArmOptions): Arm {
  /** A panel at work says so this often. */
  const stillMs = leaseMs * 0.3
  /** Without an answer for so long it stops writing: before the server gives the arm to another panel. */
  const sureMs = leaseMs * 0.7

  const state = signal<ArmState>('off')
  const ending = new AbortController()
  const arm = newId()
  const answered = new Map<string, readonly ArmGave[]>()
  /** When the last question was asked that the server answered. */
  let heardAt = 0

  async function question(said: ArmSaid, patience: number): Promise<ArmReply> {
    const askedAt = now()
    const reply = await ask(said, AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]))
    if (reply.role === 'arm') heardAt = askedAt
    return reply
  }

  /** True as long as no other panel can have been given the arm. */
  const holdFor = (user: string, call: string) => async (): Promise<void> => {
    if (now() - heardAt < stillMs && !ending.signal.aborted) return
    for (let tried = 0; ; tried += 1) {
      const before = heardAt
      if (ending.signal.aborted || now() - before > sureMs)
        throw new ArmFault('unknown', 'this panel can no longer be sure that it is the only one')
      try {
        const { role } = await question({ arm, user, still: call }, stillMs)
        // an answer that came too late proves nothing of the time in between
        if (role === 'arm' && heardAt - before <= sureMs) return
        throw new ArmFault('unknown', 'another panel writes now')
      } catch (error) {
        if (error instanceof ArmFault || !mayRetry(error)) throw error
        await wait(leaseMs * 0.02 * (tried + 1), ending.signal)
      }
    }
  }

  async function run(): Promise<void> {
    let user = ''
    let failures = 0
    let due: Due | null = null
    while (!ending.signal.aborted) {
      try {
        if (user === '') user = await executor.user()
        if (state.value === 'off' || state.value === 'cut') {
          // answered at once: whether this panel writes, or another does
          const { role } = await question({ arm, user, still: arm }, stillMs)
          if (role === 'none') break
          failures = 0
          state.value = role === 'arm' ? 'idle' : 'waits'
        }
        const [part] = due?.parts ?? []
        const reply = await question(
          { arm, user, ...(due && part ? { answer: { call: due.call, outcome: part } } : {}) },
          ARM_POLL_MS + 10_000,
        )
        failures = 0
        if (reply.role === 'none') break
        due = due && restOf(due)
        if (due) continue
        const { call } = reply
        if (!call) {
          state.value = reply.role === 'arm' ? 'idle' : 'waits'
          continue
        }
        state.value = 'writing'
        // handed out twice, since the answer was lost: it is not done twice
        const known = answered.get(call.id)
        const parts: readonly ArmGave[] = known ?? (await executor.carryOut(call, holdFor(user, call.id)))
        answered.set(call.id, parts)
        for (const old of [...answered.keys()].slice(0, -REMEMBERED)) answered.delete(old)
        due = { call: call.id, parts }
      } catch (error) {
        if (ending.signal.aborted) break
        if (error instanceof ApiProblem && (error.code === 'token_invalid' || error.code === 'unauthenticated')) onOut()
        else if (error instanceof ApiProblem && !mayRetry(error)) break
        else if (!(error instanceof ArmFault) && !mayRetry(error)) throw error
        state.value = 'cut'
        await wait(backoff(failures++), ending.signal)
      }
    }
    state.value = 'off'
  }

  void run()
  return { state, stop: () => ending.abort() }
}
