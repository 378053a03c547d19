import { blockOf, nextSteps, stepWords } from '@telaio/shared/conduct'
import { say, stepText, timeLeft } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { Card } from '../parts/card.tsx'
import { groupNameById } from '../parts/group-name.ts'

/** What whoever conducts has to do next, the most pressing first. */
export function NextSteps({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab, second } = usePanel()
  const { blocks, groups, people, zones, notes, unrevealed, wrote, helps, rooms } = lab.items
  // drawn anew a few times a minute, not every second: what is near its end does not change faster
  const moment = useComputed(() => Math.floor(second.value / 5000) * 5000)
  const items = {
    blocks: blocks.value,
    groups: groups.value,
    people: people.value,
    zones: zones.value,
    notes: notes.value,
    unrevealed: unrevealed.value,
    wrote: wrote.value,
    helps: helps.value,
    rooms: rooms.value,
  }
  const left = timeLeft(blockOf(items.blocks, meeting.number, meeting.current)?.run ?? null, moment.value)
  const steps = nextSteps(meeting, items, left)
  return (
    <Card title={say(stepWords.title)}>
      <ol class="steps">
        {steps.map((step) => {
          const text = stepText(step, (id) => groupNameById(groups.value, id))
          return (
            <li key={text} class={step.kind === 'help' ? 'pressing' : undefined}>
              {text}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
