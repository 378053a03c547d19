import { expect, it } from 'vitest'
import { createTokens, TOKEN_SECONDS } from './claims.ts'

const key = Buffer.from('a key of these tests, which signs nothing else')

it('a token that was read before is read again until it ends, and not a second longer', async () => {
  let now = Date.parse('2026-11-25T16:00:00Z')
  const tokens = createTokens(key, () => now)
  const { token } = await tokens.sign({ lab: 'lab_1', person: 'per_1', invite: 1 })
  for (const _again of [1, 2]) expect(await tokens.read(token)).toMatchObject({ claims: { person: 'per_1' } })
  now += TOKEN_SECONDS * 1000 - 1
  expect(await tokens.read(token)).not.toBeNull()
  now += 1
  for (const _again of [1, 2]) expect(await tokens.read(token)).toBeNull()
})

it('a token that differs in one character from one that is known is none', async () => {
  const tokens = createTokens(key, Date.now)
  const { token } = await tokens.sign({ account: 'acc_1' })
  expect(await tokens.read(token)).not.toBeNull()
  for (const at of [5, token.indexOf('.') + 5, token.length - 5]) {
    const other = token[at] === 'A' ? 'B' : 'A'
    expect(await tokens.read(token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
  }
})
