import { type ReadonlySignal, signal } from '@preact/signals'
import { ApiProblem, mayRetry } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import type { RoomTaskItem } from '@telaio/shared/view'
import { type Meeting, type MeetingRefusal, type RefusalCode, refusalOf, type RoomList } from '../meeting/meeting.ts'
import { type Decision, decide, type Step } from './decide.ts'
import { type AssignStep, type Done, NOTHING_DONE } from './world.ts'

/** How the work stands, to be shown to the host. */
interface WorkState {
  readonly doing: Step['do'] | 'idle'
  readonly decision: Decision | null
  /** What Zoom said when it would not. */
  readonly refusal: MeetingRefusal | null
}

type Saying<T extends CommandInput['type']> = Omit<Extract<CommandInput, { type: T }>, 'id'>
type Say = Saying<'takeRooms'> | Saying<'reportRooms'> | Saying<'releaseRooms'> | Saying<'presentAttendee'>

export interface RoomWorkOptions {
  readonly meeting: Meeting
  /** Sends a command now; rejects with `ApiProblem` or `NoAnswer`. */
  readonly send: (say: Say) => Promise<unknown>
  /** The server's time, in ms. */
  readonly now: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Random, at least 22 characters, the same for as long as the page lives, and the one that a reload puts in its place. */
  readonly lease: string
  /** What to write into the log when it fails, from Zoom's refusal. */
  readonly problemOf: (refusal: MeetingRefusal) => string
}

export interface RoomWork {
  readonly state: ReadonlySignal<WorkState>
  /** The request as the view has it now; null where there is none. */
  readonly give: (task: RoomTaskItem | null) => void
  /** Something changed in the meeting: look again. */
  readonly poke: () => void
  readonly stop: () => void
}

/** Zoom is busy for about this long around launches (facts/zoom.md §1.2). */
const PAUSE_MS = 1500
const TRIES: Partial<Record<Step['do'], number>> = {
  // a countdown that Zoom began by hand takes a minute to end
  close: 50,
}
const USUAL_TRIES = 6
/** A lease lasts a minute: renewed by a report well before. */
const RENEW_MS = 25_000
/** While nothing changes, Zoom's list is read again this often: rooms closed by hand announce themselves to nobody for certain. */
const LOOK_MS = 6000
/** A co-host's panel leaves the host's this long to take a request first: only the host sees who sits where. */
const HOST_FIRST_MS = 5000
/** Somebody in Zoom whose panel says nothing for so long is presented to those who facilitate. */
const STRANGER_MS = 20_000
/** A meeting full of strangers is no list to go through while people wait. */
const MOST_PRESENTED = 60

const EMPTY: RoomList = { open: false, rooms: [], unassigned: null }
/** Refusals after which the same step, tried again shortly, may succeed. */
const PASSING: readonly RefusalCode[] = ['busy', 'no-answer', 'rooms-open', 'rooms-closed', 'no-rooms', 'unknown-room', 'not-assignable']

