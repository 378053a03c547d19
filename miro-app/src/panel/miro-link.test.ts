import { ApiProblem, NoAnswer } from '@telaio/shared/client'
import { expect, it, vi } from 'vitest'
import { createMiroLink } from './miro-link.ts'

function set() {
  const miro = { configured: true, connected: false, lost: false, appUrl: '', webUrl: '' }
  const faults: Error[] = []
  const waits: (() => void)[] = []
  const tabs: string[] = []
  let mayOpen = true
  const fail = (): void => {
    const fault = faults.shift()
    if (fault) throw fault
  }
  const link = createMiroLink({
    api: {
      miro: async () => (fail(), { ...miro }),
      connectMiro: async () => (fail(), { url: 'https://miro.example/consent' }),
      disconnectMiro: async () => ({ connected: false as const, revoked: true }),
      connectBoard: async (_lab, { board }) => ({ board, link: '' }),
      claimBoard: async (_lab, board) => ({ board, link: '' }),
    },
    lab: () => 'lab',
    openTab: () => (mayOpen ? { go: (url) => void tabs.push(url), close: () => void tabs.push('closed') } : null),
    wait: () => new Promise((resolve) => waits.push(resolve)),
  })
  return { link, miro, faults, waits, tabs, block: () => (mayOpen = false) }
}

it('[ML1] says how things stand with Miro, and keeps what it knew where nobody answers', async () => {
  const { link, miro, faults } = set()
  expect(link.standing.value).toBe('unknown')
  await link.check()
  expect(link.standing.value).toBe('none')
  miro.lost = true
  await link.check()
  expect(link.standing.value).toBe('lost')
  faults.push(new NoAnswer(), new ApiProblem({ status: 401, code: 'token_invalid', detail: '' }))
  await link.check()
  await link.check()
  expect(link.standing.value).toBe('lost')
  miro.configured = false
  await link.check()
  expect(link.standing.value).toBe('unconfigured')
})

it('[ML2] after consent in another tab it notices by itself, and stops asking', async () => {
  const { link, miro, tabs, waits } = set()
  await link.connect()
  expect(tabs).toEqual(['https://miro.example/consent'])
  expect(link.isWaiting.value).toBe(true)
  waits.shift()?.()
  await vi.waitFor(() => expect(waits).toHaveLength(1))
  expect(link.isWaiting.value).toBe(true)
  miro.connected = true
  waits.shift()?.()
  await vi.waitFor(() => expect(link.standing.value).toBe('connected'))
  expect(link.isWaiting.value).toBe(false)
  await Promise.resolve()
  expect(waits).toHaveLength(0)
})

it('[ML3] a tab that the browser does not open leaves a link; one that leads nowhere is closed', async () => {
  const { link, faults, tabs, block } = set()
  faults.push(new NoAnswer())
  await expect(link.connect()).rejects.toBeInstanceOf(NoAnswer)
  expect(tabs).toEqual(['closed'])
  expect(link.isWaiting.value).toBe(false)
  block()
  await link.connect()
  expect(link.byHand.value).toBe('https://miro.example/consent')
})
