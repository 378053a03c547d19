import type { BoardNote, LabBoard, Placement } from '../board.ts'
import type { Lab } from '../lab.ts'
import { noteKey, templateKey } from '../places.ts'
import type { Evolvers } from './evolvers.ts'

const changeBoard = (lab: Lab, id: string, patch: Partial<LabBoard>): Lab => ({
  ...lab,
  boards: lab.boards.update(id, (board) => ({ ...board, ...patch })),
})

const changeNotes = (
  lab: Lab,
  notes: readonly { readonly contribution: string; readonly part: string }[],
  patch: (note: BoardNote) => BoardNote | null,
): Lab => {
  let boardNotes = lab.boardNotes
  for (const { contribution, part } of notes) {
    const key = noteKey(contribution, part)
    const note = boardNotes.get(key)
    if (!note) continue
    const next = patch(note)
    boardNotes = next === null ? boardNotes.delete(key) : boardNotes.set(key, next)
  }
  return { ...lab, boardNotes }
}

/** A board is let go. What stands on it stays known, so that connecting it again does not write everything a second time. */
function without(lab: Lab, board: string): Lab {
  let { strays, doubles } = lab
  for (const [item, stray] of strays.entries()) if (stray.board === board) strays = strays.delete(item)
  for (const [item, double] of doubles.entries()) if (double.board === board) doubles = doubles.delete(item)
  let { placements } = lab
  for (const placement of placements.values())
    if (
      placement.board === board &&
      (placement.status === 'requested' || placement.status === 'started' || placement.status === 'taking-back')
    )
      placements = placements.set(placement.area, { ...placement, status: 'cancelled' })
  return { ...lab, boards: lab.boards.delete(board), placements, strays, doubles }
}

/** One board for a meeting, one for all the others: a new one takes the place of the one before. */
function succeed(lab: Lab, board: string, meeting: number | null): Lab {
  const former = [...lab.boards.values()].filter((one) => one.id !== board && one.meeting === meeting)
  return former.reduce((state, { id }) => without(state, id), lab)
}

const requested = (area: string, board: string, before: Placement | undefined, at: string): Placement => ({
  area,
  board,
  status: 'requested',
  problem: null,
  left: before?.board === board ? before.left : null,
  top: before?.board === board ? before.top : null,
  items: before?.board === board ? before.items : 0,
  spared: before?.board === board ? before.spared : 0,
  requestedAt: at,
  endedAt: null,
  lockedAt: null,
})

/** What a board refused is tried once more by the next placement. */
function triedAgain(lab: Lab, area: string): Lab['placed'] {
  let { placed } = lab
  for (const [key, { left }] of placed.entries()) if (left === 'refused' && key.split('/', 1)[0] === area) placed = placed.delete(key)
  return placed
}

const itemsOf = (lab: Lab, { area, board }: Placement): number =>
  [...lab.placed.entries()].filter(([key, one]) => one.item !== null && one.board === board && key.split('/', 1)[0] === area).length

