import { boardOf, type Placement } from '../board.ts'
import { kitMeeting } from '../lab.ts'
import { areaMeeting, noteKey, templateKey } from '../places.ts'
import { accept, reject } from '../rejection.ts'
import type { Deciders } from './context.ts'

const isUnderWay = (status: Placement['status'] | undefined): boolean =>
  status === 'requested' || status === 'started' || status === 'taking-back'

/** What is asked of a board. The backend carries it out and logs what came of it. */
export const boardDeciders = {
  placeArea: (lab, { area }) => {
    const meeting = areaMeeting(area)
    if (meeting !== null && !kitMeeting(lab, meeting)) return reject('unknown_meeting', 'area', { meeting })
    const board = boardOf(lab, area)
    if (!board) return reject('no_board', 'area')
    const status = lab.placements.get(area)?.status
    if (isUnderWay(status)) return reject('placement_running', 'area')
    return accept({ events: [{ type: 'placementRequested', body: { area, board: board.id } }] })
  },
  takeBackArea: (lab, { area }) => {
    const placement = lab.placements.get(area)
    if (!placement || !lab.boards.has(placement.board)) return reject('no_board', 'area')
    if (isUnderWay(placement.status)) return reject('placement_running', 'area')
    for (const key of lab.placed.keys())
      if (key.split('/', 1)[0] === area) return accept({ events: [{ type: 'takeBackRequested', body: { area } }] })
    return reject('nothing_to_do', 'area')
  },
  markLocked: (lab, { area }) => {
    const placement = lab.placements.get(area)
    if (placement?.status !== 'done') return reject('no_board', 'area')
    return placement.lockedAt === null ? accept({ events: [{ type: 'areaLocked', body: { area } }] }) : reject('nothing_to_do', 'area')
  },
  reportTemplate: (lab, { board, items }) => {
    if (!lab.boards.has(board)) return reject('unknown_board', 'board')
    const fresh = items.filter((item) => !lab.placed.has(templateKey(item)))
    return fresh.length === 0
      ? reject('nothing_to_do', 'items')
      : accept({ events: [{ type: 'templateDropped', body: { board, items: fresh } }] })
  },
  cancelPlacement: (lab, { area }) => {
    const status = lab.placements.get(area)?.status
    return isUnderWay(status)
      ? accept({ events: [{ type: 'placementEnded', body: { area, outcome: 'cancelled' } }] })
      : reject('nothing_to_do')
  },
  harvestBoard: (lab, { board }) => {
    const found = lab.boards.get(board)
    if (!found) return reject('unknown_board', 'board')
    return found.reading ? reject('nothing_to_do') : accept({ events: [{ type: 'boardReadRequested', body: { board } }] })
  },
  disconnectBoard: (lab, { board }) =>
    lab.boards.has(board) ? accept({ events: [{ type: 'boardDisconnected', body: { board } }] }) : reject('unknown_board', 'board'),
  settleNote: (lab, { contribution, part, take }) => {
    const note = lab.boardNotes.get(noteKey(contribution, part))
    return note?.state === 'clash'
      ? accept({ events: [{ type: 'noteSettled', body: { contribution, part, take } }] })
      : reject('unknown_note', 'contribution')
  },
  rewriteNote: (lab, { contribution, part }) => {
    const note = lab.boardNotes.get(noteKey(contribution, part))
    return note?.state === 'missing' || note?.state === 'refused'
      ? accept({ events: [{ type: 'notesGone', body: { notes: [{ contribution, part }], why: 'again' } }] })
      : reject('unknown_note', 'contribution')
  },
  dismissDouble: (lab, { item }) =>
    lab.doubles.has(item) ? accept({ events: [{ type: 'doubleDismissed', body: { item } }] }) : reject('unknown_note', 'item'),
} satisfies Partial<Deciders>
