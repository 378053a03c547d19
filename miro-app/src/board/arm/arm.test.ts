import type { ArmCall, ArmGave, ArmReply, ArmSaid } from '@telaio/shared/api'
import { ApiProblem, NoAnswer } from '@telaio/shared/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Arm, startArm } from './arm.ts'
import type { Hold } from './executor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  arm?.stop()
  vi.useRealTimers()
})

let arm: Arm | undefined
const CALL: ArmCall = { id: 'c'.repeat(32), do: 'items' }
const NOTHING: readonly ArmGave[] = [{ gave: 'nothing' }]

function set(
  reply: (said: ArmSaid) => Promise<ArmReply>,
  carryOut: (call: ArmCall, hold: Hold) => Promise<readonly ArmGave[]> = async () => NOTHING,
) {
  const said: ArmSaid[] = []
  const outs: number[] = []
  arm = startArm({
    ask: (one) => {
      said.push(one)
      return reply(one)
    },
    executor: { user: async () => '7', carryOut },
    now: Date.now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        signal.addEventListener('abort', () => (clearTimeout(timer), resolve()))
      }),
    newId: () => 'a'.repeat(32),
    onOut: () => void outs.push(1),
  })
  return { arm, said, outs }
}
const never = new Promise<never>(() => undefined)

it('[AR5] a call that is handed out twice is done once, and answered both times', async () => {
  const done: string[] = []
  let handed = 0
  const { said } = set(
    async ({ still }) => (still ? { role: 'arm', call: null } : handed++ < 2 ? { role: 'arm', call: CALL } : never),
    async ({ id }) => {
      done.push(id)
      return NOTHING
    },
  )
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toEqual([CALL.id])
  expect(said.filter(({ answer }) => answer?.call === CALL.id)).toHaveLength(2)
})

it('[AR5] an answer that the server did not get is sent again', async () => {
  let lost = 2
  const { said, arm: mine } = set(async ({ still, answer }) => {
    if (still) return { role: 'arm', call: null }
    if (!answer) return { role: 'arm', call: CALL }
    if (lost-- > 0) throw new NoAnswer()
    return never
  })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(said.filter(({ answer }) => answer)).toHaveLength(3)
  expect(mine.state.value).not.toBe('cut')
})

it('[AR4] without an answer for most of the lease it stops writing, before another panel may begin', async () => {
  const writes: number[] = []
  let isCut = false
  let said: ArmGave['gave'] | null = null
  set(
    async ({ still }) => {
      if (isCut) throw new NoAnswer()
      return still ? { role: 'arm', call: null } : { role: 'arm', call: CALL }
    },
    async (_call, hold) => {
      const from = Date.now()
      isCut = true
      try {
        for (;;) {
          await hold()
          writes.push(Date.now() - from)
          await new Promise((resolve) => setTimeout(resolve, 500))
        }
      } catch {
        said = 'error'
      }
      return [{ gave: 'error', code: 'unknown', said: '', retryAt: 0 }]
    },
  )
  await vi.advanceTimersByTimeAsync(15_000)
  expect(said).toBe('error')
  // writes go on while the last word is fresh, and end well within the 10 s of the lease
  expect(writes.length).toBeGreaterThan(3)
  expect(Math.max(...writes)).toBeLessThan(7000)
})

it('[AR4] where another panel has the arm it writes nothing', async () => {
  const fault: unknown[] = []
  set(
    async ({ still }) => (still === CALL.id ? { role: 'waits', call: null } : { role: 'arm', call: CALL }),
    async (_call, hold) => {
      await new Promise((resolve) => setTimeout(resolve, 4000))
      await hold().catch((error: unknown) => fault.push(error))
      return never
    },
  )
  await vi.advanceTimersByTimeAsync(6000)
  expect(fault).toMatchObject([{ code: 'unknown' }])
})

it('[AR8] says how it stands: ready, waiting for another, cut off, off where nothing is written through panels', async () => {
  let role: ArmReply['role'] = 'waits'
  let isDown = false
  const { arm: mine, outs } = set(async () => {
    if (isDown) throw new NoAnswer()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { role, call: null }
  })
  await vi.advanceTimersByTimeAsync(1500)
  expect(mine.state.value).toBe('waits')
  role = 'arm'
  await vi.advanceTimersByTimeAsync(2500)
  expect(mine.state.value).toBe('idle')
  isDown = true
  await vi.advanceTimersByTimeAsync(1500)
  expect(mine.state.value).toBe('cut')
  isDown = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(mine.state.value).toBe('idle')
  role = 'none'
  await vi.advanceTimersByTimeAsync(5000)
  expect(mine.state.value).toBe('off')
  expect(outs).toEqual([])
})

it('[AR8] a token that has run out is renewed, and it goes on', async () => {
  let first = true
  const { arm: mine, outs } = set(async ({ still }) => {
    if (first) {
      first = false
      throw new ApiProblem({ status: 401, code: 'token_invalid', detail: '' })
    }
    return still ? { role: 'arm', call: null } : never
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect(outs).toHaveLength(1)
  expect(mine.state.value).toBe('idle')
})
