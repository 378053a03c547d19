import { describe, expect, it } from 'vitest'
import { checkKit, dropMethod, Kit, usualLead } from '../kit/index.ts'
import { smallKit } from '../testing/index.ts'
import { allMethods } from '../testing/read-methods.ts'

describe('the methods of the repertoire', () => {
  it.each(allMethods)('[PLAN4] $id can be dropped into every meeting, and makes no fault but in the minutes', (method) => {
    for (const meeting of smallKit.meetings) {
      const plan = dropMethod(meeting, method, 1, usualLead(smallKit, meeting))
      if (!plan) throw new Error('there is room for it')
      const after = { ...smallKit, meetings: smallKit.meetings.map((one) => (one === meeting ? plan : one)) }
      expect(Kit.safeParse(after).error?.issues ?? []).toEqual([])
      expect(checkKit(after).filter(({ message }) => !message.includes('add up to'))).toEqual([])
      expect(plan.agenda.filter(({ method: id }) => id === method.id)).toHaveLength(method.brings.blocks.length)
    }
  })
})
