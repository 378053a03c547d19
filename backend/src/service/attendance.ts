import { instantOf, type Lab, type NewEvent } from '@telaio/shared/lab'

/** A line cut for a moment is no leaving. */
export const ABSENT_MS = 120_000
/** Panels come in together and lines fail together: what happens within this time is one event. */
export const GATHER_MS = 1000

export interface AttendanceOptions {
  readonly head: (labId: string) => Promise<{ readonly lab: Lab }>
  readonly record: (labId: string, work: (lab: Lab) => readonly NewEvent[]) => Promise<unknown>
  /** People whose panel is open now. */
  readonly here: (labId: string) => Promise<ReadonlySet<string>>
  readonly now: () => number
  /** Calls back after so many ms; gives back how to stop. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly onFault: (error: unknown) => void
}

interface Watch {
  /** Since when each person who should be there is not, in ms. */
  readonly missing: Map<string, number>
  stop: (() => void) | null
  /** When it next looks, in ms. */
  next: number
  working: Promise<void>
}

export type Attendance = ReturnType<typeof createAttendance>

/**
 * Keeps who is there in a meeting, as it happens: who has a panel open while the meeting is, and whose has been closed for two minutes. It looks at how things
 * stand, so that a storm of reconnections writes nothing, and it can begin anew at any time, as after a restart.
 * Rules AT… in shared/SPEC.md.
 */
export function createAttendance({ head, record, here, now, after, onFault }: AttendanceOptions) {
  const watches = new Map<string, Watch>()
  let running = false

  /** Looks after `ms` at the latest. */
  function look(labId: string, ms: number): void {
    if (!running) return
    const watch = watches.get(labId) ?? { missing: new Map(), stop: null, next: Infinity, working: Promise.resolve() }
    watches.set(labId, watch)
    const at = now() + ms
    if (at >= watch.next) return
    watch.stop?.()
    watch.next = at
    watch.stop = after(ms, () => {
      watch.stop = null
      watch.next = Infinity
      watch.working = watch.working.then(() => reconcile(labId, watch)).catch(onFault)
    })
  }

  async function reconcile(labId: string, watch: Watch): Promise<void> {
    const present = await here(labId)
    const { lab } = await head(labId)
    if (!running) return
    if (seenIn(lab, present, watch.missing, now()).length > 0)
      await record(labId, (newest) => seenIn(newest, present, watch.missing, now()))
    const over = Math.min(...[...watch.missing.values()].map((since) => since + ABSENT_MS))
    if (Number.isFinite(over)) look(labId, Math.max(GATHER_MS, over - now()))
    else if (present.size === 0 && watch.stop === null) watches.delete(labId)
  }

  return {
    /** From now on; with the labs there are, since somebody may have gone while no server ran. */
    start: (labs: readonly string[]): void => {
      running = true
      for (const labId of labs) look(labId, GATHER_MS)
    },
    /** A panel was opened or closed, a meeting opened: what is seen may differ. `came`: whose panel was opened. */
    wake: (labId: string, came?: string): void => {
      // at every look a line that flickers might just be down: whoever was there for a moment was there
      if (came !== undefined) watches.get(labId)?.missing.delete(came)
      look(labId, GATHER_MS)
    },
    drop: (labId: string): void => {
      watches.get(labId)?.stop?.()
      watches.delete(labId)
    },
    stop: async (): Promise<void> => {
      running = false
      for (const watch of watches.values()) watch.stop?.()
      await Promise.all([...watches.values()].map(({ working }) => working))
      watches.clear()
    },
  }
}

/** What differs between who is there and who the log says is; `missing` is kept on the way. */
function seenIn(lab: Lab, present: ReadonlySet<string>, missing: Map<string, number>, now: number): NewEvent[] {
  const events: NewEvent[] = []
  const open = Object.values(lab.meetings).filter(({ status }) => status === 'open')
  const expected = new Set<string>()
  for (const { number } of lab.archived ? [] : open) {
    const seen: { person: string; kind: 'came' | 'went'; at: string }[] = []
    const inside = (person: string): boolean => lab.attended.get(`${number}|${person}`)?.stays.at(-1)?.to === null
    for (const person of present) {
      const known = lab.people.get(person)
      if (known && !known.erased && known.roles.includes('participant') && !inside(person))
        seen.push({ person, kind: 'came', at: instantOf(now) })
    }
    for (const { meeting, person } of lab.attended.values()) {
      if (meeting !== number || present.has(person) || !inside(person)) continue
      expected.add(person)
      const since = missing.get(person) ?? now
      missing.set(person, since)
      if (now - since >= ABSENT_MS) seen.push({ person, kind: 'went', at: instantOf(since) })
    }
    if (seen.length > 0) events.push({ type: 'attendanceSeen', body: { meeting: number, seen } })
  }
  for (const person of missing.keys()) if (!expected.has(person)) missing.delete(person)
  return events
}
