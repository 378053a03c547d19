import * as z from 'zod/mini'
import { KEPT_KEY } from './kept-key.ts'

/** What a reload must not lose: the invite that was used, and a token whose holder cannot prove themself again (a guest of Zoom, the common link). */
const Kept = z.object({
  invite: z.optional(z.string()),
  /** Name that was given or is known, to ask "are you …?" rather than take it for granted. */
  name: z.optional(z.string()),
  token: z.optional(
    z.object({
      token: z.string(),
      expiresAt: z.string(),
      /** The invite it came from. */
      invite: z.optional(z.string()),
      /** The Zoom client it belongs to: another participant on this machine must not inherit it. */
      zoom: z.optional(z.object({ meeting: z.string(), participant: z.string() })),
    }),
  ),
})
export type Kept = z.infer<typeof Kept>

export interface Keep {
  readonly read: () => Kept
  readonly write: (kept: Kept) => void
}

/** In the browser's storage, which a frame of somebody else's page may be denied: then only for as long as the page lives. */
export function keepIn(storage: () => Storage): Keep {
  let memory: Kept = {}
  return {
    read: () => {
      try {
        const read = Kept.safeParse(JSON.parse(storage().getItem(KEPT_KEY) ?? '{}'))
        return read.success ? read.data : memory
      } catch {
        return memory
      }
    },
    write: (kept) => {
      memory = kept
      try {
        storage().setItem(KEPT_KEY, JSON.stringify(kept))
      } catch {
        // denied or full: memory has it
      }
    },
  }
}
