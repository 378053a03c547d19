import { describe, expect, it } from 'vitest'
import type { BlockItem } from '@telaio/shared/view'
import { stepNow } from './now.ts'

const minutes = (n: number) => n * 60_000

describe('the step under way', () => {
  const block = (steps: string[], startedAt = 0, run: object = {}): BlockItem =>
    ({
      steps: steps.map((step) => ({ it: step, en: step })),
      run: {
        status: 'running',
        startedAt: new Date(startedAt).toISOString(),
        pausedAt: null,
        pausedMs: 0,
        endedAt: null,
        length: minutes(30),
        extended: 0,
        ...run,
      },
    }) as unknown as BlockItem
  const steps = ['6 minuti: a', '4 minuti: b', '1 minuto: c']
  it('[TM2] follows the minutes that the steps name, and stays at the last', () => {
    expect([0, 5.9, 6, 9.9, 10, 25].map((at) => stepNow(block(steps), minutes(at)))).toEqual([0, 0, 1, 1, 2, 2])
  })
  it('[TM2] stands still while paused, and is nobody’s guess where a step names no minutes', () => {
    expect(stepNow(block(steps, 0, { status: 'paused', pausedAt: new Date(minutes(5)).toISOString() }), minutes(20))).toBe(0)
    expect(stepNow(block(['6 minuti: a', 'poi b']), 0)).toBeNull()
    expect(stepNow(block(steps, 0, { status: 'ended' }), 0)).toBeNull()
  })
})
