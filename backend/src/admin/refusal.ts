import type { Bilingual } from '@telaio/shared/words'

/** Why the command line's wish was refused, in words for whoever typed it. Thrown by admin operations; everything else that is thrown is a bug. */
export class AdminRefusal extends Error {
  override readonly name = 'AdminRefusal'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}
