import { useSignal } from '@preact/signals'
import { whoIsIt } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { WhoIsIt } from '@telaio/shared/ui/conducting'
import type { JoinItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Since } from '../parts/since.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** People at the door, by the common link or from Zoom: let in as somebody of the list, or as somebody new. */
export function Joins(): JSX.Element | null {
  const { lab } = usePanel()
  const joins = Object.values(lab.items.joins.value).sort((a, b) => (a.at < b.at ? -1 : 1))
  if (joins.length === 0 || !lab.may('approveJoin')) return null
  return (
    <Card title={say(our.joins)} tone="calling">
      <ul class="rows">
        {joins.map((join) => (
          <Row key={join.id} join={join} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ join }: { readonly join: JoinItem }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const id = useId()
  const guess = whoIsIt(join, lab.items.people.value, lab.presence.value)
  const chosen = useSignal('')
  const approve = async (person: string): Promise<void> => {
    const known = person === '' ? {} : { person }
    if (await command.send({ type: 'approveJoin', join: join.id, ...known })) tell(say(our.approved, { name: join.name }))
  }
  return (
    <li>
      <p>
        <strong>{join.name}</strong>{' '}
        <span class="muted">
          <Since at={join.at} />
        </span>
      </p>
      {join.seenOnly && <p class="hint">{say(our.seenOnly)}</p>}
      <WhoIsIt guess={guess} groups={lab.items.groups.value} busy={command.busy.value} onIs={(person) => void approve(person)}>
        <label class="visually-hidden" for={id}>
          {say(our.joinAs, { name: join.name })}
        </label>
        <select id={id} class="field" value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
          <option value="">{say(our.newPerson)}</option>
          {[...guess.people, ...guess.others].map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <div class="buttons">
          <Button kind="primary" small busy={command.busy} onClick={() => void approve(chosen.value)}>
            {say(our.approve)}
          </Button>
          <Button small busy={command.busy} onClick={() => void command.send({ type: 'refuseJoin', join: join.id })}>
            {say(our.refuse)}
          </Button>
        </div>
      </WhoIsIt>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
