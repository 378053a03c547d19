import type { MiroSignedIn, MiroSignIn } from '@telaio/shared/api'
import { ApiProblem, NoAnswer } from '@telaio/shared/client'
import { describe, expect, it, vi } from 'vitest'
import { FakeHost } from '../testing/fake-host.ts'
import { createSession } from './session.ts'

const lab = (id: string) => ({ id, title: `Lab ${id}` })
const signed = (labs: readonly string[], more: Partial<MiroSignedIn> = {}): MiroSignedIn => ({
  token: 'token',
  expiresAt: new Date(3600_000).toISOString(),
  roles: ['facilitator'],
  status: labs.length > 0 ? 'in' : 'stranger',
  lab: labs[0] ?? null,
  person: null,
  join: null,
  meeting: null,
  zoomRole: null,
  title: null,
  notice: null,
  invite: null,
  labs: labs.map(lab),
  ...more,
})
const refused = (code: string) => new ApiProblem({ status: 401, code, detail: `no: ${code}` })

function set(answer: (claim: MiroSignIn) => MiroSignedIn | Error, host = new FakeHost()) {
  const claims: MiroSignIn[] = []
  const waits: { ms: number; go: () => void }[] = []
  const session = createSession({
    api: {
      signInMiro: async (claim) => {
        claims.push(claim)
        const given = answer(claim)
        if (given instanceof Error) throw given
        return given
      },
    },
    host,
    now: () => 0,
    wait: (ms) => new Promise((resolve) => waits.push({ ms, go: resolve })),
    noAnswerWords: () => 'nobody answers',
  })
  return { session, host, claims, waits }
}

describe('the way in', () => {
  it('[SI1] shows Miro’s word, made anew each time, and the lab last opened on this board', async () => {
    const { session, claims, waits } = set(() => signed(['a', 'b']), new FakeHost({ remembered: 'b' }))
    await session.start()
    expect(session.state.value).toEqual({ step: 'in', lab: 'b', labs: [lab('a'), lab('b')] })
    waits.at(-1)?.go()
    await vi.waitFor(() => expect(claims).toHaveLength(2))
    expect(claims).toEqual([
      { idToken: 'proof-1', lab: 'b' },
      { idToken: 'proof-2', lab: 'b' },
    ])
  })

  it('[SI2] renews before the token ends, and whoever follows the lab notices nothing', async () => {
    let n = 0
    const { session, waits } = set(() => signed(['a'], { token: `token-${++n}` }))
    await session.start()
    const before = session.state.value
    expect(waits.at(-1)?.ms).toBe(2400_000)
    waits.at(-1)?.go()
    await vi.waitFor(() => expect(session.token()).toBe('token-2'))
    expect(session.state.value).toBe(before)
    expect(session.signIns.value).toBe(2)
  })

  it('[SI3] asks a stranger for the code; a wrong one is said, a right one lets in and is remembered for the board', async () => {
    const { session, host } = set(({ code }) =>
      code === undefined ? signed([]) : code === 'K7QM-2XWD' ? signed(['a', 'b'], { lab: 'b' }) : refused('panel_code_invalid'),
    )
    await session.start()
    expect(session.state.value).toEqual({ step: 'stranger' })
    expect(await session.giveCode('AAAA-AAAA')).toBe('no: panel_code_invalid')
    expect(session.state.value).toEqual({ step: 'stranger' })
    expect(await session.giveCode('K7QM-2XWD')).toBeNull()
    expect(session.state.value).toMatchObject({ step: 'in', lab: 'b' })
    expect(host.remembered).toBe('b')
  })

  it('[SI4] several labs and none remembered: a hand chooses, and the choice stays with the board', async () => {
    const { session, host } = set(() => signed(['a', 'b']))
    await session.start()
    expect(session.state.value).toMatchObject({ step: 'choose' })
    session.choose('b')
    expect(session.state.value).toMatchObject({ step: 'in', lab: 'b' })
    expect(host.remembered).toBe('b')
    session.leaveLab()
    expect(session.state.value).toMatchObject({ step: 'choose', labs: [lab('a'), lab('b')] })
  })

  it('[SI5] a lab remembered that this person is not in opens none by mistake', async () => {
    const { session } = set(() => signed(['a', 'b']), new FakeHost({ remembered: 'somebody-else-s' }))
    await session.start()
    expect(session.state.value).toMatchObject({ step: 'choose' })
  })

  it('[SI6] a line that is down, and a Miro that is silent, are said and tried again; inside they put nobody out', async () => {
    let isDown = true
    const { session, waits, host } = set(() => (isDown ? new NoAnswer() : signed(['a'])))
    await session.start()
    expect(session.state.value).toEqual({ step: 'no-answer' })
    host.isSilent = true
    waits.at(-1)?.go()
    await vi.waitFor(() => expect(session.state.value).toEqual({ step: 'no-host' }))
    host.isSilent = false
    isDown = false
    waits.at(-1)?.go()
    await vi.waitFor(() => expect(session.state.value).toMatchObject({ step: 'in' }))
    isDown = true
    const tries = waits.length
    waits.at(-1)?.go()
    await vi.waitFor(() => expect(waits.length).toBe(tries + 1))
    expect(session.state.value).toMatchObject({ step: 'in' })
    expect(session.token()).toBe('token')
  })

  it('[SI7] a refusal is shown in the server’s words', async () => {
    const { session } = set(() => refused('miro_not_configured'))
    await session.start()
    expect(session.state.value).toEqual({ step: 'refused', detail: 'no: miro_not_configured' })
    expect(session.token()).toBeNull()
  })

  it('[SI8] a code that nobody answers to is said, and nothing else changes', async () => {
    const { session } = set(({ code }) => (code === undefined ? signed([]) : new NoAnswer()))
    await session.start()
    expect(await session.giveCode('K7QM-2XWD')).toBe('nobody answers')
    expect(session.state.value).toEqual({ step: 'stranger' })
  })

  it('[SI9] a board that keeps nothing costs only the memory', async () => {
    const host = new FakeHost()
    Object.assign(host, {
      recallLab: () => Promise.reject(new Error('no storage')),
      rememberLab: () => Promise.reject(new Error('no storage')),
    })
    const { session } = set(() => signed(['a', 'b']), host)
    await session.start()
    session.choose('a')
    expect(session.state.value).toMatchObject({ step: 'in', lab: 'a' })
  })
})
