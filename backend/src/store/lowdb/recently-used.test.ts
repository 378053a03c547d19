import { deferred } from '@telaio/shared/testing'
import { expect, it } from 'vitest'
import { RecentlyUsed } from './recently-used.ts'

function values(limit: number, mayLeave: (id: string) => boolean = () => true) {
  const open = new Set<string>()
  const log: string[] = []
  const used = new RecentlyUsed<string>({
    limit,
    mayLeave,
    open: async (id) => {
      if (id.startsWith('no')) return null
      expect(open.has(id)).toBe(false)
      open.add(id)
      log.push(`open ${id}`)
      return id
    },
    close: async (id) => {
      log.push(`close ${id}`)
      await Promise.resolve()
      open.delete(id)
    },
  })
  return { used, open, log }
}

it('[LF6] what is in use stays, whatever comes after it', async () => {
  const { used, open } = values(1)
  const end = deferred()
  const long = used.use('a', () => end.promise)
  for (const id of ['b', 'c', 'd']) await used.use(id, () => undefined)
  expect(open.has('a')).toBe(true)
  end.resolve()
  await long
  await used.use('b', () => undefined)
  expect([...open]).toEqual(['b'])
})

it('[LF6] what was used last stays, and what leaves is closed before it is opened again', async () => {
  const { used, open, log } = values(2)
  for (const id of ['a', 'b', 'a', 'c']) await used.use(id, () => undefined)
  // b is leaving now: whoever asks for it waits
  await Promise.all([used.use('b', () => undefined), used.use('b', () => undefined)])
  expect(log.filter((line) => line.endsWith(' b'))).toEqual(['open b', 'close b', 'open b'])
  expect(open.size).toBeLessThanOrEqual(3)
  await used.closeAll()
  expect(open.size).toBe(0)
})

it('[LF4] what may not leave stays', async () => {
  const { used, open } = values(1, (id) => id !== 'a')
  for (const id of ['a', 'b', 'c']) await used.use(id, () => undefined)
  expect(open.has('a')).toBe(true)
  await used.closeAll()
})

it('what is not there is null, and nobody waits for it', async () => {
  const { used } = values(1)
  expect(await Promise.all([used.use('no', () => 1), used.use('no', () => 1), used.use('yes', () => 1)])).toEqual([null, null, 1])
})

it('[LS1] of many who add one value, one does', async () => {
  const { used } = values(1)
  let made = 0
  const make = async () => {
    made += 1
    return 'no one'
  }
  const tried = await Promise.all([used.use('no one', () => 1), ...Array.from({ length: 5 }, () => used.add('no one', make))])
  expect(tried.filter((one) => one === true)).toHaveLength(1)
  expect(made).toBe(1)
})

it('[LS11] who retires a value has it alone', async () => {
  const { used, open, log } = values(3)
  const end = deferred()
  const long = used.use('a', () => end.promise)
  const gone = used.retire('a', async (value) => {
    log.push(`retire ${value}`)
    await used.use('b', () => undefined)
    open.delete('a')
    log.push('retired')
  })
  const after = used.use('a', () => log.push('use'))
  end.resolve()
  await Promise.all([long, gone, after])
  expect(log).toEqual(['open a', 'retire a', 'open b', 'retired', 'open a', 'use'])
})
