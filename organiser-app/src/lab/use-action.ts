import { useRef } from 'preact/hooks'
import { createSender } from '@telaio/shared/client'
import type { Answered } from '@telaio/shared/lab'
import { type Action as ActionWith, useActionWith } from '@telaio/shared/ui'
import { useConsole, useLab } from '../shell/context.ts'
import type { Wish } from './lab-store.ts'
import { type Trouble, troubleOf } from './send.ts'

export type Action = ActionWith<Trouble>

/** One thing at a time, with its trouble kept for the page to show. */
export function useAction(): Action {
  const { session } = useConsole()
  return useActionWith(troubleOf, () => session.end())
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
