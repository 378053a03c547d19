import { type ReadonlySignal, signal } from '@preact/signals'
import type { MiroSignedIn } from '@telaio/shared/api'
import { type Api, ApiProblem, backoff, mayRetry } from '@telaio/shared/client'
import { type BoardHost, HostTrouble } from '../board/board-host.ts'

export interface LabChoice {
  readonly id: string
  readonly title: string
}

/** Where the way in has come to. */
export type Entry =
  | { readonly step: 'starting' }
  /** Miro does not answer: the page is outside it, or it is stuck. */
  | { readonly step: 'no-host' }
  /** The server does not answer; tried again by itself. */
  | { readonly step: 'no-answer' }
  | { readonly step: 'refused'; readonly detail: string }
  /** Nobody knows this Miro account yet: a code from the console says who it is. */
  | { readonly step: 'stranger' }
  | { readonly step: 'choose'; readonly labs: readonly LabChoice[] }
  | { readonly step: 'in'; readonly lab: string; readonly labs: readonly LabChoice[] }

export interface Session {
  readonly state: ReadonlySignal<Entry>
  /** How often a sign-in has succeeded: what was sent away may come back. */
  readonly signIns: ReadonlySignal<number>
  readonly token: () => string | null
  readonly start: () => Promise<void>
  /** Ties this Miro account to the person who asked for the code. Gives back why not, in words; null where it is done. */
  readonly giveCode: (code: string) => Promise<string | null>
  readonly choose: (lab: string) => void
  /** Back to the choice of a lab. */
  readonly leaveLab: () => void
  /** Signs in anew: the token has run out, or the server no longer takes it. */
  readonly revive: () => Promise<void>
  readonly stop: () => void
}

export interface SessionOptions {
  readonly api: Pick<Api, 'signInMiro'>
  readonly host: Pick<BoardHost, 'idToken' | 'recallLab' | 'rememberLab'>
  readonly now: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly noAnswerWords: () => string
}

/** A token is renewed when a third of its life is left, by a fresh proof of who sits here. */
const RENEW_AT = 2 / 3

/** Who sits at this panel. Nothing is kept in the browser: Miro's word is fresh at each sign-in, our token lives in memory. */
export function createSession({ api, host, now, wait, noAnswerWords }: SessionOptions): Session {
  const state = signal<Entry>({ step: 'starting' })
  const signIns = signal(0)
  let token: string | null = null
  /** The lab wanted: chosen here, else the one last opened on this board. */
  let wanted: string | null = null
  let turn = new AbortController()
  let failures = 0

  const later = (ms: number): void => {
    turn.abort()
    const mine = (turn = new AbortController())
    void wait(ms, mine.signal).then(() => (mine.signal.aborted ? undefined : attempt()))
  }

  function settle(signed: MiroSignedIn): void {
    failures = 0
    token = signed.token
    later(Math.max(1000, (Date.parse(signed.expiresAt) - now()) * RENEW_AT))
    const { labs } = signed
    if (signed.status !== 'in' || labs.length === 0) state.value = { step: 'stranger' }
    else if (labs.some(({ id }) => id === wanted)) enter(wanted as string, labs)
    else if (labs.length === 1) enter((labs[0] as LabChoice).id, labs)
    else state.value = { step: 'choose', labs }
    signIns.value += 1
  }

  function enter(lab: string, labs: readonly LabChoice[]): void {
    const before = state.value
    wanted = lab
    // renewed: whoever follows the state need not begin anew
    if (before.step !== 'in' || before.lab !== lab || JSON.stringify(before.labs) !== JSON.stringify(labs))
      state.value = { step: 'in', lab, labs }
  }

  function fail(error: unknown): void {
    const inside = state.value.step === 'in'
    if (error instanceof HostTrouble || mayRetry(error)) {
      later(backoff(failures++))
      // the token may be good for a while yet, and the feed says by itself that its line is down
      if (!inside) state.value = { step: error instanceof HostTrouble ? 'no-host' : 'no-answer' }
    } else if (error instanceof ApiProblem) {
      token = null
      state.value = { step: 'refused', detail: error.detail }
    } else throw error
  }

  async function attempt(): Promise<void> {
    try {
      wanted ??= await host.recallLab().catch(() => null)
      settle(await api.signInMiro({ idToken: await host.idToken(), ...(wanted === null ? {} : { lab: wanted }) }))
    } catch (error) {
      fail(error)
    }
  }

  const remember = (lab: string): void => void host.rememberLab(lab).catch(() => undefined)

  return {
    state,
    signIns,
    token: () => token,
    start: attempt,
    giveCode: async (code) => {
      try {
        const signed = await api.signInMiro({ idToken: await host.idToken(), code })
        wanted = signed.lab
        settle(signed)
        if (signed.lab !== null) remember(signed.lab)
        return null
      } catch (error) {
        if (error instanceof ApiProblem && !mayRetry(error)) return error.detail
        if (error instanceof HostTrouble || mayRetry(error)) return noAnswerWords()
        throw error
      }
    },
    choose: (lab) => {
      const { labs = [] } = state.value as { labs?: readonly LabChoice[] }
      enter(lab, labs)
      remember(lab)
    },
    leaveLab: () => {
      const before = state.value
      if (before.step === 'in') state.value = { step: 'choose', labs: before.labs }
    },
    revive: attempt,
    stop: () => turn.abort(),
  }
}
