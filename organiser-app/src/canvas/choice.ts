import { type Signal, useSignal } from '@preact/signals'
import type { EntryItem } from '@telaio/shared/view'

/** Entries that are ticked, to do one thing with all of them. */
export interface Choice {
  readonly ids: Signal<ReadonlySet<string>>
  readonly toggle: (entry: string) => void
  readonly clear: () => void
}

export function useChoice(): Choice {
  const ids = useSignal<ReadonlySet<string>>(new Set())
  return {
    ids,
    toggle: (entry) => {
      const next = new Set(ids.value)
      if (!next.delete(entry)) next.add(entry)
      ids.value = next
    },
    clear: () => (ids.value = new Set()),
  }
}

/** Those of the ticked that still stand here, in their order: somebody else may have moved or removed one. */
export const chosenOf = (ids: ReadonlySet<string>, entries: readonly EntryItem[]): EntryItem[] => entries.filter(({ id }) => ids.has(id))

/** An entry as a command names it, with the change of it that was read. */
export const refOf = ({ id, rev }: EntryItem): { entry: string; rev: number } => ({ entry: id, rev })
