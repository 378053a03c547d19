import { describe, expect, it } from 'vitest'
import { SmallLab } from '@telaio/shared/testing'
import { ABSENT_MS, createAttendance, GATHER_MS } from './attendance.ts'

/** The service over a small lab, with time that stands still until it is told to pass. */
function watched(lab = new SmallLab()) {
  const here = new Set<string>()
  let timers: { at: number; work: () => void }[] = []
  let commits = 0
  const now = () => Date.parse(lab.now)
  const service = createAttendance({
    head: async () => ({ lab: lab.lab }),
    record: async (_lab, work) => {
      const events = work(lab.lab)
      if (events.length > 0) commits += 1
      // the clock of a scenario moves with what is recorded: that second is not ours
      lab.record(events)
      if (events.length > 0) lab.pass(-1000)
    },
    here: async () => new Set(here),
    now,
    after: (ms, work) => {
      const timer = { at: now() + ms, work }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    onFault: (error) => {
      throw error
    },
  })
  const settle = async () => {
    await new Promise((resolve) => setImmediate(resolve))
  }
  const pass = async (ms: number) => {
    const end = now() + ms
    for (;;) {
      const next = timers.toSorted((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      timers = timers.filter((one) => one !== next)
      lab.pass(Math.max(0, next.at - now()))
      next.work()
      await settle()
    }
    lab.pass(end - now())
  }
  const come = (...people: string[]) => people.forEach((one) => here.add(one) && service.wake('lab', one))
  const go = (...people: string[]) => people.forEach((one) => here.delete(one) && service.wake('lab'))
  const stays = (person: string) => lab.lab.attended.get(`1|${person}`)?.stays ?? []
  service.start(['lab'])
  return { lab, pass, come, go, stays, now, service, commits: () => commits }
}
const at = (ms: number) => new Date(ms).toISOString()

describe('attendance', () => {
  it('[AT1] somebody comes when their panel opens, and went when it has been closed for two minutes', async () => {
    const { lab, pass, come, go, stays, now } = watched()
    lab.start(1, 'silent')
    await pass(60_000)
    come(lab.ann)
    await pass(GATHER_MS)
    const came = now()
    await pass(600_000)
    go(lab.ann)
    await pass(GATHER_MS)
    const went = now()
    await pass(ABSENT_MS - 1000)
    expect(stays(lab.ann)).toEqual([{ from: at(came), to: null, group: 'm1/x1-1' }])
    await pass(2000)
    expect(stays(lab.ann)).toEqual([{ from: at(came), to: at(went), group: 'm1/x1-1' }])
    come(lab.ann)
    await pass(GATHER_MS)
    expect(stays(lab.ann)).toHaveLength(2)
  })

  it('[AT2] a line cut for a minute, and a storm of reconnections, write nothing', async () => {
    const { lab, pass, come, go, stays, commits } = watched()
    lab.start(1, 'silent')
    await pass(60_000)
    const people = [lab.ann, lab.bob, lab.cleo, lab.dan]
    come(...people)
    await pass(5000)
    expect(commits()).toBe(1)
    const { seq } = lab.lab
    for (let i = 0; i < 300; i++) {
      go(...people)
      await pass(i % 7 === 0 ? 60_000 : 300)
      come(...people)
      await pass(700)
    }
    expect(lab.lab.seq).toBe(seq)
    expect(people.map((one) => stays(one).length)).toEqual([1, 1, 1, 1])
  })

  it('[AT3] who comes and goes all the time costs no more than one event each two minutes', async () => {
    const { lab, pass, come, go, commits } = watched()
    lab.start(1, 'silent')
    for (let i = 0; i < 20; i++) {
      come(lab.ann)
      await pass(3000)
      go(lab.ann)
      await pass(ABSENT_MS + 5000)
    }
    expect(commits()).toBe(40)
  })

  it('[AT4] only participants, and only while the meeting is open; who is there when it opens has come then', async () => {
    const { lab, pass, come, stays, service } = watched()
    come(lab.ann, lab.fay, lab.otto, lab.organiser)
    await pass(60_000)
    expect(lab.lab.attended.size).toBe(0)
    lab.start(1, 'silent')
    service.wake('lab')
    await pass(GATHER_MS)
    expect([...lab.lab.attended.keys()]).toEqual([`1|${lab.ann}`])
    await pass(60_000)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const { closedAt } = lab.lab.meetings[1] ?? {}
    expect(stays(lab.ann).at(-1)?.to).toBe(closedAt)
    await pass(600_000)
    expect(stays(lab.ann)).toHaveLength(1)
  })

  it('[AT5] a server that begins anew finds out who did not come back', async () => {
    const first = watched()
    first.lab.start(1, 'silent')
    first.come(first.lab.ann, first.lab.bob)
    await first.pass(GATHER_MS)
    await first.service.stop()
    first.lab.pass(30_000)
    const second = watched(first.lab)
    second.come(first.lab.ann)
    await second.pass(GATHER_MS)
    const began = second.now()
    await second.pass(ABSENT_MS + GATHER_MS)
    expect(second.stays(first.lab.ann).at(-1)?.to).toBeNull()
    expect(second.stays(first.lab.bob).at(-1)?.to).toBe(at(began))
  })
})
