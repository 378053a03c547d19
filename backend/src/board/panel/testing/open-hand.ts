import { type MiroTestServer, type Tab } from '@telaio/sandbox/testing'
import type { ArmCall, ArmReply, ArmSaid } from '@telaio/shared/api'
import { NoAnswer, pause } from '@telaio/shared/client'
import { randomBytes } from 'node:crypto'
import { type Arm, startArm } from '../../../../../miro-app/src/board/arm/arm.ts'
import { createExecutor } from '../../../../../miro-app/src/board/arm/executor.ts'
import { createPacer } from '../../../../../miro-app/src/board/arm/pacer.ts'
import type { Arms } from '../arms.ts'

const newId = (): string => randomBytes(16).toString('hex')

/** A panel that is open on a board of the sandbox: the real arm and the real Web SDK of the sandbox, without a page. */
export interface Hand {
  readonly arm: Arm
  readonly tab: Tab
  /** Closed at this very moment: nothing more is sent, no answer arrives. */
  readonly die: () => void
  readonly close: () => Promise<void>
}

export interface HandOptions {
  readonly sandbox: MiroTestServer
  /** Looked up at each question: another server may have taken its place. Null: none answers. */
  readonly arms: () => Arms | null
  readonly lab: string
  readonly board: string
  /** Its id for the server, where that is another. */
  readonly as?: string
  readonly leaseMs: number
  readonly user?: string
  /** Before each call of the SDK. */
  readonly beforeSdk?: (command: string, hand: { readonly die: () => void }) => void
  /** A call has come. Gives what the panel makes of it instead, if it does not simply carry it out. */
  readonly onCall?: (call: ArmCall, hand: { readonly die: () => void }) => 'fault-before' | 'fault-after' | null
}

export async function openHand({
  sandbox,
  arms,
  lab,
  board,
  as = board,
  leaseMs,
  user = 'ines-bianchi',
  beforeSdk,
  onCall,
}: HandOptions): Promise<Hand> {
  const life = { dead: false }
  let started: Arm | null = null
  const never = new Promise<never>(() => undefined)
  const die = (): void => {
    life.dead = true
    started?.stop()
  }
  const tab = await sandbox.tab({
    user,
    boardId: board,
    before: async (command) => {
      if (!life.dead) beforeSdk?.(command, { die })
      if (life.dead) await never
    },
  })
  const executor = createExecutor({
    sdk: () => tab.board,
    pacer: createPacer(sandbox.clock.now),
    now: sandbox.clock.now,
    wait: pause,
    patience: 60_000,
  })
  async function ask(said: ArmSaid, signal: AbortSignal): Promise<ArmReply> {
    const server = arms()
    if (!server) throw new NoAnswer()
    return server.ask(lab, as, said, signal)
  }
  started = startArm({
    ask,
    executor: {
      user: executor.user,
      carryOut: async (call, hold) => {
        const instead = onCall?.(call, { die }) ?? null
        const given = life.dead || instead === 'fault-before' ? [] : await executor.carryOut(call, hold)
        if (life.dead) return never
        return instead === null ? given : [{ gave: 'error', code: 'unknown', said: 'Miro does not answer', retryAt: 0 }]
      },
    },
    now: Date.now,
    wait: pause,
    newId,
    onOut: () => undefined,
    leaseMs,
  })
  return {
    arm: started,
    tab,
    die,
    close: async () => {
      die()
      await tab.close()
    },
  }
}
