import { describe, expect, it, vi } from 'vitest'
import type { SignedIn } from '@telaio/shared/api'
import { ApiProblem, inviteIn, NoAnswer } from '@telaio/shared/client'
import type { Meeting } from '../meeting/meeting.ts'
import { createPlainMeeting } from '../meeting/plain-meeting.ts'
import { FakeZoom } from '../meeting/testing/fake-zoom.ts'
import { openZoomMeeting } from '../meeting/zoom/zoom-meeting.ts'
import { keepIn, type Kept } from './kept.ts'
import { createSession } from './session.ts'

const PERSONAL = `lab_${'a'.repeat(26)}.per_${'b'.repeat(26)}.1.${'c'.repeat(22)}`
const COMMON = `lab_${'a'.repeat(26)}.common.1.${'c'.repeat(22)}`
const signed = (status: SignedIn['status'], more: Partial<SignedIn> = {}): SignedIn => ({
  token: `token-${status}`,
  expiresAt: new Date(3600_000).toISOString(),
  roles: [],
  status,
  lab: 'lab',
  person: null,
  join: null,
  meeting: null,
  zoomRole: null,
  title: 'Lab',
  notice: null,
  invite: null,
  ...more,
})
const invalid = (code: string) => new ApiProblem({ status: 401, code, detail: 'no' })

interface Setting {
  meeting?: Meeting
  invite?: string | null
  kept?: Kept
  silent?: boolean
  signInInvite?: (invite: string, name?: string) => SignedIn | Error
  signInZoom?: (claim: { context: string; meetingNumber?: string; name?: string; invite?: string }) => SignedIn | Error
  renew?: () => SignedIn | Error
}

const given = async (answer: SignedIn | Error | undefined): Promise<SignedIn> => {
  if (answer === undefined) throw new Error('not expected')
  if (answer instanceof Error) throw answer
  return answer
}

function set(setting: Setting) {
  const storage = new Map<string, string>(setting.kept ? [['telaio-entry', JSON.stringify(setting.kept)]] : [])
  const keep = keepIn(
    () =>
      ({
        getItem: (key: string) => storage.get(key) ?? null,
        setItem: (key: string, value: string) => void storage.set(key, value),
      }) as unknown as Storage,
  )
  const waits: { ms: number; go: () => void }[] = []
  const calls: unknown[] = []
  const session = createSession({
    api: {
      signInInvite: (invite, name) => {
        calls.push({ invite, ...(name === undefined ? {} : { name }) })
        return given(setting.signInInvite?.(invite, name))
      },
      signInZoom: (claim) => {
        calls.push(claim)
        return given(setting.signInZoom?.(claim))
      },
      renew: () => {
        calls.push(`renew ${session.token()}`)
        return given(setting.renew?.())
      },
    },
    meeting: setting.meeting ?? createPlainMeeting(),
    keep,
    invite: setting.invite ?? null,
    silent: setting.silent ?? false,
    now: () => 0,
    random: () => 0.5,
    wait: (ms, ending) =>
      new Promise((go) => {
        waits.push({ ms, go })
        ending.addEventListener('abort', () => go())
      }),
  })
  const pass = () => waits.splice(0).forEach(({ go }) => go())
  return { session, keep, waits, calls, pass }
}
const zoom = async (change: (fake: FakeZoom) => void = () => undefined) => {
  const fake = new FakeZoom()
  change(fake)
  return { fake, meeting: await openZoomMeeting(fake.sdk) }
}

