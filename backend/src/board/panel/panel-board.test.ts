import { randomBytes } from 'node:crypto'
import { startMiroServer } from '@telaio/sandbox/testing'
import { boardContract, type BoardFault, type BoardScene } from '@telaio/shared/contracts'
import type { Board } from '@telaio/shared/ports'
import { vi } from 'vitest'
import { createArms } from './arms.ts'
import { type Hand, openHand } from './testing/open-hand.ts'

const LEASE_MS = 400
const WRITES = new Set(['create', 'update', 'remove'])

/** A panel of Ines’ on Franca’s board. `silence`: the panel is closed before it answers, and another is opened; `fault`: Miro gives it no answer. */
async function scene(): Promise<BoardScene> {
  const sandbox = await startMiroServer()
  const arms = createArms({
    onArrive: () => undefined,
    newId: () => randomBytes(16).toString('hex'),
    boardUrl: (id) => `https://miro.example/app/board/${id}/`,
    leaseMs: LEASE_MS,
    pollMs: 1000,
  })
  const faults: BoardFault[] = []
  const state = { writes: 0 }
  const hands: Hand[] = []
  const sit = async (board: string): Promise<void> => {
    hands.push(
      await openHand({
        sandbox,
        arms: () => arms,
        lab: 'lab',
        board,
        leaseMs: LEASE_MS,
        onCall: ({ do: what }, { die }) => {
          if (!WRITES.has(what)) return null
          state.writes += 1
          const fault = faults.shift()
          if (!fault || fault.kind === 'busy') return null
          if (fault.kind === 'fault') return fault.after ? 'fault-after' : 'fault-before'
          if (!fault.after) die()
          else setTimeout(die, LEASE_MS / 2)
          // somebody opens the panel again
          void sit(board)
          return fault.after ? 'fault-after' : null
        },
      }),
    )
  }
  const boardOf = async (id: string): Promise<Board> => {
    await sit(id)
    return vi.waitUntil(() => arms.open('lab', id))
  }
  const board = await boardOf(sandbox.boardId)
  const other = sandbox.createBoard({ name: 'Altrui', teamAccess: 'private', members: { 'ines-bianchi': 'editor' } })
  const closed = await boardOf(other)
  await sandbox.change(other, { members: { [sandbox.user('ines-bianchi').id]: null } })
  const deleted = sandbox.createBoard({ name: 'Via' })
  const missing = await boardOf(deleted)
  sandbox.removeBoard(deleted)
  return {
    board,
    closed,
    missing,
    byHand: async (kind, at, text) =>
      (
        await sandbox.byHand({ do: 'create', kind: kind === 'note' ? 'sticky_note' : 'table', ...at, ...(text === '' ? {} : { text }) })
      )[0] ?? '',
    move: async (id, to) => void (await sandbox.byHand({ do: 'move', items: [{ id, ...to }] })),
    remove: async (id) => void (await sandbox.byHand({ do: 'delete', ids: [id] })),
    next: (fault) => {
      if (fault.kind === 'busy')
        sandbox.faults.set({ sdkFailing: [{ command: '*', times: 1, message: 'Request rate limit exceeded, please try again later' }] })
      else faults.push(fault)
      return Promise.resolve()
    },
    count: () => Promise.resolve(sandbox.items().length),
    writes: () => Promise.resolve(state.writes),
    release: async () => {
      arms.close()
      for (const hand of hands) await hand.close()
      await sandbox.close()
    },
  }
}

boardContract('Miro through a panel', { open: scene })
