import * as z from 'zod/mini'

/** The two languages of the interface; Italian first. */
export const Language = z.enum(['it', 'en'])
export type Language = z.infer<typeof Language>

/** A text in both languages. Neither may be blank: a missing translation is a fault of the kit or of the code. */
export const Bilingual = z.strictObject({
  it: z.string().check(z.regex(/\S/)),
  en: z.string().check(z.regex(/\S/)),
})
export type Bilingual = z.infer<typeof Bilingual>

/** The text in the reader's language. */
export const inLanguage = (text: Bilingual, language: Language): string => text[language]
