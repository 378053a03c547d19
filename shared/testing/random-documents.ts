import type { Scenario, Say } from './scenario.ts'

/** A picture of one pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** What an organiser may do with documents, drawn from two numbers and a text. */
export function documentSayings(
  { lab }: Scenario,
  { a, b, text }: { readonly a: number; readonly b: number; readonly text: string },
): readonly (() => Say)[] {
  const entries = [...lab.entries.keys()]
  const entry = entries[a % Math.max(1, entries.length)]
  return [
    () => ({
      type: 'setDocuments',
      theme: b % 2 ? 'public-body' : 'house',
      colour: [null, '#1D5B79', '#FFFF00'][a % 3] ?? null,
      credits: text,
      promoters: [text],
      partners: [`${text} p`],
      coPromoters: [`${text} c`, `${text} d`],
      ...(entry === undefined ? {} : { poster: [entry] }),
    }),
    () =>
      lab.documents.logos[0]
        ? { type: 'removeLogo', logo: lab.documents.logos[0].id }
        : { type: 'addLogo', alt: text, data: b % 3 ? PIXEL : 'bm8gcGljdHVyZQ==' },
    () =>
      lab.documents.published && b % 2
        ? { type: 'unpublish' }
        : {
            type: 'publish',
            entries: entries.slice(0, 1 + (a % 5)),
            papers: ['poster', 'vademecum'],
            indexable: b % 2 === 0,
            contact: text,
            language: 'it',
          },
  ]
}
