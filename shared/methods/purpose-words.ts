import type { MethodPurpose } from '../kit/method.ts'
import type { Bilingual } from '../words/bilingual.ts'

/** What a purpose is called where people choose by it. */
export const PURPOSE_WORDS: Readonly<Record<MethodPurpose, Bilingual>> = {
  'open-and-close': { it: 'Aprire e chiudere', en: 'Open and close' },
  'get-to-know': { it: 'Conoscersi', en: 'Get to know each other' },
  explore: { it: 'Esplorare', en: 'Explore' },
  understand: { it: 'Capire', en: 'Understand' },
  imagine: { it: 'Immaginare', en: 'Imagine' },
  order: { it: 'Mettere in ordine', en: 'Put in order' },
  choose: { it: 'Scegliere', en: 'Choose' },
  'help-each-other': { it: 'Aiutarsi', en: 'Help each other' },
  agree: { it: 'Accordarsi', en: 'Agree' },
  plan: { it: 'Pianificare', en: 'Plan' },
  'look-back': { it: 'Guardare indietro', en: 'Look back' },
}
