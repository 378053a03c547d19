import type { Bilingual } from '@telaio/shared/words'

/** Words about the model that may help with themes. */
export const modelWords = {
  use: { it: 'Suggerisci anche con il modello «{name}»', en: 'Suggest with the model “{name}” too' },
  away: {
    it: 'I testi delle note escono da questo server e vanno a {host}. Restano qui quelle anonime, nascoste o riservate, i nomi, e le note di chi si è fatto cancellare.',
    en: 'The texts of notes leave this server and go to {host}. Anonymous, hidden and private notes stay here, so do names, and notes of people who had themselves erased.',
  },
  here: {
    it: 'Il modello è su questo server: i testi delle note non ne escono.',
    en: 'The model is on this server: the texts of notes do not leave it.',
  },
  oneByOne: {
    it: 'Quello che suggerisce solo il modello porta il suo nome e si accetta una nota alla volta.',
    en: 'What only the model suggests bears its name, and is accepted one note at a time.',
  },
  reading: { it: 'Il modello legge le note: {n} di {all}.', en: 'The model reads the notes: {n} of {all}.' },
  helping: { it: 'Il modello aiuta a suggerire.', en: 'The model helps with suggestions.' },
  fallen: {
    it: 'I suggerimenti vengono dalle sole parole. Per riprovare, usa di nuovo la casella.',
    en: 'Suggestions come from the words alone. To try again, use the box once more.',
  },
  by: { it: 'solo con il modello {name}', en: 'only with the model {name}' },
} as const satisfies Record<string, Bilingual>
