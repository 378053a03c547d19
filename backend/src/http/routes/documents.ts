import * as z from 'zod'
import { LabId } from '@telaio/shared/lab'
import { contributionsCsv, finalCanvas, labJson } from '../../documents/data.ts'
import { type Given, type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'
import { MEMBERS } from './labs.ts'

/** The data documents of a lab; the printed ones join them later. */
export function documentRoutes({ labs, store }: Services): Operation[] {
  const staffOnly = ['lab.json', 'contributions.csv']
  return [
    operation({
      id: 'getDocument',
      method: 'get',
      path: '/labs/:lab/documents/:name',
      summary: 'A document of the lab: `lab.json`, `contributions.csv`, `final-canvas.json`',
      allowed: MEMBERS,
      params: z.strictObject({ lab: LabId, name: z.string().max(80) }),
      produces: 'application/json',
      handle: async ({ params, actor }): Promise<Given> => {
        if (staffOnly.includes(params.name) && !actor?.roles.some((role) => role === 'organiser' || role === 'facilitator'))
          throw new Refusal({ code: 'forbidden' })
        const scene = await labs.scene(params.lab)
        switch (params.name) {
          case 'lab.json':
            return {
              file: labJson(
                scene.lab,
                (await store.events(params.lab)).filter((event) => event.seq <= scene.lab.seq),
              ),
              contentType: 'application/json; charset=utf-8',
              name: 'lab.json',
            }
          case 'contributions.csv':
            return { file: contributionsCsv(scene), contentType: 'text/csv; charset=utf-8', name: 'contributions.csv' }
          case 'final-canvas.json':
            return {
              file: `${JSON.stringify(finalCanvas(scene.lab), null, 2)}\n`,
              contentType: 'application/json; charset=utf-8',
              name: 'final-canvas.json',
            }
          default:
            throw refuse('not_found')
        }
      },
    }),
  ]
}
