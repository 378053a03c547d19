import * as z from 'zod/mini'
import { ContributionId } from '../lab/ids.ts'

/** The model that helps with themes; null where none is set. */
export const ModelAnswer = z.strictObject({
  model: z.nullable(
    z.strictObject({
      name: z.string(),
      /** The host that texts of notes are sent to; null where they do not leave the server. */
      away: z.nullable(z.string()),
    }),
  ),
})
export type ModelAnswer = z.infer<typeof ModelAnswer>

/** Notes asked for at once: what a model answers in one go. */
export const VECTORS_AT_ONCE = 64
export const AskVectors = z.strictObject({ notes: z.array(ContributionId).check(z.minLength(1), z.maxLength(VECTORS_AT_ONCE)) })
export type AskVectors = z.infer<typeof AskVectors>

/** Vectors by note: 32-bit floats, little-endian, base64. Notes that a model is not asked about are left out. */
export const VectorsAnswer = z.strictObject({ vectors: z.record(z.string(), z.string()) })
export type VectorsAnswer = z.infer<typeof VectorsAnswer>
