import { signal } from '@preact/signals'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Say, SmallLab } from '@telaio/shared/testing'
import { type Items, viewOf } from '@telaio/shared/view'
import { FakeTimer } from '../testing/fake-timer.ts'
import { createTimerMirror } from './timer-mirror.ts'

const MINUTE = 60_000
beforeEach(() => localStorage.clear())

/** Fay conducts meeting 1 (silent 5 min, mixed, vote) on its board, with Miro's timer beside it. */
function open({ who = 'fay' as 'fay' | 'oscar', isUsable = true } = {}) {
  const lab = new SmallLab()
  lab.record([
    { type: 'boardConnected', body: { board: 'b', meeting: null, name: 'b', link: 'https://b.example', writer: 'w'.repeat(43) } },
  ])
  const timer = new FakeTimer({ now: () => Date.parse(lab.now), isUsable })
  const view = signal<Items>(viewOf(lab.viewer(lab[who]), lab.scene))
  const pick = <C extends keyof Items>(name: C) => ({
    get value() {
      return view.value[name]
    },
    peek: () => view.peek()[name],
  })
  const items = Object.fromEntries((Object.keys(view.value) as (keyof Items)[]).map((name) => [name, pick(name)]))
  const me = {
    get value() {
      return view.value.me['me'] ?? null
    },
  }
  const here = signal<string | null>('b')
  const mirror = createTimerMirror({ timer, lab: { items, me, now: () => Date.parse(lab.now) } as never, here })
  const settle = async () => {
    view.value = viewOf(lab.viewer(lab[who]), lab.scene)
    for (let i = 0; i < 30; i++) await Promise.resolve()
  }
  const say = async (wish: Say, from = lab.fay) => {
    lab.do(from, wish)
    await settle()
  }
  /** How far Miro's timer is from our clock, in ms. */
  const apart = () => {
    const meeting = lab.lab.meetings[1]
    const run = meeting?.current ? meeting.runs[meeting.current] : undefined
    if (!run) return Number.NaN
    const until = Date.parse(run.pausedAt ?? lab.now)
    return Math.abs(timer.restMs - Math.max(0, run.length + run.extended - (until - Date.parse(run.startedAt) - run.pausedMs)))
  }
  return { lab, timer, mirror, here, settle, say, apart }
}
const started = async (options?: Parameters<typeof open>[0]) => {
  const room = open(options)
  await room.settle()
  await room.say({ type: 'openMeeting', meeting: 1 })
  await room.say({ type: 'startBlock', meeting: 1, block: 'silent' })
  return room
}

describe('Miro’s own timer', () => {
  it('[TI1] follows the clock: start, pause, go on, more, less, the next block, the end', async () => {
    const { lab, timer, say, apart, mirror } = await started()
    expect(timer.status).toBe('running')
    expect(apart()).toBeLessThan(1500)
    lab.pass(MINUTE)
    await say({ type: 'pauseBlock', meeting: 1 })
    expect(timer.status).toBe('paused')
    lab.pass(2 * MINUTE)
    await say({ type: 'resumeBlock', meeting: 1 })
    expect(timer.status).toBe('running')
    expect(apart()).toBeLessThan(1500)
    await say({ type: 'extendBlock', meeting: 1, minutes: 5 })
    expect(apart()).toBeLessThan(1500)
    await say({ type: 'extendBlock', meeting: 1, minutes: -3 })
    expect(apart()).toBeLessThan(1500)
    await say({ type: 'nextBlock', meeting: 1 })
    expect(apart()).toBeLessThan(1500)
    expect(mirror.state.value).toBe('following')
    await say({ type: 'closeMeeting', meeting: 1 })
    expect(timer.status).toBe('stopped')
    expect(mirror.state.value).toBe('idle')
    mirror.stop()
  })

  it('[TI2] that somebody stops in Miro changes nothing of ours, and stays stopped until the next block', async () => {
    const { lab, timer, say, mirror } = await started()
    const sent = lab.accepted.length
    lab.pass(MINUTE)
    timer.stopByHand()
    lab.pass(MINUTE)
    expect(lab.accepted).toHaveLength(sent)
    expect(lab.lab.meetings[1]?.runs['silent']).toMatchObject({ status: 'running', extended: 0 })
    await say({ type: 'extendBlock', meeting: 1, minutes: 5 })
    await say({ type: 'pauseBlock', meeting: 1 })
    await say({ type: 'resumeBlock', meeting: 1 })
    expect(timer.status).toBe('stopped')
    await say({ type: 'nextBlock', meeting: 1 })
    expect(timer.status).toBe('running')
    mirror.stop()
  })

  it('[TI3] that ran out is started again where time is added', async () => {
    const { lab, timer, say, apart, mirror } = await started()
    lab.pass(6 * MINUTE)
    expect(timer.status).toBe('stopped')
    await say({ type: 'extendBlock', meeting: 1, minutes: 5 })
    expect(timer.status).toBe('running')
    expect(apart()).toBeLessThan(1500)
    mirror.stop()
  })

  it('[TI4] is moved by one panel: of whoever is in the lead, on the meeting’s board, where Miro has one and it is wanted', async () => {
    const other = await started({ who: 'oscar' })
    expect(other.timer.calls).toEqual([])
    // the lead comes: what runs is gone on with, not begun anew
    await other.timer.start(5 * MINUTE - 1000)
    other.timer.calls.length = 0
    await other.say({ type: 'takeDrive', meeting: 1, from: other.lab.fay }, other.lab.oscar)
    expect(other.apart()).toBeLessThan(1500)
    expect(other.timer.calls).toEqual([])
    // and goes: the timer runs on for the next
    await other.say({ type: 'takeDrive', meeting: 1, from: other.lab.oscar })
    expect(other.timer.status).toBe('running')
    other.mirror.stop()

    const free = await started({ isUsable: false })
    expect(free.timer.calls).toEqual([])
    expect(free.mirror.state.value).toBe('none')
    free.mirror.stop()

    const off = await started()
    off.mirror.turn(false)
    await off.settle()
    expect(off.timer.status).toBe('stopped')
    expect(off.mirror.state.value).toBe('off')
    off.mirror.stop()
    expect(localStorage.getItem('telaio-miro-timer')).toBe('off')
  })

  it('[TI5] a Miro that refuses is said, and nothing of ours waits for it', async () => {
    const { timer, say, mirror } = await started()
    timer.isRefusing = true
    await say({ type: 'pauseBlock', meeting: 1 })
    expect(mirror.state.value).toBe('refused')
    timer.isRefusing = false
    await say({ type: 'resumeBlock', meeting: 1 })
    expect(mirror.state.value).toBe('following')
    mirror.stop()
  })
})
