import { type Signal, signal } from '@preact/signals'
import type { LabStore } from '../lab/lab-store.ts'

/** A text being written over an entry, with the change of it that the writer saw. */
export interface Draft {
  readonly entry: string
  readonly block: string
  readonly text: string
  readonly rev: number
}

const all = new WeakMap<LabStore, Signal<Readonly<Record<string, Draft>>>>()

/** Drafts of a lab, kept while one moves about in it: going to look something up must not cost what one wrote. */
export function draftsOf(lab: LabStore): Signal<Readonly<Record<string, Draft>>> {
  const known = all.get(lab)
  if (known) return known
  const made = signal<Readonly<Record<string, Draft>>>({})
  all.set(lab, made)
  return made
}

export const keepDraft = (drafts: Signal<Readonly<Record<string, Draft>>>, draft: Draft): void => {
  drafts.value = { ...drafts.value, [draft.entry]: draft }
}

export const dropDraft = (drafts: Signal<Readonly<Record<string, Draft>>>, entry: string): void => {
  const { [entry]: _, ...rest } = drafts.value
  drafts.value = rest
}
