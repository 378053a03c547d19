import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { armWords as our } from '../../words/arm.ts'
import { boardWords } from '../../words/board.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { ForMeetings } from './for-meetings.tsx'

/** For whoever cannot or will not give Miro's permission: the board is written through this panel while it is open. */
export function ClaimBoard(): JSX.Element {
  return (
    <details class="reason">
      <summary>{say(our.claimTitle)}</summary>
      <p>{say(our.claimText)}</p>
      <ClaimForm />
    </details>
  )
}

function ClaimForm(): JSX.Element {
  const { lab, here, meeting, link, tell } = usePanel()
  const action = useAction()
  const field = useRef<HTMLInputElement>(null)
  const isNameless = useSignal(false)
  const known = lab.items.boards.value[here.value ?? '']
  const number = meeting.value?.number ?? 1
  const only = useSignal(known?.meeting != null)
  const id = useId()
  const claim = async (): Promise<void> => {
    const [board, name] = [here.value, field.current?.value.trim() ?? '']
    isNameless.value = name === ''
    if (board === null || name === '') {
      field.current?.focus()
      return
    }
    const done = await action.run(async () => {
      await link.claimBoard(board, only.value ? number : null, name)
      return true
    })
    if (done) tell(say(boardWords.connected))
  }
  return (
    <form
      class="form step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void claim()
      }}
    >
      <label for={id}>{say(our.name)}</label>
      <input
        ref={field}
        id={id}
        class="field"
        maxLength={60}
        autocomplete="off"
        defaultValue={(known?.name ?? lab.lab.value?.title ?? '').slice(0, 60)}
        aria-invalid={isNameless.value}
        aria-describedby={`${id}-hint`}
      />
      <p class="hint" id={`${id}-hint`}>
        {say(our.nameHint)}
      </p>
      {isNameless.value && (
        <p class="callout danger" role="alert">
          <Icon name="alert" />
          <span>{say(our.nameMissing)}</span>
        </p>
      )}
      <ForMeetings number={number} only={only} />
      <TroubleNote trouble={action.trouble} />
      <Button type="submit" busy={action.busy}>
        {say(our.claim)}
      </Button>
    </form>
  )
}
