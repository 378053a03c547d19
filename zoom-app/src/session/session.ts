import { type Signal, signal } from '@preact/signals'
import type { SignedIn } from '@telaio/shared/api'
import { type Api, ApiProblem, inviteIn, isCommon, mayRetry } from '@telaio/shared/client'
import type { Meeting } from '../meeting/meeting.ts'
import type { Keep, Kept } from './kept.ts'

/** Where a person stands on the way in. `known` is a name this device remembers, to be asked about, never taken for granted. */
export type Entry =
  | { readonly step: 'starting' }
  /** Zoom is open, and no meeting is. */
  | { readonly step: 'away'; readonly problem?: string }
  | { readonly step: 'ask-invite'; readonly because: 'none' | 'spent' | 'zoom-silent'; readonly problem?: string }
  | { readonly step: 'unbound'; readonly signed: SignedIn; readonly known?: string; readonly problem?: string }
  | { readonly step: 'stranger'; readonly signed: SignedIn; readonly known?: string; readonly problem?: string }
  | { readonly step: 'waiting'; readonly signed: SignedIn; readonly name: string }
  | { readonly step: 'in'; readonly signed: SignedIn }
  | { readonly step: 'no-answer' }
  | { readonly step: 'refused'; readonly detail: string }
  /** Their data are erased, by their own hand: nothing brings them back. */
  | { readonly step: 'erased' }

export interface SessionOptions {
  readonly api: Pick<Api, 'signInInvite' | 'signInZoom' | 'renew'>
  readonly meeting: Meeting
  readonly keep: Keep
  /** From the address's fragment. */
  readonly invite: string | null
  /** Zoom's address, and no Zoom answered. */
  readonly silent: boolean
  readonly now: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly random: () => number
}

export interface Session {
  readonly state: Signal<Entry>
  readonly token: () => string | null
  readonly start: () => Promise<void>
  /** The name to show to whoever confirms who this is. */
  readonly giveName: (name: string) => Promise<void>
  /** A pasted invite: false where there is none in the text. */
  readonly giveInvite: (text: string) => Promise<boolean>
  /** "Yes, that is me": uses the invite this device remembers. */
  readonly comeAsKnown: () => Promise<void>
  /** Proves oneself again: the token ran out, or the role in the meeting changed. */
  readonly revive: () => Promise<void>
  readonly remember: (name: string) => void
  /** Forgets this device's invite and token. */
  readonly leave: () => void
  /** The same, after this person has had their data erased. */
  readonly erased: () => void
  /** The personal invite that one is in by; null where one came otherwise. */
  readonly invite: () => string | null
}

const problemOf = (error: unknown): string | undefined => (error instanceof ApiProblem ? error.detail : undefined)

const POLL_MS = 4000
/** Renewed this long before its end: two lost attempts still fit. */
const AHEAD_MS = 15 * 60_000
const RETRY_MS = 20_000

