import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Api } from './api.ts'
import { openLab } from './lab-client.ts'
import { type LinePage, watchLine } from './line-watch.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

function page() {
  const heard = new Map<string, () => void>()
  const watched: LinePage = {
    now: Date.now,
    on: (name, hear) => {
      heard.set(name, hear)
      return () => heard.delete(name)
    },
  }
  return { watched, heard, say: (name: Parameters<LinePage['on']>[0]) => heard.get(name)?.() }
}

describe('a line that may be another one', () => {
  it('[LN4] is told when the browser is on-line again or on another network, after sleep, and after long out of sight', () => {
    const { watched, heard, say } = page()
    const told = vi.fn<() => void>()
    const stop = watchLine(told, watched)
    vi.advanceTimersByTime(60_000)
    expect(told).toHaveBeenCalledTimes(0)
    say('online')
    say('connection')
    expect(told).toHaveBeenCalledTimes(2)
    // a laptop closed for ten minutes: no tick, then a late one
    vi.setSystemTime(Date.now() + 600_000)
    vi.advanceTimersByTime(5000)
    expect(told).toHaveBeenCalledTimes(3)
    say('hidden')
    vi.advanceTimersByTime(5000)
    say('visible')
    expect(told).toHaveBeenCalledTimes(3)
    say('hidden')
    vi.advanceTimersByTime(25_000)
    say('visible')
    expect(told).toHaveBeenCalledTimes(4)
    stop()
    expect([heard.size, vi.getTimerCount()]).toEqual([0, 0])
  })

  it('[LN4] is let go of at once, and the next one begins from where the view stands', async () => {
    const asked: string[] = []
    const lines: string[] = []
    const open = async (_lab: string, at: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
      asked.push(at)
      return new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(`id: e-${7 + asked.length}\nevent: here\ndata: {}\n\n`))
          // then nothing more, for ever
          signal.addEventListener('abort', () => stream.error(new Error('let go')))
        },
      })
    }
    const api: Pick<Api, 'view' | 'openFeed'> = {
      view: async () => ({ lab: 'lab', epoch: 'e', seq: 7, at: 'e-7', items: {} as never }),
      openFeed: open,
    }
    const client = openLab(api as Api, 'lab', () => Promise.reject(new Error('nobody waits')))
    client.subscribe(({ line }) => lines.push(line))
    await vi.waitFor(() => expect(client.state().at).toBe('e-8'))
    client.renew()
    await vi.waitFor(() => expect(client.state().at).toBe('e-9'))
    expect(asked).toEqual(['e-7', 'e-8'])
    expect(new Set(lines)).toEqual(new Set(['live']))
    client.stop()
    expect(await client.done).toBeNull()
  })
})
