import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { blockOf, createDriveNews, driveOf, nextBlock, nextSteps, openHelps, progressOf } from './index.ts'

const seen = (lab: SmallLab, who = lab.fay) => viewOf(lab.viewer(who), lab.scene)
const kinds = (lab: SmallLab, left: number | null, meeting = 1) => {
  const items = seen(lab)
  const found = items.meetings[String(meeting)]
  return found
    ? nextSteps(found, items, left).map((step) => (step.kind === 'block' ? `${step.block.id}${step.isDue ? '!' : ''}` : step.kind))
    : []
}

describe('progress of groups', () => {
  it('[PG1] says who is there, what is written, who is silent, who calls and who has finished', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const first = lab.note(lab.ann, 'C1.2', 'trees', { private: false })
    lab.note(lab.cleo, 'C1.2', 'birds', { private: true })
    lab.do(lab.bob, { type: 'askHelp', meeting: 1, group: 'm1/x1-2' })
    lab.do(lab.bob, { type: 'markDone', meeting: 1, block: 'mixed', group: 'm1/x1-2', done: true })
    const items = seen(lab)
    const block = blockOf(items.blocks, 1, 'mixed')
    if (!block) throw new Error('no block')
    const [one, two] = progressOf(block, items, { [lab.ann]: 1 })
    expect(one).toMatchObject({ id: 'm1/x1-1', key: 'x1-1', notes: 1, unrevealed: 1, done: false, helps: [] })
    expect(one?.present.map(({ id }) => id)).toEqual([lab.ann])
    expect(one?.silent).toEqual([])
    expect(one?.newest?.id).toBe(first)
    expect(two).toMatchObject({ notes: 0, unrevealed: 0, newest: null, done: true })
    expect(two?.silent?.map(({ id }) => id)).toEqual([lab.bob, lab.dan])
    expect(two?.helps).toHaveLength(1)
    expect(openHelps(items.helps, 2)).toEqual([])
  })

  it('[PG1] is everybody’s where a block has no groups', () => {
    const lab = new SmallLab().start(1, 'vote')
    const items = seen(lab)
    const block = blockOf(items.blocks, 1, 'vote')
    if (!block) throw new Error('no block')
    const all = progressOf(block, items, {})
    expect(all.map(({ id, people }) => [id, people.length])).toEqual([['m1/all', 4]])
  })

  it('[PG1] hidden notes and those of other blocks do not count', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const note = lab.note(lab.ann, 'C1.2', 'trees', { private: false })
    lab.do(lab.fay, { type: 'hideContribution', contribution: note })
    const items = seen(lab)
    const block = blockOf(items.blocks, 1, 'mixed')
    expect(block && progressOf(block, items, {})[0]?.notes).toBe(0)
  })
})

describe('the next steps', () => {
  it('[NS1] follow the run sheet, three at a time, the most pressing first', () => {
    const lab = new SmallLab()
    expect(kinds(lab, null)).toEqual(['open-meeting'])
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(kinds(lab, null)).toEqual(['silent!', 'mixed'])
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'mixed' })
    lab.do(lab.ann, { type: 'askHelp', meeting: 1 })
    expect(kinds(lab, 600_000)[0]).toBe('help')
    const needsRooms = blockOf(seen(lab).blocks, 1, 'mixed')?.rooms
    expect(kinds(lab, 600_000).includes('rooms-open')).toBe(needsRooms === true)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(kinds(lab, null)).toEqual([])
  })

  it('[NS2] rooms are to be closed once their block is over, and what is private to be revealed before one goes on', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })
    lab.note(lab.ann, 'C1.2', 'trees', { private: true })
    const steps = kinds(lab, 60_000)
    expect(steps).not.toContain('rooms-open')
    expect(steps.indexOf('reveal')).toBeGreaterThanOrEqual(0)
    expect(steps.indexOf('reveal')).toBeLessThan(steps.findIndex((one) => one.startsWith('vote')))
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(kinds(lab, 60_000)).toContain('rooms-close')
    lab.do(lab.fay, { type: 'closeRooms', meeting: 1 })
    expect(kinds(lab, 60_000)).not.toContain('rooms-close')
    expect(kinds(lab, -1)).toEqual(['end-block'])
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(kinds(lab, null)).toEqual(['close-meeting'])
  })
})

describe('who is in the lead, as it is seen', () => {
  it('[LD6] by the one, by the others, and by nobody', () => {
    const lab = new SmallLab().start(1, 'silent')
    const look = (who: string, presence = {}) => {
      const items = seen(lab, who)
      return driveOf(items.meetings['1'] ?? { driver: null }, items.me['me'] ?? null, items.people, presence)
    }
    expect(look(lab.fay)).toMatchObject({ isMine: true, mayDrive: true, isPresent: false })
    expect(look(lab.oscar, { [lab.fay]: 1 })).toMatchObject({ isMine: false, mayDrive: false, isPresent: true, driver: { name: 'Fay' } })
    // those with a panel open first; participants and observers never
    expect(look(lab.fay, { [lab.oscar]: 2 }).others.map(({ person }) => person.id)).toEqual([lab.oscar, lab.organiser])
    lab.do(lab.fay, { type: 'handDrive', meeting: 1, to: null })
    expect(look(lab.oscar)).toMatchObject({ isMine: false, mayDrive: true, driver: null })
  })

  it('[LD6] each change is told once to everybody, and what was so before one came is no news', () => {
    const lab = new SmallLab().start(1, 'silent')
    const views = [lab.fay, lab.oscar, lab.organiser].map((who) => ({ who, news: createDriveNews() }))
    const look = () => views.map(({ who, news }) => news(seen(lab, who).meetings['1'] ?? null, who)?.kind ?? null)
    expect(look()).toEqual([null, null, null])
    lab.do(lab.oscar, { type: 'takeDrive', meeting: 1, from: lab.fay })
    expect(look()).toEqual(['passed', 'mine', 'other'])
    expect(look()).toEqual([null, null, null])
    lab.do(lab.oscar, { type: 'handDrive', meeting: 1, to: null })
    expect(look()).toEqual(['free', 'free', 'free'])
    lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
    expect(look()).toEqual(['mine', 'other', 'other'])
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(look()).toEqual([null, null, null])
  })
})

it('[PG2] what comes next: after the running block, after the last that ran, or the first', () => {
  const lab = new SmallLab()
  const next = () => {
    const items = seen(lab)
    const meeting = items.meetings['1']
    return meeting ? (nextBlock(meeting, items.blocks)?.id ?? null) : null
  }
  expect(next()).toBe('silent')
  lab.start(1, 'mixed')
  expect(next()).toBe('vote')
  lab.do(lab.fay, { type: 'nextBlock', meeting: 1 })
  expect(next()).toBeNull()
})
