import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Answered } from '@telaio/shared/lab'
import { useConsole, useLab } from '../shell/context.ts'
import type { Wish } from './lab-store.ts'
import { createSender, type Trouble, troubleOf } from './send.ts'

/** Something that can be done from a form or a button, with how it stands. */
export interface Action {
  readonly busy: Signal<boolean>
  readonly trouble: Signal<Trouble | null>
  /** Does the work; null where it was refused or nobody answered, and `trouble` says which. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | null>
}

/** One thing at a time, with its trouble kept for the page to show. */
export function useAction(): Action {
  const busy = useSignal(false)
  const trouble = useSignal<Trouble | null>(null)
  const { session } = useConsole()
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
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
        if (found.code === 'token_invalid' || found.code === 'unauthenticated') session.end()
        if (here.current) trouble.value = found
        return null
      } finally {
        busy.value = false
      }
    },
  }
}

/** Commands of the lab around this view. */
export function useCommand(): Action & { readonly send: (wish: Wish) => Promise<Answered | null> } {
  const lab = useLab()
  const action = useAction()
  return { ...action, send: (wish) => action.run(() => lab.perform(wish)) }
}

/** A sender of one's own, for calls that are no commands but carry an id all the same. */
export function useSender() {
  return (useRef<ReturnType<typeof createSender> | null>(null).current ??= createSender())
}
