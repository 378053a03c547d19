import * as z from 'zod/mini'
import { Bilingual } from '../words/bilingual.ts'
import { Slug } from './answer-type.ts'
import { Method } from './method.ts'

/** Methods under one licence: `collection.yaml` in their folder. */
export const Collection = z.strictObject({
  title: Bilingual,
  /** SPDX: that of every method in it. */
  licence: z.string().check(z.minLength(2)),
  credit: Bilingual,
  source: z.optional(z.string().check(z.regex(/^https:\/\//))),
})
export type Collection = z.infer<typeof Collection>

/** What facilitators choose methods from: collections by id, and their methods, each with the id of its collection. */
export const Repertoire = z.strictObject({
  collections: z.array(z.extend(Collection, { id: Slug })),
  methods: z.array(z.extend(Method, { collection: Slug })),
})
export type Repertoire = z.infer<typeof Repertoire>
