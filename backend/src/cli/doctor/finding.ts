import type { Bilingual } from '@telaio/shared/words'

/** One row of the table. `note`: worth knowing, nothing is broken · `bad`: something is wrong, and the words say what to do. */
export interface Finding {
  readonly state: 'good' | 'note' | 'bad'
  readonly what: Bilingual
  readonly found: Bilingual
}

const both = (text: string | Bilingual): Bilingual => (typeof text === 'string' ? { it: text, en: text } : text)
const finding =
  (state: Finding['state']) =>
  (what: string | Bilingual, found: string | Bilingual): Finding => ({ state, what: both(what), found: both(found) })

export const good = finding('good')
export const note = finding('note')
export const bad = finding('bad')
