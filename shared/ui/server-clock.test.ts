import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BlockRun } from '../lab/index.ts'
import { seeded } from '../testing/index.ts'
import { createServerClock } from './server-clock.ts'
import { clockText, timeLeft } from './time-left.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-10-13T15:00:00.321Z') }))
afterEach(() => void vi.useRealTimers())

const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms))
const run: BlockRun = {
  status: 'running',
  startedAt: '2026-10-13T14:58:00.777Z',
  pausedAt: null,
  pausedMs: 1234,
  length: 600_000,
  extended: 60_000,
  endedAt: null,
}

/** A panel on a machine whose clock is wrong, on a line that takes longer one way than the other; the true time is `Date.now`. */
function openPanel(wrong: { ms: number }, line: { there: number; back: number }, random: () => number) {
  const clock = createServerClock({
    askTime: async () => {
      await wait(line.there + random() * 80)
      const answer = { now: new Date().toISOString() }
      await wait(line.back + random() * 80)
      return answer
    },
    local: () => Date.now() + wrong.ms,
  })
  clock.align(run)
  return { clock, text: () => clockText(timeLeft(run, clock.tick.value) ?? 0) }
}

/** How long panels went on showing different seconds, at most, over so many seconds. */
async function worstSpread(panels: readonly { text: () => string }[], seconds: number): Promise<number> {
  let worst = 0
  let since: number | null = null
  for (let at = 0; at < seconds * 1000; at += 20) {
    await vi.advanceTimersByTimeAsync(20)
    const isSame = new Set(panels.map((panel) => panel.text())).size === 1
    if (isSame) since = null
    else worst = Math.max(worst, Date.now() - (since ??= Date.now() - 20))
  }
  return worst
}

describe('one clock for every panel', () => {
  it('[CL1] on a line with 200 ms of asymmetry and machines hours off, all show the same second within 0.3 s', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = seeded(seed)
      const panels = Array.from({ length: 12 }, (_, i) =>
        openPanel({ ms: (random() - 0.5) * 2e7 }, i % 2 ? { there: 210, back: 10 } : { there: 10, back: 210 }, random),
      )
      const measured = Promise.all(panels.map(({ clock }) => clock.measure()))
      await vi.advanceTimersByTimeAsync(3000)
      await measured
      for (const { clock } of panels) expect(Math.abs(clock.now() - Date.now()), `seed ${seed}`).toBeLessThanOrEqual(150)
      const spread = await worstSpread(panels, 10)
      expect(spread, `seed ${seed}`).toBeLessThanOrEqual(300)
      for (const { clock } of panels) clock.stop()
    }
  })

  it('[CL2] is measured again when the line changes, and when our own clock was set or the machine slept', async () => {
    const random = seeded(7)
    const wrong = { ms: 3_600_000 }
    const line = { there: 900, back: 20 }
    const panel = openPanel(wrong, line, random)
    const measured = panel.clock.measure()
    await vi.advanceTimersByTimeAsync(6000)
    await measured
    expect(Math.abs(panel.clock.now() - Date.now())).toBeGreaterThan(300)
    // from the phone to the Wi-Fi: the line is back, and is measured
    Object.assign(line, { there: 5, back: 205 })
    const again = panel.clock.measure()
    await vi.advanceTimersByTimeAsync(3000)
    await again
    expect(Math.abs(panel.clock.now() - Date.now())).toBeLessThanOrEqual(150)
    // the machine sets its own clock right: nobody says so, and yet it is noticed
    wrong.ms = -42
    await vi.advanceTimersByTimeAsync(5000)
    expect(Math.abs(panel.clock.now() - Date.now())).toBeLessThanOrEqual(150)
    panel.clock.stop()
  })

  it('[CL2] goes on trying where nobody answers, and takes what answers it gets', async () => {
    let asked = 0
    const clock = createServerClock({
      askTime: async () => {
        asked += 1
        await wait(10)
        if (asked < 8 || asked % 2 === 0) throw new TypeError('Failed to fetch')
        return { now: new Date().toISOString() }
      },
      local: () => Date.now() - 90_000,
    })
    const measured = clock.measure()
    await vi.advanceTimersByTimeAsync(10_000)
    await measured
    expect(Math.abs(clock.now() - Date.now())).toBeLessThanOrEqual(10)
    clock.stop()
  })
})
