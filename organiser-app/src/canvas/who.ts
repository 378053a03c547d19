import { say } from '@telaio/shared/ui'
import type { LabStore } from '../lab/lab-store.ts'
import { compileWords as our } from './compile-words.ts'

/** The name of somebody of the lab; where it is not known any more, "somebody". */
export const whoIs = (lab: LabStore, person: string | null | undefined): string =>
  (person ? lab.items.people.value[person]?.name : '') || say(our.somebody)
