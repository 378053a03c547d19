import fc from 'fast-check'
import {
  changeBlock,
  dropMethod,
  duplicateBlock,
  insertBlocks,
  type KitMeeting,
  Method,
  moveBlock,
  newBlock,
  removeBlock,
  splitBlock,
  usualLead,
  withKind,
} from '../kit/index.ts'
import { smallKit } from './small-kit.ts'

const both = (text: string) => ({ it: text, en: text })

/** A method with notes, votes on them, and groups of two sizes. */
export const method = Method.parse({
  id: 'silent-round',
  title: both('Silent round'),
  summary: both('x'),
  when: both('x'),
  purposes: ['explore'],
  minutes: { least: 10, most: 30 },
  people: { least: 2, most: null, arrangement: both('x') },
  steps: [{ text: both('x') }],
  licence: 'CC0-1.0',
  credit: both('x'),
  brings: {
    zones: [
      { id: 'ideas', title: both('Ideas'), question: both('?'), answer: { type: 'cards' }, expected: 6 },
      { id: 'dots', title: both('Dots'), question: both('?'), answer: { type: 'votes', dots: 2, on: 'ideas' }, expected: 6 },
    ],
    blocks: [
      {
        id: 'alone',
        kind: 'individual',
        minutes: 5,
        title: both('Alone'),
        prompt: both('Write'),
        groups: 'none',
        rooms: false,
        zones: ['ideas'],
      },
      {
        id: 'pairs',
        kind: 'mixed-groups',
        minutes: 8,
        title: both('Pairs'),
        prompt: both('Talk'),
        groups: 'mixed',
        size: 2,
        rooms: true,
        zones: ['ideas'],
      },
      {
        id: 'fours',
        kind: 'mixed-groups',
        moment: 2,
        minutes: 8,
        title: both('Fours'),
        prompt: both('Talk'),
        groups: 'mixed',
        size: 4,
        rooms: true,
        zones: ['dots'],
      },
    ],
  },
})

type Edit = (meeting: KitMeeting, n: number) => KitMeeting
/** Id of the block at a place, counted round and round. */
export const idAt = (meeting: KitMeeting, n: number): string => meeting.agenda[n % meeting.agenda.length]?.id ?? ''
export const KINDS = ['plenary', 'framing', 'individual', 'project-groups', 'mixed-groups', 'break'] as const
const EDITS: readonly Edit[] = [
  (meeting, n) => moveBlock(meeting, idAt(meeting, n), (n * 7) % 11),
  (meeting, n) => duplicateBlock(meeting, idAt(meeting, n)),
  (meeting, n) => splitBlock(meeting, idAt(meeting, n)),
  (meeting, n) => removeBlock(meeting, idAt(meeting, n)),
  (meeting, n) => insertBlocks(meeting, n % 9, [newBlock(meeting, KINDS[n % 6] ?? 'break', both('New'))]),
  (meeting, n) => changeBlock(meeting, idAt(meeting, n), (block) => ({ ...block, minutes: (n % 240) + 1 })),
  (meeting, n) => withKind(meeting, idAt(meeting, n), KINDS[n % 6] ?? 'break'),
  (meeting, n) => dropMethod(meeting, method, n % 9, usualLead(smallKit, meeting)) ?? meeting,
]
/** Things to do to an agenda, each with a number that says where and how much. */
export const edits = fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat(1000)), { maxLength: 12 })
/** A meeting after some edits. */
export const edited = (start: KitMeeting, steps: readonly (readonly [Edit, number])[]): KitMeeting =>
  steps.reduce((meeting, [edit, n]) => edit(meeting, n), start)
