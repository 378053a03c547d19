import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { Icon } from '../shell/icon.tsx'
import { Field } from '../shell/field.tsx'
import { planningWords as our } from './words.ts'

export interface TwoLanguagesProps {
  readonly name: string
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
  /** Lines of a text; left out: one line. */
  readonly rows?: number
  /** May stand empty in both languages. */
  readonly optional?: boolean
}

/** A text that is not written yet. */
export const NOTHING: Bilingual = { it: '', en: '' }

const LANGUAGES = [
  ['it', our.inItalian],
  ['en', our.inEnglish],
] as const

/** A text in Italian and in English side by side; where one is missing beside the other it says so. */
export function TwoLanguages({ name, label, value, onChange, rows, optional = false }: TwoLanguagesProps): JSX.Element {
  const empty = value.it.trim() === '' && value.en.trim() === ''
  return (
    <div class="two-languages">
      {LANGUAGES.map(([language, inLanguage]) => {
        const missing = value[language].trim() === '' && !(optional && empty)
        return (
          <Field
            key={language}
            name={`${name}.${language}`}
            label={`${label} ${say(inLanguage)}`}
            {...(missing
              ? {
                  hint: (
                    <span class="missing">
                      <Icon name="alert" /> {say(our.missing)}
                    </span>
                  ),
                }
              : {})}
          >
            {(props) =>
              rows === undefined ? (
                <input
                  {...props}
                  lang={language}
                  autocomplete="off"
                  maxLength={200}
                  value={value[language]}
                  onInput={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
                />
              ) : (
                <textarea
                  {...props}
                  lang={language}
                  rows={rows}
                  value={value[language]}
                  onInput={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
                />
              )
            }
          </Field>
        )
      })}
    </div>
  )
}
