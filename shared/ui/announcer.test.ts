import { expect, it } from 'vitest'
import { createAnnouncer } from './announcer.ts'

it('[AN1] of what is said at once nothing is lost and nothing doubled: each stands for a while, then the next; the same words again differ', async () => {
  const turns: (() => void)[] = []
  const { announced, announce } = createAnnouncer(() => new Promise<void>((resolve) => turns.push(resolve)))
  const heard: string[] = []
  announced.subscribe((text) => text !== '' && heard.push(text))
  const turn = async () => {
    turns.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  announce('Five minutes left.')
  announce('New block: Break.')
  announce('New block: Break.')
  announce('Five minutes left.')
  expect(heard).toEqual(['Five minutes left.'])
  await turn()
  expect(heard.at(-1)).toBe('New block: Break.')
  await turn()
  await turn()
  expect(heard).toEqual(['Five minutes left.', 'New block: Break.', 'Five minutes left.'])
  announce('Five minutes left.')
  expect(heard.at(-1)).toBe('Five minutes left.\u00a0')
  await turn()
  expect(turns).toEqual([])
})
