import * as z from 'zod'
import { KIT_FILE_TYPE, KitFromLab, KitReview } from '@telaio/shared/api'
import { LabId } from '@telaio/shared/lab'
import { kitOut } from '../../kits/kit-out.ts'
import { zipKit } from '../../kits/kit-zip.ts'
import { type Operation, operation } from '../operation.ts'
import type { Services } from '../services.ts'

const InLab = z.strictObject({ lab: LabId })

/** The kit of the next lab for those who have no shelf of their own to put it on: organisers by invite, without an account. */
export function kitOutRoutes({ labs }: Services): Operation[] {
  return [
    operation({
      id: 'kitReview',
      method: 'get',
      path: '/labs/:lab/kit-review',
      summary: 'What of a lab’s people stands in its programme’s texts: what goes in any case, and words that may be names',
      allowed: ['organiser'],
      params: InLab,
      answer: KitReview,
      handle: async ({ params }) => {
        const { removed, doubtful } = kitOut(await labs.scene(params.lab))
        return { json: { removed, doubtful } }
      },
    }),
    operation({
      id: 'kitOfLab',
      method: 'post',
      path: '/labs/:lab/kit-file',
      summary: 'A lab’s programme as a kit, as one zip file, without anything of its people, groups or notes',
      allowed: ['organiser'],
      params: InLab,
      body: KitFromLab,
      produces: KIT_FILE_TYPE,
      handle: async ({ params, body }) => {
        const { kit } = kitOut(await labs.scene(params.lab), body)
        return { file: Buffer.from(zipKit(kit)), contentType: KIT_FILE_TYPE, name: `${kit.name}.zip` }
      },
    }),
  ]
}
