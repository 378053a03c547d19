import type { Entity } from './entities.ts'
import type { Act } from './board.ts'

export interface Step {
  readonly id: string
  readonly before: Entity | null
  readonly after: Entity | null
}

/** What each person did by hand, so that they can take it back; nobody takes back another's work. */
export interface History {
  readonly push: (by: string, steps: readonly Step[]) => void
  readonly undo: (act: Act) => boolean
  readonly redo: (act: Act) => boolean
  readonly can: (by: string) => { readonly undo: boolean; readonly redo: boolean }
}

const keptSteps = 100

interface Stacks {
  readonly done: (readonly Step[])[]
  readonly undone: (readonly Step[])[]
}

export function createHistory(): History {
  const byUser = new Map<string, Stacks>()
  const stacksOf = (by: string): Stacks => {
    const known = byUser.get(by) ?? { done: [], undone: [] }
    byUser.set(by, known)
    return known
  }
  return {
    push(by, steps) {
      const { done, undone } = stacksOf(by)
      done.push(steps)
      if (done.length > keptSteps) done.shift()
      undone.length = 0
    },
    undo(act) {
      const { done, undone } = stacksOf(act.by)
      const steps = done.pop()
      if (!steps) return false
      undone.push(steps)
      for (const { id, before } of [...steps].reverse()) restore(act, id, before)
      return true
    },
    redo(act) {
      const { done, undone } = stacksOf(act.by)
      const steps = undone.pop()
      if (!steps) return false
      done.push(steps)
      for (const { id, after } of steps) restore(act, id, after)
      return true
    },
    can(by) {
      const { done, undone } = stacksOf(by)
      return { undo: done.length > 0, redo: undone.length > 0 }
    },
  }
}

function restore(act: Act, id: string, version: Entity | null): void {
  if (!version) return act.drop(id)
  act.put('modifiedAt' in version ? { ...version, modifiedAt: act.now, modifiedBy: act.by } : version)
  act.hush(id)
}
