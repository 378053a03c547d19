import type { Random } from './random.ts'

export interface NotesZone {
  readonly meeting: number
  readonly zone: string
  /** How many notes it is made for. */
  readonly weight: number
}

/** Which notes of a file are written where: each once, spread over the zones by what these are made for. */
export interface NotesPlan {
  /** How many still wait for a zone. */
  readonly left: (meeting: number, zone: string) => number
  readonly take: (meeting: number, zone: string) => string | undefined
  /** Notes for which no zone was found, or that no zone has taken. */
  readonly waiting: () => string[]
}

const keyOf = (meeting: number, zone: string): string => `m${meeting}/${zone}`

export function planNotes(notes: readonly string[], zones: readonly NotesZone[], random: Random): NotesPlan {
  const queues = new Map<string, string[]>()
  const order = random.shuffle(zones)
  const due = order.map(() => 0)
  const total = order.reduce((sum, { weight }) => sum + weight, 0)
  const homeless = order.length === 0 ? [...notes] : []
  for (const note of order.length === 0 ? [] : notes) {
    // each zone earns its weight, and the one that is owed most gets the note: neighbours in the file land far apart
    let best = 0
    for (const [i, { weight }] of order.entries()) {
      due[i] = (due[i] ?? 0) + weight
      if ((due[i] ?? 0) > (due[best] ?? 0)) best = i
    }
    due[best] = (due[best] ?? 0) - total
    const chosen = order[best]
    if (!chosen) continue
    const key = keyOf(chosen.meeting, chosen.zone)
    const queue = queues.get(key)
    if (queue) queue.push(note)
    else queues.set(key, [note])
  }
  return {
    left: (meeting, zone) => queues.get(keyOf(meeting, zone))?.length ?? 0,
    take: (meeting, zone) => queues.get(keyOf(meeting, zone))?.shift(),
    waiting: () => [...homeless, ...[...queues.values()].flat()],
  }
}
