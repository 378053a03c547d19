import type { BlockItem, GroupItem, HelpItem, Items, MeetingItem, RoomsItem } from '../view/index.ts'
import { blockOf, blocksOf, groupsOfBlock, nextBlock } from './blocks.ts'
import { openHelps, progressOf } from './progress.ts'

/** One thing that whoever conducts has to do next. */
export type NextStep =
  | { readonly kind: 'help'; readonly help: HelpItem }
  | { readonly kind: 'open-meeting' }
  | { readonly kind: 'rooms-open'; readonly block: BlockItem; readonly rooms: number }
  | { readonly kind: 'rooms-close' }
  /** Notes of the running block that nobody but their authors has seen. */
  | { readonly kind: 'reveal'; readonly notes: number; readonly groups: readonly GroupItem[] }
  | { readonly kind: 'block'; readonly block: BlockItem; readonly isDue: boolean }
  | { readonly kind: 'end-block'; readonly isDue: boolean }
  | { readonly kind: 'close-meeting' }

export type StepItems = Pick<Items, 'blocks' | 'groups' | 'people' | 'zones' | 'notes' | 'unrevealed' | 'wrote' | 'helps' | 'rooms'>

const OVER: readonly RoomsItem['stage'][] = ['closed', 'failed']
const CLOSING: readonly RoomsItem['stage'][] = ['close-requested', 'closing']
/** From here on the end of the block is what one looks at. */
const NEAR_END_MS = 2 * 60_000

/**
 * The next three steps, the most pressing first: help that nobody has answered, rooms that the running block needs or no longer does, what is to be
 * revealed when its time ends, and the blocks that the run sheet has next. `left`: ms left of the running block, null where none runs.
 */
export function nextSteps(meeting: MeetingItem, items: StepItems, left: number | null): NextStep[] {
  if (meeting.status === 'planned') return [{ kind: 'open-meeting' }]
  if (meeting.status === 'closed') return []
  const steps: NextStep[] = openHelps(items.helps, meeting.number)
    .filter(({ status }) => status === 'asked')
    .map((help) => ({ kind: 'help', help }))
  const current = blockOf(items.blocks, meeting.number, meeting.current)
  const after = nextBlock(meeting, items.blocks)
  const stage = items.rooms[String(meeting.number)]?.stage
  const isOpen = stage !== undefined && !OVER.includes(stage)
  const wanted = (block: BlockItem | null): number =>
    block?.rooms ? groupsOfBlock(block, items.groups).filter(({ size }) => size > 0).length : 0
  const isDue = left !== null && left <= 0
  const reveal = current && revealStep(current, items)
  const isNear = left !== null && left <= NEAR_END_MS
  if (current && wanted(current) > 0 && !isOpen) steps.push({ kind: 'rooms-open', block: current, rooms: wanted(current) })
  if (reveal && isNear) steps.push(reveal)
  if (isOpen && !CLOSING.includes(stage) && (!current || wanted(current) === 0 || (isDue && wanted(after) === 0)))
    steps.push({ kind: 'rooms-close' })
  if (after) steps.push({ kind: 'block', block: after, isDue: current === null || isDue })
  else if (current) steps.push({ kind: 'end-block', isDue })
  else steps.push({ kind: 'close-meeting' })
  if (reveal && !isNear) steps.splice(-1, 0, reveal)
  if (after && wanted(after) > 0 && !isOpen) steps.push({ kind: 'rooms-open', block: after, rooms: wanted(after) })
  const blocks = blocksOf(meeting, items.blocks)
  const later = after ? blocks[blocks.findIndex(({ id }) => id === after.id) + 1] : undefined
  if (later) steps.push({ kind: 'block', block: later, isDue: false })
  else if (after) steps.push({ kind: 'close-meeting' })
  return steps.slice(0, 3)
}

function revealStep(block: BlockItem, items: StepItems): Extract<NextStep, { kind: 'reveal' }> | null {
  const waiting = progressOf(block, items, {}).filter(({ unrevealed }) => unrevealed > 0)
  const notes = waiting.reduce((sum, { unrevealed }) => sum + unrevealed, 0)
  return notes === 0 ? null : { kind: 'reveal', notes, groups: waiting.flatMap(({ group }) => group ?? []) }
}
