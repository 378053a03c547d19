import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Choices, Missing } from '@telaio/shared/documents'
import { type Action, useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'

/** Entries are written word by word: what depends on them is asked for when the hand rests. */
export const REST_MS = 900

/** What is missing, and what poster and manifesto show and could; null before the first answer. */
export interface Review {
  readonly missing: readonly Missing[]
  readonly choices: Choices
}

/** Does something once the view comes to rest after each of these changes, at once the first time. */
export function useRest(action: Action, work: (isHere: () => boolean) => Promise<void>, changes: readonly unknown[], first: boolean): void {
  useEffect(() => {
    let here = true
    const attempt = async (): Promise<void> => {
      // the one before is still under way: what came since must not be lost
      if (action.busy.value) {
        waiting = setTimeout(() => void attempt(), REST_MS)
        return
      }
      await work(() => here)
    }
    let waiting = setTimeout(() => void attempt(), first ? 0 : REST_MS)
    return () => {
      here = false
      clearTimeout(waiting)
    }
  }, changes)
}

/** The review of the documents as the lab stands, followed as it changes. */
export function useReview(): { readonly review: Signal<Review | null>; readonly trouble: Action['trouble'] } {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  const review = useSignal<Review | null>(null)
  const { entries, documents, people, results } = lab.items
  useRest(
    action,
    async (isHere) => {
      const found = await action.run(async () => (await (await session.api.file(lab.id, '/missing')).json()) as Review)
      if (found && isHere()) review.value = found
    },
    [entries.value, documents.value, people.value, results.value],
    review.value === null,
  )
  return { review, trouble: action.trouble }
}
