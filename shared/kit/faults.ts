import { sayKitFault } from '../words/kit-faults.ts'
import type { KitFault, KitFaultCode } from './kit-fault.ts'

type Path = KitFault['path']

/** Collects faults in the order they are found. */
export interface Faults {
  readonly found: readonly KitFault[]
  readonly add: (code: KitFaultCode, path: Path, facts?: KitFault['facts']) => void
  /** A fault for every value that stood in the list before. `key` is what to point at in the item; none: the item itself. */
  readonly twice: (values: readonly string[], path: Path, key?: string) => void
}

export function collectFaults(): Faults {
  const found: KitFault[] = []
  const add: Faults['add'] = (code, path, facts = {}) => void found.push({ path, code, facts, message: sayKitFault({ code, facts }, 'en') })
  return {
    found,
    add,
    twice: (values, path, key) => {
      const seen = new Set<string>()
      values.forEach((id, i) => {
        if (seen.has(id)) add('twice', [...path, i, ...(key === undefined ? [] : [key])], { id })
        seen.add(id)
      })
    },
  }
}
