import { describe, expect, it } from 'vitest'
import { Scenario } from '../testing/scenario.ts'

describe('the lab', () => {
  it('[CMD11] stores no name before the privacy notice', () => {
    const lab = new Scenario()
    expect(lab.send(lab.organiser, { type: 'addPeople', people: [{ name: 'Anna' }] })).toMatchObject({ code: 'notice_missing' })
    expect(JSON.stringify([...lab.register.entries()])).not.toContain('Anna')
    expect(lab.people(['Anna'])).toHaveLength(1)
  })
})
