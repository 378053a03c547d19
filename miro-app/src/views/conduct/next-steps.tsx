import { stepWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { NextStepsList } from '@telaio/shared/ui/conducting'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { Card } from '../parts/card.tsx'
import { groupNameById } from '../parts/group-name.ts'

/** What whoever conducts has to do next, the most pressing first. */
export function NextSteps({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab, second } = usePanel()
  return (
    <Card title={say(stepWords.title)}>
      <NextStepsList
        meeting={meeting}
        items={lab.items}
        second={second}
        nameOf={(id) => groupNameById(lab.items.groups.value, id)}
        look="steps"
      />
    </Card>
  )
}
