import * as z from 'zod'
import { LabId } from '@telaio/shared/lab'
import { viewOf } from '@telaio/shared/view'
import { calendarFile } from '../../documents/calendar.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal } from '../problem.ts'
import type { Services } from '../services.ts'
import { MEMBERS } from './labs.ts'

/** The meetings as a file for one's own calendar. */
export function calendarRoutes({ labs, now }: Services): Operation[] {
  return [
    operation({
      id: 'getCalendar',
      method: 'get',
      path: '/labs/:lab/calendar.ics',
      summary: 'The meetings that have a date as an iCalendar file, with what the caller may see of them; `meeting`: only that one',
      allowed: MEMBERS,
      params: z.strictObject({ lab: LabId }),
      query: z.strictObject({ meeting: z.coerce.number().int().min(1).max(20).optional() }),
      produces: 'text/calendar',
      handle: async ({ params, query, actor, language }) => {
        if (!actor) throw new Refusal({ code: 'unknown_lab' })
        const scene = await labs.scene(params.lab)
        const file = calendarFile({ items: viewOf(actor, scene), language, seq: scene.lab.seq, now: now(), meeting: query.meeting })
        return { file, contentType: 'text/calendar; charset=utf-8', name: 'telaio.ics' }
      },
    }),
  ]
}
