import type { Bilingual } from '@telaio/shared/words'

/** A model that gave no vectors. `words` say why, without address or key: they are shown to organisers, too. */
export class ModelSilent extends Error {
  override readonly name = 'ModelSilent'
  readonly words: Bilingual
  constructor(words: Bilingual) {
    super(words.en)
    this.words = words
  }
}

/** Refuses what is no set of vectors, one a text, all of one length. */
export function checkVectors(vectors: readonly (readonly number[])[], texts: number, length: number | null): void {
  const odd = new ModelSilent({ it: 'i suoi vettori non hanno la stessa lunghezza', en: 'its vectors are not of one length' })
  if (vectors.length !== texts)
    throw new ModelSilent({ it: 'non ha dato un vettore per nota', en: 'it did not give a vector for each note' })
  for (const vector of vectors) {
    if (vector.length !== (length ?? vectors[0]?.length) || vector.length === 0 || vector.length > LENGTH_MAX) throw odd
    if (!vector.every(Number.isFinite)) throw new ModelSilent({ it: 'i suoi vettori non sono numeri', en: 'its vectors are no numbers' })
  }
}

/** Longer ones than those of any model for sentences would only fill memory. */
const LENGTH_MAX = 8192
