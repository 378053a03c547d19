import { signal } from '@preact/signals'
import type { Bilingual, Language } from '../words/index.ts'

const KEY = 'telaio-language'

/** localStorage may be forbidden in a frame of somebody else's page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const first = (): Language => {
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered() ?? navigator.language
  return asked.toLowerCase().startsWith('en') ? 'en' : 'it'
}

/** The language of the interface: Italian unless asked otherwise. */
export const language = signal<Language>(first())

/** True where somebody chose a language here, or the address names one: what a lab speaks does not overrule that. */
export const isLanguageChosen = (): boolean => new URLSearchParams(location.search).has('lang') || remembered() !== null

export function setLanguage(to: Language): void {
  language.value = to
  document.documentElement.lang = to
  try {
    localStorage.setItem(KEY, to)
  } catch {
    // not remembered: the next visit asks the browser again
  }
}

/** A text in the language of now; `{name}` is filled from `facts`. */
export const say = (text: Bilingual, facts: Readonly<Record<string, string | number>> = {}): string =>
  text[language.value].replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))

/** One of two texts by number: `1 nota`, `3 note`. Both languages have one form for one and another for the rest. */
export const count = (n: number, one: Bilingual, many: Bilingual): string => say(n === 1 ? one : many, { n })
