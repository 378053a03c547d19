import type { BlockRun } from '@telaio/shared/lab'

export interface RunBlock {
  readonly id: string
  readonly minutes: number
  readonly run: BlockRun | null
}

export interface ProjectedBlock {
  readonly id: string
  /** When it began, or is now expected to begin (ms); null where it was left out. */
  readonly at: number | null
  readonly begun: boolean
}

export interface Projection {
  readonly blocks: readonly ProjectedBlock[]
  /** When the last block is now expected to end (ms). */
  readonly end: number
}

/** When a block that is under way will end, as things stand: a pause that goes on pushes it further. */
function endOf(run: BlockRun, now: number): number {
  const paused = run.pausedMs + (run.status === 'paused' && run.pausedAt !== null ? Math.max(0, now - Date.parse(run.pausedAt)) : 0)
  return Math.max(now, Date.parse(run.startedAt) + run.length + run.extended + paused)
}

/**
 * The agenda as it really runs: blocks that have begun at the time they did, those to come from where the running one will end, or from now
 * where none runs. A block that was left out on the way is expected nowhere and has no time. Null before the first has begun.
 */
export function projectTimes(blocks: readonly RunBlock[], current: string | null, now: number): Projection | null {
  const last = blocks.findLastIndex((block) => block.run !== null)
  if (last < 0) return null
  const running = blocks.findIndex((block) => block.id === current)
  const from = running >= 0 ? running : last
  const run = blocks[from]?.run
  let next = running >= 0 && run ? endOf(run, now) : now
  const begun = (block: RunBlock): number | null => (block.run === null ? null : Date.parse(block.run.startedAt))
  const projected = blocks.map((block, i): ProjectedBlock => {
    const at = begun(block)
    if (i <= from) return { id: block.id, at, begun: at !== null }
    const expected = next
    next += block.minutes * 60_000
    return { id: block.id, at: expected, begun: false }
  })
  return { blocks: projected, end: next }
}
