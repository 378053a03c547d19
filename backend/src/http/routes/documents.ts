import * as z from 'zod'
import { LabId } from '@telaio/shared/lab'
import { DOCUMENT_NAMES, mediaTypeOf } from '../../documents/names.ts'
import { contributionsCsv, finalCanvas, labJson } from '../../documents/data.ts'
import { type Given, type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'
import { MEMBERS } from './labs.ts'

/** Data documents of everybody; all others are for those who run the lab until they publish them. */
const EVERYBODYS: readonly string[] = ['final-canvas.json', 'documents.schema.json']

/** The documents of a lab: its data, and what is printed. */
export function documentRoutes({ labs, store, documents }: Services): Operation[] {
  return [
    operation({
      id: 'getDocument',
      method: 'get',
      path: '/labs/:lab/documents/:name',
      summary: `A document of the lab: \`lab.json\`, \`contributions.csv\`, \`final-canvas.json\`, ${DOCUMENT_NAMES.filter((name) =>
        /\.it\./.test(name),
      )
        .map((name) => `\`${name}\``)
        .join(', ')} – and the same in English (\`.en.\`)`,
      allowed: MEMBERS,
      params: z.strictObject({ lab: LabId, name: z.string().max(80) }),
      produces: 'application/octet-stream',
      handle: async ({ params, actor }): Promise<Given> => {
        const { name } = params
        if (!EVERYBODYS.includes(name) && !actor?.roles.some((role) => role === 'organiser' || role === 'facilitator'))
          throw new Refusal({ code: 'forbidden' })
        const scene = await labs.scene(params.lab)
        switch (name) {
          case 'lab.json':
            return {
              file: labJson(
                scene.lab,
                (await store.events(params.lab)).filter((event) => event.seq <= scene.lab.seq),
              ),
              contentType: 'application/json; charset=utf-8',
              name,
            }
          case 'contributions.csv':
            return { file: contributionsCsv(scene), contentType: 'text/csv; charset=utf-8', name }
          case 'final-canvas.json':
            return { file: `${JSON.stringify(finalCanvas(scene.lab), null, 2)}\n`, contentType: 'application/json; charset=utf-8', name }
          default: {
            const file = await documents.make(scene, name)
            if (!file) throw refuse('not_found')
            return { file, contentType: mediaTypeOf(name), name }
          }
        }
      },
    }),
    operation({
      id: 'getMissing',
      method: 'get',
      path: '/labs/:lab/missing',
      summary: 'What is missing, or to be looked at, before the documents are published; what poster and manifesto show, and could',
      allowed: ['organiser', 'facilitator'],
      params: z.strictObject({ lab: LabId }),
      handle: async ({ params }): Promise<Given> => {
        const scene = await labs.scene(params.lab)
        return { json: { missing: documents.missing(scene), choices: documents.choices(scene) } }
      },
    }),
  ]
}
