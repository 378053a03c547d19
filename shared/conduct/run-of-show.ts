import { agendaTimes } from '../kit/index.ts'
import { elapsed, lengthAhead } from '../lab/index.ts'
import type { BlockItem, MeetingItem } from '../view/index.ts'

/** A block of the agenda as it runs. Times are instants in ms. */
export interface ShownBlock {
  readonly block: BlockItem
  /** `left-out`: passed over on the way · `to-come`: still ahead, also where it ran before and one went back. */
  readonly state: 'done' | 'now' | 'to-come' | 'left-out'
  /** When the plan has it begin; null while the plan has no hour. */
  readonly planned: number | null
  /** When it began, or is now expected to; null where it was left out, or nothing can be said yet. */
  readonly at: number | null
}

/** The agenda as it really runs, beside what was planned. */
export interface RunOfShow {
  readonly blocks: readonly ShownBlock[]
  readonly plannedEnd: number | null
  /** When the meeting ends as things stand; null while nothing can be said of it. */
  readonly end: number | null
  /** How much later than planned (below zero: earlier), in ms; null where there is nothing to compare. */
  readonly late: number | null
}

/** A meeting held on another day than planned, or rehearsed, is not hours late: it is measured from when it began. */
const SAME_MEETING_MS = 4 * 3_600_000
/** Less than this is no drift: nobody can hold a plan to the minute. */
export const DRIFT_MS = 2 * 60_000

/**
 * The agenda shifts with the running block: what comes begins where that will end, as it is lengthened, shortened, paused or over its time. Between two
 * blocks the next would begin now; before the first, at the hour planned, or now where that has passed.
 */
export function runOfShow(
  meeting: Pick<MeetingItem, 'date' | 'time' | 'current' | 'status'>,
  blocks: readonly BlockItem[],
  now: number,
  zone: string,
): RunOfShow {
  const first = Math.min(...blocks.map(({ run }) => (run ? Date.parse(run.startedAt) : Number.POSITIVE_INFINITY)))
  const began = Number.isFinite(first) ? first : null
  const agenda = agendaTimes(blocks, meeting.date, meeting.time, zone)
  const around = began ?? now
  // no hour planned, or one of another day: the plan counts from the beginning, where there was one
  const start = agenda.start !== null && Math.abs(agenda.start - around) <= SAME_MEETING_MS ? agenda.start : began
  const planned = blocks.map((_block, i) => {
    if (start !== null) return start + (agenda.blocks[i]?.after ?? 0) * 60_000
    return meeting.status === 'planned' ? (agenda.blocks[i]?.at ?? null) : null
  })
  const isRunning = meeting.status === 'open'
  const current = blocks.findIndex(({ id }) => id === meeting.current)
  const from = current >= 0 ? current : blocks.findLastIndex(({ run }) => run !== null)
  let next = nextBegin()
  const shown = blocks.map((block, i): ShownBlock => {
    const plan = planned[i] ?? null
    const ran = block.run === null ? null : Date.parse(block.run.startedAt)
    if (i === current) return { block, state: 'now', planned: plan, at: ran }
    if (i < from || (i === from && current < 0) || !isRunning) {
      const state = ran === null ? (isRunning || meeting.status === 'closed' ? 'left-out' : 'to-come') : 'done'
      return { block, state, planned: plan, at: ran }
    }
    const at = next
    if (next !== null) next += lengthAhead(block.run, block.minutes * 60_000)
    return { block, state: 'to-come', planned: plan, at }
  })
  const plannedEnd = start === null ? (meeting.status === 'planned' ? agenda.end : null) : start + agenda.minutes * 60_000
  const end = isRunning ? next : null
  return { blocks: shown, plannedEnd, end, late: end === null || plannedEnd === null ? null : end - plannedEnd }

  /** When the next block would begin, as things stand. */
  function nextBegin(): number | null {
    if (!isRunning) return null
    const running = blocks[current]?.run
    if (running) return now + Math.max(0, running.length + running.extended - elapsed(running, now))
    if (began !== null) return now
    return start === null ? null : Math.max(now, start)
  }
}
