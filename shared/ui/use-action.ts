import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

/** Something that can be done from a form or a button, with how it stands. */
export interface Action<T extends { readonly code: string }> {
  readonly busy: Signal<boolean>
  readonly trouble: Signal<T | null>
  /** Does the work, one at a time; null where it was refused or nobody answered, and `trouble` says why. */
  readonly run: <R>(work: () => Promise<R>) => Promise<R | null>
}

/**
 * One thing at a time, with its trouble kept for the page to show. `troubleOf` gives a fault that people can be told of and throws any other on;
 * `unknown` is called where the token no longer counts: it ran out between two renewals, as on a machine that slept.
 */
export function useActionWith<T extends { readonly code: string }>(troubleOf: (error: unknown) => T, unknown: () => void): Action<T> {
  const busy = useSignal(false)
  const trouble = useSignal<T | null>(null)
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
        if (found.code === 'token_invalid' || found.code === 'unauthenticated') unknown()
        if (isHere.current) trouble.value = found
        return null
      } finally {
        busy.value = false
      }
    },
  }
}
