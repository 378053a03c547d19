import type { Language } from './bilingual.ts'

/** A number with one decimal, as people of this language write it: `3,5`, `3.5`. */
export const decimal = (number: number, language: Language): string => number.toFixed(1).replace('.', language === 'it' ? ',' : '.')
