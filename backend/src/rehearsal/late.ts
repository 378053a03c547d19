import type { BlockItem } from '@telaio/shared/view'
import { groupsIn } from './groups.ts'
import type { Slot } from './slots.ts'
import type { Session, Stage, Task } from './stage.ts'
import { writingTasks } from './writing.ts'

/**
 * Notes for blocks that are over: one, by somebody of a group that wrote in the last of these; after the meeting perhaps by somebody who was away, and
 * with it every note of a file that is still waiting.
 */
export function lateTasks(
  stage: Stage,
  session: Session,
  blocks: readonly BlockItem[],
  isClosed: boolean,
  window: { from: number; to: number },
): Task[] {
  const { random, number, mixed, present, away } = session
  const written = blocks.filter(({ zones }) => zones.length > 0)
  const tasks: Task[] = []
  for (const block of written.toReversed()) {
    const slot = block.grouping.groups === 'none' ? null : oneSlot(stage, session, block, isClosed ? [...present, ...away] : present)
    if (!slot) continue
    tasks.push(...writingTasks(stage, [slot], { meeting: number, block, ...window, isLate: true }, random))
    break
  }
  if (isClosed && stage.notes)
    for (const one of written)
      for (const id of one.zones) {
        const groups = groupsIn(stage, one, mixed, present).filter(({ people }) => people.length > 0)
        for (let i = 0; groups.length > 0 && stage.notes.left(number, id) > 0; i++) {
          const group = groups[i % groups.length]
          const text = stage.notes.take(number, id)
          if (!group || text === undefined) break
          const slot: Slot = { zone: stage.programme.zoneOf(number, id), group, client: random.pick(group.people), text }
          tasks.push(...writingTasks(stage, [slot], { meeting: number, block: one, ...window, isLate: true }, random))
        }
      }
  return tasks
}

/** One person and one zone of a block; in a zone of cards the next note of the file, where words come from one. */
function oneSlot(stage: Stage, { number, mixed, random }: Session, block: BlockItem, people: Parameters<typeof groupsIn>[3]): Slot | null {
  const zones = block.zones
    .map((id) => stage.programme.zoneOf(number, id))
    .filter(
      ({ id, answer }) =>
        ['term', 'triple', 'commitments'].includes(answer.type) ||
        (answer.type === 'cards' && (!stage.notes || stage.notes.left(number, id) > 0)),
    )
  const groups = groupsIn(stage, block, mixed, people).filter((group) => group.people.length > 0)
  if (zones.length === 0 || groups.length === 0) return null
  const [zone, group] = [random.pick(zones), random.pick(groups)]
  const text = zone.answer.type === 'cards' ? stage.notes?.take(number, zone.id) : undefined
  return { zone, group, client: random.pick(group.people), ...(text === undefined ? {} : { text }) }
}
