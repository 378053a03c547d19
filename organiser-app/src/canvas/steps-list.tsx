import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { StepItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { timeText } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { usePaged } from '../shell/paged.tsx'
import { compileWords as our, stepWords } from './compile-words.ts'
import { whoIs } from './who.ts'

/** Steps drawn at a time. */
const STEP = 8

/** What was done to the canvas, the newest first, by whom, and the way back. */
export function StepsList(): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const { tell } = useConsole()
  const steps = useComputed(() => Object.values(lab.items.steps.value).sort((a, b) => b.seq - a.seq))
  const { shown, more } = usePaged(steps.value, STEP)
  const undo = async (step: StepItem) => {
    if (await command.send({ type: 'undoStep', step: step.seq })) tell(say(our.undone))
  }
  const why = ({ overtaken }: StepItem): string | null => {
    if (overtaken === null) return null
    if (overtaken === 'block') return say(our.blockGone)
    if (overtaken === 'entry') return say(our.entryGone)
    if (overtaken === 'note') return say(our.noteChanged)
    const later = lab.items.steps.value[String(overtaken)]
    return later ? say(our.later, { what: `${say(stepWords[later.kind])}, ${whoIs(lab, later.by)}` }) : say(our.laterForgotten)
  }
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  return (
    <details class="steps-list">
      <summary>
        <h2 id="steps">{say(our.steps)}</h2>
      </summary>
      <p class="hint">{say(steps.value.length === 0 ? our.noSteps : our.stepsText)}</p>
      <TroubleNote trouble={command.trouble} />
      <ol>
        {shown.map((step) => {
          const blocked = why(step)
          return (
            <li key={step.seq}>
              <p>
                <strong>{say(stepWords[step.kind])}</strong>{' '}
                {step.many > 1 && <span class="muted">{say(our.countMany, { n: step.many })}</span>}{' '}
                <span class="muted">{say(our.stepBy, { name: whoIs(lab, step.by), time: timeText(step.at, zone) })}</span>
              </p>
              {step.about !== '' && <p class="about">{step.about}</p>}
              {blocked !== null && <p class="muted small">{blocked}</p>}
              {blocked === null && lab.may('undoStep') && (
                <Button small kind="quiet" busy={command.busy} onClick={() => void undo(step)}>
                  {say(our.undo)}
                  <span class="visually-hidden">
                    {' '}
                    {say(stepWords[step.kind])} {step.about}
                  </span>
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {more((n) => say(our.moreSteps, { n }))}
    </details>
  )
}
