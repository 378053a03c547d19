import type { Consents } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { entryWords as words } from '../../words/entry.ts'

const CHOICES = [
  ['name', words.consentName, words.consentNameWhy],
  ['directory', words.consentDirectory, words.consentDirectoryWhy],
  ['credits', words.consentCredits, words.consentCreditsWhy],
] as const

/** The three consents: none is ticked for anybody. */
export function ConsentChoices({
  value,
  onChange,
}: {
  readonly value: Consents
  readonly onChange: (next: Consents) => void
}): JSX.Element {
  const id = useId()
  return (
    <>
      {CHOICES.map(([key, title, why]) => (
        <div class="consent-choice" key={key}>
          <input
            type="checkbox"
            id={`${id}-${key}`}
            checked={value[key]}
            aria-describedby={`${id}-${key}-why`}
            onChange={(event) => onChange({ ...value, [key]: event.currentTarget.checked })}
          />
          <label for={`${id}-${key}`}>{say(title)}</label>
          <p id={`${id}-${key}-why`} class="muted hint">
            {say(why)}
          </p>
        </div>
      ))}
    </>
  )
}
