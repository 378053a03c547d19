/**
 * A model that turns texts into vectors: the same length for all, one a text, in order. Never needed; where there is one, what rests on it is labelled. Rejects with an
 * error that says what to do when the model cannot be reached or answers with something else.
 */
export interface Embedder {
  /** As shown beside its suggestions. */
  readonly name: string
  readonly embed: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>
}
