import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useAction, useSender } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { readBoardLink } from './read-board-link.ts'
import { boardsWords as our } from './words.ts'

/** Asks the server to connect a board with the caller's Miro account; the same wish sent again is done once. */
export function useConnectBoard() {
  const lab = useLab()
  const { session, tell } = useConsole()
  const action = useAction()
  const send = useSender()
  const connect = async (board: string, meeting: number | null): Promise<boolean> => {
    const done = await action.run(() =>
      send(`${board} ${String(meeting)}`, (id) => session.api.connectBoard(lab.id, { id, board, meeting })),
    )
    if (done) tell(say(our.boardConnected))
    return done !== null
  }
  return { action, connect }
}

/** A board by its link, for all meetings or for one. */
export function ConnectBoard({ onDone, onCancel }: { readonly onDone?: () => void; readonly onCancel?: () => void }): JSX.Element {
  const lab = useLab()
  const { action, connect } = useConnectBoard()
  const link = useSignal('')
  const meeting = useSignal('')
  const wrong = useSignal(false)
  const submit = async () => {
    const board = readBoardLink(link.value)
    wrong.value = board === null
    if (board === null || !(await connect(board, meeting.value === '' ? null : Number(meeting.value)))) return
    link.value = ''
    onDone?.()
  }
  return (
    <form
      class="form connect-board"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        name="board"
        label={say(our.boardLink)}
        hint={say(our.boardLinkHint)}
        wrong={wrong.value ? say(our.badLink) : null}
        trouble={action.trouble}
        mend={our.badLink}
      >
        {(props) => (
          <input
            {...props}
            type="url"
            placeholder="https://miro.com/app/board/…"
            autocomplete="off"
            spellcheck={false}
            value={link.value}
            onInput={(event) => {
              link.value = event.currentTarget.value
              wrong.value = false
            }}
          />
        )}
      </Field>
      <Field name="meeting" label={say(our.forWhich)} hint={say(our.forWhichHint)} trouble={action.trouble}>
        {(props) => (
          <select {...props} value={meeting.value} onChange={(event) => (meeting.value = event.currentTarget.value)}>
            <option value="">{say(our.forAll)}</option>
            {lab.meetings.value.map((one) => (
              <option key={one.number} value={one.number}>
                {say(our.forOne, { n: one.number })}: {say(one.title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TroubleNote trouble={action.trouble} fields={['board', 'meeting']} />
      <p class="hint">{say(our.openToAll)}</p>
      <FormEnd submit={say(our.connectBoard)} busy={action.busy} onCancel={onCancel} />
    </form>
  )
}