/** Boards, what is placed on them, and the notes that stand for contributions. */
export const boards = {
  boardConnected: (lab, { body }) => ({
    ...succeed(lab, body.board, body.meeting),
    boards: succeed(lab, body.board, body.meeting).boards.set(body.board, {
      ...(lab.boards.get(body.board) ?? { id: body.board, reading: false, readDue: null, readAt: null, notes: 0, fresh: 0 }),
      meeting: body.meeting,
      name: body.name,
      link: body.link,
      writer: body.writer,
      by: body.by ?? null,
      trouble: null,
    }),
  }),
  boardDisconnected: (lab, { body }) => without(lab, body.board),
  boardTroubled: (lab, { body }) => changeBoard(lab, body.board, { trouble: body.trouble }),

  placementRequested: (lab, { body, at }) => ({
    ...lab,
    placed: triedAgain(lab, body.area),
    placements: lab.placements.set(body.area, requested(body.area, body.board, lab.placements.get(body.area), at)),
  }),
  placementStarted: (lab, { body }) => ({
    ...lab,
    placements: lab.placements.update(body.area, (placement) => ({
      ...placement,
      status: 'started' as const,
      left: body.left,
      top: body.top,
      items: body.items,
    })),
  }),
  takeBackRequested: (lab, { body, at }) => ({
    ...lab,
    placements: lab.placements.update(body.area, (placement) => ({
      ...placement,
      status: 'taking-back' as const,
      problem: null,
      items: itemsOf(lab, placement),
      spared: 0,
      requestedAt: at,
      endedAt: null,
    })),
  }),
  placementEnded: (lab, { body, at }) => ({
    ...lab,
    placements: lab.placements.update(body.area, (placement) => ({
      ...placement,
      status: body.outcome,
      problem: body.problem ?? placement.problem,
      spared: body.spared ?? placement.spared,
      endedAt: at,
    })),
  }),
  itemsPlacing: (lab, { body, at }) => ({
    ...lab,
    placed: body.keys.reduce(
      (placed, key, i) => placed.set(key, { board: body.board, item: null, mark: body.marks?.[i] ?? '', next: null, left: null, at }),
      lab.placed,
    ),
  }),
  itemsChanging: (lab, { body }) => ({
    ...lab,
    placed: body.items.reduce((placed, { key, mark }) => placed.update(key, (one) => ({ ...one, next: mark })), lab.placed),
  }),
  itemsPlaced: (lab, { body, at }) => ({
    ...lab,
    placed: body.items.reduce(
      (placed, { key, item, mark }) => placed.set(key, { board: body.board, item, mark, next: null, left: null, at }),
      lab.placed,
    ),
  }),
  areaLocked: (lab, { body, at }) => ({
    ...lab,
    placements: lab.placements.update(body.area, (placement) => ({ ...placement, lockedAt: at })),
  }),
  templateDropped: (lab, { body, at }) => ({
    ...lab,
    placed: body.items.reduce(
      (placed, item) => placed.set(templateKey(item), { board: body.board, item, mark: '', next: null, left: null, at }),
      lab.placed,
    ),
  }),
  itemsLeft: (lab, { body: { keys, why, problem } }) => {
    const placed = keys.reduce(
      (table, key) => table.update(key, (one) => ({ ...one, item: why === 'spared' ? one.item : null, left: why })),
      lab.placed,
    )
    if (problem === undefined) return { ...lab, placed }
    const areas = new Set(keys.map((key) => key.split('/', 1)[0] ?? key))
    return {
      ...lab,
      placed,
      placements: [...areas].reduce((table, area) => table.update(area, (one) => ({ ...one, problem })), lab.placements),
    }
  },
  itemsUnplaced: (lab, { body }) => ({ ...lab, placed: body.keys.reduce((placed, key) => placed.delete(key), lab.placed) }),

  notesWriting: (lab, { body, at }) => ({
    ...lab,
    boardNotes: body.notes.reduce(
      (notes, { contribution, part, x, y }) =>
        notes.set(noteKey(contribution, part), {
          contribution,
          part,
          board: body.board,
          item: null,
          text: '',
          wrote: '',
          passing: [],
          state: 'writing',
          take: null,
          at,
          x,
          y,
          movedTo: null,
        }),
      lab.boardNotes,
    ),
  }),
  notesWritten: (lab, { body, at }) => {
    let next = lab.boardNotes
    for (const { contribution, part, item, text, wrote } of body.notes) {
      const known = next.get(noteKey(contribution, part))
      // of a redacted contribution nothing is kept, whatever the board still said when it was written
      const redacted = lab.contributions.get(contribution)?.redacted === true
      next = next.set(noteKey(contribution, part), {
        contribution,
        part,
        board: body.board,
        item,
        text: redacted ? '' : text,
        wrote: redacted ? '' : (wrote ?? text),
        passing: [],
        state: 'written',
        take: null,
        at,
        x: known?.x ?? 0,
        y: known?.y ?? 0,
        movedTo: known?.item === item ? known.movedTo : null,
      })
    }
    return { ...lab, boardNotes: next }
  },
  notesGone: (lab, { body, at }) =>
    changeNotes(lab, body.notes, (note) =>
      body.why === 'again'
        ? null
        : {
            ...note,
            state: body.why,
            item: body.why === 'missing' ? note.item : null,
            text: '',
            wrote: '',
            passing: [],
            take: null,
            movedTo: null,
            at,
          },
    ),
  notesClashed: (lab, { body }) => changeNotes(lab, body.notes, (note) => ({ ...note, state: 'clash', take: null })),
  noteSettled: (lab, { body }) => changeNotes(lab, [body], (note) => ({ ...note, take: body.take })),

  boardReadRequested: (lab, { body }) => changeBoard(lab, body.board, { reading: true, readDue: null }),
  boardRead: (lab, { body, at }) => {
    let next = changeBoard(lab, body.board, { reading: false, readAt: at, notes: body.notes, fresh: body.fresh })
    let { strays, doubles } = next
    for (const [item, stray] of strays.entries()) if (stray.board === body.board) strays = strays.delete(item)
    for (const [item, double] of doubles.entries()) if (double.board === body.board) doubles = doubles.delete(item)
    for (const { item, reason } of body.strays) strays = strays.set(item, { item, board: body.board, reason })
    for (const double of body.doubles) doubles = doubles.set(double.item, { ...double, board: body.board })
    next = { ...next, strays, doubles }
    const zoneOf = new Map(body.moved.map(({ contribution, part, zone }) => [noteKey(contribution, part), zone]))
    const touched = [...next.boardNotes.values()].filter(
      (note) => note.board === body.board && note.movedTo !== (zoneOf.get(noteKey(note.contribution, note.part)) ?? null),
    )
    return changeNotes(next, touched, (note) => ({ ...note, movedTo: zoneOf.get(noteKey(note.contribution, note.part)) ?? null }))
  },
  doubleDismissed: (lab, { body }) => ({ ...lab, doubles: lab.doubles.delete(body.item), dismissed: lab.dismissed.set(body.item, true) }),
} satisfies Partial<Evolvers>
