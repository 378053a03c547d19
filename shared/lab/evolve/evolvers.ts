import type { EventType, LabEventOf } from '../events.ts'
import type { Lab } from '../lab.ts'

/** How each type of event changes the lab. A type without one does not compile. */
export type Evolvers = { [T in EventType]: (lab: Lab, event: LabEventOf<T>) => Lab }
