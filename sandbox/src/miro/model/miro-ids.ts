/** Ids in the shapes of Miro's own, so that what parses or escapes them wrongly fails here first. */
export interface MiroIds {
  /** Twelve characters that end with "=": in an address it must be escaped. */
  readonly board: () => string
  /** Nineteen digits, beyond what a JavaScript number holds; later ones are greater. */
  readonly item: () => string
  readonly token: () => string
  readonly session: () => string
}
