import { type Lab, noteWork, type Progress, type RegisterRow, Table } from '../../lab/index.ts'
import type { PersonItem } from '../items.ts'
import { namesakes } from '../same-name.ts'
import { collect, type Projection, whole } from '../projection.ts'
import { beginningsFor } from './carried.ts'
import { comments, heldBy, stepItem } from './compile.ts'
import { voicesFor } from './voices.ts'
import { authorItem, entryItem, isShown, nameOf, noteItem } from '../show.ts'
import type { Part, Scene } from '../viewer.ts'

type P = Extract<Part, { kind: 'staff' }>

/** Organisers who do not also conduct see help and progress – how much is written and not revealed is progress too – only afterwards. */
const maySeeProgress = (lab: Lab, part: P, meeting: number): boolean => part.facilitator || lab.meetings[meeting]?.status === 'closed'

/** Notes whose text stands in the register change when it does. */
export function personAnswers(before: Scene, after: Scene): string[] {
  if (before.people === after.people) return []
  const rows = new Set(Table.changed(before.people, after.people))
  const touched: string[] = []
  for (const note of after.lab.contributions.values())
    if (note.answer.type === 'person' && note.answer.row !== null && rows.has(note.answer.row)) touched.push(note.id)
  return touched
}

const personItem = ({ lab, people }: Scene, id: string): PersonItem | undefined => {
  const person = lab.people.get(id)
  if (!person) return undefined
  const row: RegisterRow | undefined = people.get(person.row)
  const known = row?.kind === 'person' ? row : undefined
  return {
    id,
    name: known?.name ?? '',
    email: known?.email ?? null,
    organisation: known?.organisation ?? null,
    sector: person.sector,
    profession: person.profession,
    territory: person.territory,
    roles: person.roles,
    consents: person.consents,
    invited: person.invite !== null,
    bound: [...lab.subjects.values()].includes(id),
    erased: person.erased,
    groups: lab.memberOf.get(id) ?? [],
  }
}

