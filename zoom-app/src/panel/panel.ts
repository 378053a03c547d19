import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Api, ApiProblem, createApi, newCommandId, pause, watchLine } from '@telaio/shared/client'
import { createAnnouncer, createServerClock, language, type ServerClock } from '@telaio/shared/ui'
import { fetchAhead } from '../ahead/fetch-ahead.ts'
import { createLabStore, type LabStore } from '../lab/lab-store.ts'
import type { OwnData } from '../lab/own-data.ts'
import { openMeeting } from '../lab/now.ts'
import type { Attendee, Meeting, Place, RoomList } from '../meeting/meeting.ts'
import { type Learned, learnSigned, type MyRoom } from '../rooms/my-room.ts'
import type { RoomWork } from '../rooms/room-work.ts'
import { watchRoom } from '../rooms/watch-room.ts'
import type { Keep } from '../session/kept.ts'
import { keepWays, type WaysKept } from '../lab/ways.ts'
import { createSession, type Session } from '../session/session.ts'
import { openShelf } from '../writing/database.ts'
import { openWriting, type Say, type Writing } from '../writing/writing.ts'

export interface PanelOptions {
  readonly meeting: Meeting
  readonly silent: boolean
  readonly invite: string | null
  readonly keep: Keep
}

/** Everything that the panel's parts share; made once, handed down. */
export interface Panel {
  readonly meeting: Meeting
  readonly session: Session
  readonly lab: LabStore
  readonly clock: ServerClock
  /** What only this device remembers of somebody. */
  readonly ways: WaysKept
  /** Null until signed in. */
  readonly writing: ReadonlySignal<Writing | null>
  /** Where I sit in Zoom; null in a plain browser. */
  readonly place: ReadonlySignal<Place | null>
  readonly attendee: ReadonlySignal<Attendee | null>
  /** Where I sit, beside where my group does. */
  readonly where: ReadonlySignal<MyRoom>
  /** Number of the lab's meeting that this Zoom meeting is confirmed to be. */
  readonly bound: ReadonlySignal<number | null>
  /** Null unless I host and a request is there. */
  readonly roomWork: ReadonlySignal<RoomWork | null>
  /** False while the browser says that there is no line, before any silence has been noticed. */
  readonly online: ReadonlySignal<boolean>
  /** What the live region says. */
  readonly announced: ReadonlySignal<string>
  /** Says it once; the same words again are said again. */
  readonly announce: (text: string) => void
  /** Through the outbox: kept until the server has it. */
  readonly send: (say: Say) => void
  /** At once, for what makes no sense later; rejects where it fails. */
  readonly sendNow: (say: Say) => Promise<unknown>
  /** All that the lab holds of me, and what only this device knows to be mine. */
  readonly ownData: () => Promise<OwnData>
  /** Has my data erased, and forgets me here; rejects where that was refused or nobody answered. */
  readonly eraseMe: () => Promise<void>
}

/** What this page said of its participant, over reloads: saying it again would only be refused. */
const seenBefore = {
  read: (): string => {
    try {
      return sessionStorage.getItem('telaio-seen') ?? ''
    } catch {
      return ''
    }
  },
  write: (text: string): void => {
    try {
      sessionStorage.setItem('telaio-seen', text)
    } catch {
      // said again after a reload: no harm
    }
  },
}

/** A feed that sends us away at once although we are signed in must not be asked without end. */
const BREATH_MS = 5000

