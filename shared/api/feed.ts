import type { Changes } from '../view/index.ts'
import type { Items } from '../view/index.ts'

/**
 * Frames of the feed, as Server-Sent Events. Every numbered frame's `id` is `epoch-seq`.
 * `changes` – data is `Changes` · `reset` – data is `Reset` · `here` – keep-alive: the view is at this id, nothing to do ·
 * `presence` – unnumbered: who has a panel open, for those who run the lab.
 */
export type FrameKind = 'changes' | 'reset' | 'here' | 'presence'

/** Why a view is sent whole: a closed list (rule VW7). */
export const RESET_CAUSES = ['unknown-epoch', 'future-seq', 'too-old', 'redaction'] as const
export type ResetCause = (typeof RESET_CAUSES)[number]

export interface Reset {
  readonly cause: ResetCause
  readonly items: Items
}

/** People with an open panel, by person, with how many. Not an event: it is gone when they leave. */
export interface Presence {
  readonly here: Readonly<Record<string, number>>
  /** Entries of the final canvas that somebody is writing over now: people by entry. */
  readonly editing: Readonly<Record<string, readonly string[]>>
}

export type Frame =
  | { readonly kind: 'changes'; readonly at: string; readonly changes: Changes }
  | { readonly kind: 'reset'; readonly at: string; readonly reset: Reset }
  | { readonly kind: 'here'; readonly at: string }
  | { readonly kind: 'presence'; readonly presence: Presence }

/** `epoch-seq`, where a view is. */
export const atOf = (epoch: string, seq: number): string => `${epoch}-${seq}`

/** Reads `epoch-seq`, or a bare `seq` of the epoch of now. Null where it is neither. */
export function readAt(text: string): { epoch: string | null; seq: number } | null {
  const found = /^(?:([a-z0-9]{1,32})-)?(\d{1,12})$/.exec(text)
  return found ? { epoch: found[1] ?? null, seq: Number(found[2]) } : null
}

/** Header that carries the edit keys (SHA-256 preimages, comma-separated) of notes without author. */
export const EDIT_KEYS_HEADER = 'telaio-edit-keys'
/** A client makes this many keys ahead, so that its feed need not begin anew for each anonymous note. */
export const EDIT_KEYS_MAX = 64
