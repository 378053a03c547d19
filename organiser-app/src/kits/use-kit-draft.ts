import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { KitAnswer } from '@telaio/shared/api'
import { type Kit, sameJson } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { type Action, useAction } from '../lab/use-action.ts'
import { type DraftState, draftSteps, freshDraft, savedDraft, settledDraft, takenUp } from '../planning/draft.ts'
import type { History } from '../planning/history.ts'
import { useConsole } from '../shell/context.ts'
import { tidyKit } from './edit-kit.ts'
import { kitKey, kitShelf } from './kept-kit.ts'
import { kitsWords as our } from './words.ts'

/** One's own kit while one changes it. */
export interface KitDraft {
  readonly history: ReadonlySignal<History<Kit>>
  readonly base: ReadonlySignal<Kit>
  /** What was saved elsewhere since; null where nothing was. */
  readonly theirs: ReadonlySignal<KitAnswer | null>
  readonly dirty: ReadonlySignal<boolean>
  readonly action: Action
  readonly change: (next: Kit, step: string | null) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly putBack: () => void
  readonly save: () => Promise<boolean>
  readonly settle: (take: 'mine' | 'theirs') => void
}

type State = DraftState<Kit>

/** The draft of this tab, kept through reloads until it is saved over the revision that it began from. */
export function useKitDraft(answer: KitAnswer): KitDraft {
  const { session, tell } = useConsole()
  const action = useAction()
  const { name } = answer
  const begin = (): State => {
    const kept = answer.mine ? kitShelf.kept(kitKey(name)) : null
    return kept ? takenUp(kept) : freshDraft(answer.rev, answer.kit)
  }
  const first = useMemo(begin, [])
  const state = useSignal<State>(first)
  const theirs = useSignal<KitAnswer | null>(first.rev === answer.rev ? null : answer)
  const dirty = useComputed(() => !sameJson(tidyKit(state.value.history.now), state.value.base))
  useEffect(() => {
    // a draft that is no change any more follows what was saved
    if (theirs.value && !dirty.value) {
      state.value = freshDraft(theirs.value.rev, theirs.value.kit)
      theirs.value = null
    }
  }, [])
  const set = (next: State) => {
    state.value = next
    kitShelf.keep(kitKey(name), dirty.value ? { rev: next.rev, base: next.base, value: next.history.now } : null)
  }
  return {
    history: useComputed(() => state.value.history),
    base: useComputed(() => state.value.base),
    theirs,
    dirty,
    action,
    ...draftSteps(() => state.value, set),
    save: async () => {
      const began = state.value.history.now
      const kit = tidyKit(began)
      const saved = await action.run(() => session.api.saveKit(name, { rev: state.value.rev, kit }))
      if (!saved) {
        if (action.trouble.value?.code === 'kit_changed') {
          const now = await action.run(() => session.api.kit(name))
          if (now) theirs.value = now
        }
        return false
      }
      set(savedDraft(state.value, saved.rev, began, kit))
      tell(say(saved.faults.length > 0 ? our.savedFaults : our.saved))
      return true
    },
    settle: (take) => {
      const found = theirs.value
      if (!found) return
      theirs.value = null
      action.trouble.value = null
      set(settledDraft(state.value, found.rev, found.kit, take))
    },
  }
}