describe('a plain browser', () => {
  it('[SI1] a personal invite lets in, and a reload without the fragment too', async () => {
    const first = set({ invite: PERSONAL, signInInvite: () => signed('in') })
    await first.session.start()
    expect(first.session.state.value.step).toBe('in')
    const again = set({ kept: first.keep.read(), renew: () => signed('in') })
    await again.session.start()
    expect(again.calls).toEqual(['renew token-in'])
    expect(again.session.state.value.step).toBe('in')
  })

  it('[SI1] when the kept token has run out, the kept invite signs in', async () => {
    const { session, calls } = set({
      kept: { invite: PERSONAL, token: { token: 'old', expiresAt: new Date(-1).toISOString(), invite: PERSONAL } },
      signInInvite: () => signed('in'),
    })
    await session.start()
    expect(calls).toEqual([{ invite: PERSONAL }])
    expect(session.state.value.step).toBe('in')
  })

  it('[SI1] a token of another invite is not used', async () => {
    const { session, calls } = set({
      invite: PERSONAL,
      kept: { invite: COMMON, token: { token: 'old', expiresAt: new Date(1e9).toISOString(), invite: COMMON } },
      signInInvite: () => signed('in'),
    })
    await session.start()
    expect(calls).toEqual([{ invite: PERSONAL }])
  })

  it('[SI2] without invite asks for it; a withdrawn one is forgotten and said', async () => {
    const none = set({})
    await none.session.start()
    expect(none.session.state.value).toEqual({ step: 'ask-invite', because: 'none' })
    const spent = set({ invite: PERSONAL, signInInvite: () => invalid('link_invalid') })
    await spent.session.start()
    expect(spent.session.state.value).toEqual({ step: 'ask-invite', because: 'spent' })
    expect(spent.keep.read()).toEqual({})
  })

  it('[SI3] the common link asks for a name, waits, polls with jitter, and is in', async () => {
    let answer = signed('waiting')
    const { session, calls, waits, pass } = set({
      invite: COMMON,
      signInInvite: (_invite, name) => (name ? signed('waiting') : signed('stranger')),
      renew: () => answer,
    })
    await session.start()
    expect(session.state.value.step).toBe('stranger')
    await session.giveName(' Anna ')
    expect(calls.at(-1)).toEqual({ invite: COMMON, name: 'Anna' })
    expect(session.state.value).toMatchObject({ step: 'waiting', name: 'Anna' })
    expect(waits.at(-1)?.ms).toBe(4000)
    answer = signed('in')
    pass()
    await vi.waitFor(() => expect(session.state.value.step).toBe('in'))
  })

  it('[SI4] the token is renewed before it ends; a line that is down does not put anybody out', async () => {
    let answer: SignedIn | Error = new NoAnswer()
    const { session, waits, pass, calls } = set({ invite: PERSONAL, signInInvite: () => signed('in'), renew: () => answer })
    await session.start()
    expect(waits.at(-1)?.ms).toBe(45 * 60_000)
    pass()
    await vi.waitFor(() => expect(calls).toContain('renew token-in'))
    expect(session.state.value.step).toBe('in')
    answer = signed('in', { token: 'token-2' })
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(0))
    pass()
    await vi.waitFor(() => expect(session.token()).toBe('token-2'))
  })

  it('[SI5] no answer is said, and tried again', async () => {
    let answer: SignedIn | Error = new NoAnswer()
    const { session, pass } = set({ invite: PERSONAL, signInInvite: () => answer })
    await session.start()
    expect(session.state.value.step).toBe('no-answer')
    answer = signed('in')
    pass()
    await vi.waitFor(() => expect(session.state.value.step).toBe('in'))
  })
})

