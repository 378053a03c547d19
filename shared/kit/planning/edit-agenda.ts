import type { BlockKind } from '../block-kind.ts'
import type { Block, Grouping, KitMeeting } from '../kit.ts'

/** The least and the most minutes of a block, as its schema has them. */
export const BLOCK_MINUTES = { least: 1, most: 240 } as const

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n))
const withAgenda = (meeting: KitMeeting, agenda: readonly Block[]): KitMeeting => ({ ...meeting, agenda: withMomentsInOrder(agenda) })

/** Mixed moments are numbered 1, 2, 3… with no gap. A number that is still there keeps its place among the others, so that formed groups stay theirs. */
function withMomentsInOrder(agenda: readonly Block[]): Block[] {
  const used = [...new Set(agenda.flatMap(({ grouping }) => (grouping.groups === 'mixed' ? [grouping.moment] : [])))].sort((a, b) => a - b)
  return agenda.map((block) => {
    const { grouping } = block
    if (grouping.groups !== 'mixed') return block
    const moment = used.indexOf(grouping.moment) + 1
    return moment === grouping.moment ? block : { ...block, grouping: { ...grouping, moment } }
  })
}

/** Number of the next mixed moment of a meeting. */
export const nextMoment = (agenda: readonly Block[]): number =>
  Math.max(0, ...agenda.map(({ grouping }) => (grouping.groups === 'mixed' ? grouping.moment : 0))) + 1

/** The id wished for, or with the first number behind it that nothing in the list has. Ids are at most 40 characters. */
export function freeId(wished: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`
    const id = `${wished.slice(0, 40 - end.length)}${end}`
    if (!used.has(id)) return id
  }
}

/** People a mixed group has, where nothing says how many. */
export const USUAL_SIZE = 5

/** Grouping and rooms that a block of this kind starts with. */
function groupingOf(kind: BlockKind, agenda: readonly Block[]): { grouping: Grouping; rooms: boolean } {
  if (kind === 'project-groups') return { grouping: { groups: 'project' }, rooms: true }
  if (kind === 'mixed-groups') return { grouping: { groups: 'mixed', moment: nextMoment(agenda), size: USUAL_SIZE }, rooms: true }
  return { grouping: { groups: 'none' }, rooms: false }
}

/** Minutes that a new block starts with, by its kind. */
const USUAL_MINUTES: Readonly<Record<BlockKind, number>> = {
  plenary: 15,
  framing: 10,
  individual: 8,
  'project-groups': 30,
  'mixed-groups': 30,
  break: 10,
}

/** A new block of a kind, with its minutes and groups as such blocks usually have them. */
export const newBlock = (meeting: KitMeeting, kind: BlockKind, title: Block['title']): Block => ({
  id: freeId(
    kind,
    meeting.agenda.map(({ id }) => id),
  ),
  kind,
  minutes: USUAL_MINUTES[kind],
  title,
  steps: [],
  ...groupingOf(kind, meeting.agenda),
  zones: [],
  writing: 'open',
})

/** Puts blocks into the agenda before place `at` (0: the beginning; past the end: the end). */
export const insertBlocks = (meeting: KitMeeting, at: number, blocks: readonly Block[]): KitMeeting =>
  withAgenda(meeting, meeting.agenda.toSpliced(clamp(at, 0, meeting.agenda.length), 0, ...blocks))

/** Moves a block so that it stands at place `to` of the new agenda. */
export function moveBlock(meeting: KitMeeting, id: string, to: number): KitMeeting {
  const from = meeting.agenda.findIndex((block) => block.id === id)
  const block = meeting.agenda[from]
  if (!block) return meeting
  const place = clamp(to, 0, meeting.agenda.length - 1)
  return place === from ? meeting : withAgenda(meeting, meeting.agenda.toSpliced(from, 1).toSpliced(place, 0, block))
}

/** Takes a block out of the agenda; the last one stays. Zones stay too: `warnings` names those in which nobody writes any more. */
export const removeBlock = (meeting: KitMeeting, id: string): KitMeeting =>
  meeting.agenda.length < 2
    ? meeting
    : withAgenda(
        meeting,
        meeting.agenda.filter((block) => block.id !== id),
      )

/** Puts the same block once more right after itself, under an id of its own. */
export function duplicateBlock(meeting: KitMeeting, id: string): KitMeeting {
  const at = meeting.agenda.findIndex((block) => block.id === id)
  const block = meeting.agenda[at]
  if (!block) return meeting
  const copy = {
    ...block,
    id: freeId(
      // the copy of `tree-2` is `tree-3`
      block.id.replace(/-\d+$/, ''),
      meeting.agenda.map((one) => one.id),
    ),
  }
  return insertBlocks(meeting, at + 1, [copy])
}

/** Parts a block in two that share its minutes; `first` minutes stay with the first. What lasts one minute cannot be parted. */
export function splitBlock(meeting: KitMeeting, id: string, first?: number): KitMeeting {
  const block = meeting.agenda.find((one) => one.id === id)
  if (!block || block.minutes < 2) return meeting
  const minutes = clamp(first ?? Math.ceil(block.minutes / 2), 1, block.minutes - 1)
  const doubled = duplicateBlock(meeting, id)
  const second = doubled.agenda[doubled.agenda.findIndex((one) => one.id === id) + 1]
  return withAgenda(
    doubled,
    doubled.agenda.map((one) =>
      one.id === id ? { ...one, minutes } : one.id === second?.id ? { ...one, minutes: block.minutes - minutes } : one,
    ),
  )
}

/** The meeting with one of its blocks changed. */
export const changeBlock = (meeting: KitMeeting, id: string, change: (block: Block) => Block): KitMeeting =>
  withAgenda(
    meeting,
    meeting.agenda.map((block) => (block.id === id ? change(block) : block)),
  )

/** Gives a block another kind, and the groups that go with it. Individual work stays in the groups that it had. */
export const withKind = (meeting: KitMeeting, id: string, kind: BlockKind): KitMeeting =>
  changeBlock(meeting, id, (block) => {
    if (block.kind === kind) return block
    const usual = groupingOf(kind, meeting.agenda)
    if (kind === 'individual') return { ...block, kind, rooms: false }
    return { ...block, kind, ...(block.grouping.groups === usual.grouping.groups ? { rooms: usual.rooms } : usual) }
  })

/** Takes a zone off the canvas and out of every block; the last one stays. What refers to it elsewhere is for `checkKit` to name. */
export const removeZone = (meeting: KitMeeting, id: string): KitMeeting =>
  meeting.canvas.zones.length < 2
    ? meeting
    : {
        ...meeting,
        canvas: { ...meeting.canvas, zones: meeting.canvas.zones.filter((zone) => zone.id !== id) },
        agenda: meeting.agenda.map((block) =>
          block.zones.includes(id) ? { ...block, zones: block.zones.filter((zone) => zone !== id) } : block,
        ),
      }
