import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file that holds the boards between two starts. */
export interface Keeper {
  readonly kept: string | null
  /** Writes what is not there yet; whole, or not at all. */
  readonly save: (text: string) => void
}

export function createKeeper(dataDir: string): Keeper {
  const path = join(dataDir, 'sandbox-miro.json')
  let last = existsSync(path) ? readFileSync(path, 'utf8') : null
  return {
    kept: last,
    save(text) {
      if (text === last) return
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      // Tokens are in it: nobody else reads it.
      writeFileSync(`${path}.new`, text, { mode: 0o600 })
      renameSync(`${path}.new`, path)
      last = text
    },
  }
}