export function createPanel({ meeting, silent, invite, keep }: PanelOptions): Panel {
  const writing = signal<Writing | null>(null)
  const place = signal<Place | null>(null)
  const attendee = signal<Attendee | null>(null)
  const learned = signal<Learned>(new Map())
  const zoomRooms = signal<RoomList | null>(null)
  const bound = signal<number | null>(null)
  const roomWork = signal<RoomWork | null>(null)
  const online = signal(navigator.onLine)
  const voice = createAnnouncer(pause)
  /** Whom the feed and the outbox are open for. */
  let owner = ''
  /** Whose shelf is open: `lab|person`. */
  let shelfOf = ''
  let labId: string | null = null

  const ways = keepWays(() => localStorage)
  const api: Api = createApi({
    fetch: fetchAhead({
      ahead: () => window.telaioAhead,
      fetch: (input, init) => fetch(input, init),
      sinceStart: () => performance.now(),
      mayTake: () => writing.value?.areKeysUsed() !== true,
    }),
    token: () => session.token(),
    editKeys: () => writing.value?.editKeys() ?? [],
    language: () => language.value,
  })
  const session = createSession({ api, meeting, keep, invite, silent, now: Date.now, random: Math.random, wait: pause })
  const clock = createServerClock({ askTime: () => api.time() })
  const lab = createLabStore({
    api,
    onLive: () => {
      void clock.measure()
      writing.value?.wake()
    },
    onOut: () => {
      owner = ''
      void pause(BREATH_MS).then(session.revive)
    },
    hope: (ending) =>
      new Promise((resolve) => {
        addEventListener('online', () => resolve(), { once: true, signal: ending })
        ending.addEventListener('abort', () => resolve())
      }),
  })

  const sendNow = (say: Say): Promise<unknown> =>
    labId === null ? Promise.reject(new Error('no lab')) : api.send(labId, { ...say, id: newCommandId() })

  async function ownData(): Promise<OwnData> {
    if (labId === null) throw new Error('no lab')
    const { ownDataOf } = await import('../lab/own-data.ts')
    return ownDataOf(await api.register(labId), lab.items.value, clock.now())
  }

  /** True once an erasure was sent and nobody answered: a lab that no longer knows us has then done it. */
  let mayBeErased = false
  async function eraseMe(): Promise<void> {
    const person = lab.items.value.me['me']?.person
    if (person == null) return
    try {
      await sendNow({ type: 'erasePerson', person })
    } catch (error) {
      const done = mayBeErased && error instanceof ApiProblem && (error.code === 'unknown_lab' || error.code === 'person_erased')
      if (!(error instanceof ApiProblem)) mayBeErased = true
      if (!done) throw error
    }
    lab.stop()
    const mine = writing.value
    writing.value = null
    shelfOf = ''
    owner = ''
    session.erased()
    seenBefore.write('')
    ways.forget()
    // a browser that will not let go of its storage must not look like an erasure that failed
    await mine?.forget().catch(() => undefined)
  }

  /** Opens what belongs to whoever is in: their shelf first, since the feed shows its keys. The same person coming back finds it open, and goes on typing. */
  async function enter(to: string, person: string | null): Promise<void> {
    labId = to
    const whose = `${to}|${person}`
    if (whose !== shelfOf) {
      shelfOf = whose
      ways.open(whose)
      writing.value?.stop()
      writing.value = null
      const opened = person === null ? null : await openWriting({ lab: to, shelf: await openShelf(to, person), api, now: clock.now })
      if (shelfOf !== whose) return opened?.stop()
      writing.value = opened
    }
    writing.value?.wake()
    lab.follow(to)
  }

  effect(() => {
    const entry = session.state.value
    if (!('signed' in entry)) return
    const { signed } = entry
    if (signed.meeting !== null) bound.value = signed.meeting
    learned.value = learnSigned(learned.peek(), signed.room)
    // a host whom nobody knows yet still makes the rooms: the view gives them that and nothing else
    const hosting = signed.zoomRole === 'host' || signed.zoomRole === 'co-host'
    if (signed.lab === null || (entry.step !== 'in' && !(hosting && signed.meeting !== null))) return
    const person = entry.step === 'in' ? signed.person : null
    const next = `${signed.lab}|${person}|${signed.zoomRole}`
    if (next === owner) return writing.value?.wake()
    owner = next
    void enter(signed.lab, person)
  })
  effect(() => writing.value?.seen(lab.seq.value))

  const myRoom = computed(() => {
    const items = lab.items.value
    const open = openMeeting(items, bound.value)
    const mine = items.me['me']?.groups ?? []
    return Object.values(items.groupRooms).find((one) => one.meeting === open?.number && mine.includes(one.group)) ?? null
  })
  const { where, read } = watchRoom({
    meeting,
    room: myRoom,
    place,
    attendee,
    learned,
    zoomRooms,
    ask: () => session.revive(),
    tell: (room) => (bound.value === null ? Promise.resolve() : sendNow({ type: 'reportMyRoom', meeting: bound.value, room })),
  })
  watchPlace()
  watchHosting()
  reportSeen()
  for (const name of ['online', 'offline'] as const)
    addEventListener(name, () => {
      online.value = name === 'online'
    })
  watchLine(() => {
    writing.value?.resend()
    void clock.measure()
  })
  addEventListener('pagehide', () => writing.value?.drafts.flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writing.value?.drafts.flush()
  })

  function watchPlace(): void {
    if (meeting.inside !== 'meeting') return
    const checkRole = async (): Promise<void> => {
      await read()
      const entry = session.state.value
      const role = attendee.value?.role
      if (!role || !('signed' in entry) || entry.signed.zoomRole === null || entry.signed.zoomRole === role) return
      // promoted or demoted: what the client allows and what the token says are both of before
      await meeting.refresh().catch(() => undefined)
      // whoever can drive no more gives the lease back, under the token that took it
      roomWork.value?.poke()
      await session.revive()
    }
    void read()
    meeting.onChange((change) => {
      if (change.kind === 'moved') void read(change.into).then(checkRole)
      else if (change.kind === 'role') void checkRole()
      else {
        roomWork.value?.poke()
        void read()
      }
    })
  }

  /** The host's part is loaded only where somebody hosts: most panels never need it. */
  function watchHosting(): void {
    let loading = false
    effect(() => {
      const task = Object.values(lab.items.value.roomTasks)[0] ?? null
      const work = roomWork.value
      if (work) work.give(task)
      else if (task && !loading) {
        loading = true
        void import('../rooms/host.ts').then(({ startRoomWork }) => {
          roomWork.value = startRoomWork({ meeting, sendNow, now: clock.now })
        })
      }
    })
    // as a host I may learn here which meeting of the lab this is: my sign-in was before the confirmation
    effect(() => {
      const here = place.value?.meeting
      const mine = Object.values(lab.items.value.zoomMeetings).find((one) => one.zoom === here && one.status === 'bound')
      if (mine) bound.value = mine.meeting
    })
  }

  /** Tells the lab which Zoom participant I am: only so can the host's panel move me. A claim, and used as one. */
  function reportSeen(): void {
    let told = seenBefore.read()
    effect(() => {
      const participant = attendee.value?.participant
      const entry = session.state.value
      if (!participant || bound.value === null || entry.step !== 'in' || lab.line.value !== 'live') return
      const text = `${entry.signed.lab}|${entry.signed.person}|${bound.value}|${participant}`
      if (text === told) return
      told = text
      sendNow({ type: 'reportZoomSeen', meeting: bound.value, participant }).then(
        () => seenBefore.write(text),
        (error: unknown) => {
          // told before: as well. Anything else is tried again when something moves
          if ((error as { code?: string }).code !== 'nothing_to_do') told = ''
        },
      )
    })
  }

  return {
    meeting,
    session,
    lab,
    clock,
    ways,
    writing,
    place,
    attendee,
    where,
    bound,
    roomWork,
    online,
    ...voice,
    sendNow,
    ownData,
    eraseMe,
    send: (say) => void writing.value?.send(say),
  }
}
