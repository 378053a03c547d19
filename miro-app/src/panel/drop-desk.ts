import { type ReadonlySignal, signal } from '@preact/signals'
import type { BoardPlan } from '@telaio/shared/board'
import { ApiProblem, backoff, mayRetry } from '@telaio/shared/client'
import { type DropBoard, PutStopped, type StopReason } from '../board/drop-board.ts'
import { troubleOf } from '../lab/send.ts'

/** A sheet that is being put on the board, or was last. */
export interface DropJob {
  readonly title: string
  readonly state: 'looking' | 'placing' | 'stopping' | 'done' | 'stopped'
  readonly made: number
  readonly of: number
  /** Of the sheet's frame, once it is whole. */
  readonly frame: string | null
  readonly why: StopReason | null
  readonly standing: readonly string[]
  readonly unsure: boolean
}

/**
 * Whether the server knows that these items are furniture: `none` – nothing to tell, this board is no lab's · `telling` – under way, tried until somebody answers ·
 * `told` · `refused` – the server said no.
 */
export type DropReport = 'none' | 'telling' | 'told' | 'refused'

export interface DropDesk {
  readonly job: ReadonlySignal<DropJob | null>
  readonly report: ReadonlySignal<DropReport>
  /** Why the server refused, in its own words. */
  readonly refusal: ReadonlySignal<string>
  readonly isBusy: () => boolean
  /** Puts a sheet where `at` says, or where there is room; gives its frame, null where it was not finished. One at a time. */
  readonly put: (sheet: Sheet, at?: Corner) => Promise<string | null>
  readonly cancel: () => void
  /** Tells the server again what it refused. */
  readonly tellAgain: () => void
  /** Takes the last job out of sight. */
  readonly clear: () => void
  readonly stop: () => void
}

interface Corner {
  readonly left: number
  readonly top: number
}
export interface Sheet {
  readonly title: string
  readonly plan: (at: Corner) => BoardPlan
}

export interface DropDeskOptions {
  readonly board: DropBoard
  /** The board of a lab that the panel is on; null where it is no lab's. */
  readonly labBoard: () => string | null
  readonly tell: (board: string, items: readonly string[]) => Promise<unknown>
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** What one command takes. */
const AT_ONCE = 500

export function createDropDesk({ board, labBoard, tell, wait }: DropDeskOptions): DropDesk {
  const job = signal<DropJob | null>(null)
  const report = signal<DropReport>('none')
  const refusal = signal('')
  const ending = new AbortController()
  let working = new AbortController()
  let untold: { readonly board: string; readonly items: readonly string[] }[] = []

  const isBusy = (): boolean => job.value !== null && ['looking', 'placing', 'stopping'].includes(job.value.state)
  const change = (more: Partial<DropJob>): void => {
    if (job.value) job.value = { ...job.value, ...more }
  }

  let isTelling = false
  /** Until the server has it: what it does not know to be ours, a harvest would take for notes. */
  async function tellAll(): Promise<void> {
    if (isTelling) return
    isTelling = true
    report.value = 'telling'
    try {
      for (let failures = 0; untold.length > 0 && !ending.signal.aborted; ) {
        const [first, ...rest] = untold
        if (!first) break
        try {
          await tell(first.board, first.items)
          untold = rest
          failures = 0
        } catch (error) {
          if (error instanceof ApiProblem && error.code === 'nothing_to_do') untold = rest
          else if (mayRetry(error)) await wait(backoff(failures++), ending.signal)
          else {
            refusal.value = troubleOf(error).detail
            report.value = 'refused'
            return
          }
        }
      }
      if (untold.length === 0) report.value = 'told'
    } finally {
      isTelling = false
    }
  }
  function tellLater(items: readonly string[]): void {
    const on = labBoard()
    if (on === null || items.length === 0) return
    for (let from = 0; from < items.length; from += AT_ONCE) untold.push({ board: on, items: items.slice(from, from + AT_ONCE) })
    void tellAll()
  }

  return {
    job,
    report,
    refusal,
    isBusy,
    put: async ({ title, plan }, at) => {
      if (isBusy()) return null
      working = new AbortController()
      const shape = plan({ left: 0, top: 0 })
      job.value = { title, state: 'looking', made: 0, of: shape.items.length, frame: null, why: null, standing: [], unsure: false }
      if (untold.length === 0) report.value = 'none'
      try {
        const corner = at ?? (await board.freePlace(shape.box))
        change({ state: 'placing' })
        const ids = await board.put(plan(corner), { signal: working.signal, onProgress: (made) => change({ made }) })
        const [frame = null] = ids
        change({ state: 'done', frame })
        tellLater(ids)
        return frame
      } catch (error) {
        if (error instanceof PutStopped) {
          change({ state: 'stopped', why: error.why, standing: error.standing, unsure: error.unsure })
          tellLater(error.standing)
          return null
        }
        const { code } = troubleOf(error)
        change({ state: 'stopped', why: code === 'silent' ? 'silent' : 'refused' })
        return null
      }
    },
    cancel: () => {
      if (job.value?.state === 'placing') change({ state: 'stopping' })
      working.abort()
    },
    tellAgain: () => void tellAll(),
    clear: () => {
      if (!isBusy()) job.value = null
    },
    stop: () => {
      ending.abort()
      working.abort()
    },
  }
}