/** Carries out room requests, one step at a time: look, decide, do, report. Holds the lease while it works. */
export function createRoomWork({ meeting, send, now, wait, lease, problemOf }: RoomWorkOptions): RoomWork {
  const state = signal<WorkState>({ doing: 'idle', decision: null, refusal: null })
  const ending = new AbortController()
  let task: RoomTaskItem | null = null
  let seenAt = 0
  let done: Done = NOTHING_DONE
  let tries = 0
  let lastStep = ''
  let reportedAt = 0
  let reported = ''
  let poked = new AbortController()
  let running = false
  /** End of the lease that was given back. */
  let released = ''
  /** Since when each stranger is seen, by participant; null once presented. */
  const strangers = new Map<string, number | null>()

  const poke = () => {
    poked.abort()
    if (!running) void run()
  }
  const rest = (ms: number) => {
    poked = new AbortController()
    return wait(ms, poked.signal)
  }

  /** Tells the log how things stand; at once where it changed, else often enough to keep the lease. */
  async function report(
    at: RoomTaskItem,
    { stage, aliases, assigned, unreachable, elsewhere }: Decision,
    more: { failed?: string } = {},
  ): Promise<void> {
    if (stage === null) return
    const told = more.failed === undefined ? stage : 'failed'
    const text = JSON.stringify([at.request, at.plan, told, aliases, assigned, unreachable, elsewhere])
    const stale = now() - reportedAt > RENEW_MS
    if (text === reported && !stale) return
    // progress of assigning is told in gulps, not for each person
    if (!stale && told === at.stage && told === 'assigning' && now() - reportedAt < 1000) return
    await send({
      type: 'reportRooms',
      request: at.request,
      lease,
      stage: told,
      aliases: { ...aliases },
      assigned: [...assigned],
      unreachable: [...unreachable],
      ...(elsewhere === null ? {} : { elsewhere: [...elsewhere] }),
      plan: at.plan,
      ...(more.failed === undefined ? {} : { problem: more.failed.slice(0, 300) }),
    })
    reported = text
    reportedAt = now()
  }

  async function look(): Promise<RoomList> {
    try {
      return (await meeting.rooms()) ?? EMPTY
    } catch (error) {
      if (refusalOf(error).code === 'no-rooms') return EMPTY
      throw error
    }
  }

  async function carryOut(step: Step, aliases: Decision['aliases'], at: RoomTaskItem): Promise<void> {
    const controls = meeting.roomControls()
    if (!controls) return
    if (step.do === 'create') await controls.create(step.names)
    else if (step.do === 'add') await controls.add(step.name)
    else if (step.do === 'open') await controls.open()
    else if (step.do === 'close') await controls.close()
    else if (step.do === 'configure') {
      await controls.configure()
      done = { ...done, configured: true }
    } else if (step.do === 'assign') {
      const group = at.rooms.find(({ people }) => people.some(({ person }) => person === step.person))?.group ?? ''
      await assign(step, controls.assign, aliases[group] ?? '')
    }
  }

  async function assign(
    { person, participant, room }: AssignStep,
    doIt: (participant: string, room: string | null) => Promise<void>,
    own: string,
  ): Promise<void> {
    const before = done.moves.get(person)
    const times = (before?.room === own ? before.times : 0) + 1
    try {
      await doIt(participant, room)
      done = {
        ...done,
        taken: new Map(done.taken).set(person, `${participant} ${own}`),
        moves: new Map(done.moves).set(person, { room: own, times, at: now() }),
      }
    } catch (error) {
      const { code } = refusalOf(error)
      // one person whom Zoom cannot move must not keep the others waiting
      const hopeless = code === 'unknown-person' || code === 'failed' || code === 'not-allowed' || (code === 'not-assignable' && tries > 0)
      if (!hopeless) throw error
      done = { ...done, refused: new Map(done.refused).set(person, `${participant} ${own}`) }
    }
  }

  /** Whoever is in Zoom and whose panel says nothing is shown to those who facilitate, while there are people whom nobody has found. */
  async function present(at: RoomTaskItem, { strangers: seen }: Decision): Promise<void> {
    const sought = at.rooms.some(({ people }) => people.some(({ participant }) => participant === null))
    for (const { participant, name } of seen) {
      const since = strangers.get(participant)
      if (since === undefined) strangers.set(participant, now())
      if (!sought || since == null || now() - since < STRANGER_MS || name.trim() === '') continue
      if ([...strangers.values()].filter((one) => one === null).length >= MOST_PRESENTED) return
      strangers.set(participant, null)
      await send({ type: 'presentAttendee', meeting: at.meeting, participant, name: name.trim().slice(0, 120) })
    }
  }

  /** The panel can drive no more (the host handed over, or was demoted): another need not wait until the lease runs out. */
  async function release(): Promise<void> {
    const at = task
    if (!at || at.lease?.key !== lease || Date.parse(at.lease.until) <= now() || released === at.lease.until) return
    released = at.lease.until
    await send({ type: 'releaseRooms', request: at.request, lease }).catch(() => undefined)
  }

  /** One round: true where there may be more to do at once. */
  async function round(at: RoomTaskItem): Promise<boolean> {
    const [list, me] = [await look(), await meeting.me()]
    if (task !== at) return true
    const closedByHand = at.stage === 'open' && !list.open
    done = { ...done, foundClosed: closedByHand ? done.foundClosed + 1 : 0 }
    if (me.role === 'participant') return false
    const decision = decide({ task: at, lease, role: me.role, now: now(), list, self: me.participant, done })
    const { step } = decision
    const name = JSON.stringify(step)
    tries = name === lastStep ? tries : 0
    lastStep = name
    state.value = { ...state.value, doing: step.do, decision }
    if (step.do === 'watch') return false
    if (step.do === 'take') {
      const early = me.role !== 'host' && now() - seenAt < HOST_FIRST_MS
      if (early) return false
      await send({ type: 'takeRooms', request: at.request, lease })
      // the feed brings the lease back in a moment; until then the view still says that nobody has it
      await rest(PAUSE_MS)
      return true
    }
    await report(at, decision)
    if (step.do === 'rest') {
      await present(at, decision)
      if (step.soon) {
        await rest(PAUSE_MS)
        return true
      }
      // found closed: looked at once more, a moment later, before it is believed
      if (closedByHand && decision.stage === 'open') await rest(PAUSE_MS)
      return closedByHand && decision.stage === 'open'
    }
    try {
      await carryOut(step, decision.aliases, at)
      if (step.do !== 'assign') tries = 0
      state.value = { ...state.value, refusal: null }
      return true
    } catch (error) {
      const refusal = refusalOf(error)
      state.value = { ...state.value, refusal }
      tries += 1
      if (PASSING.includes(refusal.code) && tries < (TRIES[step.do] ?? USUAL_TRIES)) {
        await rest(PAUSE_MS)
        return true
      }
      // settings that Zoom will not take are no reason to keep people out of their rooms
      if (step.do === 'configure') {
        done = { ...done, configured: true }
        return true
      }
      await report(at, decision, { failed: problemOf(refusal) })
      return false
    }
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    try {
      for (;;) {
        const at = task
        if (ending.signal.aborted || !at) return
        if (!meeting.roomControls()) return await release()
        let more = false
        try {
          more = await round(at)
        } catch (error) {
          // lease lost, request overtaken, or no line: look at it all again a little later
          if (error instanceof ApiProblem && !mayRetry(error)) reported = ''
          if (!(error instanceof ApiProblem)) state.value = { ...state.value, refusal: refusalOf(error) }
        }
        if (!more && !ending.signal.aborted) await rest(state.value.doing === 'take' ? HOST_FIRST_MS : LOOK_MS)
      }
    } finally {
      running = false
      state.value = { ...state.value, doing: 'idle' }
    }
  }

  return {
    state,
    poke,
    give: (next) => {
      if (next?.request !== task?.request) {
        done = NOTHING_DONE
        reported = ''
        tries = 0
        seenAt = now()
        state.value = { doing: 'idle', decision: null, refusal: null }
      }
      const same = JSON.stringify(next) === JSON.stringify(task)
      // only the lease's time moves with our own reports: no reason to hurry
      const only = next && task && JSON.stringify({ ...next, lease: task.lease }) === JSON.stringify(task)
      task = next
      if (!same && !(only && state.value.doing === 'rest')) poke()
    },
    stop: () => {
      ending.abort()
      poked.abort()
    },
  }
}
