import * as z from 'zod'
import { AskVectors, ModelAnswer, VectorsAnswer } from '@telaio/shared/api'
import { LabId, PERMISSIONS } from '@telaio/shared/lab'
import { ModelSilent } from '../../themes/model-silent.ts'
import { textForModel } from '../../themes/model-notes.ts'
import { type Given, type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'

const InLab = z.strictObject({ lab: LabId })

/** The model that helps with themes, where the server is set to one. */
export function modelRoutes({ labs, embedder, logger }: Services): Operation[] {
  return [
    operation({
      id: 'getModel',
      method: 'get',
      path: '/labs/:lab/model',
      summary: 'Which model helps with themes, and where it is; null where the server is set to none',
      allowed: PERMISSIONS.putInTheme,
      params: InLab,
      answer: ModelAnswer,
      handle: (): Given => ({
        json: { model: embedder && { name: embedder.name, away: embedder.away } } satisfies ModelAnswer,
      }),
    }),
    operation({
      id: 'getVectors',
      method: 'post',
      path: '/labs/:lab/model/vectors',
      summary:
        'What the model makes of notes of the lab. Texts are the lab’s own: none come from the caller; notes the model is not asked about are left out',
      allowed: PERMISSIONS.putInTheme,
      params: InLab,
      body: AskVectors,
      answer: VectorsAnswer,
      handle: async ({ params, body }): Promise<Given> => {
        if (!embedder) throw refuse('no_model')
        const { lab } = await labs.head(params.lab)
        const asked = [...new Set(body.notes)].flatMap((id) => {
          const text = textForModel(lab, id, embedder.away !== null)
          return text === null ? [] : [{ id, text }]
        })
        try {
          const vectors = await embedder.embed(asked.map(({ text }) => text))
          return {
            json: { vectors: Object.fromEntries(asked.map(({ id }, place) => [id, packed(vectors[place] ?? [])])) } satisfies VectorsAnswer,
          }
        } catch (error) {
          if (!(error instanceof ModelSilent)) throw error
          logger.warn({ model: embedder.name, why: error.words.en }, 'model for themes')
          throw new Refusal({ code: 'model_silent' }, {}, error.words)
        }
      },
    }),
  ]
}

function packed(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [place, one] of vector.entries()) bytes.writeFloatLE(one, place * 4)
  return bytes.toString('base64')
}
