import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Answered } from '@telaio/shared/lab'
import type { Wish } from '../lab/lab-store.ts'
import { type Trouble, troubleOf } from '../lab/send.ts'
import { usePanel } from './context.ts'

/** Something that can be done by a button, with how it stands. */
export interface Action {
  readonly busy: Signal<boolean>
  readonly trouble: Signal<Trouble | null>
  /** Does the work, one at a time; null where it was not done, and `trouble` says why. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | null>
}

export function useAction(): Action {
  const busy = useSignal(false)
  const trouble = useSignal<Trouble | null>(null)
  const { session } = usePanel()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return {
    busy,
    trouble,
    run: async (work) => {
      if (busy.value) return null
      busy.value = true
      trouble.value = null
      try {
        return await work()
      } catch (error) {
        const found = troubleOf(error)
        // the token has run out between two renewals: a machine that slept
        if (found.code === 'token_invalid' || found.code === 'unauthenticated') void session.revive()
        if (isHere.current) trouble.value = found
        return null
      } finally {
        busy.value = false
      }
    },
  }
}

/** Commands of the lab. */
export function useCommand(): Action & { readonly send: (wish: Wish) => Promise<Answered | null> } {
  const { lab } = usePanel()
  const action = useAction()
  return { ...action, send: (wish) => action.run(() => lab.perform(wish)) }
}
