import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { describePlan } from '@telaio/shared/groups'

export interface Engine {
  readonly describePlan: typeof describePlan
}

/** The solver, loaded when it is asked for: whoever only looks at notes never needs it. Null until it is there. */
export function useEngine(): Signal<Engine | null> {
  const engine = useSignal<Engine | null>(null)
  useEffect(() => {
    let isHere = true
    void import('@telaio/shared/groups').then(
      (found) => {
        if (isHere) engine.value = found
      },
      // a line that is down: the places are seen without what is counted from them
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [])
  return engine
}
