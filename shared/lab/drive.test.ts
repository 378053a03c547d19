import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefused, type Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { DRIVES, PERMISSIONS } from './index.ts'

/** Fay and Oscar conduct; Fay has opened meeting 1. */
function opened() {
  const lab = new SmallLab()
  lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
  const driver = () => lab.lab.meetings[1]?.driver
  const driving: readonly Say[] = [
    { type: 'startBlock', meeting: 1, block: 'mixed' },
    { type: 'pauseBlock', meeting: 1 },
    { type: 'resumeBlock', meeting: 1 },
    { type: 'extendBlock', meeting: 1, minutes: 5 },
    { type: 'requestRooms', meeting: 1, block: 'mixed' },
    { type: 'closeRooms', meeting: 1 },
    { type: 'nextBlock', meeting: 1 },
    { type: 'handDrive', meeting: 1, to: null },
    { type: 'closeMeeting', meeting: 1 },
  ]
  return { lab, driver, driving }
}

describe('who drives a meeting', () => {
  it('[LD1] is whoever opened it; everybody else is refused, and told who drives', () => {
    const { lab, driver, driving } = opened()
    expect(driver()).toBe(lab.fay)
    expect(driving.map(({ type }) => type).toSorted()).toEqual([...DRIVES].toSorted())
    for (const say of driving)
      expect(lab.send(lab.oscar, say), say.type).toMatchObject({
        code: 'driven_by_other',
        field: 'meeting',
        facts: { meeting: 1, person: lab.fay },
      })
    for (const say of driving.filter(({ type }) => type !== 'handDrive')) lab.do(lab.fay, say)
    // a meeting that is closed is driven by nobody; whoever opens it again drives it
    expect(driver()).toBeNull()
    lab.do(lab.oscar, { type: 'openMeeting', meeting: 1 })
    expect(driver()).toBe(lab.oscar)
  })

  it('[LD1] what is no driving stays everybody’s who conducts', () => {
    const { lab } = opened()
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'mixed' })
    lab.note(lab.ann, 'C1.2', 'trees', { private: false })
    lab.do(lab.oscar, { type: 'shareNotes', meeting: 1 })
    lab.do(lab.oscar, { type: 'renameGroup', group: 'g1', name: 'Oaks' })
    lab.do(lab.oscar, { type: 'markAttendance', meeting: 1, marks: [{ person: lab.ann, state: 'late' }] })
    for (const type of DRIVES) expect(PERMISSIONS[type], type).toEqual(PERMISSIONS.takeDrive)
  })

  it('[LD2] where nobody drives, the first who does is the driver', () => {
    const { lab, driver } = opened()
    lab.do(lab.fay, { type: 'handDrive', meeting: 1, to: null })
    expect(driver()).toBeNull()
    // a command that is refused for another reason makes nobody drive
    expect(lab.send(lab.oscar, { type: 'pauseBlock', meeting: 1 })).toMatchObject({ code: 'block_not_running' })
    expect(driver()).toBeNull()
    lab.do(lab.oscar, { type: 'nextBlock', meeting: 1 })
    expect(driver()).toBe(lab.oscar)
    expect(lab.commits.at(-1)?.events.map(({ type }) => type)).toEqual(['driverChanged', 'blockStarted'])
    expect(lab.send(lab.fay, { type: 'nextBlock', meeting: 1 })).toMatchObject({ code: 'driven_by_other', facts: { person: lab.oscar } })
  })

  it('[LD3] of two who take it at once one gets it, and the other is told who has it', () => {
    const { lab, driver } = opened()
    const seen = driver() ?? null
    lab.do(lab.oscar, { type: 'takeDrive', meeting: 1, from: seen })
    expect(lab.send(lab.organiser, { type: 'takeDrive', meeting: 1, from: seen })).toMatchObject({
      code: 'driver_changed',
      field: 'from',
      facts: { person: lab.oscar },
    })
    expect(driver()).toBe(lab.oscar)
    expect(lab.send(lab.oscar, { type: 'takeDrive', meeting: 1, from: lab.oscar })).toMatchObject({ code: 'nothing_to_do' })
    lab.do(lab.organiser, { type: 'takeDrive', meeting: 1, from: lab.oscar })
    expect(driver()).toBe(lab.organiser)
    // nobody to be told of: what one saw does not matter
    lab.do(lab.organiser, { type: 'handDrive', meeting: 1, to: null })
    lab.do(lab.fay, { type: 'takeDrive', meeting: 1, from: lab.oscar })
    expect(driver()).toBe(lab.fay)
  })

  it('[LD4] is handed on by whoever has it, to somebody who conducts', () => {
    const { lab, driver } = opened()
    const hand = (to: string | null, from = lab.fay) => lab.send(from, { type: 'handDrive', meeting: 1, to })
    expect(hand(lab.ann)).toMatchObject({ code: 'cannot_drive', field: 'to' })
    expect(hand(lab.otto)).toMatchObject({ code: 'cannot_drive' })
    expect(hand(lab.newId('per'))).toMatchObject({ code: 'unknown_person' })
    expect(hand(lab.fay)).toMatchObject({ code: 'nothing_to_do' })
    expect(hand(lab.oscar, lab.oscar)).toMatchObject({ code: 'driven_by_other' })
    expect(isRefused(hand(lab.oscar))).toBe(false)
    expect(driver()).toBe(lab.oscar)
    for (const type of ['takeDrive', 'handDrive'] as const) {
      const say = (meeting: number): Say => (type === 'takeDrive' ? { type, meeting, from: null } : { type, meeting, to: lab.oscar })
      expect(lab.send(lab.fay, say(2))).toMatchObject({ code: 'meeting_not_open' })
      expect(lab.send(lab.fay, say(9))).toMatchObject({ code: 'unknown_meeting' })
    }
  })

  it('[LD5] who conducts no more drives no more', () => {
    const { lab, driver } = opened()
    lab.do(lab.oscar, { type: 'setRoles', person: lab.fay, roles: ['facilitator', 'participant'] })
    expect(driver()).toBe(lab.fay)
    lab.do(lab.oscar, { type: 'setRoles', person: lab.fay, roles: ['participant'] })
    expect(driver()).toBeNull()
    lab.do(lab.oscar, { type: 'takeDrive', meeting: 1, from: null })
    lab.do(lab.organiser, { type: 'erasePerson', person: lab.oscar })
    expect(driver()).toBeNull()
  })

  it('[LD1] [LD3] whatever anybody presses, on whatever they saw: one drives, and only the driver’s commands drive', () => {
    const press = fc.record({ who: fc.nat(2), what: fc.nat(11), block: fc.nat(2), seen: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const { lab, driver, driving } = opened()
        const all = [lab.fay, lab.oscar, lab.organiser]
        const drivers: (string | null)[] = [driver() ?? null]
        for (const { who, what, block, seen } of presses) {
          const person = all[who] ?? ''
          const say: Say =
            what === 9
              ? { type: 'takeDrive', meeting: 1, from: drivers.at(-1 - (seen % drivers.length)) ?? null }
              : what === 10
                ? { type: 'handDrive', meeting: 1, to: [...all, null][seen % 4] ?? null }
                : what === 11
                  ? { type: 'openMeeting', meeting: 1 }
                  : what === 0
                    ? { type: 'startBlock', meeting: 1, block: ['silent', 'mixed', 'vote'][block] ?? '' }
                    : (driving[what] ?? { type: 'nextBlock', meeting: 1 })
          const before = driver()
          const answer = lab.send(person, say)
          const isOpen = lab.lab.meetings[1]?.status === 'open'
          if (isRefused(answer)) expect(driver()).toBe(before)
          else if (say.type === 'takeDrive') expect(before === say.from || before === null).toBe(true)
          else if (before !== null && isOpen) expect(before).toBe(person)
          // nobody drives a closed meeting; in an open one the last who drove, unless they let go of it
          if (!isOpen) expect(driver()).toBeNull()
          else if (!isRefused(answer) && say.type !== 'handDrive') expect(driver()).toBe(person)
          drivers.push(driver() ?? null)
        }
      }),
      { numRuns: 150 },
    )
  })
})
