import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const ticking = signal(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** This machine's time, a second at a time, while somebody looks at it. */
export function useSeconds(): ReadonlySignal<number> {
  useEffect(() => {
    if (watchers++ === 0) {
      ticking.value = Date.now()
      timer = setInterval(() => {
        ticking.value = Date.now()
      }, 1000)
    }
    return () => {
      if (--watchers === 0) clearInterval(timer)
    }
  }, [])
  return ticking
}
