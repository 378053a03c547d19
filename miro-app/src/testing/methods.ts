import type { Repertoire } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'

const said = (it: string, en = it): Bilingual => ({ it, en })

/** Two methods, one in each of two collections: a grid of four fields, and one that brings no field. */
export const repertoire: Repertoire = {
  collections: [
    { id: 'ours', title: said('Nostri', 'Ours'), licence: 'CC-BY-SA-4.0', credit: said('Noi', 'Us') },
    { id: 'theirs', title: said('Loro', 'Theirs'), licence: 'CC-BY-4.0', credit: said('Loro', 'Them') },
  ],
  methods: [
    {
      id: 'swot',
      collection: 'ours',
      title: said('Analisi SWOT', 'SWOT analysis'),
      summary: said('Quattro riquadri da riempire.', 'Four quadrants to fill.'),
      when: said('Prima di scegliere.', 'Before choosing.'),
      purposes: ['understand'],
      minutes: { least: 30, most: 45 },
      people: { least: 4, most: null, arrangement: said('Gruppi di quattro.', 'Groups of four.') },
      steps: [{ minutes: 8, text: said('Scrivi in silenzio.', 'Write in silence.') }],
      advice: said('Dentro e fuori.', 'Inside and outside.'),
      licence: 'CC-BY-SA-4.0',
      credit: said('Un’idea degli anni Sessanta.', 'An idea of the sixties.'),
      brings: {
        blocks: [
          {
            id: 'fill',
            kind: 'individual',
            minutes: 8,
            title: said('Riempire', 'Filling'),
            steps: [],
            groups: 'project',
            moment: 1,
            rooms: false,
            zones: ['swot'],
            writing: 'open',
          },
        ],
        zones: [
          {
            id: 'swot',
            title: said('SWOT'),
            question: said('Che cosa ci aiuta?', 'What helps us?'),
            answer: { type: 'cards' },
            lanes: ['Forze', 'Debolezze', 'Opportunità', 'Minacce'].map((title, i) => ({ id: `l${i}`, title: said(title) })),
            mayBeAnonymous: false,
            expected: 12,
          },
        ],
      },
    },
    {
      id: 'circle',
      collection: 'theirs',
      title: said('Cerchio', 'Circle'),
      summary: said('Ci si ascolta.', 'People listen.'),
      when: said('All’inizio.', 'At the start.'),
      purposes: ['open-and-close'],
      minutes: { least: 10, most: 10 },
      people: { least: 3, most: 12, arrangement: said('Insieme.', 'Together.') },
      steps: [{ text: said('Parlate a turno.', 'Take turns.') }],
      licence: 'CC-BY-4.0',
      credit: said('Un uso antico.', 'An old custom.'),
      source: 'https://circle.example',
      brings: {
        blocks: [
          {
            id: 'talk',
            kind: 'plenary',
            minutes: 10,
            title: said('Giro', 'Round'),
            steps: [],
            groups: 'none',
            moment: 1,
            rooms: false,
            zones: [],
            writing: 'open',
          },
        ],
        zones: [],
      },
    },
  ],
}
