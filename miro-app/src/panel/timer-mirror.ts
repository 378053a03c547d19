import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { blockOf } from '@telaio/shared/conduct'
import type { BlockRun } from '@telaio/shared/lab'
import { timeLeft } from '@telaio/shared/ui'
import { HostTrouble } from '../board/board-host.ts'
import type { MiroTimer } from '../board/miro-timer.ts'
import { boardFor } from '../lab/boards.ts'
import type { LabStore } from '../lab/lab-store.ts'

export interface TimerMirror {
  /** `none` – Miro gives no timer here · `off` – switched off · `idle` – another panel's to move, or nothing runs · `following` · `refused` – Miro did not do it. */
  readonly state: ReadonlySignal<'none' | 'off' | 'idle' | 'following' | 'refused'>
  readonly isOn: ReadonlySignal<boolean>
  readonly turn: (on: boolean) => void
  readonly stop: () => void
}

export interface TimerMirrorOptions {
  readonly timer: MiroTimer
  readonly lab: Pick<LabStore, 'items' | 'me' | 'now'>
  readonly here: ReadonlySignal<string | null>
}

/** The running block as Miro's timer shall show it. */
interface Course {
  readonly block: string
  readonly run: BlockRun
}

/** Less apart than this and Miro's timer is right: calls take their time. */
const NEAR_MS = 1500
const KEY = 'telaio-miro-timer'

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/**
 * Miro's own timer follows our clock: started, paused, gone on, lengthened and shortened with the running block. One panel moves it – that of whoever is in
 * the lead, on the board of this meeting – and only when our clock changes. It never goes the other way: a timer that somebody stops in Miro changes nothing of ours, and stays
 * stopped until the next block.
 */
export function createTimerMirror({ timer, lab, here }: TimerMirrorOptions): TimerMirror {
  const isUsable = signal(false)
  const isOn = signal(remembered())
  const isRefused = signal(false)
  const course = computed((): Course | null => {
    const open = Object.values(lab.items.meetings.value).find(({ status }) => status === 'open')
    if (!open || open.driver === null || open.driver !== lab.me.value?.person) return null
    if (boardFor(lab.items.boards.value, `m${open.number}`)?.id !== here.value) return null
    const block = blockOf(lab.items.blocks.value, open.number, open.current)
    return block?.run ? { block: `${block.meeting}/${block.id}`, run: block.run } : null
  })
  const ending = new AbortController()
  let wanted: Course | null = null
  let working: Promise<void> | null = null
  /** What Miro's timer was last told. `endsAt`: when it runs out by itself, by our clock; `isTheirs`: somebody stopped it. */
  let told: { readonly block: string; endsAt: number; isTheirs: boolean } | null = null

  async function meet({ block, run }: Course): Promise<void> {
    const now = lab.now()
    const left = Math.round(timeLeft(run, now) ?? 0)
    const isPaused = run.status === 'paused'
    const is = await timer.get()
    const isNew = told?.block !== block
    if (!isNew && told && is.status === 'stopped' && now < told.endsAt - NEAR_MS) told.isTheirs = true
    if (!isNew && told?.isTheirs) return
    told = { block, endsAt: isPaused ? Number.POSITIVE_INFINITY : now + left, isTheirs: false }
    const isFar = Math.abs(is.restMs - left) > NEAR_MS
    if (is.status !== 'stopped' && (left <= 0 || (isFar && (isNew || left < is.restMs)))) {
      await timer.stop()
      return left <= 0 ? undefined : begin(left, isPaused)
    }
    if (left <= 0) return
    if (is.status === 'stopped') return begin(left, isPaused)
    if (isFar) await timer.prolong(left - is.restMs)
    if (isPaused && is.status === 'running') await timer.pause()
    if (!isPaused && is.status === 'paused') await timer.resume()
  }
  async function begin(left: number, isPaused: boolean): Promise<void> {
    await timer.start(left)
    if (isPaused) await timer.pause()
  }
  async function leave(): Promise<void> {
    const mine = told
    told = null
    if (mine && !mine.isTheirs && (await timer.get()).status !== 'stopped') await timer.stop()
  }

  /** One thing at a time, and of several changes meanwhile the last. */
  async function work(): Promise<void> {
    let done: Course | null | undefined
    while (!ending.signal.aborted && done !== wanted) {
      done = wanted
      try {
        await (done ? meet(done) : leave())
        isRefused.value = false
      } catch (error) {
        if (!(error instanceof HostTrouble)) throw error
        isRefused.value = true
      }
    }
    working = null
  }

  const unfollow = effect(() => {
    const next = isUsable.value && isOn.value ? course.value : null
    if (next?.block === wanted?.block && next?.run === wanted?.run) return
    // whoever loses the lead leaves the timer to whoever has it now
    const isHandedOn = wanted !== null && next === null && isUsable.peek() && isOn.peek() && stillRuns(wanted)
    wanted = next
    if (isHandedOn) told = null
    else working ??= work()
  })
  function stillRuns({ block }: Course): boolean {
    const open = Object.values(lab.items.meetings.peek()).find(({ status }) => status === 'open')
    return open !== undefined && `${open.number}/${open.current ?? ''}` === block
  }
  timer.canUse().then(
    (can) => {
      if (!ending.signal.aborted) isUsable.value = can
    },
    () => undefined,
  )

  return {
    isOn,
    state: computed(() => {
      if (!isUsable.value) return 'none'
      if (!isOn.value) return 'off'
      if (isRefused.value) return 'refused'
      return course.value ? 'following' : 'idle'
    }),
    turn: (on) => {
      isOn.value = on
      try {
        localStorage.setItem(KEY, on ? 'on' : 'off')
      } catch {
        // not remembered: the next time it is on again
      }
    },
    stop: () => {
      ending.abort()
      unfollow()
    },
  }
}