describe('inside Zoom', () => {
  it('[SI10] shows a fresh context each time while the meeting is bound to no lab, and a host shows its number', async () => {
    const { meeting } = await zoom((fake) => (fake.role = 'host'))
    const { session, calls, pass } = set({ meeting, signInZoom: () => signed('unbound', { lab: null }) })
    await session.start()
    expect(session.state.value.step).toBe('unbound')
    pass()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    expect(calls).toEqual([
      { context: 'signed-1', meetingNumber: '912345678' },
      { context: 'signed-2', meetingNumber: '912345678' },
    ])
  })

  it('[SI11] a remembered invite is asked about, not used in silence', async () => {
    const { meeting } = await zoom()
    const { session, calls } = set({
      meeting,
      kept: { invite: PERSONAL, name: 'Anna' },
      signInZoom: ({ invite }) => signed(invite ? 'in' : 'stranger'),
    })
    await session.start()
    expect(session.state.value).toMatchObject({ step: 'stranger', known: 'Anna' })
    await session.comeAsKnown()
    expect(calls.at(-1)).toMatchObject({ invite: PERSONAL })
    expect(session.state.value.step).toBe('in')
  })

  it('[SI12] a guest who was let in comes back after a reload; another participant of the same machine does not', async () => {
    const { meeting, fake } = await zoom()
    const first = set({ meeting, signInZoom: ({ name }) => signed(name ? 'waiting' : 'stranger'), renew: () => signed('in') })
    await first.session.start()
    await first.session.giveName('Gina')
    first.pass()
    await vi.waitFor(() => expect(first.session.state.value.step).toBe('in'))
    const again = set({ meeting, kept: first.keep.read(), signInZoom: () => signed('stranger'), renew: () => signed('in') })
    await again.session.start()
    expect(again.session.state.value.step).toBe('in')
    fake.answers['getUserContext'] = { screenName: 'Other', participantUUID: 'other', role: 'attendee' }
    const other = set({ meeting, kept: first.keep.read(), signInZoom: () => signed('stranger'), renew: () => signed('in') })
    await other.session.start()
    expect(other.session.state.value.step).toBe('stranger')
  })

  it('[SI13] a pasted invite that no longer works is said where it was pasted', async () => {
    const { meeting } = await zoom()
    const { session } = set({ meeting, signInZoom: ({ invite }) => (invite ? invalid('link_invalid') : signed('stranger')) })
    await session.start()
    expect(await session.giveInvite('what?')).toBe(false)
    expect(await session.giveInvite(`Ciao! https://x.org/join/#${PERSONAL} a presto`)).toBe(true)
    expect(session.state.value).toMatchObject({ step: 'stranger', problem: 'no' })
  })

  it('[SI14] outside a meeting nobody is signed in', async () => {
    const { meeting } = await zoom((fake) => (fake.runningContext = 'inMainClient'))
    const { session, calls } = set({ meeting })
    await session.start()
    expect(session.state.value.step).toBe('away')
    expect(calls).toEqual([])
  })
})

describe('after an erasure', () => {
  it('[SI16] nothing of the person stays, and nothing knocks again', async () => {
    const { session, keep, calls } = set({ invite: PERSONAL, signInInvite: () => signed('in') })
    await session.start()
    session.remember('Anna')
    expect(session.invite()).toBe(PERSONAL)
    session.erased()
    expect([session.state.value, session.token(), session.invite(), keep.read()]).toEqual([{ step: 'erased' }, null, null, {}])
    await session.revive()
    expect(session.state.value.step).toBe('erased')
    expect(calls).toHaveLength(1)
  })

  it('[SI16] a renewal that was on its way does not bring them back', async () => {
    let answer: (signed: SignedIn) => void = () => undefined
    const late = new Promise<SignedIn>((resolve) => (answer = resolve))
    const { session, keep, pass } = set({ invite: PERSONAL, signInInvite: () => signed('in'), renew: () => late as unknown as SignedIn })
    await session.start()
    pass()
    await vi.waitFor(() => expect(session.token()).not.toBeNull())
    session.erased()
    answer(signed('in'))
    await late
    await Promise.resolve()
    expect([session.state.value.step, keep.read()]).toEqual(['erased', {}])
  })
})

describe('an invite in what was pasted', () => {
  it('[SI6] is found in links, in mails, and bare', () => {
    expect(inviteIn(`https://telaio.example.org/join/#${PERSONAL}`)).toBe(PERSONAL)
    expect(inviteIn(`  ${COMMON}\n`)).toBe(COMMON)
    expect(inviteIn('https://zoom.us/j/912345678')).toBeNull()
  })
})
