import { language, say, setLanguage } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { panelWords } from '../words/panel.ts'

const LANGUAGES = [
  ['it', 'Italiano'],
  ['en', 'English'],
] as const

export const LanguageSwitch = (): JSX.Element => (
  <div class="switch" role="group" aria-label={say(panelWords.language)}>
    {LANGUAGES.map(([code, name]) => (
      <button key={code} type="button" lang={code} aria-pressed={language.value === code} onClick={() => setLanguage(code)}>
        {name}
      </button>
    ))}
  </div>
)
