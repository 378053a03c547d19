import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { PARTS } from './wire.ts'

const Prepared = z.object({
  lab: z.string(),
  board: z.string(),
  /** Invites of facilitator and participants by their key: they sign in with these for as long as the lab lives. */
  invites: z.record(z.string(), z.string()),
})
export type Prepared = z.infer<typeof Prepared>

const Kept = z.object({
  /** Ids of the commands that prepare follow from it: begun again after a fall, the same ones give the same lab. */
  seed: z.string(),
  /** Hashes of the tokens that have opened the stage. */
  doors: z.array(z.string()),
  prepared: Prepared.nullable(),
  done: z.array(z.enum(PARTS)),
})
export type Kept = z.infer<typeof Kept>

/** What outlives a restart: which lab is on the stage, and who may see it. */
export interface StageKeeper {
  readonly read: () => Kept
  readonly write: (patch: Partial<Kept>) => void
}

/** In the sandbox's data directory; null: for as long as the process lives. */
export function createStageKeeper(dataDir: string | null, newSeed: () => string): StageKeeper {
  const path = dataDir === null ? null : join(dataDir, 'sandbox-stage.json')
  let kept: Kept = (path !== null && existsSync(path) ? fromFile(path) : null) ?? { seed: newSeed(), doors: [], prepared: null, done: [] }
  return {
    read: () => kept,
    write(patch) {
      kept = { ...kept, ...patch }
      if (path === null) return
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      // Invites are in it: nobody else reads it.
      writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}

/** A file that cannot be read is no reason not to start: another lab is prepared. */
function fromFile(path: string): Kept | null {
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
