import { createHmac, randomBytes } from 'node:crypto'
import type { MiroIds } from './model/miro-ids.ts'

const firstItem = 3_458_764_000_000_000_000n
const epoch = 1_700_000_000_000

export function randomMiroIds(): MiroIds {
  let last = 0n
  return {
    board: () => `uXjV${randomBytes(6).toString('base64url').slice(0, 7)}=`,
    item() {
      const now = firstItem + BigInt(Date.now() - epoch) * 1000n
      last = now > last ? now : last + 1n
      return last.toString()
    },
    token: () => randomBytes(24).toString('base64url'),
    session: () => randomBytes(12).toString('base64url'),
  }
}

const digest = (what: string, secret: string): Buffer => createHmac('sha256', secret).update(what).digest()

/** The same after a restart, another in another data directory: its secret differs. */
export const numericId = (what: string, secret: string): string =>
  `34587646${(digest(what, secret).readBigUInt64BE() % 100_000_000_000n).toString().padStart(11, '0')}`

/** The address of the board that is there from the start outlives a restart. */
export const lastingBoardId = (what: string, secret: string): string => `uXjV${digest(what, secret).toString('base64url').slice(0, 7)}=`
