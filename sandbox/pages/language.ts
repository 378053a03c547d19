export type Language = 'it' | 'en'

/** `?lang=` decides, then the browser's languages in their order; Italian when neither is among them. */
function pickLanguage(search: string, languages: readonly string[]): Language {
  const wanted = [new URLSearchParams(search).get('lang') ?? '', ...languages].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find((tag): tag is Language => tag === 'it' || tag === 'en') ?? 'it'
}

export const language = pickLanguage(location.search, navigator.languages)

/** The same choice for a page we link to. */
export const withLanguage = (url: string): string => {
  const lang = new URLSearchParams(location.search).get('lang')
  return lang === null ? url : `${url}?lang=${encodeURIComponent(lang)}`
}

export function setPageLanguage(title: string): void {
  document.documentElement.lang = language
  document.title = title
}
