import type { Signal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { boardWords as our } from '../../words/board.ts'

/** Whether a board is one meeting's, or for all those that have none of their own. */
export function ForMeetings({ number, only }: { readonly number: number; readonly only: Signal<boolean> }): JSX.Element {
  const name = useId()
  return (
    <fieldset>
      <legend>{say(our.stepBoard)}</legend>
      {[false, true].map((one) => (
        <label class="choice" key={String(one)}>
          <input type="radio" name={name} checked={only.value === one} onChange={() => (only.value = one)} />
          <span>{say(one ? our.forOne : our.forAll, { n: number })}</span>
        </label>
      ))}
    </fieldset>
  )
}
