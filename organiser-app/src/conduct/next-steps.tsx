import { useComputed } from '@preact/signals'
import { nextSteps, stepWords } from '@telaio/shared/conduct'
import { say, stepText, timeLeft } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { groupNameById } from '../lab/group-name.ts'
import { useLab } from '../shell/context.ts'

/** What whoever conducts has to do next, the most pressing first. */
export function NextSteps({ meeting, current }: { readonly meeting: MeetingItem; readonly current: BlockItem | null }): JSX.Element {
  const lab = useLab()
  const { blocks, groups, people, zones, notes, unrevealed, wrote, helps, rooms } = lab.items
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
  const moment = useComputed(() => Math.floor(lab.clock.tick.value / 5000) * 5000)
  const steps = nextSteps(meeting, items, timeLeft(current?.run ?? null, moment.value))
  return (
    <section class="card" aria-labelledby="next-steps">
      <h2 id="next-steps">{say(stepWords.title)}</h2>
      <ol class="next-steps">
        {steps.map((step) => {
          const text = stepText(step, (id) => groupNameById(groups.value, id))
          return (
            <li key={text} class={step.kind === 'help' ? 'pressing' : undefined}>
              {text}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
