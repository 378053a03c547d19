import { type Api, backoff, createApi, type LabClient, mayRetry, measureOffset, openLab, pause } from '@telaio/shared/client'
import type { Lab } from '@telaio/shared/lab'
import { type Items } from '@telaio/shared/view'
import { openShelf } from '../../zoom-app/src/writing/database.ts'
import { openWriting, type Writing } from '../../zoom-app/src/writing/writing.ts'
import type { Line } from './line.ts'

/** Waits of the real back-off, made shorter: a run's second stands for minutes of a meeting. */
const HURRY = 100
/** Longest wait for an answer, in ms. */
const PATIENCE_MS = 500

export interface TabOptions {
  readonly base: string
  readonly lab: Lab['id']
  readonly person: string
  /** Their invite as it is now: an organiser may send them another one. */
  readonly invite: () => string
  readonly line: Line
  readonly random: () => number
}

/** A participant's panel in a browser tab, without its pages: the real client, outbox and shelf, over a line that may be bad. */
export interface Tab {
  readonly person: string
  readonly line: Line
  readonly items: () => Items
  readonly at: () => string
  /** Null while the tab opens. */
  readonly writing: () => Writing | null
  /** The page is loaded again, at this very moment. */
  readonly reload: () => Promise<void>
  /** As the page notices it: the machine has slept, or the network is another one. */
  readonly lineChanged: () => void
  /** How far this machine's clock is off, measured over the line: error and what it may be, in ms. */
  readonly measureClock: () => Promise<{ readonly error: number; readonly most: number }>
  readonly close: () => Promise<void>
}

export async function openTab({ base, lab, person, invite, line, random }: TabOptions): Promise<Tab> {
  let token: string | null = null
  let life = 0
  let writing: Writing | null = null
  let client: LabClient | null = null
  const api: Api = createApi({
    base,
    fetch: line.fetch,
    token: () => token,
    editKeys: () => writing?.editKeys() ?? [],
    language: () => 'it',
    patience: PATIENCE_MS,
  })
  const wait = (attempt: number, signal: AbortSignal): Promise<void> => pause(backoff(attempt, random) / HURRY, signal)
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++)
      try {
        return await work()
      } catch (error) {
        if (!mayRetry(error) || attempt > 20) throw error
        await wait(attempt, new AbortController().signal)
      }
  }
  const here = (mine: number): boolean => mine === life

  /** Until somebody lets us in; an invite that was withdrawn may be followed by another. */
  async function signIn(mine: number): Promise<void> {
    for (let attempt = 0; here(mine); attempt++)
      try {
        token = (await api.signInInvite(invite())).token
        return
      } catch (error) {
        if (!mayRetry(error) && !(error instanceof Error && error.name === 'ApiProblem')) throw error
        await wait(attempt, new AbortController().signal)
      }
  }

  function follow(mine: number): void {
    const followed = openLab(api, lab, wait)
    client = followed
    let state = ''
    followed.subscribe(({ at, line: now }) => {
      if (!here(mine)) return
      const seq = Number(at.split('-')[1] ?? 0)
      writing?.seen(seq)
      if (now === 'live' && state !== 'live') writing?.wake()
      state = now
    })
    void followed.done.then(async () => {
      if (!here(mine) || client !== followed) return
      // sent away: in again, as a panel does
      await pause(20)
      await signIn(mine)
      if (!here(mine)) return
      follow(mine)
      writing?.wake()
    })
  }

  async function open(): Promise<void> {
    life += 1
    const mine = life
    const shelf = await openShelf(lab, person)
    if (!shelf.lasting) throw new Error('the shelf is in memory')
    // what waits is shown, and more can be written, before anybody has let us in
    const opened = await openWriting({ lab, shelf, api, now: Date.now, wait })
    if (!here(mine)) return opened.stop()
    writing = opened
    if (token === null) await signIn(mine)
    if (!here(mine)) return
    opened.wake()
    follow(mine)
  }

  const stop = (): void => {
    life += 1
    writing?.stop()
    writing = null
    client?.stop()
    client = null
  }
  void open()
  return {
    person,
    line,
    items: () => client?.state().items ?? ({ mine: {} } as Items),
    at: () => client?.state().at ?? '',
    writing: () => writing,
    reload: async () => {
      stop()
      token = null
      await open()
    },
    lineChanged: () => {
      client?.renew()
      writing?.resend()
    },
    measureClock: async () => {
      const off = 90_000 * (random() - 0.5)
      // the server may be busy with others; an answer that took too long says nothing of clocks
      const { ms, roundTrip } = await patiently(() => measureOffset(api.time, () => Date.now() - off))
      return { error: Math.abs(ms - off), most: roundTrip / 2 + 2 }
    },
    close: async () => {
      const last = writing
      stop()
      await last?.forget()
    },
  }
}
