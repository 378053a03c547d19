/**
 * A model that turns texts into vectors: the same length for all, one a text, in order. Never needed; where there is one, what rests on it is labelled. Rejects with
 * `ModelSilent` when it cannot be reached, takes too long, or answers with something else.
 */
export interface Embedder {
  /** As shown beside its suggestions. */
  readonly name: string
  /** The host that texts are sent to; null where they do not leave the machine. */
  readonly away: string | null
  readonly embed: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>
}
