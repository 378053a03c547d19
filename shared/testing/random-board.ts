import { boardOf, noteWork } from '../lab/index.ts'
import type { Scenario } from './scenario.ts'

export const BOARD = 'uXjVboard1='

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** Something that the backend logs of a board: it was connected, placed, written, read. */
export function boardHappens(lab: Scenario, { a, b, text }: { readonly a: number; readonly b: number; readonly text: string }): void {
  const { lab: now } = lab
  const board = boardOf(now, 'm1')
  if (!board)
    return lab.record([
      {
        type: 'boardConnected',
        body: { board: BOARD, meeting: null, name: 'Board', link: 'https://board.example/b', writer: 'w'.repeat(43) },
      },
    ])
  const { write, unsure, remove } = noteWork(now)
  const wanted = pick(write, a)
  const open = pick(unsure, a)
  const known = pick(
    [...now.boardNotes.values()].filter(({ item }) => item !== null),
    a,
  )
  const contribution = pick(
    [...now.contributions.values()].filter((one) => one.answer.type === 'cards'),
    a,
  )
  const asked = [...now.placements.values()].find(({ status }) => status === 'requested' || status === 'started')
  const item = `item${a}x${b}`
  const makers: (() => Parameters<Scenario['record']>[0])[] = [
    () => [
      {
        type: 'itemsPlacing',
        body: { board: board.id, keys: ['m1/x1-1/C1.2', 'm1/x1-2/C1.2'], ...(a % 2 ? { marks: ['1.2.s0,0,1,1', '3.4.s0,0,1,1'] } : {}) },
      },
    ],
    () =>
      contribution
        ? [{ type: 'itemsPlaced', body: { board: board.id, items: [{ key: carriedKey(contribution.id), item, mark: '1.2.s0,0,1,1' }] } }]
        : [],
    () => [
      {
        type: 'itemsChanging',
        body: { board: board.id, items: [{ key: pick([...now.placed.keys()], a) ?? 'm1/x1-1/C1.2', mark: '5.6.s0,0,1,1' }] },
      },
    ],
    () => [
      {
        type: 'itemsLeft',
        body: {
          board: board.id,
          keys: [pick([...now.placed.keys()], a) ?? 'm1/x1-1/C1.2'],
          why: (['refused', 'deleted', 'spared'] as const)[b % 3] ?? 'refused',
          ...(a % 2 ? { problem: 'no' } : {}),
        },
      },
    ],
    () => [
      {
        type: 'itemsPlaced',
        body: {
          board: board.id,
          items: [
            { key: 'm1/x1-1/C1.2', item, mark: 'm' },
            { key: 'm1/x1-2/C1.2', item: `${item}b`, mark: 'm' },
          ],
        },
      },
    ],
    () => [{ type: 'itemsUnplaced', body: { keys: [b % 2 ? 'm1/x1-1/C1.2' : 'm1/x1-2/C1.2'] } }],
    () => (asked ? [{ type: 'placementStarted', body: { area: asked.area, board: board.id, left: a, top: b, items: 9 } }] : []),
    () => (asked ? [{ type: 'placementEnded', body: { area: asked.area, outcome: 'failed', problem: 'no' } }] : []),
    () =>
      wanted
        ? [
            {
              type: 'notesWriting',
              body: { board: board.id, notes: [{ contribution: wanted.contribution, part: wanted.part, x: a, y: b }] },
            },
          ]
        : [],
    () =>
      open
        ? [
            {
              type: 'notesWritten',
              body: {
                board: board.id,
                notes: [
                  {
                    contribution: open.contribution,
                    part: open.part,
                    item,
                    text: noteText(lab, open.contribution),
                    wrote: noteText(lab, open.contribution),
                  },
                ],
              },
            },
          ]
        : [],
    () =>
      contribution && !contribution.redacted
        ? [
            {
              type: 'notesWritten',
              body: {
                board: board.id,
                notes: [{ contribution: contribution.id, part: 'text', item, text: noteText(lab, contribution.id) }],
              },
            },
          ]
        : [],
    () => (known ? [{ type: 'notesClashed', body: { notes: [known].map(refOf) } }] : []),
    () =>
      known
        ? [
            {
              type: 'notesGone',
              body: { notes: [known].map(refOf), why: (['missing', 'refused', 'again', 'removed'] as const)[b % 4] ?? 'missing' },
            },
          ]
        : [],
    () => remove.map((note) => ({ type: 'notesGone', body: { notes: [refOf(note)], why: 'removed' } })),
    () => [{ type: 'boardTroubled', body: { board: board.id, trouble: b % 2 ? 'busy' : null } }],
    () => [
      {
        type: 'boardRead',
        body: {
          board: board.id,
          notes: a,
          fresh: b,
          strays: [{ item, reason: 'outside' }],
          doubles: known ? [{ ...refOf(known), item: `${item}d` }] : [],
          moved: known ? [{ ...refOf(known), zone: 'm1/x1-2/C1.2' }] : [],
        },
      },
    ],
    () => [
      {
        type: 'contributed',
        body: {
          contribution: lab.newId('con'),
          meeting: 1,
          group: 'x1-1',
          zone: 'C1.2',
          block: 'mixed',
          answer: { type: 'cards', text },
          author: null,
          private: false,
          late: false,
          board: board.id,
        },
      },
    ],
  ]
  lab.record(pick(makers, a + b)?.() ?? [])
}

const carriedKey = (contribution: string): string => `m2/g1/C2.1/from/${contribution}`
const refOf = ({ contribution, part }: { readonly contribution: string; readonly part: string }) => ({ contribution, part })
/** The words of a note of one text. */
function noteText(lab: Scenario, id: string): string {
  const answer = lab.lab.contributions.get(id)?.answer
  return answer && 'text' in answer ? answer.text : ''
}
