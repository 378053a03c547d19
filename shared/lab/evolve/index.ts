import type { LabEvent } from '../events.ts'
import type { Lab } from '../lab.ts'
import { attended } from './attended.ts'
import { boards } from './boards.ts'
import { touchesCarry } from './carry.ts'
import { compilation } from './compile.ts'
import { contributions } from './contributions.ts'
import type { Evolvers } from './evolvers.ts'
import { documents } from './documents.ts'
import { groups } from './groups.ts'
import { meetings } from './meetings.ts'
import { people } from './people.ts'
import { rooms } from './rooms.ts'
import { voices } from './voices.ts'

const evolvers: Evolvers = {
  ...meetings,
  ...people,
  ...groups,
  ...rooms,
  ...attended,
  ...contributions,
  ...compilation,
  ...boards,
  ...voices,
  ...documents,
}

/** Folds one event into the lab. Pure; throws where the event is not the next one (a gap in the log is damage, not an input). */
export function evolve(lab: Lab, event: LabEvent): Lab {
  if (event.seq !== lab.seq + 1) throw new Error(`event ${event.seq} cannot follow ${lab.seq} in ${lab.id}`)
  const step = evolvers[event.type] as (lab: Lab, event: LabEvent) => Lab
  const next = step(lab, event)
  return { ...next, seq: event.seq, carryRev: touchesCarry(next, event) ? event.seq : next.carryRev }
}
