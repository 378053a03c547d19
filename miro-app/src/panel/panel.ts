import { computed, effect, type ReadonlySignal, signal, type Signal, untracked } from '@preact/signals'
import { type Api, createApi, createSender, newCommandId, pause, type Send } from '@telaio/shared/client'
import { blockOf } from '@telaio/shared/conduct'
import { createAnnouncer, createServerClock, isLanguageChosen, language, say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { type Arm, type ArmState, startArm } from '../board/arm/arm.ts'
import type { ArmSdk } from '../board/arm/arm-sdk.ts'
import { createExecutor } from '../board/arm/executor.ts'
import { createPacer } from '../board/arm/pacer.ts'
import type { BoardHost } from '../board/board-host.ts'
import type { DropBoard } from '../board/drop-board.ts'
import type { MiroTimer } from '../board/miro-timer.ts'
import { meetingNow } from '../lab/agenda.ts'
import { notesByContribution, type Spot } from '../lab/boards.ts'
import { createLabStore, type LabStore } from '../lab/lab-store.ts'
import { createSession, type Session } from '../session/session.ts'
import { panelWords } from '../words/panel.ts'
import { createDropDesk, type DropDesk } from './drop-desk.ts'
import { createTimerMirror, type TimerMirror } from './timer-mirror.ts'
import { type ConsentTab, createMiroLink, type MiroLink, openConsentTab } from './miro-link.ts'

export const TABS = ['board', 'conduct', 'groups', 'harvest', 'canvas'] as const
export type Tab = (typeof TABS)[number] | 'settings'

/** Something that was done, shown for a while and read out once. */
export interface Told {
  readonly id: number
  readonly text: string
}

/** Everything that the panel's parts share; made once, handed down. */
export interface Panel {
  readonly host: BoardHost
  readonly session: Session
  readonly lab: LabStore
  readonly send: Send
  readonly link: MiroLink
  /** What is read from the server beside the lab's view. */
  readonly api: Pick<Api, 'methods' | 'areaPreview' | 'areaItems'>
  readonly drops: DropBoard
  readonly dropDesk: DropDesk
  /** How the board is written through this panel, where it is. */
  readonly arm: ReadonlySignal<ArmState>
  /** Miro's own timer, that follows our clock; null outside Miro. */
  readonly timer: TimerMirror | null
  /** The board that the panel is open on; null until Miro has said. */
  readonly here: ReadonlySignal<string | null>
  readonly tab: Signal<Tab>
  /** Chosen by hand; null: the meeting of now. */
  readonly picked: Signal<number | null>
  readonly meeting: ReadonlySignal<MeetingItem | null>
  /** False while the browser says that there is no line, before any silence has been noticed. */
  readonly isOnline: ReadonlySignal<boolean>
  /** The server's time, a second at a time. */
  readonly second: ReadonlySignal<number>
  /** Notes on boards by their contribution. */
  readonly onBoard: ReadonlySignal<ReadonlyMap<string, Spot>>
  /** Items that are selected on the board. */
  readonly selected: ReadonlySignal<readonly string[]>
  readonly told: ReadonlySignal<Told | null>
  /** Shows and says what happened. */
  readonly tell: (text: string) => void
  /** Says it to screen readers only. */
  readonly announced: ReadonlySignal<string>
  readonly announce: (text: string) => void
  readonly stop: () => void
}

export interface PanelOptions {
  readonly host: BoardHost
  readonly drops: DropBoard
  /** What this panel writes with on a board that no account of ours writes on; null outside Miro. */
  readonly armSdk?: (() => ArmSdk) | null
  /** Miro's own timer; null outside Miro. */
  readonly timer?: MiroTimer | null
  readonly fetch?: typeof fetch
  readonly openTab?: () => ConsentTab | null
  readonly localNow?: () => number
}

/** A feed that sends us away at once although we are signed in must not be asked without end. */
const BREATH_MS = 5000
const TOLD_MS = 4500

export function createPanel({
  host,
  drops,
  armSdk = null,
  timer: miroTimer = null,
  fetch: fetchIt,
  openTab = openConsentTab,
  localNow = Date.now,
}: PanelOptions): Panel {
  const ending = new AbortController()
  const here = signal<string | null>(null)
  const told = signal<Told | null>(null)
  const voice = createAnnouncer(pause)
  const selected = signal<readonly string[]>([])
  const tab = signal<Tab>('board')
  const picked = signal<number | null>(null)
  const isOnline = signal(navigator.onLine)
  let count = 0

  const api = createApi({
    token: () => session.token(),
    language: () => language.value,
    ...(fetchIt ? { fetch: fetchIt } : {}),
  })
  const session = createSession({ api, host, now: localNow, wait: pause, noAnswerWords: () => say(panelWords.noAnswer) })
  const send = createSender()
  const clock = createServerClock({ askTime: () => api.time(), local: localNow })
  const lab = createLabStore({
    api,
    send,
    clock,
    onOut: () => void pause(BREATH_MS, ending.signal).then(() => (ending.signal.aborted ? undefined : session.revive())),
    hope: (over) =>
      new Promise((resolve) => {
        addEventListener('online', () => resolve(), { once: true, signal: over })
        over.addEventListener('abort', () => resolve())
      }),
  })
  const link = createMiroLink({ api, lab: () => lab.id.value, openTab, wait: pause })

  const timer = miroTimer && createTimerMirror({ timer: miroTimer, lab, here })
  const dropDesk = createDropDesk({
    board: drops,
    labBoard: () => (here.value !== null && lab.items.boards.value[here.value] ? here.value : null),
    tell: (board, items) => lab.perform({ type: 'reportTemplate', board, items: [...items] }),
    wait: pause,
  })
  /** The board that is written through this panel; null where none is. */
  const armed = computed(() => {
    const [of, board] = [lab.id.value, here.value]
    const isThrough = board !== null && lab.items.boards.value[board]?.panel === true && lab.lab.value?.archived === false
    return of !== null && board !== null && isThrough ? `${of} ${board}` : null
  })
  const arm = signal<Arm | null>(null)
  const executor =
    armSdk && createExecutor({ sdk: armSdk, pacer: createPacer(localNow), now: localNow, wait: (ms) => pause(ms, ending.signal) })

  const stops = [
    effect(() => {
      const [of, board] = armed.value?.split(' ') ?? []
      if (of === undefined || board === undefined || !executor) return
      const mine = startArm({
        ask: (said, over) => api.arm(of, board, said, over),
        executor,
        now: localNow,
        wait: pause,
        newId: newCommandId,
        onOut: () => void session.revive(),
      })
      arm.value = mine
      return () => {
        mine.stop()
        arm.value = null
      }
    }),
    effect(() => {
      const entry = session.state.value
      // read so that each sign-in looks again: the feed may have been sent away with the old token
      void session.signIns.value
      untracked(() => {
        if (entry.step === 'choose' || entry.step === 'stranger' || entry.step === 'refused') return lab.leave()
        if (entry.step !== 'in' || (lab.id.value === entry.lab && lab.line.value !== 'out')) return
        lab.follow(entry.lab)
        void link.check()
      })
    }),
    effect(() => {
      const open = Object.values(lab.items.meetings.value).find(({ status }) => status === 'open')
      clock.align((open && blockOf(lab.items.blocks.value, open.number, open.current)?.run) ?? null)
    }),
    effect(() => {
      const speaks = lab.lab.value?.language
      if (speaks !== undefined && !isLanguageChosen()) language.value = speaks
    }),
    effect(() => {
      document.documentElement.lang = language.value
    }),
    host.onSelect((items) => {
      selected.value = items
    }),
  ]
  // consent is given in another tab: who comes back sees at once what came of it
  addEventListener('focus', () => void (session.state.value.step === 'in' && link.standing.value !== 'connected' && link.check()), {
    signal: ending.signal,
  })
  for (const name of ['online', 'offline'] as const)
    addEventListener(name, () => (isOnline.value = name === 'online'), { signal: ending.signal })
  void findBoard()

  /** Until Miro says which board this is. */
  async function findBoard(): Promise<void> {
    while (!ending.signal.aborted && here.value === null)
      try {
        here.value = await host.boardId()
      } catch {
        await pause(BREATH_MS, ending.signal)
      }
  }

  return {
    host,
    session,
    lab,
    send,
    link,
    api,
    drops,
    dropDesk,
    timer,
    arm: computed(() => arm.value?.state.value ?? 'off'),
    here,
    tab,
    picked,
    meeting: computed(() => {
      const meetings = lab.items.meetings.value
      return (picked.value !== null && meetings[picked.value]) || meetingNow(meetings)
    }),
    isOnline,
    second: clock.tick,
    onBoard: computed(() => notesByContribution(lab.items.boardNotes.value)),
    selected,
    told,
    tell: (text) => {
      const mine = (told.value = { id: ++count, text })
      void pause(TOLD_MS, ending.signal).then(() => {
        if (told.value === mine) told.value = null
      })
    },
    ...voice,
    stop: () => {
      ending.abort()
      clock.stop()
      for (const end of stops) end()
      session.stop()
      link.stop()
      dropDesk.stop()
      timer?.stop()
      lab.leave()
    },
  }
}
