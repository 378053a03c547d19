import { describe, expect, it } from 'vitest'
import { forgottenIn, type Held, keepSession } from './kept-session.ts'
import { keyInHash, keyInText } from './link.ts'
import { createSession } from './session.ts'

const INVITE = `lab_${'a'.repeat(26)}.per_${'b'.repeat(26)}.1.${'c'.repeat(22)}`
const COMMON = INVITE.replace(/per_\w+/, 'common')
const ACCOUNT = 'acc_x.1.nonce.mac'

describe('what opens the console', () => {
  it('is an organiser’s link or an invite, each known by its address', () => {
    expect(keyInHash(`#sign-in=${ACCOUNT}`)).toEqual({ kind: 'account', token: ACCOUNT })
    for (const hash of [`#invite=${INVITE}`, `#${INVITE}`]) expect(keyInHash(hash)).toEqual({ kind: 'invite', token: INVITE })
    for (const hash of ['', '#/labs', `#/labs/${INVITE}`, '#invite=x', `#other=${INVITE}`]) expect(keyInHash(hash)).toBeNull()
  })
  it('is found in what was pasted, the panel’s link included', () => {
    for (const text of [`https://x.org/console/#sign-in=${ACCOUNT} `, ACCOUNT])
      expect(keyInText(text)).toEqual({ kind: 'account', token: ACCOUNT })
    for (const text of [`Ciao! https://x.org/console/#invite=${INVITE} a presto`, `https://x.org/join/#${INVITE}`, INVITE])
      expect(keyInText(text)).toEqual({ kind: 'invite', token: INVITE })
    expect(keyInText('https://x.org/console/')).toBeNull()
  })
})

const memory = (): Storage => {
  const map = new Map<string, string>()
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  } as unknown as Storage
}
const at = (minute: number) => new Date(minute * 60_000).toISOString()
const held = (who: string, until = 60): Held => ({ token: `token of ${who}`, expiresAt: at(until), lab: null, who })

describe('a session of the console', () => {
  const browser = memory()
  let minute = 0
  const tab = (storage = memory()) =>
    keepSession(
      () => storage,
      () => browser,
      () => minute * 60_000,
    )

  it('outlives its tab, for as long as its token, and not the way out', () => {
    const first = tab()
    first.begin(held('account'))
    expect(tab().read()).toEqual(held('account'))
    minute = 61
    expect(tab().read()).toBeNull()
    first.renew(held('account', 120))
    expect(tab().read()?.expiresAt).toBe(at(120))
    first.forget(held('account'))
    expect([first.read(), tab().read()]).toEqual([null, null])
    minute = 0
  })

  it('is each tab’s own: two people side by side do not take each other’s place', () => {
    const [anna, bruno] = [tab(), tab()]
    anna.begin(held('anna'))
    bruno.begin(held('bruno'))
    anna.renew(held('anna', 90))
    expect([anna.read()?.who, bruno.read()?.who]).toEqual(['anna', 'bruno'])
    // a new tab comes as whoever signed in last, and one's own way out leaves the other in
    expect(tab().read()?.who).toBe('bruno')
    anna.forget(held('anna'))
    expect(tab().read()?.who).toBe('bruno')
    // one that has run out is out in its tab; nothing is told to the others
    bruno.drop()
    expect(tab().read()?.who).toBe('bruno')
  })

  it('ends in every tab of whoever signs out', () => {
    const oldValue = JSON.stringify(held('anna'))
    expect(forgottenIn({ key: 'telaio-console', oldValue, newValue: null })).toBe('anna')
    expect(forgottenIn({ key: 'telaio-console', oldValue, newValue: oldValue })).toBeNull()
    expect(forgottenIn({ key: 'other', oldValue, newValue: null })).toBeNull()
    expect(forgottenIn({ key: 'telaio-console', oldValue: '{', newValue: null })).toBeNull()
  })

  it('does without storage where the browser denies it', () => {
    const deny = () => {
      throw new DOMException('denied')
    }
    const kept = keepSession(deny, deny, () => 0)
    kept.begin(held('anna'))
    expect(kept.read()).toBeNull()
  })
})

describe('signing in', () => {
  const answer = (roles: string[]) => ({
    token: 't',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    roles,
    lab: 'lab',
    person: 'per',
  })
  const signIn = async (roles: string[], token = INVITE, kind: 'invite' | 'account' = 'invite') => {
    const asked: string[] = []
    globalThis.fetch = ((url: string) => {
      asked.push(url)
      return Promise.resolve(Response.json(answer(roles)))
    }) as unknown as typeof fetch
    const session = createSession(keepSession(memory, memory, Date.now))
    return { entered: await session.signIn({ kind, token }), session, asked }
  }

  it.each([[['facilitator']], [['organiser']], [['participant', 'facilitator']], [['participant', 'editor']]])(
    'by an invite of %s leads into their lab',
    async (roles) => {
      const { entered, session } = await signIn(roles)
      expect(entered).toEqual({ lab: 'lab' })
      expect([session.state.value, session.account.value]).toEqual(['in', false])
    },
  )
  it('by a participant’s invite, or the common link, leads to the panel', async () => {
    const { entered, session } = await signIn(['participant'])
    expect(entered).toEqual({ elsewhere: `/join/#${INVITE}` })
    expect(session.state.value).toBe('out')
    const common = await signIn([], COMMON)
    expect([common.entered, common.asked]).toEqual([{ elsewhere: `/join/#${COMMON}` }, []])
  })
  it('by the account’s link is of no one lab', async () => {
    const { session } = await signIn([], ACCOUNT, 'account')
    expect([session.state.value, session.account.value]).toEqual(['in', true])
  })
})