/** Signs in by whatever proof there is, keeps the token fresh, and waits where a person has to decide. */
export function createSession({ api, meeting, keep, invite: fromAddress, silent, now, wait, random }: SessionOptions): Session {
  const state = signal<Entry>({ step: 'starting' })
  let token: string | null = null
  /** Used in this page's life (or by a token of the same participant): may be shown again without asking. */
  let used: string | null = fromAddress
  let name = ''
  let turn = new AbortController()
  const inZoom = meeting.kind === 'zoom'

  const change = (patch: Partial<Kept>) => keep.write({ ...keep.read(), ...patch })

  function become(next: Entry): void {
    turn.abort()
    turn = new AbortController()
    state.value = next
    void goOn(next, turn.signal)
  }

  /** What happens by itself in a step: polling where somebody decides, renewal where one is in. */
  async function goOn(entry: Entry, ending: AbortSignal): Promise<void> {
    const again = async (ms: number, what: () => Promise<void>): Promise<void> => {
      await wait(ms, ending)
      if (!ending.aborted) await what()
    }
    const jitter = POLL_MS * (0.75 + 0.5 * random())
    if (entry.step === 'unbound') await again(jitter, attempt)
    else if (entry.step === 'waiting') await again(jitter, renew)
    else if (entry.step === 'no-answer') await again(jitter, attempt)
    else if (entry.step === 'in' || entry.step === 'stranger')
      await again(Math.max(RETRY_MS, Date.parse(entry.signed.expiresAt) - now() - AHEAD_MS), renew)
  }

  async function zoomFacts() {
    const context = (await meeting.context()) ?? ''
    const me = await meeting.me()
    const number = me.role === 'participant' ? null : await meeting.number().catch(() => null)
    return { context, me, number }
  }

  /** One sign-in with the best proof at hand. */
  async function proof(more: { name?: string } = {}): Promise<SignedIn | null> {
    if (inZoom) {
      const { context, number } = await zoomFacts()
      return api.signInZoom({ context, ...(number ? { meetingNumber: number } : {}), ...(used ? { invite: used } : {}), ...more })
    }
    const invite = used ?? keep.read().invite ?? null
    if (!invite) return null
    used = invite
    return api.signInInvite(invite, more.name)
  }

  /** The token that this device kept, where it is certainly this person's. */
  async function byKeptToken(): Promise<SignedIn | null> {
    const { token: kept, invite } = keep.read()
    if (!kept || Date.parse(kept.expiresAt) <= now() + 1000) return null
    if (inZoom) {
      const [me, place] = [await meeting.me(), await meeting.place()]
      if (!kept.zoom || kept.zoom.participant !== me.participant || kept.zoom.meeting !== place.meeting) return null
    } else if (kept.zoom || kept.invite !== (used ?? invite)) return null
    const before = token
    token = kept.token
    try {
      const signed = await api.renew()
      if (signed.status === 'in' || signed.status === 'waiting') {
        used = kept.invite ?? used
        return signed
      }
    } catch (error) {
      if (!(error instanceof ApiProblem) || mayRetry(error)) throw error
    }
    token = before
    return null
  }

  async function settle(signed: SignedIn | null): Promise<void> {
    if (!signed) return become({ step: 'ask-invite', because: silent ? 'zoom-silent' : 'none' })
    token = signed.token
    const { name: keptName, invite } = keep.read()
    // asked about, not assumed: another person may sit at this machine
    const known = inZoom && invite && !used ? keptName : used && isCommon(used) ? keptName : undefined
    used = signed.invite ?? used
    if (signed.status === 'in' || signed.status === 'waiting') await keepToken(signed)
    if (signed.status === 'in') become({ step: 'in', signed })
    else if (signed.status === 'waiting') become({ step: 'waiting', signed, name: name || keptName || '' })
    else {
      // polling must not wipe away what was said about a name or an invite
      const before = state.value
      const problem = before.step === signed.status ? before.problem : undefined
      become({ step: signed.status, signed, ...(known ? { known } : {}), ...(problem ? { problem } : {}) })
    }
  }

  async function keepToken({ token: fresh, expiresAt }: SignedIn): Promise<void> {
    const kept = { token: fresh, expiresAt, ...(used ? { invite: used } : {}) }
    if (inZoom) {
      const [me, place] = [await meeting.me().catch(() => null), await meeting.place().catch(() => null)]
      if (me?.participant && place?.meeting)
        change({ token: { ...kept, zoom: { meeting: place.meeting, participant: me.participant } }, ...(used ? { invite: used } : {}) })
    } else change({ token: kept, ...(used ? { invite: used } : {}) })
  }

  /** Turns what went wrong into a step one can act on. */
  function fail(error: unknown): void {
    if (error instanceof ApiProblem && error.code === 'link_invalid') {
      used = null
      const { invite: _spent, token: _old, ...rest } = keep.read()
      keep.write(rest)
      if (inZoom) void attempt()
      else become({ step: 'ask-invite', because: 'spent' })
    } else if (error instanceof ApiProblem && (!mayRetry(error) || error.code === 'zoom_not_configured'))
      become({ step: 'refused', detail: error.detail })
    else if (state.value.step !== 'in') become({ step: 'no-answer' })
    else become(state.value)
  }

  async function attempt(): Promise<void> {
    try {
      if (meeting.inside === 'away') return become({ step: 'away' })
      const kept = inZoom ? null : await byKeptToken()
      const signed = kept ?? (await proof())
      // a guest's context says nothing of who they are: the token that this participant had does
      const better = inZoom && signed && (signed.status === 'stranger' || signed.status === 'unbound') ? await byKeptToken() : null
      await settle(better ?? signed)
    } catch (error) {
      fail(error)
    }
  }

  async function renew(): Promise<void> {
    const asked = turn
    try {
      const signed = await api.renew()
      // somebody left, or had their data erased, while it was on its way
      if (asked === turn) await settle(signed)
    } catch (error) {
      if (asked !== turn) return
      if (error instanceof ApiProblem && error.status === 401) await attempt()
      else fail(error)
    }
  }

  async function give(more: { name?: string }): Promise<void> {
    const before = state.value
    turn.abort()
    try {
      await settle(await proof(more))
    } catch (error) {
      const problem = problemOf(error)
      // a refused name or invite is said where it was typed, and what was typed stays
      if (
        problem === undefined ||
        !(
          'problem' in before ||
          before.step === 'stranger' ||
          before.step === 'unbound' ||
          before.step === 'ask-invite' ||
          before.step === 'away'
        )
      )
        return fail(error)
      if (error instanceof ApiProblem && error.code === 'link_invalid') used = null
      become({ ...before, problem })
    }
  }

  return {
    state,
    token: () => token,
    start: attempt,
    giveName: async (given) => {
      name = given.trim()
      change({ name })
      await give({ name })
    },
    giveInvite: async (text) => {
      const found = inviteIn(text)
      if (!found) return false
      used = found
      if (!inZoom) change({ invite: found })
      await give({})
      return true
    },
    comeAsKnown: async () => {
      used = keep.read().invite ?? used
      await give(used && isCommon(used) ? { name: keep.read().name ?? '' } : {})
    },
    revive: async () => {
      // a feed that ends because its reader is no more must not knock again
      if (state.value.step !== 'erased') await attempt()
    },
    remember: (known) => {
      if (keep.read().name !== known) change({ name: known })
    },
    leave: () => {
      used = null
      token = null
      keep.write({})
      become({ step: 'ask-invite', because: 'none' })
    },
    erased: () => {
      used = null
      token = null
      keep.write({})
      become({ step: 'erased' })
    },
    invite: () => (used !== null && !isCommon(used) ? used : null),
  }
}
