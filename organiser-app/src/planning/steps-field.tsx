import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { Button } from '../shell/button.tsx'
import { NOTHING, TwoLanguages } from './two-languages.tsx'
import { planningWords as our } from './words.ts'

interface StepsProps {
  readonly steps: readonly Bilingual[]
  readonly onChange: (steps: readonly Bilingual[], typed: boolean) => void
}

/** The prompt step by step: each in both languages, in an order that can be changed. */
export function Steps({ steps, onChange }: StepsProps): JSX.Element {
  return (
    <fieldset class="steps">
      <legend>{say(our.steps)}</legend>
      {steps.length > 0 && (
        <ol>
          {steps.map((step, i) => (
            // steps have no id: their place is who they are
            // oxlint-disable-next-line react/no-array-index-key
            <li key={i}>
              <TwoLanguages
                name={`steps.${i}`}
                label={say(our.step, { n: i + 1 })}
                rows={2}
                optional
                value={step}
                onChange={(text) => onChange(steps.with(i, text), true)}
              />
              <span class="buttons">
                <Button
                  kind="quiet"
                  icon="up"
                  label={say(our.stepUp, { n: i + 1 })}
                  disabled={i === 0}
                  onClick={() => onChange(steps.toSpliced(i, 1).toSpliced(i - 1, 0, step), false)}
                />
                <Button
                  kind="quiet"
                  icon="close"
                  label={say(our.removeStep, { n: i + 1 })}
                  onClick={() => onChange(steps.toSpliced(i, 1), false)}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button icon="plus" small onClick={() => onChange([...steps, NOTHING], false)}>
        {say(our.addStep)}
      </Button>
    </fieldset>
  )
}
