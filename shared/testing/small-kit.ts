import { Kit } from '../kit/index.ts'

const both = (text: string) => ({ it: text, en: text })
const zone = (id: string, answer: unknown, more: object = {}) => ({
  id,
  title: both(id),
  question: both(`${id}?`),
  answer,
  expected: 5,
  leadsTo: [{ to: 'block', block: 'B1' }],
  ...more,
})

/** Two short meetings with every kind of answer, of grouping and of writing: small enough for thousands of random labs. */
export const smallKit: Kit = Kit.parse({
  name: 'small',
  version: 1,
  title: both('Small'),
  summary: both('Small'),
  language: 'it',
  licence: 'CC0-1.0',
  credits: both('Test'),
  assumes: { minutes: 20, people: 6, projectGroups: 2 },
  sectors: [
    { id: 'environment', title: both('Environment'), thread: 'environment' },
    { id: 'social', title: both('Social'), thread: 'social' },
  ],
  meetings: [
    {
      number: 1,
      title: both('One'),
      purpose: both('Begin'),
      canvas: {
        id: 'C1',
        title: both('First'),
        zones: [
          zone('C1.1', { type: 'person' }, { leadsTo: [{ to: 'directory' }] }),
          zone(
            'C1.2',
            { type: 'cards' },
            {
              mayBeAnonymous: true,
              leadsTo: [
                { to: 'block', block: 'B1' },
                { to: 'zone', zone: 'C2.1' },
              ],
            },
          ),
          zone('C1.3', { type: 'term' }, { leadsTo: [{ to: 'glossary' }] }),
          zone('C1.4', { type: 'votes', dots: 3, on: 'C1.2' }),
        ],
      },
      agenda: [
        {
          id: 'silent',
          kind: 'individual',
          minutes: 5,
          title: both('Silent'),
          prompt: both('Write'),
          grouping: { groups: 'mixed', moment: 1, size: 2 },
          rooms: false,
          zones: ['C1.1', 'C1.2'],
          writing: 'private-first',
        },
        {
          id: 'mixed',
          kind: 'mixed-groups',
          minutes: 10,
          title: both('Mixed'),
          prompt: both('Talk'),
          grouping: { groups: 'mixed', moment: 1, size: 2 },
          rooms: true,
          zones: ['C1.2', 'C1.3'],
        },
        {
          id: 'vote',
          kind: 'plenary',
          minutes: 5,
          title: both('Vote'),
          prompt: both('Vote'),
          grouping: { groups: 'none' },
          rooms: false,
          zones: ['C1.4'],
        },
      ],
    },
    {
      number: 2,
      title: both('Two'),
      purpose: both('Go on'),
      canvas: {
        id: 'C2',
        title: both('Second'),
        zones: [
          zone('C2.1', { type: 'sentence' }, { from: ['C1.2'] }),
          zone('C2.2', {
            type: 'table',
            columns: [
              { id: 'what', title: both('What') },
              {
                id: 'state',
                title: both('State'),
                options: [
                  { id: 'start', title: both('Start') },
                  { id: 'stop', title: both('Stop') },
                ],
              },
            ],
          }),
          zone('C2.3', { type: 'triple' }, { leadsTo: [{ to: 'block', block: 'B2' }, { to: 'vademecum' }] }),
          zone('C2.4', { type: 'rating', criteria: [{ id: 'useful', title: both('Useful') }], on: 'C2.1' }),
          zone('C2.5', { type: 'consent', on: 'C2.1' }),
          zone('C2.6', { type: 'commitments' }, { leadsTo: [{ to: 'next-opening' }] }),
        ],
      },
      agenda: [
        {
          id: 'work',
          kind: 'project-groups',
          minutes: 10,
          title: both('Work'),
          prompt: both('Work'),
          grouping: { groups: 'project' },
          rooms: true,
          zones: ['C2.1', 'C2.2', 'C2.3'],
        },
        {
          id: 'close',
          kind: 'plenary',
          minutes: 10,
          title: both('Close'),
          prompt: both('Close'),
          grouping: { groups: 'none' },
          rooms: false,
          zones: ['C2.4', 'C2.5', 'C2.6'],
        },
      ],
    },
  ],
  finalCanvas: {
    title: both('Final'),
    blocks: [
      { id: 'B1', title: both('B1'), question: both('?') },
      { id: 'B2', title: both('B2'), question: both('?') },
    ],
  },
})
