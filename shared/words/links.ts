import type { LinkKind } from '../lab/index.ts'
import type { Bilingual } from './bilingual.ts'

/** What a link of the reasoned map says, read from the first entry to the second. */
export const LINK_WORDS: Readonly<Record<LinkKind, Bilingual>> = {
  'leads-to': { it: 'porta a', en: 'leads to' },
  needs: { it: 'ha bisogno di', en: 'needs' },
  supports: { it: 'sostiene', en: 'supports' },
  against: { it: 'è in tensione con', en: 'is in tension with' },
}

/** The same read from the second entry to the first. */
export const LINK_WORDS_BACK: Readonly<Record<LinkKind, Bilingual>> = {
  'leads-to': { it: 'viene da', en: 'comes from' },
  needs: { it: 'serve a', en: 'is needed by' },
  supports: { it: 'è sostenuta da', en: 'is supported by' },
  against: { it: 'è in tensione con', en: 'is in tension with' },
}
