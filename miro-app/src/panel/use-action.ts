import type { Answered } from '@telaio/shared/lab'
import { type Action as ActionWith, useActionWith } from '@telaio/shared/ui'
import type { Wish } from '../lab/lab-store.ts'
import { type Trouble, troubleOf } from '../lab/send.ts'
import { usePanel } from './context.ts'

export type Action = ActionWith<Trouble>

/** One thing at a time, with its trouble kept for the panel to show. */
export function useAction(): Action {
  const { session } = usePanel()
  return useActionWith(troubleOf, () => void session.revive())
}

/** Commands of the lab. */
export function useCommand(): Action & { readonly send: (wish: Wish) => Promise<Answered | null> } {
  const { lab } = usePanel()
  const action = useAction()
  return { ...action, send: (wish) => action.run(() => lab.perform(wish)) }
}
