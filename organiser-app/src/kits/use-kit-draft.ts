import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { KitAnswer } from '@telaio/shared/api'
import { type Kit, sameJson } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { type Action, useAction } from '../lab/use-action.ts'
import { changed, type History, historyOf, redone, undone } from '../planning/history.ts'
import { useConsole } from '../shell/context.ts'
import { tidyKit } from './edit-kit.ts'
import { keepKit, keptKit } from './kept-kit.ts'
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

interface State {
  readonly rev: number
  readonly base: Kit
  readonly history: History<Kit>
}

/** The draft of this tab, kept through reloads until it is saved over the revision that it began from. */
export function useKitDraft(answer: KitAnswer): KitDraft {
  const { session, tell } = useConsole()
  const action = useAction()
  const { name } = answer
  const begin = (): State => {
    const kept = answer.mine ? keptKit(name) : null
    if (!kept) return { rev: answer.rev, base: answer.kit, history: historyOf(answer.kit) }
    return { rev: kept.rev, base: kept.base, history: { ...historyOf(kept.base), past: [kept.base], now: kept.value } }
  }
  const first = useMemo(begin, [])
  const state = useSignal<State>(first)
  const theirs = useSignal<KitAnswer | null>(first.rev === answer.rev ? null : answer)
  const dirty = useComputed(() => !sameJson(tidyKit(state.value.history.now), state.value.base))
  useEffect(() => {
    // a draft that is no change any more follows what was saved
    if (theirs.value && !dirty.value) {
      state.value = { rev: theirs.value.rev, base: theirs.value.kit, history: historyOf(theirs.value.kit) }
      theirs.value = null
    }
  }, [])
  const set = (next: State) => {
    state.value = next
    keepKit(name, dirty.value ? { rev: next.rev, base: next.base, value: next.history.now } : null)
  }
  const travel = (history: History<Kit>) => set({ ...state.value, history })
  return {
    history: useComputed(() => state.value.history),
    base: useComputed(() => state.value.base),
    theirs,
    dirty,
    action,
    change: (next, step) => travel(changed(state.value.history, next, step)),
    undo: () => travel(undone(state.value.history)),
    redo: () => travel(redone(state.value.history)),
    putBack: () => travel(changed(state.value.history, state.value.base, null)),
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
      // what was typed meanwhile stays a change
      const { history } = state.value
      set({ rev: saved.rev, base: kit, history: history.now === began ? { ...history, now: kit, step: null } : history })
      tell(say(saved.faults.length > 0 ? our.savedFaults : our.saved))
      return true
    },
    settle: (take) => {
      const found = theirs.value
      if (!found) return
      const { history } = state.value
      theirs.value = null
      action.trouble.value = null
      set({ rev: found.rev, base: found.kit, history: take === 'mine' ? history : changed(history, found.kit, null) })
    },
  }
}
