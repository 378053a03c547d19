import type { SmallLab } from './small-lab.ts'

/** One of everything that is logged of a board. */
export function onBoard(lab: SmallLab): void {
  const board = 'uXjVboard1='
  const [contribution = ''] = lab.lab.contributions.keys()
  const note = { contribution, part: 'text' }
  lab.record([
    { type: 'boardConnected', body: { board, meeting: 1, name: 'Board', link: 'https://board.example/b', writer: 'w'.repeat(43) } },
    { type: 'boardTroubled', body: { board, trouble: 'no-access' } },
    { type: 'placementRequested', body: { area: 'm1', board } },
    { type: 'placementStarted', body: { area: 'm1', board, left: 0, top: -1.5, items: 2 } },
    { type: 'itemsPlacing', body: { board, keys: ['m1/x1-1'] } },
    { type: 'itemsPlaced', body: { board, items: [{ key: 'm1/x1-1', item: '3458764', mark: 'm' }] } },
    { type: 'itemsUnplaced', body: { keys: ['m1/x1-1'] } },
    { type: 'placementEnded', body: { area: 'm1', outcome: 'failed', problem: 'no' } },
    { type: 'areaLocked', body: { area: 'm1' } },
    { type: 'templateDropped', body: { board, items: ['3458766'] } },
    { type: 'takeBackRequested', body: { area: 'm1' } },
    { type: 'placementEnded', body: { area: 'm1', outcome: 'taken-back' } },
    { type: 'notesWriting', body: { board, notes: [{ ...note, x: 1.5, y: 2 }] } },
    { type: 'notesWritten', body: { board, notes: [{ ...note, item: '3458765', text: 'birds', wrote: 'birds!' }] } },
    { type: 'notesClashed', body: { notes: [note] } },
    { type: 'noteSettled', body: { ...note, take: 'board' } },
    { type: 'notesGone', body: { notes: [note], why: 'missing' } },
    { type: 'boardReadRequested', body: { board } },
    {
      type: 'boardRead',
      body: {
        board,
        notes: 1,
        fresh: 0,
        strays: [{ item: '1', reason: 'outside' }],
        doubles: [{ ...note, item: '2' }],
        moved: [{ ...note, zone: 'outside' }],
      },
    },
    { type: 'doubleDismissed', body: { item: '2' } },
    { type: 'boardDisconnected', body: { board } },
  ])
}
