import type { Language } from '@telaio/shared/words'

type Env = Readonly<Record<string, string | undefined>>

/** The language of the terminal, by the variables that every program goes by, first set first. Italian, unless English is asked for. */
export function languageOfTerminal(env: Env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^en(?![a-z])/i.test(locale) ? 'en' : 'it'
}
