import type { JSX } from 'preact'
import { openHelps } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { HelpItem } from '@telaio/shared/view'
import { groupNameById } from '../lab/group-name.ts'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { ago } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { conductWords as our } from './words.ts'

/** Groups that call for help, above everything else; announced once when a call comes. */
export function HelpCalls({ meeting }: { readonly meeting: number }): JSX.Element {
  const lab = useLab()
  const helps = openHelps(lab.items.helps.value, meeting)
  return (
    <div role="region" aria-label={say(our.helps)} aria-live="polite">
      {helps.length > 0 && (
        <ul class="helps">
          {helps.map((help) => (
            <Call key={help.id} help={help} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Call({ help }: { readonly help: HelpItem }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const name = help.answeredBy === null ? '' : lab.items.people.value[help.answeredBy]?.name || say(our.someone)
  return (
    <li class={help.status === 'asked' ? 'help asked' : 'help'}>
      <Icon name="hand" />
      <div>
        <strong>{say(our.helpOf, { group: groupNameById(lab.items.groups.value, help.group) })}</strong>
        <span class="muted">
          <Since at={help.at} />
          {help.status === 'answered' && ` · ${say(our.answered, { name })}`}
        </span>
        <p>{help.reason || say(our.noReason)}</p>
      </div>
      <div class="buttons">
        {help.status === 'asked' && lab.may('answerHelp') && (
          <Button kind="primary" busy={command.busy} onClick={() => void command.send({ type: 'answerHelp', help: help.id })}>
            {say(our.answer)}
          </Button>
        )}
        {lab.may('closeHelp') && (
          <Button busy={command.busy} onClick={() => void command.send({ type: 'closeHelp', help: help.id })}>
            {say(our.closeHelp)}
          </Button>
        )}
      </div>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}

/** `2 minuti fa`; hidden from live regions, which would read it out every minute. */
export function Since({ at }: { readonly at: string }): JSX.Element {
  const lab = useLab()
  return <span aria-live="off">{ago(lab.clock.tick.value - Date.parse(at))}</span>
}
