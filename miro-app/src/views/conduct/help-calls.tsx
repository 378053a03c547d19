import { say } from '@telaio/shared/ui'
import type { HelpItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { frameSpot } from '../../lab/boards.ts'
import { openHelps } from '@telaio/shared/conduct'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { groupWords } from '../../words/groups.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { groupNameById } from '../parts/group-name.ts'
import { Since } from '../parts/since.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** Groups that call for help, above everything else. That one has come is said by `Watch`. */
export function HelpCalls({ meeting }: { readonly meeting: number }): JSX.Element | null {
  const { lab } = usePanel()
  const helps = openHelps(lab.items.helps.value, meeting)
  if (helps.length === 0) return null
  return (
    <Card title={say(our.helps)} {...(helps.some(({ status }) => status === 'asked') ? { tone: 'calling' as const } : {})}>
      <ul class="rows">
        {helps.map((help) => (
          <Call key={help.id} help={help} />
        ))}
      </ul>
    </Card>
  )
}

function Call({ help }: { readonly help: HelpItem }): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  const { groups, people, spots } = lab.items
  const group = groupNameById(groups.value, help.group)
  const by = help.answeredBy === null ? '' : people.value[help.answeredBy]?.name || say(our.someone)
  const spot = frameSpot(spots.value, help.meeting, help.group.replace(/^m\d+\//, ''))
  return (
    <li>
      <p>
        <strong>{group}</strong>{' '}
        <span class="muted">
          <Since at={help.at} />
          {help.status === 'answered' && ` · ${say(our.answered, { name: by })}`}
        </span>
      </p>
      {help.reason !== '' && <p>{help.reason}</p>}
      <div class="buttons">
        {help.status === 'asked' && lab.may('answerHelp') && (
          <Button kind="primary" small busy={command.busy} onClick={() => void command.send({ type: 'answerHelp', help: help.id })}>
            {say(our.answer)}
          </Button>
        )}
        {lab.may('closeHelp') && (
          <Button small busy={command.busy} onClick={() => void command.send({ type: 'closeHelp', help: help.id })}>
            {say(our.settled)}
          </Button>
        )}
        {spot && <GoButton spot={spot} text={say(groupWords.goToFrame)} label={say(groupWords.goToFrameOf, { group })} name={group} />}
      </div>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
