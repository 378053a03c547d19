import { useEffect, useRef, useState } from 'preact/hooks'
import { type BallotOf, type BallotType, myBallot } from '../../lab/ballots.ts'
import { usePanel } from '../../panel/context.ts'
import type { BallotProps } from './props.ts'

/** Long enough to place three dots, short enough to be sent before the page is closed. */
const SETTLE_MS = 700

/** A ballot that saves itself: every change is shown at once and sent when the hand rests. */
export function useBallot<T extends BallotType>(
  { block, place }: BallotProps,
  type: T,
): {
  readonly ballot: BallotOf<T> | null
  readonly state: 'none' | 'there' | 'waiting'
  readonly cast: (change: (now: BallotOf<T> | null) => BallotOf<T>) => void
} {
  const { lab, writing } = usePanel()
  const [local, setLocal] = useState<BallotOf<T> | null>(null)
  const unsent = useRef<BallotOf<T> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const kept = myBallot(lab.items.value, writing.value?.pending.value ?? { waiting: [], settling: [] }, place, type)

  const newest = useRef<BallotOf<T> | null>(null)
  newest.current = local ?? kept?.answer ?? null

  const flush = () => {
    clearTimeout(timer.current)
    const answer = unsent.current
    unsent.current = null
    if (!answer) return
    void writing.value?.write({ place, block: block.id, answer }).then(() => {
      // shown from the outbox from here on, unless the hand has moved again
      if (unsent.current === null) setLocal(null)
    })
  }
  const flushNow = useRef(flush)
  flushNow.current = flush
  useEffect(() => {
    const go = () => flushNow.current()
    addEventListener('pagehide', go)
    document.addEventListener('visibilitychange', go)
    return () => {
      removeEventListener('pagehide', go)
      document.removeEventListener('visibilitychange', go)
      go()
    }
  }, [])
  return {
    ballot: local ?? kept?.answer ?? null,
    state: local ? 'waiting' : (kept?.state ?? 'none'),
    cast: (change) => {
      // from the newest, not from what is drawn: two quick presses are two dots
      const answer = change(unsent.current ?? newest.current)
      unsent.current = answer
      newest.current = answer
      setLocal(answer)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => flushNow.current(), SETTLE_MS)
    },
  }
}
