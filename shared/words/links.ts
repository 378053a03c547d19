import type { LinkKind } from '../lab/index.ts'
import type { Bilingual } from './bilingual.ts'

/** What a link of the reasoned map says, read from the first entry to the second. */
export const LINK_WORDS: Readonly<Record<LinkKind, Bilingual>> = {
  'leads-to': { it: 'porta a', en: 'leads to' },
  needs: { it: 'ha bisogno di', en: 'needs' },
  supports: { it: 'sostiene', en: 'supports' },
  against: { it: 'è in tensione con', en: 'is in tension with' },
}
