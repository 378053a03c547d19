import * as z from 'zod/mini'
import { Kit, Slug } from '../kit/index.ts'
import { Bilingual } from '../words/bilingual.ts'

/** A fault of a kit, as the console shows it: where, which, and what to do. */
export const SaidFault = z.strictObject({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  message: Bilingual,
})
export type SaidFault = z.infer<typeof SaidFault>

const About = {
  name: z.string(),
  /** Comes with Telaio: it can be copied, not changed. */
  builtIn: z.boolean(),
  /** The caller may change it. */
  mine: z.boolean(),
  /** Counted up at each save; 0 for a built-in kit. */
  rev: z.int(),
  /** When it was saved last; null for a built-in kit. */
  at: z.nullable(z.string()),
}

export const KitList = z.strictObject({
  kits: z.array(
    z.strictObject({
      ...About,
      title: Bilingual,
      summary: Bilingual,
      meetings: z.int(),
      minutes: z.int(),
      people: z.int(),
      projectGroups: z.int(),
      /** How many faults it has: a lab is made from a kit without any. */
      faults: z.int(),
    }),
  ),
})
export type KitList = z.infer<typeof KitList>

export const KitAnswer = z.strictObject({ ...About, kit: Kit, faults: z.array(SaidFault) })
export type KitAnswer = z.infer<typeof KitAnswer>

/** What a save answers: all but the kit itself, which the caller has. */
export const KitSaved = z.strictObject({ ...About, faults: z.array(SaidFault) })
export type KitSaved = z.infer<typeof KitSaved>

export const CopyKit = z.strictObject({
  from: Slug,
  name: Slug,
  /** Left out: the title of the kit it is copied from, marked as a copy. */
  title: z.optional(Bilingual),
})
export type CopyKit = z.infer<typeof CopyKit>

export const SaveKit = z.strictObject({
  /** That of the kit as it was read: another means that somebody has saved it since. */
  rev: z.int(),
  kit: Kit,
})
export type SaveKit = z.input<typeof SaveKit>

/** A kit for the next lab, from this one's programme. */
export const KitFromLab = z.strictObject({
  name: Slug,
  title: Bilingual,
  /** Doubtful words to take out, by their ids in the review. */
  takeOut: z.optional(z.array(z.string().check(z.maxLength(400))).check(z.maxLength(2000))),
})
export type KitFromLab = z.infer<typeof KitFromLab>

/** What of a lab's people stands in its programme's texts. */
export const KitReview = z.strictObject({
  /** Where names, addresses and numbers are taken out in any case. */
  removed: z.array(Bilingual),
  /** Words that may be names: they stay unless they are asked to go. */
  doubtful: z.array(z.strictObject({ id: z.string(), place: Bilingual, word: z.string(), text: z.string() })),
})
export type KitReview = z.infer<typeof KitReview>

export const KitFromLabSaved = z.strictObject({
  ...KitSaved.shape,
  /** Where a name or an address of somebody of the lab was taken out. */
  removed: z.array(Bilingual),
  /** Words that stayed and are part of a name of the lab: somebody should look. */
  doubtful: KitReview.shape.doubtful,
})
export type KitFromLabSaved = z.infer<typeof KitFromLabSaved>

/** A fault of a kit's file, in the problem document that refuses it (`faults`). */
export interface SaidFileFault {
  readonly file: string
  readonly line: number | null
  readonly message: Bilingual
}
