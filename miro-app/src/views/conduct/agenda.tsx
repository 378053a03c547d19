import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { blockOf } from '../../lab/agenda.ts'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** The whole agenda, folded: what has run, what runs, and any block to start out of turn. */
export function Agenda({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  return (
    <details class="card agenda">
      <summary>
        <h2>{say(our.agenda)}</h2>
      </summary>
      <TroubleNote trouble={command.trouble} />
      <ol>
        {meeting.agenda.map((id) => {
          const block = blockOf(lab.items.blocks.value, meeting.number, id)
          if (!block) return null
          const isNow = meeting.current === id
          const mayStart = !isNow && meeting.status === 'open' && lab.may('startBlock')
          const title = say(block.title)
          return (
            <li key={id} class={isNow ? 'now' : undefined} aria-current={isNow ? 'step' : undefined}>
              <span>
                {title}
                <span class="muted">
                  {' · '}
                  {say(our.min, { n: block.minutes })}
                  {isNow ? ` · ${say(our.runsNow)}` : block.run ? ` · ${say(our.hasRun)}` : ''}
                </span>
              </span>
              {mayStart && (
                <Button
                  small
                  kind="quiet"
                  label={say(our.startThis, { title })}
                  busy={command.busy}
                  onClick={() => void command.send({ type: 'startBlock', meeting: meeting.number, block: id })}
                >
                  {say(our.startIt)}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
