import { changed, type History, historyOf, redone, undone } from './history.ts'

/** What somebody changes and has not saved: the revision and the value that it began from, and how it stands, step by step. */
export interface DraftState<V> {
  readonly rev: number
  readonly base: V
  readonly history: History<V>
}

/** A draft as it is kept through a reload. Its texts may be half written. */
export interface KeptDraft<V> {
  readonly rev: number
  readonly base: V
  readonly value: V
}

export const freshDraft = <V>(rev: number, base: V): DraftState<V> => ({ rev, base, history: historyOf(base) })
export const takenUp = <V>({ rev, base, value }: KeptDraft<V>): DraftState<V> => ({
  rev,
  base,
  history: { ...historyOf(base), past: [base], now: value },
})

/** The draft once `began`, tidied to `saved`, was saved: what was typed meanwhile stays a change. */
export const savedDraft = <V>({ history }: DraftState<V>, rev: number, began: V, saved: V): DraftState<V> => ({
  rev,
  base: saved,
  history: history.now === began ? { ...history, now: saved, step: null } : history,
})

/** The draft on what somebody else saved meanwhile: mine goes on from there, theirs takes its place and can be undone. */
export const settledDraft = <V>({ history }: DraftState<V>, rev: number, theirs: V, take: 'mine' | 'theirs'): DraftState<V> => ({
  rev,
  base: theirs,
  history: take === 'mine' ? history : changed(history, theirs, null),
})

/** The ways through a draft's history. */
export function draftSteps<V>(state: () => DraftState<V>, set: (next: DraftState<V>) => void) {
  const travel = (to: (history: History<V>) => History<V>) => set({ ...state(), history: to(state().history) })
  return {
    change: (next: V, step: string | null) => travel((history) => changed(history, next, step)),
    undo: () => travel(undone),
    redo: () => travel(redone),
    putBack: () => travel((history) => changed(history, state().base, null)),
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Where a tab keeps drafts of one kind until they are saved; nothing is kept where storage is forbidden. `isValue`: as far as the pages lean on it. */
export function draftShelf<V>(isValue: (value: unknown) => value is V) {
  const isKept = (value: unknown): value is KeptDraft<V> =>
    isObject(value) && typeof value['rev'] === 'number' && isValue(value['base']) && isValue(value['value'])
  return {
    kept: (key: string): KeptDraft<V> | null => {
      try {
        const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return isKept(read) ? read : null
      } catch {
        return null
      }
    },
    /** Null forgets it. */
    keep: (key: string, draft: KeptDraft<V> | null): void => {
      try {
        if (draft) sessionStorage.setItem(key, JSON.stringify(draft))
        else sessionStorage.removeItem(key)
      } catch {
        // storage forbidden or full: the draft lives as long as the page
      }
    },
  }
}
