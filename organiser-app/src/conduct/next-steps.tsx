import { stepWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { NextStepsList } from '@telaio/shared/ui/conducting'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { groupNameById } from '../lab/group-name.ts'
import { useLab } from '../shell/context.ts'

/** What whoever conducts has to do next, the most pressing first. */
export function NextSteps({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { items, clock } = useLab()
  return (
    <section class="card" aria-labelledby="next-steps">
      <h2 id="next-steps">{say(stepWords.title)}</h2>
      <NextStepsList
        meeting={meeting}
        items={items}
        second={clock.tick}
        nameOf={(id) => groupNameById(items.groups.value, id)}
        look="next-steps"
      />
    </section>
  )
}
