import * as z from 'zod/mini'
import { Bilingual } from '../words/bilingual.ts'

/** Ids inside a kit (columns, criteria, options, methods): readable, stable, lower case. */
export const Slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))

const Named = z.strictObject({ id: Slug, title: Bilingual })

/**
 * What kind of answer a zone takes. One name a kind, the same in the kit, the log and the panels:
 * `cards` any number of short notes a person · `sentence` one for the group · `table` rows with named columns ·
 * `person` about a person, so its text is kept in the register · `term` a word with its meaning and the sector that reads it so ·
 * `triple` difficulty – approach taken – replicable pointer · `votes` dots on the notes of another zone ·
 * `rating` 1 to 5 by criteria on the notes of another zone · `consent` agree, can live with it, or objection ·
 * `commitments` what, by whom, by when.
 */
export const AnswerType = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('cards') }),
  z.strictObject({ type: z.literal('sentence') }),
  z.strictObject({
    type: z.literal('table'),
    columns: z
      .array(
        z.strictObject({
          id: Slug,
          title: Bilingual,
          /** When given, the cell is one of these. */
          options: z.optional(z.array(Named).check(z.minLength(2))),
        }),
      )
      .check(z.minLength(2), z.maxLength(8)),
  }),
  z.strictObject({ type: z.literal('person') }),
  z.strictObject({ type: z.literal('term') }),
  z.strictObject({ type: z.literal('triple') }),
  z.strictObject({ type: z.literal('votes'), dots: z.int().check(z.gte(1), z.lte(20)), on: z.string() }),
  z.strictObject({ type: z.literal('rating'), criteria: z.array(Named).check(z.minLength(1), z.maxLength(8)), on: z.string() }),
  z.strictObject({ type: z.literal('consent'), on: z.string() }),
  z.strictObject({ type: z.literal('commitments') }),
])
export type AnswerType = z.infer<typeof AnswerType>