/** What those who run the lab see: everybody, all revealed notes with their authors, progress, requests. */
export const staff: readonly Projection<P>[] = [
  whole<P, 'people'>(
    'people',
    (scene) =>
      [...scene.lab.people.values()].flatMap((person) => {
        const item = personItem(scene, person.id)
        return item ? [[person.id, item] as const] : []
      }),
    ({ lab, people }) => [lab.people, lab.memberOf, lab.subjects, people],
  ),
  collect('notes', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note) => (isShown(note) ? { ...noteItem(scene, note), ...(note.hidden ? { hidden: true as const } : {}) } : undefined),
  }),
  collect('authors', {
    from: ({ lab }) => lab.contributions,
    globals: ({ lab, people }) => [lab.people, people],
    item: (scene, note) => (isShown(note) ? authorItem(scene, note) : undefined),
  }),
  collect('unrevealed', {
    from: ({ lab }) => lab.unrevealed,
    globals: ({ lab }, part) => (part.facilitator ? [] : [lab.meetings]),
    item: ({ lab }, count, part, id) => {
      const place = placeCount(id, count)
      return maySeeProgress(lab, part, place.meeting) ? place : undefined
    },
  }),
  collect('wrote', {
    from: ({ lab }) => lab.wrote,
    globals: ({ lab }, part) => (part.facilitator ? [] : [lab.meetings]),
    item: ({ lab }, count, part, id) => {
      const [block = '', person = ''] = id.split('|')
      return maySeeProgress(lab, part, Number(/^m(\d+)/.exec(block)?.[1])) ? { block, person, count } : undefined
    },
  }),
  collect('helps', {
    from: ({ lab }) => lab.helps,
    globals: ({ lab }, part) => (part.facilitator ? [] : [lab.meetings]),
    item: ({ lab }, help, part) => (maySeeProgress(lab, part, help.meeting) ? { ...help } : undefined),
  }),
  collect('entries', {
    from: ({ lab }) => lab.entries,
    item: ({ lab }, entry) => (entry.withheld ? entryItem(lab, entry.id) : undefined),
  }),
  collect('themes', { from: ({ lab }) => lab.themes, item: (_scene, theme) => theme }),
  collect('asides', { from: ({ lab }) => lab.asides, item: (_scene, aside) => aside }),
  comments<P>(),
  whole<P, 'steps'>(
    'steps',
    ({ lab }) => [...lab.steps.values()].map((step) => [String(step.seq), stepItem(lab, step)] as const),
    ({ lab }) => [lab.steps, lab.entries, lab.themes, lab.asides, lab.links, lab.kit, heldBy(lab)],
  ),
  collect('results', {
    from: ({ lab }) => lab.tallies,
    globals: ({ lab }, part) => [lab.results, ...(part.facilitator ? [] : [lab.meetings])],
    item: ({ lab }, { meeting, zone, ballots }, part, id) =>
      !lab.results.has(id) && maySeeProgress(lab, part, meeting) ? { meeting, zone, ballots, revealed: false as const } : undefined,
  }),
  collect('joins', {
    from: ({ lab }) => lab.joins,
    globals: ({ lab, people }) => [people, lab.people, lab.zoomSeen],
    item: (scene, join) =>
      join.status === 'waiting'
        ? {
            id: join.id,
            name: nameOf(scene, join.row),
            via: join.via,
            meeting: join.meeting,
            at: join.at,
            ...(join.participant === null ? {} : { seenOnly: true as const }),
            alike: namesakes(scene, join),
          }
        : undefined,
  }),
  collect('zoomMeetings', { from: ({ lab }) => lab.zoomMeetings, item: (_scene, meeting) => meeting }),
  whole<P, 'joinLink'>(
    'joinLink',
    ({ lab }) => (lab.joinLink === null ? [] : [['link', { version: lab.joinLink }]]),
    ({ lab }) => [lab.joinLink],
  ),
  collect<P, 'rooms', Scene['lab']['rooms'][number]>('rooms', {
    from: ({ lab }) => lab.rooms,
    item: (_scene, { lease, ...rooms }) => ({ ...rooms, leasedUntil: lease?.until ?? null }),
  }),
  whole<P, 'boards'>(
    'boards',
    ({ lab }) => {
      const { write, unsure, update, remove, take } = noteWork(lab)
      const waiting = new Map<string, number>()
      for (const { board } of [...write, ...unsure, ...update.map(({ note }) => note), ...remove, ...take])
        waiting.set(board, (waiting.get(board) ?? 0) + 1)
      return [...lab.boards.values()].map(
        ({ writer, readDue: _due, ...board }) =>
          [board.id, { ...board, panel: writer === null, waiting: waiting.get(board.id) ?? 0 }] as const,
      )
    },
    ({ lab }) => (lab.boards.size === 0 ? [lab.boards] : [lab.boards, lab.boardNotes, lab.placed, lab.contributions]),
  ),
  whole<P, 'placements'>(
    'placements',
    ({ lab, pace }) => {
      const placed = new Map<string, number>()
      for (const [key, { item, board }] of lab.placed.entries())
        if (item !== null && lab.placements.get(areaOf(key))?.board === board) placed.set(areaOf(key), (placed.get(areaOf(key)) ?? 0) + 1)
      return [...lab.placements.values()].map(
        (placement) =>
          [
            placement.area,
            { ...placement, ...(pace?.progress(lab, placement) ?? UNPACED), placed: placed.get(placement.area) ?? 0 },
          ] as const,
      )
    },
    (scene) => [scene.lab.placements, ...(scene.lab.placements.size === 0 ? [] : planned(scene))],
  ),
  whole<P, 'estimates'>(
    'estimates',
    ({ lab, pace }) => (lab.boards.size === 0 ? [] : (pace?.estimates(lab) ?? [])),
    (scene) => [scene.lab.boards, ...(scene.lab.boards.size === 0 ? [] : [scene.lab.placements, ...planned(scene)])],
  ),
  ...beginningsFor<P>(() => true),
  whole<P, 'grouping'>(
    'grouping',
    ({ lab }) => [['grouping', { wishes: lab.wishes, locked: lab.lockedSets }]],
    ({ lab }) => [lab.wishes, lab.lockedSets],
  ),
  collect('attendance', { from: ({ lab }) => lab.attendance, item: (_scene, one) => one }),
  collect('attended', { from: ({ lab }) => lab.attended, item: (_scene, one) => one }),
  collect('boardNotes', {
    from: ({ lab }) => lab.boardNotes,
    globals: ({ lab }) => [lab.boards],
    item: ({ lab }, { text: _text, wrote: _wrote, passing: _passing, x: _x, y: _y, ...note }) =>
      lab.boards.has(note.board) ? note : undefined,
  }),
  collect('spots', {
    from: ({ lab }) => lab.placed,
    globals: ({ lab }) => [lab.boards],
    item: ({ lab }, { board, item }, _part, key) =>
      item !== null && lab.boards.has(board) && SPOT.test(key) ? { board, item } : undefined,
  }),
  ...voicesFor<P>('staff'),
  collect('strays', { from: ({ lab }) => lab.strays, item: (_scene, stray) => stray }),
  whole<P, 'documents'>(
    'documents',
    ({ lab: { documents } }) => [['documents', { ...documents, logos: documents.logos.map(({ data: _data, ...logo }) => logo) }]],
    ({ lab }) => [lab.documents],
  ),
  collect('doubles', { from: ({ lab }) => lab.doubles, item: (_scene, double) => double }),
]

const UNPACED: Progress = { stage: null, secondsLeft: null, stale: false, refused: 0 }

/** All that the plans of areas follow from. */
const planned = ({ lab, pace }: Scene): unknown[] => [
  lab.placed,
  lab.boards,
  lab.kit,
  lab.language,
  lab.title,
  lab.groups,
  lab.meetings,
  lab.carryRev,
  lab.entries,
  lab.links,
  ...(pace?.follows(lab) ?? []),
]

/** Keys of frames and zones: `m2`, `m2/opening`, `m2/framing/roles`, `m2/harvest-2`, `m2/g3`, `m2/g3/C2.1`, `canvas`, `canvas/B7`, `canvas/B7/ent_…`. */
const SPOT =
  /^(m\d+(\/((g\d+|x\d-\d+|all)(\/C\d+\.\d+)?|x\d|opening|results|parking|(harvest|commitments)(-\d+)?|framing\/[a-z0-9-]+))?|canvas(\/B\d+(\/ent_[0-9a-z]{26})?)?)$/
/** The area that a plan's key belongs to: what stands before the first slash. */
const areaOf = (key: string): string => key.split('/', 1)[0] ?? key

/** `m1/x2-3/C1.2` and its count. */
export function placeCount(id: string, count: number): { meeting: number; group: string; zone: string; count: number } {
  const [meeting = '', group = '', zone = ''] = id.split('/')
  return { meeting: Number(meeting.slice(1)), group, zone, count }
}
